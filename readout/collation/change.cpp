#include "readout/collation/change.h"

#include <algorithm>

#include "readout/align/keys.h"
#include "readout/align/units.h"
#include "readout/collation/change_words.h"
#include "readout/collation/differences.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

// Pieces further apart than this many bytes are no longer one utterance.
constexpr std::uint32_t kFar = 700;
constexpr std::uint32_t kManyTerms = 3;

struct Counts {
  std::uint32_t meaning = 0, cuts = 0, inner_cuts = 0, insertions = 0, additions = 0, tense = 0, person = 0, terms = 0;
  std::uint32_t orders = 0, other = 0, content_terms = 0;
  bool spliced = false;
};

Counts count(const PassagePair& pair) {
  Counts out;
  for (const Change& change : pair.changes) {
    if (bears_meaning(change)) ++out.meaning;
    if (change.sentence && change.type != ChangeType::marked_cut) out.spliced = true;
    switch (change.type) {
      case ChangeType::marked_cut:
      case ChangeType::unmarked_cut:
        ++out.cuts;
        if (!change.edge) ++out.inner_cuts;
        if (!change.edge && change.a.size() > kFar) out.spliced = true;
        break;
      case ChangeType::silent_insertion:
        ++out.insertions;
        break;
      case ChangeType::addition:
        ++out.additions;
        break;
      case ChangeType::tense:
        ++out.tense;
        break;
      case ChangeType::person:
        ++out.person;
        break;
      case ChangeType::order:
        ++out.orders;
        break;
      case ChangeType::punctuation:
        break;
      case ChangeType::term:
        ++out.terms;
        if (!change.slight) ++out.content_terms;
        break;
      default:
        ++out.other;
    }
  }
  return out;
}

// "I" or "your" gave way to "he" or "their", or went without a word in its place.
bool turns_to_third(const PassagePair& pair, std::string_view a, std::string_view b) {
  constexpr std::uint32_t kSpeakers = class_bit(MeaningClass::first) | class_bit(MeaningClass::second);
  const auto classes = [](std::string_view word) { return english_change_words().classes(form_key(fold_case(word))); };
  return std::ranges::any_of(pair.changes, [&](const Change& change) {
    return change.type == ChangeType::person && (classes(slice(a, change.a)) & kSpeakers) != 0 &&
           (classes(slice(b, change.b)) & kSpeakers) == 0;
  });
}

PassageRelation judge(const PassagePair& pair, bool reported, bool to_third) {
  if (pair.words_b == 0 || pair.shared == 0)
    return pair.words_b == 0 ? PassageRelation::omitted : PassageRelation::reworded;
  const Counts counts = count(pair);
  const bool untouched = counts.meaning + counts.insertions + counts.additions + counts.tense + counts.person +
                             counts.terms + counts.orders + counts.other ==
                         0;
  const std::uint32_t shorter = std::min(pair.words_a, pair.words_b);
  const bool near = pair.shared * 20 >= shorter * 9;
  if (reported || (near && to_third && counts.tense > 0 && counts.meaning == 0 && counts.terms <= 2))
    return untouched && counts.cuts == 0 ? PassageRelation::verbatim : PassageRelation::indirect;
  if (untouched && counts.cuts == 0) return PassageRelation::verbatim;
  if (counts.spliced && counts.meaning == 0) return PassageRelation::spliced;
  if (untouched) return PassageRelation::trimmed;
  // b holds all of a and more on its edges: a is the one that was trimmed.
  if (counts.additions > 0 && counts.meaning + counts.insertions + counts.tense + counts.person + counts.terms +
                                      counts.orders + counts.other + counts.inner_cuts ==
                                  0)
    return PassageRelation::trimmed;
  if (pair.shared * 20 < shorter * 11 || counts.terms * 4 > shorter) return PassageRelation::reworded;
  if (counts.meaning > 0) return PassageRelation::altered;
  // Editing is of single words; who replaces three has told it in words of his own.
  if (counts.content_terms >= kManyTerms) return PassageRelation::reworded;
  return PassageRelation::edited;
}

