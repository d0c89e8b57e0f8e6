#include "readout/verify/cuts.h"

#include <algorithm>
#include <initializer_list>

#include "readout/text/characters.h"
#include "readout/verify/wording.h"

namespace readout {
namespace {

constexpr std::size_t kOwnClause = 3;  // words

// The words [begin, end) that belong to the clause, or the sentence, of a piece that is left.
struct Attached {
  std::size_t clause_left, clause_right;      // up to the first end of a clause; from the last one on
  std::size_t sentence_left, sentence_right;  // the same for sentences
};

Attached find_attached(std::string_view text, const std::vector<FoldedWord>& words, std::size_t begin,
                       std::size_t end) {
  Attached out{begin, end, begin, end};
  while (out.clause_left < end && !clause_ends_after(text, words, out.clause_left - 1)) ++out.clause_left;
  while (out.clause_right > begin && !clause_ends_after(text, words, out.clause_right - 1)) --out.clause_right;
  while (out.sentence_left < end && !sentence_ends_after(text, words, out.sentence_left - 1)) ++out.sentence_left;
  while (out.sentence_right > begin && !sentence_ends_after(text, words, out.sentence_right - 1)) --out.sentence_right;
  return out;
}

bool is_any(std::string_view text, const FoldedWord& word, std::initializer_list<std::string_view> list) {
  return std::ranges::any_of(list, [&](std::string_view each) { return same_ascii(slice(text, word.span), each); });
}

// "A port that knows of a danger [and says nothing] is not merely careless": what is gone opens with its own joining
// word, and the verb that follows belongs to a subject that is left.
bool is_own_clause(std::string_view text, const std::vector<FoldedWord>& words, std::size_t begin, std::size_t end) {
  return is_any(text, words[begin], {"and", "or", "but", "who", "which", "that"}) &&
         is_any(text, words[end],
                {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might",
                 "must", "shall", "should", "does", "do", "did"});
}

// "The north side holds that [it is bound. The south side holds that] it is not": the cut ends in the midst of another
// sentence, whose subject is gone, and began in the midst of one.
bool swallows_subject(std::string_view text, const std::vector<FoldedWord>& words, std::size_t begin, std::size_t end,
                      std::size_t sentence) {
  return sentence > begin && sentence < end && !clause_ends_after(text, words, begin - 1);
}

// "71 percent of [all cases and 94 percent of] severe cases": two members of a list became one.
bool joins_other_halves(std::string_view text, const std::vector<FoldedWord>& words, std::size_t begin,
                        std::size_t end) {
  if (words[begin - 1].key != words[end - 1].key && words[begin].key != words[end].key) return false;
  for (std::size_t i = begin; i < end; ++i)
    if (is_any(text, words[i], {"and", "or", "but", "while"})) return true;
  return false;
}

// "We lost [18 million, of which] 11 million": another number in the first one's place.
bool exchanges_numbers(const std::vector<Unit>& units, const UnitRange& gone) {
  if (gone.end >= units.size() || units[gone.end].kind != UnitKind::number) return false;
  return std::ranges::any_of(gone.units(), [](const Unit& unit) { return unit.kind == UnitKind::number; });
}

}  // namespace

bool clause_ends_after(std::string_view text, const std::vector<FoldedWord>& words, std::size_t i) {
  if (i + 1 >= words.size() || sentence_ends_after(text, words, i)) return true;
  const std::string_view between = slice(text, {words[i].span.end, words[i + 1].span.begin});
  for (std::size_t k = 0; k < between.size();) {
    const CodePoint c = code_point_at(between, k);
    k += c.size;
    if (c.value == ',' || c.value == ';' || c.value == ':' || c.value == '(' || c.value == ')' || c.value == ']' ||
        c.value == 0x2014)
      return true;
    if (c.value == 0x2013 || (c.value == '-' && between.size() > 2)) return true;
  }
  constexpr std::string_view kOpening[] = {"and",   "but",     "yet", "because", "although",
                                           "while", "whereas", "who", "which",   "though"};
  const std::string_view next = slice(text, words[i + 1].span);
  return std::ranges::any_of(kOpening, [&](std::string_view each) { return same_ascii(next, each); });
}

std::vector<Difference> swallowed_by_cut(std::string_view text, const std::vector<FoldedWord>& words, std::size_t begin,
                                         std::size_t end, SeamKind kind) {
  if (begin == 0 || begin >= end || end >= words.size()) return {};
  const Attached attached = find_attached(text, words, begin, end);
  const std::vector<Unit> units = make_units(text, {words[begin - 1].span.begin, words[end].span.end});
  UnitRange range{units, 0, units.size()};
  while (range.begin < range.end && units[range.begin].span.end <= words[begin].span.begin) ++range.begin;
  while (range.end > range.begin && units[range.end - 1].span.begin >= words[end - 1].span.end) --range.end;
  const auto lies_in = [&](Span span, std::size_t left, std::size_t right) {
    return (left > begin && span.begin < words[left - 1].span.end) ||
           (right < end && span.begin >= words[right].span.begin);
  };
  std::vector<Difference> out = read_omission(range, kind != SeamKind::unmarked_cut);
  const std::size_t count = end - begin;
  std::erase_if(out, [&](const Difference& each) {
    if (each.type == DifferenceType::negation && count >= kOwnClause && is_own_clause(text, words, begin, end))
      return true;
    if (each.type == DifferenceType::condition)
      return !lies_in(each.text, attached.sentence_left, attached.sentence_right);
    return !lies_in(each.text, attached.clause_left, attached.clause_right);
  });
  if (out.empty() && swallows_subject(text, words, begin, end, attached.sentence_right))
    out.push_back(
        {DifferenceType::subject, {}, {words[attached.sentence_right].span.begin, words[end - 1].span.end}, true});
  if (out.empty() && kind == SeamKind::unmarked_cut && exchanges_numbers(units, range))
    out.push_back({DifferenceType::number, {}, {words[begin].span.begin, words[end - 1].span.end}, true});
  if (out.empty() && kind == SeamKind::unmarked_cut && joins_other_halves(text, words, begin, end))
    out.push_back({DifferenceType::scope, {}, {words[begin].span.begin, words[end - 1].span.end}, true});
  return out;
}

}  // namespace readout
