// What words of a passage count, date, deny: for weight.h. Lists are of units of one passage, or of a part of one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "readout/align/units.h"
#include "readout/collation/change_words.h"

namespace readout {

bool has_class(const Unit& unit, MeaningClass word_class);
bool is_content(const Unit& unit);
bool is_name(const Unit& unit);  // no title

std::size_t count_content(const std::vector<Unit>& words);
std::size_t count_negations(const std::vector<Unit>& units);
bool denies(const std::vector<Unit>& units);     // "reject", "failed": without a "not"
bool says_more(const std::vector<Unit>& words);  // content words besides negations
bool is_question(const std::vector<Unit>& units);

// Numbers and quantifiers, sorted, each once: "everything" and "all" have one value; "any" and "some" none.
std::vector<std::uint64_t> number_values(const std::vector<Unit>& units);
bool has_figure(const std::vector<Unit>& units);
bool is_vague(const Unit& unit);  // "much", "several", or no quantity at all

// Dates and words of time in order: "before" and "prior" have one value, "during" and "when" another.
std::vector<std::uint64_t> time_values(const std::vector<Unit>& units);

}  // namespace readout
