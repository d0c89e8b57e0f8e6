#include <array>

#include "readout/document/dateline.h"
#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::size_t kTurnsBetween = 60;  // lines in which a speaker's label is looked for again

constexpr std::array<std::string_view, 7> kFlashWords = {"breaking",   "flash", "urgent",   "newsflash",
                                                         "news flash", "alert", "newsalert"};
constexpr std::array<std::string_view, 14> kCues = {"said",      "says",      "added", "told reporters", "he said",
                                                    "she said",  "they said", "noted", "stressed",       "stated",
                                                    "explained", "replied",   "asked", "continued"};

// Letters and digits alone, lower case: two printings of one headline are the same.
bool same_words(std::string_view a, std::string_view b) {
  const auto next = [](std::string_view text, std::size_t& i) -> char32_t {
    while (i < text.size()) {
      const CodePoint c = code_point_at(text, i);
      i += c.size;
      if (is_letter(c.value) || is_digit(c.value)) return to_lower(c.value);
    }
    return 0;
  };
  std::size_t i = 0;
  std::size_t j = 0;
  for (;;) {
    const char32_t left = next(a, i);
    const char32_t right = next(b, j);
    if (left != right) return false;
    if (left == 0) return true;
  }
}

// A short name of two or three words, all capitalised: an author or a speaker.
bool is_name_form(std::string_view text, const Line& line) {
  if (line.words < 2 || line.words > 3 || line.lower > 0 || line.digits > 0 || line.all_capitals ||
      line.ending != Ending::none)
    return false;
  const std::string_view words = slice(text, line.span);
  return words.find_first_of(",:/|&\"()") == std::string_view::npos && is_upper(code_point_at(words, 0).value);
}

bool opens_as_heading(std::string_view words) {
  std::size_t i = 0;
  CodePoint first = code_point_at(words, i);
  while (is_opening(first.value) && i < words.size()) {
    i += first.size;
    first = code_point_at(words, i);
  }
  return is_upper(first.value) || is_digit(first.value) || (is_letter(first.value) && !is_lower(first.value));
}

bool is_flash(std::string_view text, const Line& line) {
  const std::string_view words = slice(text, line.span);
  if (!line.all_capitals || line.words < 4 || line.is_long) return false;
  if (words[0] == '*') return true;
  for (const std::string_view word : kFlashWords)
    if (opens_with(words, word)) return true;
  return false;
}

// A full stop after words in title case: some archives add it to headlines. A dateline or somebody's words in double
// marks make it the lead of a report instead, however many names it holds.
bool is_stopped_title(std::string_view text, const Line& line) {
  if (line.ending != Ending::stop || line.words > 28 || !is_title_case(line)) return false;
  const std::string_view words = slice(text, line.span);
  if (words.find("“") != std::string_view::npos || words.find('"') != std::string_view::npos) return false;
  const auto dateline = parse_dateline(text, line.span, true);
  return !dateline || dateline->agency.empty();
}

// May the line be a headline above the body?
bool can_be_title(std::string_view text, const Stretch& s) {
  if (s.settled || s.turn || s.line.is_long || s.line.words < 2 || s.line.words > 28 || s.line.span.size() > 220)
    return false;
  const std::string_view words = slice(text, s.line.span);
  if (!opens_as_heading(words) || s.line.has_url) return false;
  if (s.carries_on) return false;
  if (is_headline_form(s.line)) return true;
  return s.line.words >= 4 && is_stopped_title(text, s.line);
}

bool can_be_subhead(std::string_view text, const Stretch& s) {
  if (s.settled || s.turn || s.line.is_long || s.line.words == 0 || s.line.words > 16 || s.line.span.size() > 130)
    return false;
  if (!is_headline_form(s.line) || s.line.has_url) return false;
  const std::string_view words = slice(text, s.line.span);
  if (!opens_as_heading(words) || s.piece == PieceKind::list_item || s.piece == PieceKind::blockquote) return false;
  // Marks at the front: somebody's words, unless they only open a headline in title case.
  if (s.line.opens_quoted && (s.line.ends_quoted || !is_title_case(s.line))) return false;
  const CodePoint first = code_point_at(words, 0);
  if (first.value == '(' || first.value == '[') return false;
  const std::size_t point = words.find_first_not_of("0123456789");
  if (point != 0 && point != std::string_view::npos && (words[point] == '.' || words[point] == ')') &&
      !is_title_case(s.line))
    return false;
  for (const std::string_view cue : kCues)
    if (closes_with(words, cue)) return false;
  return true;
}

// "MR. VALE", "QUESTION", "Q": a speaker's label alone on its line.
bool is_lone_label(const Stretches& stretches, std::string_view text, std::size_t at) {
  const Line& line = stretches[at].line;
  if (line.words > 4 || (line.letters > 3 && !line.all_capitals)) return false;
  const std::string_view words = slice(text, line.span);
  if (line.letters <= 1) return true;
  // Speakers take turns: the same label returns before long.
  const std::size_t first = at > kTurnsBetween ? at - kTurnsBetween : 0;
  const std::size_t end = std::min(stretches.size(), at + kTurnsBetween);
  for (std::size_t i = first; i < end; ++i)
    if (i != at && slice(text, stretches[i].line.span) == words) return true;
  return false;
}

