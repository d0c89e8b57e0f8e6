// The answer of `verify` and of `check`: the verdict in words first, then what differs, then the places in their
// context and who said them. Never a number that stands for likeness.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/json.h"
#include "readout/record/account.h"
#include "readout/record/rows.h"
#include "readout/verify/attest.h"
#include "readout/view/look.h"

namespace readout {

// A text that was compared: an account of the record or of a file, under its name, with the rows of its speeches.
struct Compared {
  std::string name;
  Account account;
  std::vector<SpeechRow> speeches;
};

struct VerifyPage {
  std::string quote;
  Verification verification;  // places point into `texts`
  const std::vector<Compared>* texts = nullptr;
  std::string_view where = "the pile";  // what was searched: "the pile", "these files"
  Claim claim;
};

// The speech of the document in which a place stands: the innermost that holds most of it; null where it stands in
// none.
const SpeechRow* speaker_of(const Place& place, const Compared& compared);

std::string verify_page(const VerifyPage& page, const Look& look);

Tint tint_of(Verdict verdict);

// "number: “14” for “40”", "negation: “not” left out", "insertion: “secretly” put in".
std::string change_line(std::string_view quote, std::string_view text, const Difference& difference);

void write_verification(JsonWriter& json, const VerifyPage& page);

// "letter case, dashes": what was folded at a place.
std::string foldings(const Place& place);

}  // namespace readout
