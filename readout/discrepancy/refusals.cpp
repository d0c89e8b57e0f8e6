// "She described the talks as useful" against “I am not going to describe our talks”: a report that somebody did with
// words what his own words refuse to do. Both may be true, of two moments; nobody can tell from the texts.
#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "readout/align/units.h"
#include "readout/collation/change_words.h"
#include "readout/discrepancy/rules.h"
#include "readout/discrepancy/word_groups.h"
#include "readout/discrepancy/word_values.h"
#include "readout/statement/rarity.h"

namespace readout {
namespace {

constexpr std::size_t kReach = 5;         // words from "not" to the verb, and from the verb to what it is about
constexpr std::size_t kMostRefusals = 8;  // of one act by one person
constexpr std::size_t kOpening = 8;       // words of the reported content in which that is named

// What somebody's own words refuse: the act, and the word that it is about.
struct Refusal {
  std::string who;
  std::uint32_t act = 0;
  std::uint64_t about = 0;  // meeting_key
  Span words;
  std::uint32_t speech = 0;
};

std::vector<Unit> words_of(std::string_view text, Span span) {
  std::vector<Unit> words = make_units(text, span);
  std::erase_if(words, [](const Unit& unit) { return !is_word(unit.kind); });
  return words;
}

// The act refused by the negation at `at`, if "I" or "we" refuses one there.
std::optional<Refusal> refusal_at(const std::vector<Unit>& words, std::size_t at) {
  if (!has_class(words[at], MeaningClass::negation)) return std::nullopt;
  std::size_t first = at;
  while (first > 0 && at - first < 3 && !has_class(words[first], MeaningClass::first)) --first;
  if (!has_class(words[first], MeaningClass::first)) return std::nullopt;
  for (std::size_t verb = at + 1; verb < words.size() && verb <= at + kReach; ++verb) {
    const std::uint32_t act = english_word_groups().act(words[verb]);
    if (act == 0) continue;
    for (std::size_t i = verb + 1; i < words.size() && i <= verb + kReach; ++i) {
      if (words[i].kind == UnitKind::function_word || rarity_of(words[i]) == 0) continue;
      return Refusal{{}, act, meeting_key(words[i]), {words[first].span.begin, words[i].span.end}, 0};
    }
  }
  return std::nullopt;
}

std::vector<Refusal> refusals_in(const Edition& edition) {
  std::vector<Refusal> out;
  const std::string_view text = edition.document.text.view();
  for (std::size_t s = 0; s < edition.speeches.size(); ++s) {
    const Speech& speech = edition.speeches[s];
    const Person* who = edition.speaker_of(s);
    if (who == nullptr || (speech.kind != SpeechKind::direct && speech.kind != SpeechKind::transcript)) continue;
    for (const Span content : speech.content) {
      const std::vector<Unit> words = words_of(text, content);
      for (std::size_t i = 0; i < words.size(); ++i) {
        std::optional<Refusal> found = refusal_at(words, i);
        if (!found) continue;
        found->who = who->key;
        found->speech = static_cast<std::uint32_t>(s);
        out.push_back(std::move(*found));
      }
    }
  }
  return out;
}

// "Marlow commented on the budget at length": an act told of a person without a cue of speech. The words, from the
// name to what it is about.
std::optional<Span> told_act(std::string_view text, Span mention, const Refusal& refusal) {
  const Span behind = make_span(mention.end, std::min<std::size_t>(text.size(), mention.end + 160u));
  const std::vector<Unit> words = words_of(text, behind);
  for (std::size_t i = 0; i < std::min<std::size_t>(3, words.size()); ++i) {
    if (has_class(words[i], MeaningClass::negation) || words[i].capital) return std::nullopt;
    if (english_word_groups().act(words[i]) != refusal.act) continue;
    for (std::size_t k = i + 1; k < std::min(i + 1 + kReach, words.size()); ++k)
      if (meeting_key(words[k]) == refusal.about && rarity_of(words[k]) > 0)
        return Span{mention.begin, words[k].span.end};
    return std::nullopt;
  }
  return std::nullopt;
}

// Mentions outside of the person's own words.
void meet_mentions(const Edition& teller, std::uint8_t teller_side, const std::vector<Refusal>& refusals,
                   std::uint8_t refusal_side, std::vector<Discrepancy>& out) {
  constexpr std::size_t kMostMentions = 400;
  const std::string_view text = teller.document.text.view();
  for (const Person& person : teller.persons) {
    std::size_t asked = 0;
    for (const Refusal& refusal : refusals) {
      if (refusal.who != person.key) continue;
      for (const Span mention : person.mentions) {
        if (++asked > kMostMentions) return;
        const std::optional<Span> words = told_act(text, mention, refusal);
        if (!words) continue;
        Discrepancy found;
        found.kind = DiscrepancyKind::refusal;
        found.weight = 56;
        found.places = {{teller_side, *words, -1},
                        {refusal_side, refusal.words, static_cast<std::int32_t>(refusal.speech)}};
        found.basis = {"act-refused", 1, {{"speaker:equal", 1}}};
        out.push_back(std::move(found));
        break;
      }
    }
  }
}

// Reports in `teller` of what `refusals` (of the document of the other side) refuse.
void meet(const Edition& teller, std::uint8_t teller_side, const std::vector<Refusal>& refusals,
          std::uint8_t refusal_side, std::vector<Discrepancy>& out) {
  if (refusals.empty()) return;
  const std::string_view text = teller.document.text.view();
  std::map<std::pair<std::string, std::uint32_t>, std::vector<const Refusal*>> by_act;
  for (const Refusal& refusal : refusals) {
    std::vector<const Refusal*>& list = by_act[{refusal.who, refusal.act}];
    if (list.size() < kMostRefusals) list.push_back(&refusal);
  }
  for (std::size_t s = 0; s < teller.speeches.size(); ++s) {
    const Speech& speech = teller.speeches[s];
    const Person* who = teller.speaker_of(s);
    if (who == nullptr || speech.cue.empty() || speech.polarity != Polarity::said || speech.content.empty()) continue;
    if (speech.kind == SpeechKind::transcript) continue;
    std::uint32_t act = 0;
    for (const Unit& unit : words_of(text, speech.cue.front())) {
      if (has_class(unit, MeaningClass::negation)) act = UINT32_MAX;
      if (act == 0) act = english_word_groups().act(unit);
    }
    const auto refused = by_act.find({who->key, act});
    if (act == 0 || refused == by_act.end()) continue;
    const Span begins{speech.content.front().begin,
                      std::min(speech.content.front().end, speech.content.front().begin + 200)};
    const std::vector<Unit> content = words_of(text, begins);
    const auto opening = content.begin() + static_cast<std::ptrdiff_t>(std::min(kOpening, content.size()));
    for (const Refusal* refusal : refused->second) {
      if (std::none_of(content.begin(), opening, [&](const Unit& u) { return meeting_key(u) == refusal->about; }))
        continue;
      Discrepancy found;
      found.kind = DiscrepancyKind::refusal;
      found.weight = 57;
      found.places = {{teller_side, {speech.cue.front().begin, extent(speech).end}, static_cast<std::int32_t>(s)},
                      {refusal_side, refusal->words, static_cast<std::int32_t>(refusal->speech)}};
      if (found.places[0].span.begin > found.places[0].span.end) found.places[0].span = extent(speech);
      found.basis = {"act-refused", 1, {{"speaker:equal", 1}}};
      out.push_back(std::move(found));
      break;
    }
  }
}

}  // namespace

void compare_acts(const Edition& a, const Edition& b, bool self, std::vector<Discrepancy>& out) {
  const std::vector<Refusal> refusals_a = refusals_in(a);
  const std::size_t before = out.size();
  const auto both = [&](const Edition& teller, std::uint8_t side, const std::vector<Refusal>& refusals,
                        std::uint8_t refusal_side) {
    meet(teller, side, refusals, refusal_side, out);
    // What is told with a cue of speech is told.
    if (out.size() == before) meet_mentions(teller, side, refusals, refusal_side, out);
  };
  if (self) return both(a, 0, refusals_a, 0);
  both(b, 1, refusals_a, 0);
  both(a, 0, refusals_in(b), 1);
}

}  // namespace readout
