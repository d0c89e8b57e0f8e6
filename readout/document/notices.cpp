#include "readout/document/notices.h"

#include <algorithm>
#include <array>
#include <vector>

#include "readout/base/lexicon.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

enum class How : std::uint8_t { is, opens, starts, closes, holds };

struct Phrase {
  How how;
  std::string_view words;
  Notice notice;
};

// Phrases by their first letter (openings), the rest apart: a line is looked up under one letter only.
struct Phrases {
  std::array<std::vector<Phrase>, 256> by_first;
  std::vector<Phrase> endings;
};

unsigned char key_of(char c) {
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

How how_of(std::string_view word) {
  if (word == "is") return How::is;
  if (word == "opens") return How::opens;
  if (word == "starts") return How::starts;
  return word == "closes" ? How::closes : How::holds;
}

const Phrases& phrases() {
  static const Phrases table = [] {
    Phrases out;
    for (const auto& row : rows(embedded("en/notices.tsv"))) {
      if (row.size() < 4 || row[1].empty()) continue;
      const auto kind = parse_block_kind(row[2]);
      if (!kind) continue;
      const Phrase phrase{how_of(row[0]), row[1], {*kind, row[3]}};
      const bool leading = phrase.how != How::closes && phrase.how != How::holds;
      (leading ? out.by_first[key_of(row[1][0])] : out.endings).push_back(phrase);
    }
    return out;
  }();
  return table;
}

const std::vector<std::pair<std::string_view, bool>>& sections() {
  static const auto table = [] {
    std::vector<std::pair<std::string_view, bool>> out;
    for (const auto& row : rows(embedded("en/sections.tsv")))
      if (row.size() >= 2) out.emplace_back(row[0], row[1] == "region");
    std::sort(out.begin(), out.end());
    return out;
  }();
  return table;
}

// Without the arrows, colons and points that close a label.
std::string_view bare_label(std::string_view words) {
  for (bool more = true; more && !words.empty();) {
    more = false;
    for (const std::string_view tail : {":", "!", " ", ">", "»", "›", "→", "…", "▼", "↓"})
      if (words.size() > tail.size() && words.ends_with(tail)) {
        words.remove_suffix(tail.size());
        more = true;
      }
  }
  return words;
}

}  // namespace

std::optional<Notice> judge_phrases(std::string_view text, const Line& line) {
  if (line.is_long || line.opens_quoted) return std::nullopt;
  std::string_view words = slice(text, line.span);
  // "(Photo by Ana Vale)", "(NAA)"
  if (words.size() > 2 && words.front() == '(' && words.back() == ')') words = words.substr(1, words.size() - 2);
  if (words.empty()) return std::nullopt;
  const std::string_view label = bare_label(words);
  const bool sentence = line.ending == Ending::stop || line.ends_quoted;
  for (const Phrase& phrase : phrases().by_first[key_of(words[0])]) {
    if (!opens_with(words, phrase.words)) continue;
    switch (phrase.how) {
      case How::is:
        if (label.size() == phrase.words.size() || words.size() == phrase.words.size()) return phrase.notice;
        break;
      case How::opens:
        if (line.words <= 60) return phrase.notice;
        break;
      default:
        if (!sentence && line.words <= 20) return phrase.notice;
        break;
    }
  }
  if (line.words > 40) return std::nullopt;
  for (const Phrase& phrase : phrases().endings) {
    if (phrase.how == How::closes ? closes_with(words, phrase.words)
                                  : (!sentence || phrase.words.starts_with("is ")) && holds(words, phrase.words))
      return phrase.notice;
  }
  return std::nullopt;
}

MenuCount count_menu(std::string_view words) {
  MenuCount out;
  const auto& table = sections();
  bool unbroken = true;
  for (std::size_t i = 0; i < words.size();) {
    const CodePoint c = code_point_at(words, i);
    if (!is_letter(c.value)) {
      // Dots and quotation marks belong to sentences, bars and arrows to menus.
      if (c.value == '.' || c.value == '"' || c.value == 0x201C) unbroken = false;
      i += c.size;
      continue;
    }
    std::size_t j = i;
    while (j < words.size()) {
      const CodePoint d = code_point_at(words, j);
      if (!is_letter(d.value) && d.value != '\'' && d.value != '-') break;
      j += d.size;
    }
    ++out.words;
    unbroken = unbroken && is_upper(c.value);
    std::string folded;
    for (std::size_t k = i; k < j; ++k) folded += static_cast<char>(key_of(words[k]));
    const auto found = std::lower_bound(table.begin(), table.end(), std::pair<std::string_view, bool>(folded, false));
    if (found != table.end() && found->first == folded) {
      ++(found->second ? out.regions : out.sections);
      if (unbroken) out.end = j;
    }
    i = j;
  }
  return out;
}

}  // namespace readout
