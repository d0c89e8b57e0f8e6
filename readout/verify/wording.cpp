#include "readout/verify/wording.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "readout/align/align.h"
#include "readout/align/keys.h"
#include "readout/collation/change_words.h"
#include "readout/collation/differences.h"
#include "readout/verify/difference_words.h"

namespace readout {
namespace {

using enum DifferenceType;

constexpr std::size_t kFewWords = 4;  // left out: so few that "only" among them is the point
constexpr int kSynonymCompany = 40;   // hundredths: a derived word keeps this much of the other's company

// What the words of one side hold beside their sense.
struct SideWords {
  std::size_t words = 0;
  std::size_t content = 0;
  std::size_t negations = 0;
  std::uint32_t classes = 0;  // of DifferenceWords, of all
  bool all_function = true;
  bool number = false;
  bool date = false;
  bool year = false;
  bool name = false;
  bool modal = false;
  bool auxiliary = false;  // be, have, do, and nothing else
  std::uint32_t persons = 0;

  bool has(DifferenceClass word_class) const { return (classes & difference_bit(word_class)) != 0; }
};

constexpr std::uint32_t kPersons =
    class_bit(MeaningClass::first) | class_bit(MeaningClass::second) | class_bit(MeaningClass::third);
constexpr std::uint32_t kAuxiliaries =
    class_bit(MeaningClass::be) | class_bit(MeaningClass::have) | class_bit(MeaningClass::do_form);

bool is_year(const Unit& unit) {
  const std::string_view digits = unit.folded_letters();
  return digits.size() == 4 && (digits[0] == '1' || digits[0] == '2') &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

SideWords read_side(const UnitRange& range) {
  const ChangeWords& change_words = english_change_words();
  SideWords out;
  out.auxiliary = true;
  for (std::size_t i = range.begin; i < range.end;) {
    const ClassedPhrase phrase = english_difference_words().at(range.all.first(range.end), i);
    out.classes |= phrase.classes;
    if (phrase.has(DifferenceClass::negation)) ++out.negations;
    for (const std::size_t stop = i + phrase.count; i < stop; ++i) {
      const Unit& unit = range.all[i];
      const std::uint32_t classes = change_words.classes(unit.folded);
      if (!is_word(unit.kind)) continue;
      ++out.words;
      const bool negated = (classes & class_bit(MeaningClass::negation)) != 0;
      if (negated && !phrase.has(DifferenceClass::negation)) ++out.negations;
      out.number = out.number || unit.kind == UnitKind::number;
      out.date = out.date || unit.kind == UnitKind::date_part;
      out.year = out.year || is_year(unit);
      out.name = out.name || (unit.kind == UnitKind::name && unit.capital);
      out.modal = out.modal || change_words.modal(unit.folded) != 0;
      out.persons |= classes & kPersons;
      out.auxiliary = out.auxiliary && (classes & kAuxiliaries) != 0;
      if (unit.kind != UnitKind::function_word && phrase.classes == 0 && !negated) ++out.content;
      out.all_function = out.all_function && unit.kind == UnitKind::function_word;
    }
  }
  out.auxiliary = out.auxiliary && out.words > 0;
  return out;
}

Span span_of(const UnitRange& range) {
  if (range.empty()) return {};
  return {range.all[range.begin].span.begin, range.all[range.end - 1].span.end};
}

// "at" in "at most": the word before takes part in what a word means.
ClassedPhrase phrase_around(const UnitRange& range) {
  const DifferenceWords& words = english_difference_words();
  for (std::size_t back = 2; back >= 1; --back) {
    if (range.begin < back) continue;
    const ClassedPhrase phrase = words.at(range.all, range.begin - back);
    if (phrase.count > back) return phrase;
  }
  return words.at(range.all, range.begin);
}

bool is_synonym(const Unit& a, const Unit& b, Likeness alike) {
  if (english_difference_words().are_synonyms(a, b)) return true;
  if (alike.kind == Alike::synonym) return true;
  return alike.kind == Alike::derived && alike.grade >= 45 + kSynonymCompany / 3;
}

bool is_opposite(const Unit& a, const Unit& b) {
  return english_difference_words().are_opposite(a, b) || likeness(a, b).kind == Alike::opposite;
}

template <class Test>
bool any_pair(const UnitRange& quote, const UnitRange& text, Test test) {
  for (const Unit& a : quote.units())
    for (const Unit& b : text.units())
      if (is_word(a.kind) && is_word(b.kind) && test(a, b)) return true;
  return false;
}

// A name after "in", "at", "from": a place.
bool names_place(const UnitRange& range) {
  constexpr std::uint64_t kBefore[] = {form_key("in"),   form_key("at"),      form_key("from"),   form_key("near"),
                                       form_key("into"), form_key("outside"), form_key("towards")};
  return range.begin > 0 && std::ranges::find(kBefore, range.all[range.begin - 1].folded) != std::end(kBefore);
}

bool is_connective(const UnitRange& range) {
  constexpr std::uint64_t kBoth[] = {form_key("and"), form_key("or"), form_key("nor")};
  return range.end - range.begin == 1 && std::ranges::find(kBoth, range.all[range.begin].folded) != std::end(kBoth);
}

// "We shall", "we will", "we’ll".
bool is_future(const Unit& unit) {
  const std::uint64_t modal = english_change_words().modal(unit.folded);
  return modal == form_key("will") || modal == form_key("shall");
}

// "%", "percent", "per cent".
bool is_percent(const UnitRange& range) {
  constexpr std::uint64_t kWords[] = {form_key("%"), form_key("percent"), form_key("per"), form_key("cent")};
  return std::ranges::all_of(
      range.units(), [&](const Unit& unit) { return std::ranges::find(kWords, unit.folded) != std::end(kWords); });
}

// "any more", "any longer", "no more", "no longer".
bool is_no_longer(const UnitRange& range) {
  constexpr std::uint64_t kBefore[] = {form_key("any"), form_key("no")};
  constexpr std::uint64_t kWords[] = {form_key("more"), form_key("longer")};
  return range.begin > 0 && std::ranges::find(kBefore, range.all[range.begin - 1].folded) != std::end(kBefore) &&
         std::ranges::find(kWords, range.all[range.begin].folded) != std::end(kWords);
}

class Comparison {
 public:
  Comparison(const UnitRange& quote, const UnitRange& text)
      : quote_(quote), text_(text), q_(read_side(quote)), t_(read_side(text)) {}

  Difference run() const {
    Difference out;
    out.quote = span_of(quote_);
    out.text = span_of(text_);
    std::tie(out.type, out.grave) = weigh();
    return out;
  }

 private:
  using Answer = std::pair<DifferenceType, bool>;

  bool both(DifferenceClass word_class) const { return q_.has(word_class) && t_.has(word_class); }
  bool either(DifferenceClass word_class) const { return q_.has(word_class) != t_.has(word_class); }

  Answer weigh() const {
    const bool one_to_one = quote_.end - quote_.begin == 1 && text_.end - text_.begin == 1;
    const Unit& a = text_.all[text_.begin];
    const Unit& b = quote_.all[quote_.begin];
    const Likeness alike = one_to_one ? likeness(a, b) : Likeness{};
    const ChangeType change =
        one_to_one ? name_pair(a, b, alike) : name_change(text_.units(), quote_.units(), ChangeType::term);
    const bool typed = one_to_one && alike.kind == Alike::near &&
                       name_change(text_.units(), quote_.units(), ChangeType::term) !=
                           ChangeType::spelling;  // few letters apart: it may be another word
    if ((change == ChangeType::spelling && !typed) || change == ChangeType::punctuation) return {spelling, false};
    if (both(DifferenceClass::quantifier)) return {quantifier, true};
    if (q_.negations % 2 != t_.negations % 2) {
      const bool counts = q_.has(DifferenceClass::quantifier) || t_.has(DifferenceClass::quantifier);
      return {counts && q_.words == t_.words ? quantifier : negation, true};
    }
    if (one_to_one && is_no_longer(quote_) && is_no_longer(text_)) return {synonym, false};
    if (one_to_one && phrase_around(quote_).has(DifferenceClass::comparative) &&
        phrase_around(text_).has(DifferenceClass::comparative))
      return {comparative, true};
    if (both(DifferenceClass::comparative)) return {comparative, true};
    if (q_.date || t_.date || (q_.year && t_.year)) return {date, true};
    if (both(DifferenceClass::time)) return {date, true};
    if (is_percent(quote_) && is_percent(text_)) return {spelling, false};
    if (both(DifferenceClass::unit)) return {unit, true};
    if (q_.number && t_.number) return {number, true};
    if (q_.has(DifferenceClass::quantifier) || t_.has(DifferenceClass::quantifier))
      if (q_.content + t_.content == 0 || q_.number || t_.number) return {quantifier, true};
    if (q_.number || t_.number) return {number, true};
    if (any_pair(quote_, text_, is_opposite)) return {antonym, true};
    if (one_to_one && english_change_words().is_backshift(english_change_words().modal(b.folded),
                                                          english_change_words().modal(a.folded)))
      return {tense, false};
    if (one_to_one && is_future(a) && is_future(b)) return {tense, false};
    if (q_.modal != t_.modal || (q_.modal && change == ChangeType::modal)) return {modal, true};
    if (q_.modal && change == ChangeType::tense) return {tense, false};
    if (both(DifferenceClass::condition) && !one_to_one) return {condition, true};
    if (one_to_one && is_synonym(a, b, alike)) return {synonym, false};
    if (q_.has(DifferenceClass::condition) || t_.has(DifferenceClass::condition)) return {condition, true};
    if (either(DifferenceClass::scope)) return {scope, true};
    if (either(DifferenceClass::hedge)) return {hedge, true};
    if (q_.name || t_.name) return {names_place(text_) ? place : name, true};
    constexpr std::uint32_t kSpeakers = class_bit(MeaningClass::first) | class_bit(MeaningClass::second);
    if ((q_.persons & kSpeakers) != (t_.persons & kSpeakers)) return {person, true};
    if (q_.persons != 0 && t_.persons != 0) return {person, q_.persons != t_.persons || q_.words != t_.words};
    if (q_.auxiliary && t_.auxiliary) return {tense, false};
    if (one_to_one && alike.kind == Alike::stem) return {tense, false};
    if (is_connective(quote_) && is_connective(text_)) return {scope, true};
    if (q_.all_function && t_.all_function) return {term, false};
    if (!one_to_one && q_.content <= 1 && t_.content <= 1) {
      if (any_pair(quote_, text_,
                   [](const Unit& x, const Unit& y) { return x.stem == y.stem && x.kind != UnitKind::function_word; }))
        return {tense, false};
      if (any_pair(quote_, text_, [](const Unit& x, const Unit& y) { return is_synonym(x, y, likeness(x, y)); }))
        return {synonym, false};
    }
    return {term, true};
  }

  const UnitRange& quote_;
  const UnitRange& text_;
  SideWords q_;
  SideWords t_;
};

Difference read_insertion(const UnitRange& quote) {
  const SideWords side = read_side(quote);
  Difference out{insertion, span_of(quote), {}, true};
  if (side.words == 0) return {insertion, out.quote, {}, false};
  if (side.negations > 0 && side.content == 0 && !side.has(DifferenceClass::hedge))
    out.type = negation;
  else if (side.has(DifferenceClass::condition))
    out.type = condition;
  else if (side.modal && side.content == 0)
    out.type = modal;
  else if (side.number && side.words <= 2)
    out.type = number;
  else if (side.auxiliary && side.negations == 0)
    out = {tense, out.quote, {}, false};
  else if (side.all_function && side.classes == 0)
    out.grave = false;
  return out;
}

void tell_group(const UnitRange& quote, const UnitRange& text, std::vector<Difference>& out) {
  if (quote.empty() && text.empty()) return;
  if (text.empty()) {
    out.push_back(read_insertion(quote));
  } else if (quote.empty()) {
    for (const Difference& each : read_omission(text, false)) out.push_back(each);
  } else {
    out.push_back(Comparison(quote, text).run());
  }
}

}  // namespace

std::vector<Difference> read_omission(const UnitRange& text, bool marked) {
  const SideWords side = read_side(text);
  std::vector<Difference> out;
  const auto tell = [&](std::size_t begin, std::size_t count, DifferenceType type) {
    out.push_back({type, {}, {text.all[begin].span.begin, text.all[begin + count - 1].span.end}, true});
  };
  if (!marked && side.auxiliary && side.negations == 0) {
    const Span gone = span_of(text);
    return {{tense, {}, gone, false}};
  }
  const bool alone = side.words == 1;
  const bool few = side.words <= kFewWords;
  for (std::size_t i = text.begin; i < text.end;) {
    const Unit& unit = text.all[i];
    const ClassedPhrase phrase = english_difference_words().at(text.all.first(text.end), i);
    const std::uint32_t classes = english_change_words().classes(unit.folded);
    const bool negated = (classes & class_bit(MeaningClass::negation)) != 0;
    const bool of_number = unit.folded == form_key("about") || unit.folded == form_key("around");
    const bool before_number = i + 1 < text.all.size() && text.all[i + 1].kind == UnitKind::number;
    const bool after_number = i > 0 && text.all[i - 1].kind == UnitKind::number;
    if (negated || phrase.has(DifferenceClass::negation))
      tell(i, phrase.count, negation);
    else if (phrase.has(DifferenceClass::condition))
      tell(i, phrase.count, condition);
    else if (few && phrase.has(DifferenceClass::scope) && !(marked && phrase.has(DifferenceClass::quantifier)))
      tell(i, phrase.count, scope);
    else if (few && phrase.has(DifferenceClass::hedge) && (of_number ? !marked && (alone || before_number) : true))
      tell(i, phrase.count, hedge);
    else if (!marked && alone && english_change_words().modal(unit.folded) != 0)
      tell(i, phrase.count, modal);
    else if (!marked && side.words <= 2 && unit.kind == UnitKind::number)
      tell(i, phrase.count, number);
    else if (!marked && side.words <= 2 && after_number && phrase.has(DifferenceClass::unit))
      tell(i, phrase.count, DifferenceType::unit);
    else if (!marked && side.words <= 2 && phrase.has(DifferenceClass::comparative))
      tell(i, phrase.count, comparative);
    i += phrase.count;
  }
  return out;
}

std::vector<Difference> compare_wording(const UnitRange& quote, const UnitRange& text) {
  std::vector<Difference> out;
  const std::vector<Column> columns = align_columns(text.units(), quote.units());
  const auto is_same = [&](const Column& column) {
    return column.a != kGap && column.b != kGap &&
           (column.likeness.kind == Alike::same || column.likeness.kind == Alike::letter_case);
  };
  const auto is_mark = [&](const Column& column) {
    return (column.a == kGap || !is_word(text.units()[static_cast<std::size_t>(column.a)].kind)) &&
           (column.b == kGap || !is_word(quote.units()[static_cast<std::size_t>(column.b)].kind));
  };
  const auto ranges = [&](std::size_t begin, std::size_t end) {
    UnitRange q{quote.all, quote.end, quote.begin};
    UnitRange t{text.all, text.end, text.begin};
    for (std::size_t k = begin; k < end; ++k) {
      if (columns[k].b != kGap) {
        q.begin = std::min(q.begin, quote.begin + static_cast<std::size_t>(columns[k].b));
        q.end = std::max(q.end, quote.begin + static_cast<std::size_t>(columns[k].b) + 1);
      }
      if (columns[k].a != kGap) {
        t.begin = std::min(t.begin, text.begin + static_cast<std::size_t>(columns[k].a));
        t.end = std::max(t.end, text.begin + static_cast<std::size_t>(columns[k].a) + 1);
      }
    }
    return std::pair(q, t);
  };
  for (std::size_t i = 0; i < columns.size();) {
    if (is_same(columns[i]) || is_mark(columns[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    bool pairs = true;
    while (end < columns.size() && !is_same(columns[end]) && !is_mark(columns[end])) {
      pairs = pairs && columns[end].a != kGap && columns[end].b != kGap;
      ++end;
    }
    const auto [q, t] = ranges(i, end);
    // Contractions and phrases are read as wholes; longer stretches pair by pair.
    const bool whole = !q.empty() && !t.empty() && end - i > 1 &&
                       name_change(t.units(), q.units(), ChangeType::term) == ChangeType::spelling;
    if (whole || (!pairs && end - i <= 4)) {
      tell_group(q, t, out);
    } else {
      for (std::size_t k = i; k < end;) {
        std::size_t stop = k + 1;
        const bool pair = columns[k].a != kGap && columns[k].b != kGap;
        while (!pair && stop < end && (columns[stop].a == kGap || columns[stop].b == kGap)) ++stop;
        const auto [one, other] = ranges(k, stop);
        tell_group(one, other, out);
        k = stop;
      }
    }
    i = end;
  }
  return out;
}

}  // namespace readout
