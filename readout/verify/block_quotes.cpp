#include "readout/verify/block_quotes.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::uint32_t kMarkBytes = 4;  // of a mark, and a blank beside it

// "— ", "– ", "-- ", "- " at the front of a line that says whose a block quote is: bytes of it; 0 where there is none.
std::size_t dash_size(std::string_view line) {
  for (const std::string_view dash : {"—", "–", "―", "---", "--", "-", "~"})
    if (line.starts_with(dash)) {
      const std::size_t next = line.find_first_not_of(" \t\xC2\xA0", dash.size());
      return next == std::string_view::npos || (next == dash.size() && dash.size() == 1) ? 0 : next;
    }
  return 0;
}

// Where the last line begins that says whose a block quote is; one in the same paragraph follows a sentence's end.
std::size_t find_signature(std::string_view words) {
  constexpr std::size_t kLongest = 120;
  const std::size_t eol = words.rfind('\n');
  if (eol != std::string_view::npos && dash_size(words.substr(eol + 1)) > 0 && words.size() - eol <= kLongest)
    return eol + 1;
  std::size_t from = words.size() > kLongest ? words.size() - kLongest : 0;
  if (eol != std::string_view::npos) from = std::max(from, eol + 1);
  for (std::size_t i = words.find(' ', from); i != std::string_view::npos && i > 0; i = words.find(' ', i + 1)) {
    const std::size_t dash = dash_size(words.substr(i + 1));
    if (dash == 0) continue;
    const char32_t before = code_point_before(words, i).value;
    const bool ended = before == U'.' || before == U'!' || before == U'?' || before == U'”' || before == U'"' ||
                       before == U'’' || before == U'»';
    const char last = words.back();
    if (ended && is_upper(code_point_at(words, i + 1 + dash).value) && last != '.' && last != '!' && last != '?')
      return i + 1;
  }
  return std::string_view::npos;
}

// Takes off the line that says whose the block quote is.
void take_speaker(std::string_view text, Span& block, std::string& speaker) {
  const std::string_view words = slice(text, block);
  const std::size_t at = find_signature(words);
  if (at == std::string_view::npos || at == 0) return;
  std::string_view name = words.substr(at + dash_size(words.substr(at)));
  name = name.substr(0, name.find_first_of(",(;:"));
  while (!name.empty() && (name.back() == ' ' || name.back() == '.')) name.remove_suffix(1);
  speaker = name;
  block = trim(text, make_span(block.begin, block.begin + at));
}

// A box for the reader, not somebody's words: "[!NOTE]", "Note: ...".
bool is_notice(std::string_view words) {
  constexpr std::array<std::string_view, 10> kLabels = {"note", "tip",  "warning", "caution", "important",
                                                        "info", "hint", "todo",    "update",  "disclaimer"};
  if (words.starts_with("[!")) return true;
  return std::any_of(kLabels.begin(), kLabels.end(), [&](std::string_view label) {
    return words.size() > label.size() && same_ascii(words.substr(0, label.size()), label) &&
           words[label.size()] == ':';
  });
}

// `spans` sorted; of those that begin alike the last is the longest.
bool holds(const std::vector<Span>& spans, Span span) {
  const auto next = std::upper_bound(spans.begin(), spans.end(), span.begin,
                                     [](std::uint32_t begin, Span other) { return begin < other.begin; });
  return next != spans.begin() && (next - 1)->contains(span);
}

std::string joined_lines(std::string_view words) {
  std::string out(words);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

}  // namespace

void add_block_quotes(const Document& draft, std::vector<DraftQuotation>& found) {
  const std::string_view text = draft.text.view();
  std::erase_if(found, [&](const DraftQuotation& quotation) { return holds(draft.verbatim, quotation.span); });
  std::vector<DraftQuotation> out;
  auto next = found.begin();
  for (Span block : draft.block_quotes) {
    if (is_notice(slice(text, block)) || holds(draft.verbatim, block)) continue;
    const Span all = block;
    DraftQuotation whole;
    take_speaker(text, block, whole.claim.speaker);
    if (block.empty()) continue;
    while (next != found.end() && next->span.begin < all.begin) out.push_back(std::move(*next++));
    // Marks around the whole are the quotation; marks inside it are words of it.
    if (next != found.end() && next->span.begin <= block.begin + kMarkBytes &&
        next->span.end + kMarkBytes >= block.end) {
      next->claim.speaker = whole.claim.speaker;
      continue;
    }
    while (next != found.end() && all.contains(next->span)) ++next;
    whole.span = block;
    whole.words = joined_lines(slice(text, block));
    out.push_back(std::move(whole));
  }
  std::move(next, found.end(), std::back_inserter(out));
  found = std::move(out);
  std::stable_sort(found.begin(), found.end(),
                   [](const DraftQuotation& a, const DraftQuotation& b) { return a.span < b.span; });
}

}  // namespace readout
