// CueSite: a place in a strand where something is reported, with who does it. What is reported is found later
// (content.h).
//
//   Kovel has repeatedly told reporters that ...
//   [src] [begin          head]                    verb tell, form past, not passive
//
// A verb form is a site only where it is used as a verb: "the reported attack" and "her claims" are none ("her claims"
// is a noun site).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/speech/noun_phrase.h"
#include "readout/speech/strand_view.h"

namespace readout {

enum class CueShape : std::uint8_t {
  verb,        // finite: "said", "has said"
  participle,  // ", adding that"
  infinitive,  // "went on to say"
  passive,     // "was told", "was quoted as saying"
  noun,        // "the claim that", "in a statement"
  according,   // "according to X", "in the words of X"
};

struct CueSite {
  CueShape shape = CueShape::verb;
  int begin = 0;  // items of the strand, half-open: "has repeatedly told"
  int end = 0;
  int head = 0;
  const CueVerb* verb = nullptr;  // one of the two
  const CueNoun* noun = nullptr;
  VerbForm form = VerbForm::past;
  bool negated = false;
  bool hypothetical = false;  // "would say", "might argue"
  bool inverted = false;      // the source stands after the verb
  bool as_clause = false;     // "as Kovel said"
  bool refers_back = false;   // "he said so", "she made that clear": what was said stands in the sentence before
  bool relative = false;      // "the lawyer who said"
  CuePolarity polarity = CuePolarity::said;
  NounPhrase tail;    // "as saying" in "quoted Kovel as saying"; empty else
  NounPhrase citing;  // ", citing the ministry": the participle and whom it names
  NounPhrase relay;   // who passes it on: "the agency" in "the agency quoted Kovel as saying"
  NounPhrase source;  // in this strand; empty where none
  Span source_words;  // the same as a span, or a span of an earlier strand (participles, "and added")
};

// The first item of the attribution: of its source or relay where one stands before the cue.
int first_item(const CueSite& site);

// No sentence that a person wrote has more; what comes after them in one strand is not searched.
inline constexpr std::size_t kMostSites = 64;

// The sites of a strand, in order of their heads.
std::vector<CueSite> find_cue_sites(const StrandView& strand);

}  // namespace readout
