#include <algorithm>
#include <array>

#include "readout/document/dates_scan.h"
#include "readout/document/notices.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, 20> kNotes = {
    "emphasis",      "my emphasis", "italics",      "bold",         "bolding",
    "translated by", "translation", "translated",   "trans.",       "editing by",
    "edited by",     "edited for",  "editor",       "ed.",          "reporting by",
    "writing by",    "underlining", "highlighting", "our emphasis", "additional reporting"};

constexpr std::array<std::string_view, 14> kAgencyNames = {"ap",     "afp",       "reuters", "epa",      "tass",
                                                           "getty",  "photo",     "image",   "efe",      "sputnik",
                                                           "xinhua", "bloomberg", "anadolu", "wikimedia"};

// A sentence or two and then "Source: ...": where "Source" begins; npos if it does not close the line.
std::size_t find_source(std::string_view words) {
  if (words.find(':') == std::string_view::npos) return std::string_view::npos;
  for (const std::string_view label : {"source:", "sources:", "credit:", "photo:", "image:"}) {
    const std::size_t at = find_words(words, label);
    if (at == std::string_view::npos) continue;
    const std::string_view value = words.substr(skip_blank(words, at + label.size()));
    const bool address = value.starts_with("http") || value.starts_with("www.");
    const std::size_t blanks = static_cast<std::size_t>(std::count(value.begin(), value.end(), ' '));
    if (address ? blanks == 0 : blanks <= 4 && value.find(". ") == std::string_view::npos) return at;
  }
  return std::string_view::npos;
}

bool is_address(std::string_view words) {
  return (words.starts_with("http://") || words.starts_with("https://") || words.starts_with("www.")) &&
         words.find(' ') == std::string_view::npos;
}

// Every word a handle: "@marlow_desk", "@one @two".
bool is_handles(std::string_view words) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size();) {
    if (words[i] != '@') return false;
    std::size_t j = i + 1;
    while (j < words.size() && words[j] != ' ' && words[j] != ',') {
      if (words[j] == '@') return false;
      ++j;
    }
    if (j == i + 1) return false;
    ++count;
    i = j;
    while (i < words.size() && (words[i] == ' ' || words[i] == ',' || words[i] == '|')) ++i;
  }
  return count > 0;
}

// "12", "- 3 -", "Page 3 of 7", "3/7".
bool is_page_number(std::string_view words) {
  std::size_t i = 0;
  while (i < words.size() && (words[i] == '-' || words[i] == ' ' || words[i] == '[')) ++i;
  if (opens_with(words.substr(i), "page")) i = skip_blank(words, i + 4);
  const std::size_t first = i;
  while (i < words.size() && is_digit(code_point_at(words, i).value)) ++i;
  if (i == first || i - first > 4 || words.size() > 16) return false;
  if (std::count_if(words.begin(), words.end(), [](char c) { return c >= '0' && c <= '9'; }) > 6) return false;
  std::string_view rest = words.substr(skip_blank(words, i));
  if (rest.starts_with('/'))
    rest.remove_prefix(1);
  else if (opens_with(rest, "of"))
    rest.remove_prefix(skip_blank(rest, 2));
  return std::all_of(rest.begin(), rest.end(),
                     [](char c) { return (c >= '0' && c <= '9') || c == '-' || c == ' ' || c == ']'; });
}

// "NAGENCY/Ana Vale" at the end: where it begins.
std::size_t find_capitals_credit(std::string_view body) {
  const std::size_t slash = body.rfind('/');
  if (slash == std::string_view::npos || slash == 0 || body.size() - slash > 40) return std::string_view::npos;
  std::size_t begin = slash;
  while (begin > 0 && body[begin - 1] >= 'A' && body[begin - 1] <= 'Z') --begin;
  if (slash - begin < 3 || (begin > 0 && body[begin - 1] != ' ')) return std::string_view::npos;
  const Line name = measure(body, make_span(slash + 1, body.size()));
  const bool person = name.words >= 2 && name.words <= 4 && name.lower == 0 && !name.all_capitals && name.digits == 0;
  return person ? begin : std::string_view::npos;
}

