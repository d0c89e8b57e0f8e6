#include "readout/verify/layout.h"

#include <algorithm>

namespace readout {
namespace {

constexpr std::size_t kLongestLabelBytes = 110;
constexpr std::size_t kMostLabelWords = 7;  // brackets not counted

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string lower(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (is_upper(c)) c = static_cast<char>(c + 32);
  return out;
}

// Tags and emphasis off; at[i] is where byte i of the words stands in the text.
std::string without_markup(std::string_view text, Span span, Format format, std::vector<std::uint32_t>& at) {
  std::string out;
  bool tag = false;
  for (std::uint32_t i = span.begin; i < span.end; ++i) {
    const char c = text[i];
    if (format == Format::html && c == '<') tag = true;
    if (!tag && c != '*' && c != '`' && !(c == '#' && out.empty()) && !(c == '>' && out.empty())) {
      if (!is_blank(c) || (!out.empty() && out.back() != ' ')) {
        out.push_back(is_blank(c) ? ' ' : c);
        at.push_back(i);
      }
    }
    if (c == '>') tag = false;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_asking(std::string_view lower_name) {
  return std::ranges::any_of(
      std::initializer_list<std::string_view>{"question", "q", "reporter", "journalist", "interviewer", "questioner"},
      [&](std::string_view word) { return lower_name == word || lower_name.starts_with(std::string(word) + " "); });
}

bool is_answering(std::string_view lower_name) {
  return lower_name == "answer" || lower_name == "a";
}

bool is_small_word(std::string_view word) {
  return std::ranges::any_of(std::initializer_list<std::string_view>{"of", "the", "for", "and", "de", "van", "von",
                                                                     "der", "la", "al", "bin", "with", "du", "di"},
                             [&](std::string_view small) { return word == small; });
}

// Labels of other things than speakers: "Note:", "Source:", "Contact:".
bool is_other_label(std::string_view lower_name) {
  constexpr std::string_view kOthers[] = {
      "note",       "notes",      "source",     "sources",      "photo",    "update",    "updated", "date",
      "by",         "contact",    "present",    "absent",       "witness",  "subject",   "from",    "to",
      "re",         "cc",         "order",      "held",         "title",    "title",     "place",   "time",
      "where",      "when",       "who",        "what",         "summary",  "abstract",  "results", "methods",
      "background", "conclusion", "data",       "funding",      "editor",   "email",     "tel",     "phone",
      "read also",  "see also",   "correction", "copy",         "venue",    "apologies", "name",    "occupation",
      "signed",     "table",      "figure",     "published",    "received", "accepted",  "item",    "agenda",
      "vote",       "decision",   "action",     "next meeting", "width",    "bins",      "library", "lost"};
  return std::ranges::find(kOthers, lower_name) != std::end(kOthers);
}

// "Q. Where were you?" of a court's record.
std::optional<UnitLabel> read_letter_label(std::string_view words, const std::vector<std::uint32_t>& at) {
  if (words.size() < 6 || (words[0] != 'Q' && words[0] != 'A') || words[1] != '.' || words[2] != ' ')
    return std::nullopt;
  UnitLabel label;
  label.name = words.substr(0, 1);
  label.span = {at[0], at[1]};
  label.strong = label.letter = true;
  label.asks = words[0] == 'Q';
  label.answers = words[0] == 'A';
  return label;
}

// "12:01", "[00:12:40]"
bool is_clock(std::string_view word) {
  const bool colon = word.find(':') != std::string_view::npos;
  return colon && word.size() >= 4 && word.size() <= 12 && word.back() != ':' && std::ranges::all_of(word, [](char c) {
           return is_digit(c) || c == ':' || c == '[' || c == ']' || c == '(' || c == ')' || c == '.';
         });
}

std::optional<UnitLabel> read_label(std::string_view words, const std::vector<std::uint32_t>& at) {
  if (std::optional<UnitLabel> letter = read_letter_label(words, at)) return letter;
  std::size_t begin = 0;
  bool timed = false;
  // "[3] ", "37. ", "(a) ", "Q41 "
  for (bool more = true; more && begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    const std::string_view first = words.substr(begin, end - begin);
    const bool digits = std::ranges::any_of(first, is_digit);
    const bool numbered =
        digits && !first.empty() && first.find(':') == std::string_view::npos && std::ranges::all_of(first, [](char c) {
          return is_digit(c) || c == '[' || c == ']' || c == '(' || c == ')' || c == '.' || c == 'Q';
        });
    timed = timed || is_clock(first);
    more = (numbered || is_clock(first)) && end < words.size();
    if (more) begin = end + 1;
  }
  std::size_t count = 0;
  std::size_t colon = std::string_view::npos;
  int depth = 0;
  for (std::size_t i = begin; i < std::min(words.size(), begin + kLongestLabelBytes); ++i) {
    const char c = words[i];
    if (c == '(' || c == '[') ++depth;
    if (c == ')' || c == ']') --depth;
    if (c == ':' && depth == 0) {
      colon = i;
      break;
    }
  }
  if (colon == std::string_view::npos || colon == begin) return std::nullopt;
  if (colon + 1 < words.size() && words[colon + 1] != ' ') return std::nullopt;
  UnitLabel label;
  label.name = words.substr(begin, colon - begin);
  std::size_t capitals = 0;
  bool small = false;
  bool described = false;
  depth = 0;
  std::string outside;
  for (const char c : label.name) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) outside.push_back(c);
    if (c == ')' || c == ']') --depth;
  }
  for (std::size_t from = 0; from < outside.size();) {
    const std::size_t end = std::min(outside.find(' ', from), outside.size());
    const std::string_view word = std::string_view(outside).substr(from, end - from);
    from = end + 1;
    if (word.empty()) continue;
    ++count;
    const bool ends = word.back() == '.' && word.size() > 4 && is_lower(word[word.size() - 2]);
    const bool capital = is_upper(word[0]) || static_cast<unsigned char>(word[0]) >= 0x80;
    // In a log whoever writes has a line with its time.
    if (!timed && (ends || (!capital && !is_small_word(word) && !described))) return std::nullopt;
    // "MEMBER ROTH, dissenting in part": after the comma stands what the label says of the name.
    if (!described) {
      for (const char c : word)
        if (is_upper(c)) ++capitals;
      small = small || (std::ranges::any_of(word, is_lower) && !is_small_word(word) && word.back() != '.');
    }
    described = described || word.back() == ',';
  }
  if (count == 0 || count > kMostLabelWords) return std::nullopt;
  const std::string folded = lower(outside.substr(0, outside.find_last_not_of(" ") + 1));
  if (is_other_label(folded)) return std::nullopt;
  label.span = {at[begin], at[colon]};
  label.heading = colon + 1 >= words.size();
  label.asks = is_asking(folded);
  label.answers = is_answering(folded);
  label.strong = timed || label.asks || label.answers || (!small && capitals >= 2);
  return label;
}

bool is_read(BlockKind kind) {
  switch (kind) {
    case BlockKind::navigation:
    case BlockKind::sidebar:
    case BlockKind::comment_form:
    case BlockKind::comment:
    case BlockKind::advertising:
    case BlockKind::running_head:
    case BlockKind::boilerplate:
    case BlockKind::table:
    case BlockKind::code:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::vector<LayoutUnit> find_layout_units(const Document& document) {
  std::vector<LayoutUnit> units;
  const std::string_view text = document.text.view();
  for (const Block& block : document.blocks) {
    if (!is_read(block.kind)) continue;
    LayoutUnit unit;
    unit.span = block.span;
    std::vector<std::uint32_t> at;
    unit.words = without_markup(text, block.span, document.format, at);
    if (unit.words.empty()) continue;
    unit.label = read_label(unit.words, at);
    units.push_back(std::move(unit));
  }
  return units;
}

std::size_t count_plain_words(std::string_view words) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i) count += words[i] != ' ' && (i == 0 || words[i - 1] == ' ') ? 1u : 0u;
  return count;
}

bool holds_plain_word(std::string_view words, std::string_view word) {
  const auto letter = [](char c) { return is_upper(c) || is_lower(c) || static_cast<unsigned char>(c) >= 0x80; };
  for (std::size_t i = 0; i + word.size() <= words.size(); ++i) {
    if ((i > 0 && letter(words[i - 1])) || (i + word.size() < words.size() && letter(words[i + word.size()]))) continue;
    bool same = true;
    for (std::size_t k = 0; k < word.size() && same; ++k)
      same = (is_upper(words[i + k]) ? static_cast<char>(words[i + k] + 32) : words[i + k]) == word[k];
    if (same) return true;
  }
  return false;
}

}  // namespace readout
