// attest: a verification of words -> the same with speaker and source weighed: INDIRECT, OTHER SPEAKER, ELSEWHERE.
//
//   quote “I signed it”, said to be Stern's, said to stand in report.txt
//     report.txt has it, under the name of Brook     OTHER SPEAKER, and the place says Brook
//     report.txt: “Stern said he had signed it”      INDIRECT
//     minutes.txt alone has it                       ELSEWHERE, and the place says minutes.txt
//
// A verdict on the words that is worse stands: ALTERED words of another are ALTERED, and the place still says whose.
// Where the source does not tell who speaks, the verdict stands with the caution `speaker_unknown`: never OTHER
// SPEAKER. Without a speaker named, words in reported speech are INDIRECT only where the quotation turned them back
// into direct speech ("would" into "will", "he" into "I").
//
// Places of one verdict are ranked by nearness to the primary source, then by name of the text, then by offset; all are
// kept.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/verify/verify.h"
#include "readout/verify/voices.h"

namespace readout {

// What a draft, or a user, says of a quotation; empty where it says nothing.
struct Claim {
  std::string speaker;
  std::string source;
  bool loose = false;  // the source is an address: nothing is missing where it is none of the texts

  friend bool operator==(const Claim&, const Claim&) = default;
};

// What attest asks of its caller. `compare` gives the verification against those texts, or against all; places index
// into the whole list.
struct Witnesses {
  std::span<const std::string> names;  // of all texts: "report.txt"
  std::function<const Document&(std::size_t)> document;
  std::function<const Voices&(std::size_t)> voices;
  std::function<Verification(std::span<const std::size_t>)> compare;
  // The texts that a draft means by such words; null: find_sources().
  std::function<std::vector<std::size_t>(std::string_view)> named = nullptr;
};

Verification attest(std::string_view quote, const Claim& claim, const Witnesses& witnesses);

// Ascending.
std::vector<std::size_t> find_sources(std::string_view source, const Witnesses& witnesses);

// Whether `source`, as a draft prints it, is this text: its name, path, title, address or outlet.
bool is_source(std::string_view source, std::string_view name, const Document& document);

Nearness nearness_of(const Document& document);

}  // namespace readout