// "Item 1 of 3 The pier ...", "[1/3] The pier ...", "list 1 of 3": an album's or a screen reader's count.
bool is_album_item(std::string_view words) {
  std::size_t i = 0;
  const bool bracket = words[0] == '[';
  if (opens_with(words, "item") || opens_with(words, "list"))
    i = skip_blank(words, 4);
  else if (bracket)
    i = 1;
  else
    return false;
  if (opens_with(words.substr(i), "of") && words.ends_with("items")) return true;
  const std::size_t first = i;
  while (i < words.size() && words[i] >= '0' && words[i] <= '9') ++i;
  if (i == first || i - first > 2) return false;
  if (bracket) return i < words.size() && words[i] == '/';
  return opens_with(words.substr(skip_blank(words, i)), "of");
}

// A line in brackets about the text or its writer: "(The writer is a fellow of the pier institute.)".
bool speaks_of_text(std::string_view inside, const Line& line) {
  for (const std::string_view opening : {"the writer is", "the author is", "the writers are", "the authors are"})
    if (opens_with(inside, opening)) return true;
  return line.words <= 14 && (holds(inside, "translated") || holds(inside, "translation"));
}

// "16.42", "14:05", "2:07 p.m. GMT": the stamp of a live report or a briefing.
bool is_clock(std::string_view words) {
  const DateScan scan{words, words.size()};
  std::size_t next = 0;
  const int hour = scan.number(0, 2, next);
  if (hour < 0 || hour > 23) return false;
  if (scan.at(next) == '.') {
    std::size_t end = next + 1;
    const int minute = scan.number(next + 1, 2, end);
    return minute >= 0 && minute < 60 && end == next + 3 && end == words.size();
  }
  TimeExpression time;
  if (!scan.clock(0, true, time)) return false;
  const std::string_view rest = words.substr(scan.blank(time.span.end));
  return rest.size() <= 4 && rest.find(' ') == std::string_view::npos;
}

// Braces, calls and tags that no prose has.
bool is_code(std::string_view words, const Line& line) {
  std::uint32_t signs = 0;
  for (const char c : words.substr(0, kLongBytes))
    if (c == '{' || c == '}' || c == ';' || c == '=' || c == '<' || c == '>') ++signs;
  if (signs < 3) return false;
  // Words between tags are still words: only what is nearly all markup is code.
  std::size_t outside = 0;
  bool tag = false;
  for (const char c : words) {
    if (c == '<') tag = true;
    if (!tag && c != ' ') ++outside;
    if (c == '>') tag = false;
  }
  if (words[0] == '<') return outside * 8 < words.size();
  for (const std::string_view sign : {"function(", "function (", "window.", "document.", "var ", "@media", "=>",
                                      "\":\"", "px;", "!important", "googletag", "{\"", "();"})
    if (words.find(sign) != std::string_view::npos) return true;
  return !line.is_long && signs * 4 >= line.words;
}

std::size_t count_of(std::string_view words, char c) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), c));
}

}  // namespace

bool is_note(std::string_view inside) {
  if (inside.size() > 160) return false;
  for (const std::string_view note : kNotes)
    if (opens_with(inside, note)) {
      // "[Editor of the paper]" explains a word inside a quotation; "[Editor's note: ...]" speaks to the reader.
      if (note == "editor") return opens_with(inside, "editor's note") || opens_with(inside, "editor’s note");
      if (note == "translation" || note == "translated" || note == "bold" || note == "italics")
        return inside.size() < 80 && !opens_with(inside, "translated into");
      return true;
    }
  for (const std::string_view tail :
       {"emphasis", "emphasis added", "emphasis mine", "emphasis ours", "italics mine", "emphasis added."})
    if (closes_with(inside, tail) && inside.size() < 60) return true;
  return false;
}

