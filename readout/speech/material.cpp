#include "readout/speech/material.h"

#include <algorithm>

#include "readout/speech/clause.h"
#include "readout/speech/features.h"
#include "readout/speech/look.h"
#include "readout/speech/noun_phrase.h"

namespace readout {

int after_attribution(const StrandView& s, const CueSite& site) {
  if (!site.inverted) return site.end;
  int i = std::max({site.source.end, site.end, site.tail.end});
  return skip_apposition(s, i, site.begin == 0);
}

namespace {

// “…,” the head of the agency, Ana Crest, said: where the description before the name begins.
int past_description(const StrandView& s, const CueSite& site, int end) {
  if (site.inverted || end != site.source.begin || site.source.end != site.begin - 1 || !s.is_comma(site.begin - 1) ||
      !s.is_comma(end - 1) || !s.is_capital(end))
    return end;
  const NounPhrase description = phrase_left(s, end - 1);
  if (description.empty() || s.is(description.begin, WordClass::subject_pronoun)) return end;
  const int before = description.begin - 1;
  return s.quotation(before) != nullptr || (s.is_comma(before) && s.quotation(before - 1) != nullptr)
             ? description.begin
             : end;
}

}  // namespace

Range material_before(const StrandView& s, const CueSite& site, const std::vector<CueSite>& sites) {
  int end = past_description(s, site, first_item(site));
  if (site.as_clause) --end;
  if (end <= 0) return {};
  if (s.is(end - 1, WordClass::coordinator)) return {};
  const bool quotation = s.quotation(end - 1) != nullptr;
  if (!quotation && !s.is_comma(end - 1) && !s.is_dash(end - 1) && !s.is_mark(end - 1, "?") && !s.is_mark(end - 1, "!"))
    return {};
  if (!quotation && !s.is_mark(end - 1, "?") && !s.is_mark(end - 1, "!")) --end;
  int begin = 0;
  for (const CueSite& other : sites) {
    if (other.head >= site.head || other.shape == CueShape::noun) continue;
    const int past = after_attribution(s, other);
    // An attribution of its own before this one, closed by a comma: what it reports stands before it.
    if (past > begin && past < end && (s.is_comma(past) || s.is_mark(past, ";"))) begin = past + 1;
  }
  for (int i = begin; i < end; ++i)
    if (s.is_mark(i, ";") || s.is_mark(i, ":")) begin = i + 1;
  while (begin < end && begin > 0 && s.is(begin, WordClass::coordinator)) ++begin;
  return {begin, end};
}

Range last_clause(const StrandView& s, Range range) {
  for (int i = range.end - 1; i > range.begin; --i)
    if (s.is_dash(i)) return {i + 1, range.end};
  return range;
}

Range relative_clause(const StrandView& s, Range range) {
  for (int i = range.end - kShortestClause; i > range.begin; --i)
    if (s.is_comma(i) && (s.is_word(i + 1, "which") || s.is_word(i + 1, "who") || s.is_word(i + 1, "where")))
      return {i + 2, range.end};
  return range;
}

int adjacent_quotation(const StrandView& s, Range before) {
  if (before.empty()) return -1;
  const Quotation* quotation = s.quotation(before.end - 1);
  if (quotation == nullptr) return -1;
  // On “Morning Marlow,” the minister said: a title is no speech, unless it is all there is.
  if (before.end - 1 > before.begin && is_title_like(s.prose(), *quotation)) return -1;
  return before.end - 1;
}

}  // namespace readout
