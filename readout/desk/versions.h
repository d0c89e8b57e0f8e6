// The versions of one statement, as the record holds them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/base/span.h"
#include "readout/record/record.h"
#include "readout/view/version_table.h"

namespace readout {

// The statements of these ids, in this order. Of a single one, after it, also the versions that the record knows, in
// order of name and place: the same words by the same person, and what its links lead to. Of a speech that is far
// longer than the passages that are linked (a turn of a transcript) only these passages are taken.
Result<std::vector<VersionWitness>> load_versions(Record& record, const std::vector<std::string>& ids);

// Bytes of all of them.
std::uint32_t size_of_spans(const std::vector<Span>& spans);
// Sorted, neighbours and overlaps as one.
std::vector<Span> join_spans(std::vector<Span> spans);
// Whether a speech is so much longer than its linked passages (joined) that only these are taken of it; never where
// there are none.
bool is_far_longer(const std::vector<Span>& whole, const std::vector<Span>& linked);

}  // namespace readout
