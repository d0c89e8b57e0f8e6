// What one document shows by itself: a name that is printed two ways, names in brackets, the writer's own claims, a
// question as it is told and as it is quoted.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "readout/align/keys.h"
#include "readout/align/units.h"
#include "readout/base/lexicon.h"
#include "readout/collation/change_words.h"
#include "readout/discrepancy/rules.h"
#include "readout/discrepancy/word_groups.h"
#include "readout/discrepancy/word_values.h"
#include "readout/statement/rarity.h"
#include "readout/text/fold.h"
#include "readout/text/sentences.h"

namespace readout {
namespace {

void tell(std::vector<Discrepancy>& out, DiscrepancyKind kind, int weight, std::vector<DiscrepancyPlace> places,
          std::string rule) {
  Discrepancy found;
  found.kind = kind;
  found.weight = weight;
  found.places = std::move(places);
  found.basis = {std::move(rule), 1, {}};
  out.push_back(std::move(found));
}

std::uint64_t key_of(const Unit& unit) {
  return unit.name != 0 ? unit.name : unit.folded;
}

bool is_first_name(const Unit& unit) {
  static const std::set<std::uint64_t> kNames = [] {
    std::set<std::uint64_t> names;
    for (const auto& row : rows(embedded("en/first_names.tsv"))) names.insert(form_key(fold_case(row[0])));
    return names;
  }();
  return kNames.contains(unit.folded);
}

// "Mora Lind" and "Mara Lind" in one document.
void read_names(const Edition& one, std::vector<Discrepancy>& out) {
  for (const Person& person : one.persons) {
    for (const Doubt& doubt : person.doubts) {
      if (doubt.kind != DoubtKind::wrong_first_name || doubt.span.empty()) continue;
      const std::string_view text = one.document.text.view();
      // "Did Marlow" and "Dump Marlow" are no names; "John F. Kerry" has the first name that he should have.
      const std::string_view given = slice(text, doubt.span);
      const std::vector<Unit> words = make_units(given, make_span(0, given.size()));
      if (words.empty() || words.front().kind == UnitKind::function_word) continue;
      if (words.front().kind != UnitKind::name && !is_first_name(words.front())) continue;
      if (given.substr(0, given.find(' ')) == std::string_view(person.name).substr(0, person.name.find(' '))) continue;
      std::vector<DiscrepancyPlace> places = {{0, doubt.span, -1}};
      // The first mention that prints the name as it should be.
      for (const Span mention : person.mentions) {
        if (mention == doubt.span || slice(text, mention).find(person.name) == std::string_view::npos) continue;
        places.push_back({0, mention, -1});
        break;
      }
      if (places.size() > 1) tell(out, DiscrepancyKind::name, 58, std::move(places), "first-name");
    }
  }
}

// "President [Ada Marlow]": the title has said already who it is.
bool follows_title(std::string_view text, Span bracket) {
  const std::uint32_t from = bracket.begin - std::min<std::uint32_t>(bracket.begin, 24);
  const std::size_t blank = text.find(' ', from);
  if (blank == std::string_view::npos || blank >= bracket.begin) return false;
  const std::vector<Unit> before = make_units(text, make_span(blank, bracket.begin));
  return !before.empty() &&
         (english_change_words().classes(before.back().folded) & class_bit(MeaningClass::title)) != 0;
}

// Names and numbers that an outlet put in brackets into somebody's words, and that stand nowhere else in the document.
void read_brackets(const Edition& one, std::vector<Discrepancy>& out) {
  const std::string_view text = one.document.text.view();
  std::map<std::uint64_t, std::size_t> counts;
  bool counted = false;
  for (std::size_t s = 0; s < one.speeches.size(); ++s) {
    for (const Insertion& insertion : one.speeches[s].insertions) {
      if (insertion.kind != InsertionKind::bracket || one.speeches[s].parent >= 0) continue;
      if (follows_title(text, insertion.span)) continue;
      if (!counted) {
        for (const Block& block : one.document.blocks)
          for (const Unit& unit : make_units(text, block.span))
            if (is_word(unit.kind)) ++counts[key_of(unit)];
        counted = true;
      }
      // "[his Halsby neighbour]" describes; "[Halsby, Marlow]" adds.
      std::size_t names = 0, others = 0;
      for (const Unit& unit : make_units(text, insertion.span)) {
        if (!is_word(unit.kind) || unit.kind == UnitKind::function_word) continue;
        ++(unit.capital && unit.size >= 3 && counts[key_of(unit)] <= 1 ? names : others);
      }
      // One name says who is meant; a list of them tells something.
      if (names >= 2 && others == 0)
        tell(out, DiscrepancyKind::brackets, 31, {{0, insertion.span, static_cast<std::int32_t>(s)}}, "new-names");
    }
  }
}

// The quotations around a claim are what it speaks of: the nearest before it and behind it.
void add_quotations(const Edition& one, std::vector<DiscrepancyPlace>& claim) {
  constexpr std::uint32_t kAround = 500;
  const Span words{claim.front().span.begin, claim.back().span.end};
  std::int32_t before = -1, behind = -1;
  for (std::size_t s = 0; s < one.speeches.size(); ++s) {
    const Speech& speech = one.speeches[s];
    const bool in_marks = speech.kind == SpeechKind::direct || speech.kind == SpeechKind::transcript;
    if (!in_marks || speech.content.empty()) continue;
    const Span content = extent(speech);
    if (content.end <= words.begin && words.begin - content.end <= kAround) before = static_cast<std::int32_t>(s);
    if (behind < 0 && content.begin >= words.end && content.begin - words.end <= kAround)
      behind = static_cast<std::int32_t>(s);
  }
  for (const std::int32_t s : {before, behind})
    if (s >= 0) claim.push_back({0, extent(one.speeches[static_cast<std::size_t>(s)]), s});
}

// "the statement added", "the report adds that ...": the record speaks, nothing is said of it.
bool is_reporting(std::string_view words) {
  const std::vector<Unit> units = make_units(words, make_span(0, words.size()));
  static const std::uint64_t kAdd = make_units("added", make_span(0, 5)).front().stem;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i].stem == kAdd && (i + 1 == units.size() || units[i + 1].folded_letters() == "that")) return true;
  return false;
}

