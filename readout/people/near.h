// Names that stand near a speech without being its source: in the lead-in before it, in the paragraph after it, in its
// first words. Each is an actor of the cast, or -1.
#pragma once

#include <cstdint>
#include <span>

#include "readout/people/cast.h"
#include "readout/people/source.h"
#include "readout/speech/speech.h"

namespace readout {

// The paragraph in which a speech stands.
std::uint32_t paragraph_of(const Cast& cast, const Speech& speech, bool end);

// "Marlow's foreign minister said no on Friday. <new paragraph> Anna Kovel told reporters ...": wire style gives the
// office first and the name after it. The one new full name without a title in the next paragraph.
std::int32_t named_next(const Cast& cast, std::span<const Speech> speeches, const SourceWords& words);

// "The following is attributable to Spokesperson Anna Kovel:" near the beginning.
std::int32_t attributable(const Cast& cast);

// "QUESTION: Ivo Stern, Marlow Times. Will the road ...": who asks says so first.
std::int32_t self_introduced(const Cast& cast, const Speech& speech);

// Who is named last between the paragraph's beginning (or `from`, where all speeches before end) and a quotation
// without a source.
std::int32_t lead_in(const Cast& cast, const Speech& speech, std::uint32_t from);

// Who answers where no label says it: the first person whom the document names in full before the answer.
std::int32_t interviewee(const Cast& cast, const Speech& answer);

}  // namespace readout
