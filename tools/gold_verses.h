// Two translations of one book, verse by verse: gold for aligning long texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace readout {

// Verses of one book joined by line breaks; `starts` says where each begins, `names` which it is ("5:3").
struct Verses {
  std::string text;
  std::vector<std::uint32_t> starts;
  std::vector<std::string> names;
};

// Rows of Book,Chapter,Verse,Text (text in quotation marks where it holds a comma). Up to `chapters` chapters.
Verses read_verses(const std::filesystem::path& file, const std::string& book, int chapters);

// Every verse of a New Testament that has words: its name ("Mark,4,9") and its text.
std::vector<std::pair<std::string, std::string>> read_new_testament(const std::filesystem::path& file);

struct VerseScore {
  std::size_t words_a = 0, words_b = 0;
  std::size_t linked = 0;                       // words of a with a word of b
  std::size_t linked_same = 0;                  // of these, to a word that is the same, case and spelling apart
  std::size_t right = 0;                        // linked words all of whose links stand in the same verse
  double units_seconds = 0, align_seconds = 0;  // of CPU, best of three
};

VerseScore score_verses(const Verses& a, const Verses& b);

}  // namespace readout