std::size_t find_credit(std::string_view words) {
  std::string_view body = words;
  while (body.ends_with('.') || body.ends_with(' ')) body.remove_suffix(1);
  if (body.ends_with(')') || body.ends_with(']')) {
    const std::size_t open = body.rfind(body.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos || body.size() - open > 80) return std::string_view::npos;
    const std::string_view inside = body.substr(open + 1, body.size() - open - 2);
    const std::size_t slash = inside.find('/');
    for (const std::string_view name : kAgencyNames) {
      const std::size_t at = find_words(inside, name);
      if (at == std::string_view::npos) continue;
      const bool labelled = find_words(inside, "photo") != std::string_view::npos || find_words(inside, "image") == 0 ||
                            find_words(inside, "images") != std::string_view::npos;
      if (slash != std::string_view::npos || labelled) return open;
    }
    return std::string_view::npos;
  }
  if (const std::size_t credit = find_capitals_credit(body); credit != std::string_view::npos) return credit;
  const std::size_t bar = body.find_last_of("|/");
  if (bar == std::string_view::npos || body.size() - bar > 30 || bar == 0) return std::string_view::npos;
  const std::string_view name = body.substr(skip_blank(body, bar + 1));
  for (const std::string_view agency : kAgencyNames)
    if (opens_with(name, agency) &&
        (agency.size() == name.size() || opens_with(name.substr(agency.size()), " images") ||
         opens_with(name.substr(agency.size()), " photo") || opens_with(name, "ap photo")))
      return bar;
  return std::string_view::npos;
}

std::optional<Notice> judge_marks(std::string_view text, const Line& line) {
  const std::string_view words = slice(text, line.span);
  if (words.empty()) return std::nullopt;
  if (is_code(words, line)) return Notice{BlockKind::code, "leaked-markup"};
  if (line.is_long) return std::nullopt;
  if (words[0] == '@' && is_handles(words)) return Notice{BlockKind::byline, "handle"};
  if (is_address(words)) return Notice{BlockKind::source_line, "bare-address"};
  if ((words[0] == '[' && words.back() == ']') || (words[0] == '(' && words.back() == ')'))
    if (is_note(words.substr(1, words.size() - 2)) || speaks_of_text(words.substr(1, words.size() - 2), line))
      return Notice{BlockKind::editor_note, "bracketed-note"};
  if (count_of(words, '\t') >= 2) return Notice{BlockKind::table, "columns"};
  if (line.words <= 60 && is_album_item(words))
    return opens_with(words, "list") ? Notice{BlockKind::navigation, "list-count"}
                                     : Notice{BlockKind::caption, "album-item"};
  if (line.letters <= 8 && is_clock(words)) return Notice{BlockKind::dateline, "clock-line"};
  if (line.letters <= 6 && is_page_number(words)) return Notice{BlockKind::running_head, "page-number"};
  if (line.letters == 0 && line.digits == 0) return Notice{BlockKind::boilerplate, "rule"};
  const std::size_t bars = count_of(words, '|');
  if (bars >= 2 && (words[0] == '|' || bars >= 3) && line.ending != Ending::stop) {
    const MenuCount menu = count_menu(words);
    if (menu.sections >= 2) return Notice{BlockKind::navigation, "menu"};
    if (words[0] == '|') return Notice{BlockKind::table, "columns"};
  }
  if (line.opens_quoted) return std::nullopt;
  if (const std::size_t source = find_source(words); source != std::string_view::npos && line.words <= 60) {
    if (source == 0)
      return opens_with(words, "source") ? Notice{BlockKind::source_line, "source"}
                                         : Notice{BlockKind::credit, "photo-credit"};
    // Only what stands as a sentence or a label before it can be a caption.
    const char before = words[source - 1];
    if (before == ' ' || before == '(' || before == '\n') return Notice{BlockKind::caption, "caption-with-source"};
  }
  if (line.words <= 60 && find_credit(words) != std::string_view::npos) {
    const std::size_t credit = find_credit(words);
    return credit == 0 || line.words <= 3 ? Notice{BlockKind::credit, "photo-credit"}
                                          : Notice{BlockKind::caption, "caption-with-credit"};
  }
  return std::nullopt;
}

}  // namespace readout
