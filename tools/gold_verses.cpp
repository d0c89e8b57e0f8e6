#include "gold_verses.h"

#include <algorithm>
#include <ctime>
#include <fstream>

#include "readout/align/align.h"

namespace readout {
namespace {

std::string unquote(std::string field) {
  if (field.size() < 2 || field.front() != '"') return field;
  std::string out;
  for (std::size_t i = 1; i + 1 < field.size(); ++i) {
    if (field[i] == '"' && field[i + 1] == '"') ++i;
    out += field[i];
  }
  return out;
}

double since(std::clock_t begin) {
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

std::size_t verse_of(const Verses& verses, std::uint32_t offset) {
  return static_cast<std::size_t>(std::upper_bound(verses.starts.begin(), verses.starts.end(), offset) -
                                  verses.starts.begin()) -
         1;
}

}  // namespace

Verses read_verses(const std::filesystem::path& file, const std::string& book, int chapters) {
  Verses verses;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(book + ",")) continue;
    while (!line.empty() && line.back() == '\r') line.pop_back();
    const std::size_t chapter = book.size() + 1;
    const std::size_t verse = line.find(',', chapter);
    const std::size_t text = line.find(',', verse + 1);
    if (text == std::string::npos || std::stoi(line.substr(chapter)) > chapters) continue;
    verses.starts.push_back(static_cast<std::uint32_t>(verses.text.size()));
    verses.names.push_back(line.substr(chapter, verse - chapter) + ":" + line.substr(verse + 1, text - verse - 1));
    verses.text += unquote(line.substr(text + 1)) + "\n";
  }
  return verses;
}

std::vector<std::pair<std::string, std::string>> read_new_testament(const std::filesystem::path& file) {
  std::vector<std::pair<std::string, std::string>> out;
  std::ifstream in(file);
  bool begun = false;
  for (std::string line; std::getline(in, line);) {
    begun = begun || line.starts_with("Matthew,");
    if (!begun) continue;
    while (!line.empty() && line.back() == '\r') line.pop_back();
    std::size_t text = 0;
    for (int field = 0; field < 3; ++field) text = line.find(',', text) + 1;
    std::string words = unquote(line.substr(text));
    if (words.find_first_not_of(' ') != std::string::npos) out.emplace_back(line.substr(0, text - 1), std::move(words));
  }
  return out;
}

VerseScore score_verses(const Verses& a, const Verses& b) {
  VerseScore score;
  std::vector<Unit> units_a, units_b;
  Alignment alignment;
  score.units_seconds = score.align_seconds = 1e9;
  for (int round = 0; round < 3; ++round) {
    std::clock_t begin = std::clock();
    units_a = make_units(a.text, make_span(0, a.text.size()));
    units_b = make_units(b.text, make_span(0, b.text.size()));
    score.units_seconds = std::min(score.units_seconds, since(begin));
    begin = std::clock();
    alignment = align(units_a, units_b);
    score.align_seconds = std::min(score.align_seconds, since(begin));
  }
  for (const Unit& unit : units_a) score.words_a += is_word(unit.kind) ? 1 : 0;
  for (const Unit& unit : units_b) score.words_b += is_word(unit.kind) ? 1 : 0;
  for (std::size_t i = 0; i < alignment.links.size();) {
    const std::uint32_t word = alignment.links[i].a;
    bool right = true;
    bool same = false;
    bool any = false;
    for (; i < alignment.links.size() && alignment.links[i].a == word; ++i) {
      const WordLink& link = alignment.links[i];
      if (!is_word(units_b[link.b].kind)) continue;
      any = true;
      same = same || link.likeness.kind == Alike::same || link.likeness.kind == Alike::letter_case ||
             link.likeness.kind == Alike::spelling;
      right =
          right && a.names[verse_of(a, units_a[word].span.begin)] == b.names[verse_of(b, units_b[link.b].span.begin)];
    }
    if (!any || !is_word(units_a[word].kind)) continue;
    ++score.linked;
    score.linked_same += same ? 1 : 0;
    score.right += right ? 1 : 0;
  }
  return score;
}

}  // namespace readout
