#include "readout/speech/lexicon.h"

#include <array>
#include <utility>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

constexpr auto kClassNames = std::to_array<std::pair<std::string_view, WordClass>>({
    {"determiner", WordClass::determiner},
    {"possessive", WordClass::possessive},
    {"subject_pronoun", WordClass::subject_pronoun},
    {"object_pronoun", WordClass::object_pronoun},
    {"wh", WordClass::wh},
    {"preposition", WordClass::preposition},
    {"attaching", WordClass::attaching},
    {"coordinator", WordClass::coordinator},
    {"subordinator", WordClass::subordinator},
    {"be", WordClass::be},
    {"have", WordClass::have},
    {"do", WordClass::do_verb},
    {"modal", WordClass::modal},
    {"negation", WordClass::negation},
    {"adverb", WordClass::adverb},
    {"time_noun", WordClass::time_noun},
    {"audience", WordClass::audience},
    {"venue", WordClass::venue},
    {"venue_preposition", WordClass::venue_preposition},
    {"person_noun", WordClass::person_noun},
    {"contraction_be", WordClass::contraction_be},
    {"existential", WordClass::existential},
    {"document_noun", WordClass::document_noun},
});

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// Regular English inflection; verbs that double a consonant or change a vowel are listed as irregular in the lexicon.
std::array<std::string, 4> inflect(const std::string& lemma) {
  const char last = lemma.back();
  const char before = lemma.size() > 1 ? lemma[lemma.size() - 2] : 'x';
  if (last == 'e') return {lemma + "s", lemma + "d", lemma + "d", lemma.substr(0, lemma.size() - 1) + "ing"};
  if (last == 'y' && !is_vowel(before)) {
    const std::string stem = lemma.substr(0, lemma.size() - 1);
    return {stem + "ies", stem + "ied", stem + "ied", lemma + "ing"};
  }
  const bool hisses = last == 's' || last == 'x' || last == 'z' || lemma.ends_with("ch") || lemma.ends_with("sh");
  return {lemma + (hisses ? "es" : "s"), lemma + "ed", lemma + "ed", lemma + "ing"};
}

CuePolarity parse_cue_polarity(std::string_view text) {
  if (text == "denied") return CuePolarity::denied;
  if (text == "asked") return CuePolarity::asked;
  if (text == "none") return CuePolarity::none;
  return CuePolarity::said;
}

std::uint8_t parse_frames(std::string_view letters) {
  constexpr std::string_view kLetters = "tqwinacp";
  std::uint8_t frames = 0;
  for (const char c : letters)
    if (const std::size_t at = kLetters.find(c); at != std::string_view::npos)
      frames = static_cast<std::uint8_t>(frames | (1u << at));
  return frames;
}

}  // namespace

Lexicon::Lexicon() {
  add_classes();
  add_verbs();
  add_nouns();
}

void Lexicon::add_classes() {
  for (const auto& row : rows(embedded("en/words.tsv"))) {
    if (row.size() < 2) continue;
    for (const auto& [name, value] : kClassNames)
      if (name == row[0])
        for (const std::string_view word : split(row[1], ' ')) entries_[word].classes |= bit(value);
  }
}

void Lexicon::add_verbs() {
  for (const auto& row : rows(embedded("en/cue_verbs.tsv"))) {
    if (row.size() < 3) continue;
    CueVerb verb;
    verb.lemma = row[0];
    verb.frames = parse_frames(row[1]);
    verb.polarity = parse_cue_polarity(row[2]);
    if (row.size() > 3) {
      verb.takes_addressee = row[3].find("addressee") != std::string_view::npos;
      verb.needs_hearer = row[3].find("hearer") != std::string_view::npos;
      if (const std::size_t at = row[3].find("particle="); at != std::string_view::npos) {
        const std::string_view rest = row[3].substr(at + std::string_view("particle=").size());
        verb.particle = rest.substr(0, rest.find(' '));
      }
      verb.needs_statement = row[3].find("statement") != std::string_view::npos;
      verb.needs_wanted = row[3].find("wanted") != std::string_view::npos;
      verb.like_noun = row[3].find("noun") != std::string_view::npos;
      verb.needs_that = row[3].find("that") != std::string_view::npos;
      verb.of_documents = row[3].find("document") != std::string_view::npos;
    }
    const auto index = static_cast<std::int16_t>(verbs_.size());
    const std::array<std::string, 4> regular = inflect(verb.lemma);
    const auto irregular = split(row.size() > 4 ? row[4] : std::string_view(), ' ');
    std::vector<std::pair<std::string, VerbForm>> forms{{verb.lemma, VerbForm::base}};
    constexpr std::array<VerbForm, 4> kForms{VerbForm::third, VerbForm::past, VerbForm::participle, VerbForm::ing};
    for (std::size_t f = 0; f < kForms.size(); ++f) {
      if (irregular.size() == kForms.size())
        for (const std::string_view spelling : split(irregular[f], '|')) forms.emplace_back(spelling, kForms[f]);
      else
        forms.emplace_back(regular[f], kForms[f]);
    }
    auto& kept = made_.emplace_back();
    kept.reserve(forms.size());
    for (auto& [form, kind] : forms) {
      kept.push_back(form);
      WordEntry& entry = entries_[kept.back()];
      const bool both = entry.verb == index && entry.form == VerbForm::past && kind == VerbForm::participle;
      // A base form that is also a past ("read", "forecast") may be either; the past asks less of its subject.
      if (entry.verb == index && !both && kind != VerbForm::past) continue;
      entry.verb = index;
      entry.form = both ? VerbForm::past_or_participle : kind;
    }
    verbs_.push_back(std::move(verb));
  }
}

void Lexicon::add_nouns() {
  for (const auto& row : rows(embedded("en/cue_nouns.tsv"))) {
    if (row.size() < 3) continue;
    CueNoun noun;
    noun.lemma = row[0];
    noun.polarity = parse_cue_polarity(row[1]);
    noun.claim = row[2].find("claim") != std::string_view::npos;
    const auto index = static_cast<std::int16_t>(nouns_.size());
    auto& kept = made_.emplace_back();
    kept.reserve(2);
    kept.push_back(noun.lemma);
    kept.push_back(row.size() > 3 && !row[3].empty() ? std::string(row[3]) : inflect(noun.lemma)[0]);
    for (const std::string& form : kept) entries_[form].noun = index;
    nouns_.push_back(std::move(noun));
  }
}

WordEntry Lexicon::find(std::string_view lower) const {
  const auto found = entries_.find(lower);
  return found == entries_.end() ? WordEntry{} : found->second;
}

const Lexicon& lexicon() {
  static const Lexicon kLexicon;
  return kLexicon;
}

}  // namespace readout
