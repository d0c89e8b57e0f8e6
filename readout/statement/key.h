// statement_key: the key on which word-for-word versions of one act of speaking meet.
//
//   "We will wait," the minister said.       -> 5f0c...
//   The minister: “We will — wait...”        -> 5f0c...   the same person, the same words after fold_words
//
// Same person, same polarity, same words after folding (what the outlet inserted left out), at least kKeyWords of them.
// A shorter or unattributed speech gets "" and meets nothing: one "no comment" is not another. A later linker of
// versions replaces this function and nothing else.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "readout/people/person.h"
#include "readout/speech/speech.h"

namespace readout {

inline constexpr std::size_t kKeyWords = 4;

// `text` is the document's; `person` the speaker, null where unknown. 16 hexadecimal digits, or "".
std::string statement_key(std::string_view text, const Speech& speech, const Person* person);

}  // namespace readout
