#include <algorithm>
#include <cstdint>
#include <vector>

#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

// Words as hashes of their letters in small case (FNV-1a over code points), marks left out.
std::vector<std::uint32_t> word_keys(std::string_view words, bool long_only = false) {
  std::vector<std::uint32_t> keys;
  std::uint32_t key = 2166136261u;
  std::size_t letters = 0;
  for (std::size_t i = 0; i <= words.size();) {
    const CodePoint c = i < words.size() ? code_point_at(words, i) : CodePoint{' ', 1};
    i += c.size;
    if (is_letter(c.value) || is_digit(c.value)) {
      key = (key ^ static_cast<std::uint32_t>(to_lower(c.value))) * 16777619u;
      ++letters;
    } else if (letters > 0 && !is_apostrophe(c.value)) {
      if (!long_only || letters >= 4) keys.push_back(key);
      key = 2166136261u;
      letters = 0;
    }
  }
  return keys;
}

bool holds_run(const std::vector<std::uint32_t>& hay, const std::vector<std::uint32_t>& needle) {
  return !needle.empty() && std::search(hay.begin(), hay.end(), needle.begin(), needle.end()) != hay.end();
}

std::size_t next_prose(const Stretches& stretches, std::size_t from) {
  for (std::size_t i = from; i < stretches.size(); ++i)
    if (is_prose(stretches[i])) return i;
  return kNowhere;
}

// The words between the marks that open a stretch, where nothing but a name follows them; empty otherwise.
std::string_view quoted_part(std::string_view words) {
  const CodePoint open = code_point_at(words, 0);
  if (open.value != '"' && open.value != 0x201C && open.value != 0xAB && open.value != 0x2018) return {};
  const char32_t close = open.value == 0x201C   ? 0x201D
                         : open.value == 0xAB   ? 0xBB
                         : open.value == 0x2018 ? 0x2019
                                                : '"';
  std::size_t last = 0;
  for (std::size_t i = open.size; i < words.size();) {
    const CodePoint c = code_point_at(words, i);
    if (c.value == close) last = i;
    i += c.size;
  }
  if (last == 0) return {};
  const std::string_view rest = words.substr(last);
  const Line after = measure(rest, make_span(0, rest.size()));
  // "..." and then a cue is a sentence of the article; a dash and a name are the caption of a pull quote.
  if (after.words > 6 || after.lower > 1) return {};
  for (const std::string_view cue : {"said", "says", "added", "told"})
    if (holds(rest, cue)) return {};
  return words.substr(open.size, last - open.size);
}

// Title, one short paragraph, the author or the date, and only then the article.
bool stands_above_byline(const Stretches& stretches, std::size_t title, std::size_t at) {
  const Line& line = stretches[at].line;
  if (line.is_long || line.words > 45 || line.opens_quoted || at > title + 3) return false;
  std::size_t i = at + 1;
  bool found = false;
  for (; i < stretches.size() && i < at + 6 && !is_prose(stretches[i]); ++i)
    found = found || stretches[i].kind == BlockKind::byline ||
            (stretches[i].kind == BlockKind::dateline && stretches[i].reason != "clock-line");
  return found && i < stretches.size() && is_prose(stretches[i]);
}

// A paragraph between title and body that tells in short what the next paragraphs tell.
void settle_standfirst(std::string_view text, Stretches& stretches) {
  std::size_t title = kNowhere;
  for (std::size_t i = 0; i < stretches.size() && i < 16 && title == kNowhere; ++i)
    if (stretches[i].kind == BlockKind::title) title = i;
  if (title == kNowhere) return;
  const std::size_t at = next_prose(stretches, title + 1);
  if (at == kNowhere || at > title + 6) return;
  Stretch& s = stretches[at];
  if (stands_above_byline(stretches, title, at)) {
    s.settle(BlockKind::standfirst, "above-byline");
    return;
  }
  if (s.line.is_long || s.line.words > 45 || s.line.opens_quoted || s.line.ends_quoted) return;
  const std::size_t first = next_prose(stretches, at + 1);
  const std::size_t second = first == kNowhere ? kNowhere : next_prose(stretches, first + 1);
  if (second == kNowhere || next_prose(stretches, second + 1) == kNowhere) return;
  // In short: a paragraph as long as the lead is a paragraph.
  if (s.line.span.size() * 10 > stretches[first].line.span.size() * 8) return;
  const auto keys = word_keys(slice(text, s.line.span), true);
  if (keys.size() < 6) return;
  auto near = word_keys(slice(text, stretches[first].line.span), true);
  const auto more = word_keys(slice(text, stretches[second].line.span), true);
  near.insert(near.end(), more.begin(), more.end());
  std::size_t told = 0;
  for (const std::uint32_t key : keys) told += std::find(near.begin(), near.end(), key) != near.end();
  if (told * 100 >= keys.size() * 80) s.settle(BlockKind::standfirst, "repeats-lead");
}

}  // namespace

void settle_repeats(std::string_view text, Stretches& stretches) {
  settle_standfirst(text, stretches);
  std::size_t looked_at = 0;
  std::vector<std::vector<std::uint32_t>> body;  // keys of each stretch of prose, made when first asked for
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Stretch& s = stretches[i];
    const bool heading = s.settled && s.kind == BlockKind::subhead && s.reason == "stands-alone" && s.line.words >= 6;
    if ((s.settled && !heading) || s.line.is_long || s.line.words > 60) continue;
    const std::string_view words = slice(text, s.line.span);
    const std::string_view quoted = s.line.opens_quoted ? quoted_part(words) : std::string_view();
    if (quoted.empty() && !heading) continue;
    const auto keys = word_keys(quoted.empty() ? words : quoted);
    if (keys.size() < 4) continue;
    // A page has a few pull quotes; a text of thousands of quoted lines would be compared with itself for minutes.
    if (++looked_at > 200) return;
    if (body.empty())
      for (const Stretch& other : stretches)
        body.push_back(other.settled ? std::vector<std::uint32_t>() : word_keys(slice(text, other.line.span)));
    for (std::size_t k = 0; k < body.size(); ++k) {
      // The longer stretch is the article's; of two equal ones the first.
      if (k == i || stretches[k].line.span.size() < s.line.span.size() || !holds_run(body[k], keys)) continue;
      if (stretches[k].line.span.size() == s.line.span.size() && k > i) continue;
      s.settle(BlockKind::pull_quote, "repeats-body");
      break;
    }
  }
}

}  // namespace readout