bool ends_sentence(const Stretch& s) {
  switch (s.line.ending) {
    case Ending::stop:
    case Ending::ask:
    case Ending::exclaim:
    case Ending::ellipsis:
      return true;
    default:
      return s.line.ends_quoted;
  }
}

// The stretches above the body: up to the first prose, a dozen at most.
std::size_t end_of_top(std::string_view text, const Stretches& stretches) {
  for (std::size_t i = 0; i < stretches.size() && i < 16; ++i) {
    if (!is_prose(stretches[i])) continue;
    const Line& line = stretches[i].line;
    if (!is_stopped_title(text, line)) return i;
  }
  return std::min<std::size_t>(stretches.size(), 16);
}

// A few words above the site's own links ("Subscribe", "Sign in") name the site; the title follows below them.
void settle_site_name(std::string_view text, Stretches& stretches, std::size_t top) {
  for (std::size_t i = 0; i + 1 < top; ++i) {
    if (!can_be_title(text, stretches[i])) continue;
    if (stretches[i].line.words > 4 || stretches[i + 1].kind != BlockKind::navigation) return;
    std::size_t next = i + 1;
    while (next < top && stretches[next].kind == BlockKind::navigation) ++next;
    if (next < top && can_be_title(text, stretches[next])) stretches[i].settle(BlockKind::navigation, "site-name");
    return;
  }
}

void settle_top(std::string_view text, std::string_view title, Stretches& stretches, std::size_t top) {
  std::size_t headlines = 0;
  std::size_t plain = 0;
  bool titled = false;
  for (std::size_t i = 0; i < top; ++i) {
    titled = titled || stretches[i].kind == BlockKind::title;
    if (!can_be_title(text, stretches[i])) continue;
    ++headlines;
    plain += !stretches[i].line.all_capitals;
  }
  // Capitals above a headline in small letters came ahead of the story.
  if (plain > 0 || titled)
    for (std::size_t i = 0; i < top; ++i)
      if (can_be_title(text, stretches[i]) && stretches[i].line.all_capitals && stretches[i].line.words >= 4)
        stretches[i].settle(BlockKind::flash, "capitals-ahead");
  if (!title.empty())
    for (std::size_t i = 0; i < top && !titled; ++i)
      if (!stretches[i].settled && same_words(slice(text, stretches[i].line.span), title)) {
        stretches[i].settle(BlockKind::title, "metadata-title");
        titled = true;
      }
  if (top == stretches.size() && headlines == stretches.size()) return;  // nothing but headlines: no article
  settle_site_name(text, stretches, top);
  for (std::size_t i = 0; i < top; ++i) {
    if (!can_be_title(text, stretches[i])) continue;
    // Below the title, a name right above the date is the author's.
    if (titled && is_name_form(text, stretches[i].line) && i + 1 < stretches.size() &&
        stretches[i + 1].kind == BlockKind::dateline) {
      stretches[i].settle(BlockKind::byline, "name-line");
      continue;
    }
    if (!titled) {
      stretches[i].settle(BlockKind::title, "first-headline");
      titled = true;
    } else if (is_headline_form(stretches[i].line)) {
      stretches[i].settle(BlockKind::subhead, "second-headline");
    }
  }
}

}  // namespace

void settle_headings(std::string_view text, std::string_view title, Stretches& stretches) {
  for (std::size_t i = 0; i + 1 < stretches.size(); ++i) {
    const Stretch& below = stretches[i + 1];
    stretches[i].carries_on = below.tight && stretches[i].line.ending == Ending::none &&
                              is_lower(code_point_at(slice(text, below.line.span), 0).value);
  }
  for (Stretch& s : stretches)
    if (!s.settled && is_flash(text, s.line)) s.settle(BlockKind::flash, "capitals");
  const std::size_t top = end_of_top(text, stretches);
  settle_top(text, title, stretches, top);
  std::size_t streak = 0;               // lines without an end in a row: a list or verse, not a heading
  std::size_t last = stretches.size();  // the stretch before, settled ones passed over
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (stretches[i].settled) continue;
    const std::size_t before = last;
    last = i;
    if (i < top || !can_be_subhead(text, stretches[i])) {
      streak = 0;
      continue;
    }
    ++streak;
    std::size_t next = i + 1;
    while (next < stretches.size() && stretches[next].settled) ++next;
    if (next == stretches.size() || is_lone_label(stretches, text, i)) continue;
    const bool after_end = before == stretches.size() || ends_sentence(stretches[before]) || streak == 2;
    // A line that goes on in small letters below was only broken.
    const CodePoint first = code_point_at(slice(text, stretches[next].line.span), 0);
    const bool before_prose =
        !is_lower(first.value) && (is_prose(stretches[next]) || stretches[next].line.opens_quoted);
    if (after_end && before_prose && streak <= 2) stretches[i].settle(BlockKind::subhead, "stands-alone");
  }
}

}  // namespace readout
