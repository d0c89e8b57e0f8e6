// The lexicons and models under data/, compiled into the program.
//
//   for (auto row : rows(embedded("en/cues.tsv"))) ...   // row[0] is the first column
//
// A lexicon is UTF-8, one entry a line, columns split by tabs; lines that open with '#' are comments (source, licence).
#pragma once

#include <string_view>
#include <vector>

#include "readout/base/digest.h"

namespace readout {

// The bytes of data/<name>; empty where there is no such file.
std::string_view embedded(std::string_view name);

// The names of all embedded files, sorted.
std::vector<std::string_view> embedded_names();

// Of the names and bytes of all embedded files: two programs with equal digests read by the same words.
Digest lexicon_digest();

// The rows of a lexicon, comments and empty lines left out. Views point into `tsv`.
std::vector<std::vector<std::string_view>> rows(std::string_view tsv);

// The parts of a column between the marks, empty ones left out: "of a" by ' ', "said|says" by '|'.
std::vector<std::string_view> split(std::string_view column, char mark);

}  // namespace readout