// "is going to" as one unit, spelled otherwise than "will".
std::vector<Unit> join_phrases(std::vector<Unit> units) {
  const ChangeWords& words = english_change_words();
  std::size_t kept = 0;
  for (std::size_t i = 0; i < units.size(); ++kept) {
    const WordPhrase* phrase = words.phrase_at(std::span(units).subspan(i));
    const std::size_t count = phrase == nullptr ? 1 : phrase->words.size();
    Unit unit = units[i];
    if (phrase != nullptr) {
      unit.span.end = units[i + count - 1].span.end;
      for (std::size_t k = 1; k < count; ++k) unit.exact = join_keys(unit.exact, units[i + k].exact);
      unit.kind = UnitKind::function_word;
      unit.folded = phrase->folded;
      unit.spelling = unit.stem = phrase->spelling;
      unit.value = unit.name = 0;
      unit.entry = 0;
    }
    units[kept] = unit;
    i += count;
  }
  units.resize(kept);
  return units;
}

std::uint32_t count_words(const std::vector<Unit>& units) {
  return static_cast<std::uint32_t>(std::ranges::count_if(units, [](const Unit& unit) { return is_word(unit.kind); }));
}

}  // namespace

PassagePair compare_passages(std::string_view a, std::string_view b, bool reported) {
  std::vector<Unit> units_a = make_units(a, make_span(0, a.size()));
  std::vector<Unit> units_b = make_units(b, make_span(0, b.size()));
  PassagePair pair;
  pair.words_a = count_words(units_a);
  pair.words_b = count_words(units_b);
  units_a = join_phrases(std::move(units_a));
  units_b = join_phrases(std::move(units_b));
  Differences differences = find_differences(units_a, units_b);
  pair.changes = std::move(differences.changes);
  pair.shared = differences.shared;
  pair.relation = judge(pair, reported, turns_to_third(pair, a, b));
  return pair;
}

bool bears_meaning(const Change& change) {
  switch (change.type) {
    case ChangeType::negation:
    case ChangeType::number:
    case ChangeType::date:
    case ChangeType::modal:
    case ChangeType::hedge:
    case ChangeType::intensifier:
    case ChangeType::name:
      return true;
    case ChangeType::silent_insertion:
      return !change.slight;
    case ChangeType::term:
      return change.opposite;
    default:
      return false;
  }
}

std::string_view to_string(ChangeType type) {
  switch (type) {
    case ChangeType::negation:
      return "negation";
    case ChangeType::number:
      return "number";
    case ChangeType::date:
      return "date";
    case ChangeType::modal:
      return "modal";
    case ChangeType::hedge:
      return "hedge";
    case ChangeType::intensifier:
      return "intensifier";
    case ChangeType::name:
      return "name";
    case ChangeType::title:
      return "title";
    case ChangeType::term:
      return "term";
    case ChangeType::tense:
      return "tense";
    case ChangeType::person:
      return "person";
    case ChangeType::order:
      return "order";
    case ChangeType::spelling:
      return "spelling";
    case ChangeType::punctuation:
      return "punctuation";
    case ChangeType::bracket_insertion:
      return "bracket-insertion";
    case ChangeType::silent_insertion:
      return "silent-insertion";
    case ChangeType::marked_cut:
      return "marked-cut";
    case ChangeType::unmarked_cut:
      return "unmarked-cut";
    case ChangeType::addition:
      return "addition";
  }
  return "term";
}

std::string_view to_string(PassageRelation relation) {
  switch (relation) {
    case PassageRelation::verbatim:
      return "verbatim";
    case PassageRelation::trimmed:
      return "trimmed";
    case PassageRelation::edited:
      return "edited";
    case PassageRelation::reworded:
      return "reworded";
    case PassageRelation::altered:
      return "altered";
    case PassageRelation::spliced:
      return "spliced";
    case PassageRelation::indirect:
      return "indirect";
    case PassageRelation::omitted:
      return "omitted";
  }
  return "verbatim";
}

}  // namespace readout
