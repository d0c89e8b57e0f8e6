#include "readout/speech/verb_use.h"

namespace readout {

bool is_finite_past(VerbForm form) {
  return form == VerbForm::past || form == VerbForm::past_or_participle;
}
bool is_participle(VerbForm form) {
  return form == VerbForm::participle || form == VerbForm::past_or_participle;
}

bool is_plural_subject(const StrandView& s, int i) {
  if (s.is_word(i, "they") || s.is_word(i, "we") || s.is_word(i, "i") || s.is_word(i, "you") || s.is_word(i, "who"))
    return true;
  const ProseWord* w = s.word(i);
  if (w == nullptr || w->kind != TokenKind::word) return false;
  const std::string_view text = s.text(i);
  return (text.ends_with('s') && !text.ends_with("ss") && !s.is_clitic(i)) || s.is_word(i, "people") ||
         s.is_word(i, "police") || s.is_word(i, "women") || s.is_word(i, "men") || s.is_word(i, "many") ||
         s.is_word(i, "some") || s.is_word(i, "others");
}

// What stands before a verb group, when the word is a noun there or part of a name.
bool is_noun_use(const StrandView& s, int head, const ProseWord& word) {
  if (s.is_comma(head - 1) && s.is_comma(head + 1) && word.entry.form == VerbForm::base) return true;  // ", quote,"
  int before = head - 1;
  while (s.is_adverb(before) && !s.is(before, WordClass::determiner)) --before;
  if (s.is(before, WordClass::possessive) && !s.is_word(before, "her")) return true;
  if (s.is_word(before, "her")) return true;
  if (s.is(before, WordClass::determiner) && !s.is_word(before, "all") && !s.is_word(before, "some") &&
      !s.is_word(before, "many") && !s.is_word(before, "both") && !s.is_word(before, "several") &&
      !s.is_word(before, "most"))
    return true;
  if (s.is_clitic(before) && word.entry.form != VerbForm::ing &&
      !(is_finite_past(word.entry.form) || is_participle(word.entry.form)))
    return true;
  if (s.is(before, WordClass::preposition) && word.entry.form != VerbForm::ing && !s.is_word(before, "to")) return true;
  return false;
}

// What a reporting verb is followed by, where the word might as well be a noun.
bool takes_content(const StrandView& s, int head) {
  const int next = head + 1;
  return s.is_word(next, "that") || s.quotation(next) != nullptr || s.is(next, WordClass::determiner) ||
         s.is(next, WordClass::subject_pronoun) || s.is(next, WordClass::possessive) || s.is_capital(next) ||
         s.is_word(next, "to") || s.is_mark(next, ":") || (s.is_comma(next) && s.quotation(next + 1) != nullptr) ||
         ((s.is_end_mark(next) || s.is_comma(next)) && s.is_comma(phrase_left(s, head).begin - 1));
}

// "might say", "could answer", "imagine her saying": nobody has said it.
bool is_conjecture(const StrandView& s, const CueSite& site) {
  for (int i = site.begin; i < site.head; ++i)
    for (const std::string_view modal : {"might", "may", "could", "should", "must", "ought"})
      if (s.is_word(i, modal)) return true;
  return false;
}

// "derogatory remarks", "new claims": a noun after an adjective, not a verb after its subject.
bool is_adjective_alone(const StrandView& s, const CueSite& site) {
  const bool like_noun = s.cue_noun(site.head) != nullptr || site.verb->like_noun;
  const NounPhrase source = site.source;
  return like_noun && (site.form == VerbForm::third || site.form == VerbForm::base) && source.end - source.begin == 1 &&
         !site.inverted && !s.is_capital(source.begin) && !s.is(source.begin, WordClass::person_noun) &&
         !s.is(source.begin, WordClass::subject_pronoun) && !s.text(source.begin).ends_with('s');
}

bool is_condition(const StrandView& s, const CueSite& site) {
  if (!s.is_word(0, "if") && !s.is_word(0, "unless")) return false;
  if (site.form != VerbForm::third && site.form != VerbForm::base) return false;
  for (int i = 1; i < site.head; ++i)
    if (s.is_comma(i)) return false;
  return true;
}

// "issued a statement", "released the following answer"
bool has_statement_object(const StrandView& s, int i) {
  const NounPhrase object = phrase_right(s, i);
  for (int k = object.begin; k < object.end; ++k)
    if (s.cue_noun(k) != nullptr) return true;
  return false;
}

bool names_document(const StrandView& s, NounPhrase source) {
  for (int i = source.begin; i < source.end; ++i)
    if (s.is(i, WordClass::document_noun) || s.cue_noun(i) != nullptr) return true;
  return false;
}

}  // namespace readout
