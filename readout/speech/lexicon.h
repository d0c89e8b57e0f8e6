// Lexicon: what English words are to a reader of reported speech. Read once from data/en/words.tsv, cue_verbs.tsv and
// cue_nouns.tsv; immutable; shared by all threads.
//
//   lexicon().find("said")    -> verb cue "say", form past; frames t q w n
//   lexicon().find("the")     -> determiner
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace readout {

// Closed classes and small open ones, as bits.
enum class WordClass : std::uint32_t {
  none = 0,
  determiner = 1u << 0,
  possessive = 1u << 1,
  subject_pronoun = 1u << 2,
  object_pronoun = 1u << 3,
  wh = 1u << 4,
  preposition = 1u << 5,
  attaching = 1u << 6,  // prepositions that may stand inside a noun phrase
  coordinator = 1u << 7,
  subordinator = 1u << 8,
  be = 1u << 9,
  have = 1u << 10,
  do_verb = 1u << 11,
  modal = 1u << 12,
  negation = 1u << 13,
  adverb = 1u << 14,
  time_noun = 1u << 15,
  audience = 1u << 16,
  venue = 1u << 17,
  venue_preposition = 1u << 18,
  person_noun = 1u << 19,
  contraction_be = 1u << 20,
  existential = 1u << 21,
  document_noun = 1u << 22,
};

constexpr std::uint32_t bit(WordClass c) {
  return static_cast<std::uint32_t>(c);
}

enum class VerbForm : std::uint8_t { base, third, past, participle, past_or_participle, ing };

// How a cue verb takes its content; letters as in data/en/cue_verbs.tsv.
enum class Frame : std::uint8_t {
  clause = 1 << 0,         // t
  quotation = 1 << 1,      // q
  wh_clause = 1 << 2,      // w
  infinitive = 1 << 3,     // i
  object = 1 << 4,         // n
  as_phrase = 1 << 5,      // a
  complement = 1 << 6,     // c
  prepositional = 1 << 7,  // p
};

enum class CuePolarity : std::uint8_t { said, denied, asked, none };

struct CueVerb {
  std::string lemma;
  std::uint8_t frames = 0;
  CuePolarity polarity = CuePolarity::said;
  bool takes_addressee = false;
  bool needs_hearer = false;     // told, informed: never without the one who is told
  std::string particle;          // "out": point out, but not point
  bool needs_statement = false;  // issued a statement, but not a licence
  bool needs_wanted = false;     // wanted to know, but not know
  bool like_noun = false;        // the same form is as often a noun ("states", "claims")
  bool needs_that = false;       // takes no clause without "that"
  bool of_documents = false;     // said of texts: "the letter reads"

  bool takes(Frame frame) const { return (frames & static_cast<std::uint8_t>(frame)) != 0; }
};

struct CueNoun {
  std::string lemma;
  CuePolarity polarity = CuePolarity::said;
  bool claim = false;  // takes a clause or an infinitive: "the claim that", "his promise to"
};

struct WordEntry {
  std::uint32_t classes = 0;
  std::int16_t verb = -1;  // index into Lexicon::verbs
  std::int16_t noun = -1;  // index into Lexicon::nouns
  VerbForm form = VerbForm::base;

  bool is(WordClass c) const { return (classes & bit(c)) != 0; }
};

class Lexicon {
 public:
  Lexicon();

  // `lower` is the word in lower case with straight apostrophes. Unknown words have no class.
  WordEntry find(std::string_view lower) const;
  const std::vector<CueVerb>& verbs() const { return verbs_; }
  const std::vector<CueNoun>& nouns() const { return nouns_; }

 private:
  void add_classes();
  void add_verbs();
  void add_nouns();

  std::unordered_map<std::string_view, WordEntry> entries_;
  std::vector<CueVerb> verbs_;
  std::vector<CueNoun> nouns_;
  std::vector<std::vector<std::string>> made_;  // inflected forms, kept alive for the views in entries_
};

const Lexicon& lexicon();

}  // namespace readout