// Claims that follow each other within a paragraph are one.
void read_claims(const Edition& one, std::vector<Discrepancy>& out) {
  constexpr std::uint32_t kNear = 200;
  std::vector<DiscrepancyPlace> claim;
  const auto end = [&] {
    if (claim.empty()) return;
    add_quotations(one, claim);
    tell(out, DiscrepancyKind::claim, 42, std::move(claim), "author-claim");
    claim.clear();
  };
  for (std::size_t s = 0; s < one.speeches.size(); ++s) {
    const bool is_claim = std::ranges::any_of(one.speeches[s].doubts,
                                              [](const Doubt& doubt) { return doubt.kind == DoubtKind::author_claim; });
    if (!is_claim) continue;
    const Span words = extent(one.speeches[s]);
    if (is_reporting(one.document.text[words])) continue;
    if (!claim.empty() && words.begin > claim.back().span.end + kNear) end();
    claim.push_back({0, words, static_cast<std::int32_t>(s)});
  }
  end();
}

// The first sentence of a quotation, if it is short and the speaker speaks of himself.
struct Opener {
  Span span;
  std::size_t speech = 0;
  std::uint64_t subject = 0;
  std::vector<std::uint64_t> telling;  // sorted
  std::vector<std::uint64_t> words;
  bool negated = false;
};

std::optional<Opener> opener_of(const Edition& one, std::size_t s) {
  constexpr std::size_t kShort = 8;
  const Speech& speech = one.speeches[s];
  if (speech.kind != SpeechKind::direct || speech.content.empty() || one.speaker_of(s) == nullptr) return std::nullopt;
  const std::string_view text = one.document.text.view();
  const std::vector<Span> sentences = split_sentences(text, speech.content.front());
  if (sentences.size() < 2) return std::nullopt;  // a fragment is no remark
  Opener opener{sentences.front(), s, 0, {}, {}, false};
  for (const Unit& unit : make_units(text, opener.span)) {
    if (!is_word(unit.kind)) continue;
    if (opener.words.empty()) opener.subject = unit.folded;
    opener.words.push_back(unit.folded);
    if (rarity_of(unit) > 0) opener.telling.push_back(meeting_key(unit));
    opener.negated = opener.negated || has_class(unit, MeaningClass::negation);
  }
  const std::uint32_t classes = english_change_words().classes(opener.subject);
  if (opener.words.size() > kShort || opener.telling.empty() || (classes & class_bit(MeaningClass::first)) == 0)
    return std::nullopt;
  std::ranges::sort(opener.telling);
  return opener;
}

