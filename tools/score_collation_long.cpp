// Long texts: how fast, and how much of one verse meets the same verse.
#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "readout/collation/collation.h"
#include "tools/score_collation.h"

namespace readout::score {
namespace {

// Fields of one CSV file: book, chapter, verse, text.
std::vector<std::vector<std::string>> read_csv(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
      rows.back().back() += text[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.back().emplace_back();
    else if (!quoted && c == '\n')
      rows.emplace_back(1);
    else if (c != '\r')
      rows.back().back() += c;
  }
  return rows;
}

struct Book {
  std::string text;
  std::vector<std::pair<std::uint32_t, std::string>> verses;  // where each begins, and its number

  const std::string& verse_at(std::uint32_t offset) const {
    auto after = std::ranges::upper_bound(verses, offset, {}, &std::pair<std::uint32_t, std::string>::first);
    return std::prev(after)->second;
  }
};

// The verses that say something, from Matthew on, or of one book.
Book read_book(const std::filesystem::path& file, std::string_view name) {
  Book book;
  bool begun = false;
  for (const auto& row : read_csv(file)) {
    begun = begun || row[0] == "Matthew";
    if (!begun || row.size() < 4 || row[3].empty() || (!name.empty() && row[0] != name)) continue;
    book.verses.emplace_back(static_cast<std::uint32_t>(book.text.size()), row[0] + " " + row[1] + ":" + row[2]);
    book.text += row[3] + "\n";
  }
  return book;
}

void measure(const std::vector<Book>& books, std::size_t words, std::string_view name) {
  double best = 1e9;
  std::size_t total = 0;
  Collation table;
  std::vector<std::vector<Unit>> units;
  // The stretch of each text that holds so many words, found beforehand: the rest is not read for the clock.
  std::vector<Span> stretches;
  for (const Book& book : books) {
    const std::vector<Unit> all = make_units(book.text, make_span(0, book.text.size()));
    std::size_t count = 0, end = 0;
    while (end < all.size() && count < words) count += is_word(all[end++].kind) ? 1 : 0;
    stretches.push_back(make_span(0, end == 0 ? 0 : all[end - 1].span.end));
    total += count;
  }
  for (int run = 0; run < 3; ++run) {
    const std::clock_t begin = std::clock();
    units.clear();
    for (std::size_t i = 0; i < books.size(); ++i) units.push_back(make_units(books[i].text, stretches[i]));
    table = collate(units);
    best = std::min(best, static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  std::uint64_t pairs = 0, alike = 0, right = 0, alike_right = 0;
  for (std::size_t c = 0; c < table.columns(); ++c)
    for (std::size_t a = 0; a < books.size(); ++a)
      for (std::size_t b = a + 1; b < books.size(); ++b) {
        if (table.at(c, a) == kNoUnit || table.at(c, b) == kNoUnit) continue;
        const Unit& x = units[a][table.at(c, a)];
        const Unit& y = units[b][table.at(c, b)];
        if (!is_word(x.kind) || !is_word(y.kind)) continue;
        ++pairs;
        const bool same = x.folded == y.folded;
        const bool one_verse = books[a].verse_at(x.span.begin) == books[b].verse_at(y.span.begin);
        alike += same ? 1 : 0;
        right += one_verse ? 1 : 0;
        alike_right += same && one_verse ? 1 : 0;
      }
  const auto share = [](std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  fmt::print("{}: {} witnesses, {} words in all, {} columns\n", name, books.size(), total, table.columns());
  fmt::print("  {:.3f} s of CPU, {:.0f} MB at most\n", best, most_megabytes());
  fmt::print("  {} pairs of words in one column: {:.4f} of one verse; {:.3f} alike, of these {:.4f} of one verse\n",
             pairs, share(right, pairs), share(alike, pairs), share(alike_right, alike));
}

}  // namespace

bool score_long_texts(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / "Noyes.csv")) {
    fmt::print("long texts: SKIPPED, the New Testaments are not here\n");
    return false;
  }
  measure({read_book(folder / "Noyes.csv", ""), read_book(folder / "Twenty.csv", "")}, 18'800, "two long texts");
  std::vector<Book> matthew;
  for (const char* name : {"Noyes.csv", "Twenty.csv", "OEB.csv"})
    matthew.push_back(read_book(folder / name, "Matthew"));
  measure(matthew, 1'000'000, "Matthew three times");
  return true;
}

}  // namespace readout::score
