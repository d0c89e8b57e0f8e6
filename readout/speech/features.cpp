#include "readout/speech/features.h"

#include "readout/speech/look.h"

namespace readout {
namespace {

// Somebody who speaks of his own words inside a quotation is not reported by anybody else.
bool is_self(const StrandView& s, int i) {
  for (const std::string_view word : {"i", "we", "you", "my", "our", "your"})
    if (s.is_word(i, word)) return true;
  return false;
}

std::string_view source_shape(const StrandView& s, int head) {
  if (is_self(s, head)) return "source:self";
  if (s.is(head, WordClass::subject_pronoun)) return "source:pronoun";
  if (s.is_capital(head)) return "source:name";
  if (s.is(head, WordClass::person_noun)) return "source:person-noun";
  return "source:other";
}

}  // namespace

void note_features(const StrandView& s, const CueSite& site, Candidate& candidate) {
  const auto note = [&](std::string name) { candidate.features.push_back({std::move(name), 1}); };
  constexpr std::string_view kShapes[] = {"verb", "participle", "infinitive", "passive", "noun", "according"};
  note("frame:" + std::string(to_string(candidate.frame)));
  note("shape:" + std::string(kShapes[static_cast<std::size_t>(site.shape)]));
  if (site.verb != nullptr) note("cue:" + site.verb->lemma);
  if (site.noun != nullptr) note("cue-noun:" + site.noun->lemma);
  if (site.shape == CueShape::participle && candidate.frame == ContentFrame::object && candidate.quotations.empty())
    note("participle-object");
  if (site.shape == CueShape::participle && !s.is_comma(site.begin - 1) && !s.is_dash(site.begin - 1) &&
      !s.is(site.begin - 1, WordClass::coordinator) && site.source.empty() &&
      candidate.frame != ContentFrame::that_clause)
    note("gerund");
  if (site.shape == CueShape::noun && site.source_words.empty()) note("noun-alone");
  if (site.hypothetical) note("hypothetical");
  // "I told the foreman that": one's own earlier words are a report of their own.
  if (candidate.frame == ContentFrame::that_clause &&
      (site.form == VerbForm::past || site.form == VerbForm::past_or_participle) && site.verb != nullptr &&
      site.verb->takes_addressee)
    note("told-that");
  if (site.relative) note("relative");
  if (candidate.speech.source.empty()) note("no-source");
  if (!site.source.empty()) note(std::string(source_shape(s, site.source.end - 1)));
  if (candidate.quotations.empty()) note("unquoted");
  // A fragment in marks inside a noun phrase is the strongest sign that it reports words ("called them “pirates”").
  if (!candidate.quotations.empty() && candidate.frame == ContentFrame::object) note("fragment-quoted");
  if (s.strand().quotation >= 0) note("inside-quotation");
  int words = 0;
  for (const Span span : candidate.speech.content) words += count_words(s.prose(), span);
  if (words < kShortestClause) note(candidate.frame == ContentFrame::object ? "short-object" : "short-content");
}

std::string_view to_string(ContentFrame frame) {
  constexpr std::string_view kNames[] = {"quotation-before",
                                         "quotation-after",
                                         "quotation-around",
                                         "clause-before",
                                         "clause-after",
                                         "clause-around",
                                         "that-clause",
                                         "wh-clause",
                                         "infinitive",
                                         "object",
                                         "previous-sentence",
                                         "next-sentence",
                                         "chain",
                                         "unattributed",
                                         "label",
                                         "issued",
                                         "author-claim"};
  return kNames[static_cast<std::size_t>(frame)];
}

}  // namespace readout