// "We are sad about it." and "We feel quite sadly about that.": two replies in one document that open alike, in other
// words. One remark in two translations, or two remarks: nobody can tell from the text.
void read_twice(const Edition& one, std::vector<Discrepancy>& out) {
  std::map<std::pair<std::string, std::uint64_t>, std::vector<Opener>> openers;
  constexpr std::size_t kMost = 16;
  for (std::size_t s = 0; s < one.speeches.size(); ++s) {
    std::optional<Opener> opener = opener_of(one, s);
    if (!opener) continue;
    std::vector<Opener>& list = openers[{one.speaker_of(s)->key, opener->subject}];
    for (const Opener& other : list) {
      const Opener& shorter = other.telling.size() <= opener->telling.size() ? other : *opener;
      const Opener& longer = &shorter == &other ? *opener : other;
      if (other.negated != opener->negated || other.words == opener->words) continue;
      if (!std::ranges::includes(longer.telling, shorter.telling)) continue;
      tell(out, DiscrepancyKind::twice, 33,
           {{0, other.span, static_cast<std::int32_t>(other.speech)},
            {0, opener->span, static_cast<std::int32_t>(opener->speech)}},
           "openers-alike");
      break;
    }
    if (list.size() < kMost) list.push_back(std::move(*opener));
  }
}

// "asked", "pressed her to": the cue, or the polarity, says that it is a question.
bool is_asked(const Edition& one, const Speech& speech) {
  if (speech.polarity == Polarity::asked) return true;
  return std::ranges::any_of(speech.cue, [&](Span cue) {
    const std::vector<Unit> words = make_units(one.document.text.view(), cue);
    return std::ranges::any_of(words, [](const Unit& unit) { return english_word_groups().asks(unit); });
  });
}

// "A reporter asked about the flights. “Will you resign?”": told and quoted share no telling word.
void read_questions(const Edition& one, std::vector<Discrepancy>& out) {
  constexpr std::uint32_t kNear = 120;
  const std::string_view text = one.document.text.view();
  const auto keys = [&](Span span) {
    std::vector<std::uint64_t> all;
    for (const Unit& unit : make_units(text, span))
      if (rarity_of(unit) > 0) all.push_back(meeting_key(unit));
    std::ranges::sort(all);
    return all;
  };
  for (std::size_t s = 0; s + 1 < one.speeches.size(); ++s) {
    const Speech& told = one.speeches[s];
    if (told.parent >= 0 || !is_asked(one, told) || told.kind == SpeechKind::direct ||
        told.kind == SpeechKind::transcript)
      continue;
    std::size_t next = s + 1;
    while (next < one.speeches.size() && one.speeches[next].parent >= 0) ++next;
    if (next >= one.speeches.size()) return;
    const Speech& quoted = one.speeches[next];
    if (quoted.polarity != Polarity::asked || one.speaker_of(s) == nullptr || one.speaker_of(s) != one.speaker_of(next))
      continue;
    if (quoted.kind != SpeechKind::direct && quoted.kind != SpeechKind::transcript) continue;
    const Span told_words = extent(told);
    const Span quoted_words = extent(quoted);
    if (quoted_words.begin < told_words.end || quoted_words.begin > told_words.end + kNear) continue;
    // Up to the question mark.
    const std::string_view words = slice(text, quoted_words);
    const std::size_t mark = words.find('?');
    if (mark == std::string_view::npos) continue;
    const Span question = make_span(quoted_words.begin, quoted_words.begin + mark + 1);
    const std::vector<std::uint64_t> left = keys(told_words), right = keys(question);
    if (left.size() < 3 || right.size() < 3) continue;
    std::vector<std::uint64_t> both;
    std::ranges::set_intersection(left, right, std::back_inserter(both));
    if (both.empty())
      tell(out, DiscrepancyKind::question, 41,
           {{0, told_words, static_cast<std::int32_t>(s)}, {0, question, static_cast<std::int32_t>(next)}},
           "told-and-quoted");
  }
}

}  // namespace

void read_alone(const Edition& one, std::vector<Discrepancy>& out) {
  read_names(one, out);
  read_brackets(one, out);
  read_claims(one, out);
  read_questions(one, out);
  read_twice(one, out);
}

}  // namespace readout
