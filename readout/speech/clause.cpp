#include "readout/speech/clause.h"

#include <algorithm>

#include "readout/document/calendar.h"

namespace readout {
namespace {

// "in a statement", "on Tuesday", "at a rally in Marlow", "after the talks": an adjunct of saying.
int skip_prepositional(const StrandView& s, int i) {
  if (!s.is(i, WordClass::preposition) && !s.is(i, WordClass::venue_preposition)) return i;
  if (s.is_word(i, "of") || s.is_word(i, "like") || s.is_word(i, "that")) return i;
  int j = i + 1;
  while (s.is(j, WordClass::time_noun) || (s.is_adverb(j) && !s.is(j, WordClass::determiner))) ++j;
  if (j > i + 1 && !s.is_capital(j)) return j;
  const NounPhrase phrase = phrase_right(s, j);
  if (phrase.empty()) {
    const ProseWord* w = s.word(i + 1);
    if (w != nullptr && w->entry.form == VerbForm::ing && w->entry.verb >= 0) return i;
    return j > i + 1 ? j : i;
  }
  j = phrase.end;
  while (s.is(j, WordClass::time_noun) ||
         (s.word(j) != nullptr && s.word(j)->kind == TokenKind::number && s.is(j - 1, WordClass::time_noun)))
    ++j;
  return j;
}

// An attribution that ends its sentence or opens a quotation: what stands before its comma is another's.
bool closes(const StrandView& s, const CueSite& site, int last) {
  const int end = site.inverted ? std::max(site.end, site.source.end) : site.end;
  const int next = skip_adjuncts(s, end, site.verb != nullptr && site.verb->takes_addressee && !site.inverted);
  return end >= last || next >= last || s.is_mark(next, ":") ||
         (s.is_comma(next) && !site.source.empty() && site.shape == CueShape::verb) || s.quotation(next) != nullptr ||
         (s.is_comma(next) && s.quotation(next + 1) != nullptr);
}

// "the next day", "last week", "two days later", "a month ago": past a noun phrase of time; `i` where none stands
// there.
int skip_time_phrase(const StrandView& s, int i) {
  int j = i;
  while (j < i + 3 &&
         (s.is(j, WordClass::determiner) || s.is_word(j, "next") || s.is_word(j, "last") || s.is_word(j, "same") ||
          s.is_word(j, "previous") || s.is_word(j, "following") || s.is_word(j, "past") || s.is_word(j, "two") ||
          s.is_word(j, "three") || (s.word(j) != nullptr && s.word(j)->kind == TokenKind::number)))
    ++j;
  if (!s.is(j, WordClass::time_noun)) return i;
  const bool definite = s.is_word(i, "the");
  while (s.is(j, WordClass::time_noun)) ++j;
  if (s.is_word(j, "later") || s.is_word(j, "earlier") || s.is_word(j, "before") || s.is_word(j, "ago") ||
      s.is_word(j, "after"))
    ++j;
  // "the October talks", "the Friday deadline": the time belongs to the noun.
  const ProseWord* next = s.word(j);
  const bool modifies =
      definite && next != nullptr && next->kind == TokenKind::word && !next->capital && next->entry.classes == 0;
  return s.is_auxiliary(j) || modifies ? i : j;
}

// "While Kovel demands that they leave, …"; "Asked whether they would leave, …": the cue stands in a clause that a main
// one follows.
bool opens_subordinate(const StrandView& s, const CueSite& own) {
  int first = 0;
  while (s.is(first, WordClass::coordinator)) ++first;
  if (first == own.head) return own.form == VerbForm::past_or_participle || own.form == VerbForm::ing;
  if (first > own.head) return false;
  if (own.source_words.empty() && s.is_comma(own.begin - 1) && own.shape == CueShape::verb)
    return true;  // "Wick, asked whether …, said"
  for (const std::string_view word : {"while", "although", "though", "if", "after", "when", "because", "since", "as"})
    if (s.is_word(first, word)) return true;
  return false;
}

// "and warned that", "but urged them to": a coordinated verb that reports something of its own. "met and agreed to go
// on" goes on with what was said.
bool carries_content(const StrandView& s, const CueSite& site) {
  if (site.shape == CueShape::according || site.verb == nullptr) return true;
  const int next = skip_adjuncts(s, site.end, site.verb->takes_addressee);
  if (s.is_word(next, "that") || s.quotation(next) != nullptr || s.is_mark(next, ":") || s.is(next, WordClass::wh))
    return true;
  if (site.verb->takes(Frame::prepositional)) return true;
  if (s.is_word(next, "to")) return site.verb->takes(Frame::infinitive);
  if (s.is_comma(next)) return s.quotation(next + 1) != nullptr;
  return (site.verb->takes(Frame::clause) && !site.verb->needs_that) || site.verb->takes(Frame::object) ||
         site.verb->takes(Frame::complement) || site.verb->takes(Frame::as_phrase);
}

// "but gave no details", "but did not elaborate": what the writer says about the saying.
bool breaks_off(const StrandView& s, int i) {
  if (!s.is_word(i, "but") && !s.is_word(i, "and")) return false;
  for (const std::string_view verb : {"gave", "offered", "provided", "cited"})
    if (s.is_word(i + 1, verb) && (s.is_word(i + 2, "no") || s.is_word(i + 2, "few"))) return true;
  for (const std::string_view verb : {"declined", "refused"})
    if (s.is_word(i + 1, verb) && s.is_word(i + 2, "to")) return true;
  return s.is_word(i + 1, "did") && s.is_word(i + 2, "not") &&
         (s.is_word(i + 3, "elaborate") || s.is_word(i + 3, "say") || s.is_word(i + 3, "name") ||
          s.is_word(i + 3, "give") || s.is_word(i + 3, "specify"));
}

bool is_content_start(const StrandView& s, int i) {
  return s.is_word(i, "that") || s.quotation(i) != nullptr || s.is_mark(i, ":") || s.is_comma(i) || i >= s.body_end() ||
         s.is(i, WordClass::subject_pronoun) || s.is(i, WordClass::determiner) || s.is(i, WordClass::possessive) ||
         s.is(i, WordClass::existential) || s.is(i, WordClass::contraction_be) || s.is_capital(i) ||
         s.is(i, WordClass::wh) || s.is_dash(i) || s.is(i, WordClass::venue_preposition) ||
         s.is(i, WordClass::time_noun) || s.is_word(i, "to");
}

}  // namespace

namespace {

bool is_time_only(const StrandView& s, int begin, int end) {
  for (int i = begin; i < end; ++i)
    if (!s.is(i, WordClass::time_noun)) return false;
  return end > begin;
}

bool is_month(const StrandView& s, int i) {
  if (!s.is_capital(i)) return false;
  std::string_view word = s.text(i);
  if (word.ends_with('.')) word.remove_suffix(1);
  return month_of(word) != 0;
}

bool is_number(const StrandView& s, int i) {
  return s.word(i) != nullptr && s.word(i)->kind == TokenKind::number;
}

// Past what belongs to the date whose first word stands before `from`: "on Monday[, July 14, 2026,]", "July [12]".
int skip_rest_of_date(const StrandView& s, int from) {
  int i = from;
  if (s.is_comma(i) && is_month(s, i + 1) && is_number(s, i + 2)) ++i;
  if (is_month(s, i) && is_number(s, i + 1)) ++i;
  if (!is_month(s, i - 1)) return from;
  if (is_number(s, i)) ++i;
  if (s.is_comma(i) && is_number(s, i + 1) && s.text(i + 1).size() == 4) i += 2;
  if (is_number(s, i) && s.text(i).size() == 4) ++i;
  return i > from && s.is_comma(i) && s.is_word(i + 1, "that") ? i + 1 : i;
}

}  // namespace

int skip_adjuncts(const StrandView& s, int from, bool hearer) {
  int i = from;
  if (hearer && !s.is_word(i, "that") && s.quotation(i) == nullptr) {
    const NounPhrase phrase = phrase_right(s, i);
    if (!phrase.empty() && !s.is_auxiliary(phrase.end) && !(s.is_comma(phrase.begin))) i = phrase.end;
  }
  for (;;) {
    const int before = i;
    while (s.is(i, WordClass::time_noun) && !s.is(i + 1, WordClass::be)) ++i;
    i = skip_time_phrase(s, i);
    if (i > from) i = skip_rest_of_date(s, i);
    if (s.is_adverb(i) && !s.is(i, WordClass::determiner) && !s.is_word(i, "there") && is_content_start(s, i + 1)) ++i;
    if (s.is_word(i, "to") &&
        (s.is(i + 1, WordClass::audience) || s.is_capital(i + 1) ||
         (s.is(i + 1, WordClass::determiner) && (s.is_capital(i + 2) || s.is(i + 3, WordClass::audience))) ||
         s.is(i + 1, WordClass::object_pronoun) || s.is(i + 2, WordClass::audience))) {
      const NounPhrase phrase = phrase_right(s, i + 1);
      i = phrase.empty() ? i + 2 : phrase.end;
    } else if (!s.is_word(i, "to")) {
      const int past = skip_prepositional(s, i);
      if (past > i && (is_content_start(s, past) || is_time_only(s, i + 1, past))) i = past;
      // "in a statement posted on its website"
      if (past > i - 1 && i > from && s.text(i).ends_with("ed") && s.is(i + 1, WordClass::preposition)) {
        const int more = skip_prepositional(s, i + 1);
        if (more > i + 1 && is_content_start(s, more)) i = more;
      }
    }
    // ", however," and ", in part," between verb and content.
    if (s.is_comma(i) && s.is_adverb(i + 1) && s.is_comma(i + 2)) i += 3;
    if (i == before) return i;
  }
}

int clause_end(const StrandView& s, int from, const std::vector<CueSite>& sites, const CueSite& own) {
  const int last = s.body_end();
  int end = last;
  for (const CueSite& site : sites) {
    if (site.head == own.head || site.shape == CueShape::noun) continue;
    // Verbs that report nothing but quotations ("continued", "began") stop a clause only where one follows.
    const bool quotes_only = site.verb != nullptr && site.verb->frames == static_cast<std::uint8_t>(Frame::quotation);
    if (quotes_only && !closes(s, site, last)) continue;
    int begin = first_item(site);
    if (begin <= from || begin >= end) continue;
    if (site.as_clause) --begin;
    const bool coordinated = s.is(begin - 1, WordClass::coordinator) || s.is_word(begin - 1, "while");
    const int before = coordinated ? begin - 1 : begin;
    const bool comma = s.is_comma(before - 1) || s.is_dash(before - 1);
    const bool own_subject = !site.source.empty();
    // Another report at the same level: ", adding that", "and said", ", and Kovel said", ", according to", ", as Hale
    // put it".
    if (coordinated && !own_subject && !carries_content(s, site)) continue;
    const bool stops = (site.shape == CueShape::participle && comma) ||
                       (coordinated && !own_subject && !site.relative) || (coordinated && comma && !site.relative) ||
                       (site.shape == CueShape::according && comma) || (site.as_clause && comma) ||
                       (comma && !coordinated && !site.relative && closes(s, site, last)) ||
                       (site.shape == CueShape::according && site.begin > from);
    if (stops) end = std::min(end, comma ? before - 1 : before);
  }
  for (int i = from + 1; i < end; ++i)
    if (s.is_mark(i, ";") || (s.is_mark(i, ":") && s.quotation(i + 1) != nullptr) || breaks_off(s, i)) {
      end = i;
      break;
    }
  // "…, and I have nothing to add": the one who speaks goes on after what another is reported to have said.
  for (int i = from + 1; i + 2 < end; ++i)
    if (s.is_comma(i) && s.is(i + 1, WordClass::coordinator) && (s.is_word(i + 2, "i") || s.is_word(i + 2, "we")) &&
        !own.source.empty() && !s.is_word(own.source.begin, "i") && !s.is_word(own.source.begin, "we"))
      end = i;
  // "the League, whose officials call them “pirates”, has done everything": the main clause goes on with its verb.
  if (own.relative || s.is_word(own.source.begin, "whose"))
    for (int i = from + 1; i + 1 < end; ++i)
      if (s.is_comma(i) && s.is_auxiliary(i + 1)) end = i;
  if (opens_subordinate(s, own))
    for (int i = from + 1; i < end; ++i)
      if (s.is_comma(i) && (may_begin_phrase(s, i + 1) || s.cue_verb(i + 1) != nullptr)) {
        end = i;  // where the main clause begins
        break;
      }
  // A dash that nothing closes adds the writer's own words; so does ", underscoring ..." after a quotation's end.
  while (end > from && (s.is_comma(end - 1) || s.is_dash(end - 1))) --end;
  return end;
}

int skip_apposition(const StrandView& s, int i, bool at_head) {
  constexpr int kLongest = 16;
  if (!s.is_comma(i) || s.quotation(i + 1) != nullptr) return i;
  const bool relative = s.is_word(i + 1, "who") || s.is_word(i + 1, "which") || s.is_word(i + 1, "whose");
  const bool opens = relative || s.is(i + 1, WordClass::determiner) || s.is(i + 1, WordClass::possessive) ||
                     s.is(i + 1, WordClass::person_noun) || s.is_capital(i + 1) ||
                     (s.word(i + 1) != nullptr && s.word(i + 1)->kind == TokenKind::number);
  if (!opens) return i;
  int j = i + 1;
  while (j < s.body_end() && !s.is_comma(j) && s.quotation(j) == nullptr && j < i + kLongest) {
    const bool verb =
        s.is_auxiliary(j) || s.is(j, WordClass::subject_pronoun) || s.is(j, WordClass::contraction_be) ||
        (s.cue_verb(j) != nullptr && s.cue_noun(j) == nullptr && !s.is_capital(j) && !s.cue_verb(j)->like_noun);
    if (verb && !relative) return i;
    ++j;
  }
  if (j >= i + kLongest) return i;
  if (at_head && (!s.is_comma(j) || (!relative && !s.is(i + 1, WordClass::determiner)))) return i;
  return j;
}

bool is_clause(const StrandView& s, int begin, int end) {
  if (s.is(begin, WordClass::subject_pronoun) || s.is(begin, WordClass::existential)) return true;
  for (int i = begin; i < end; ++i) {
    if (s.is(i, WordClass::contraction_be)) return true;
    const ProseWord* w = s.word(i);
    if (i == begin || w == nullptr || w->kind != TokenKind::word) continue;
    if (s.is_auxiliary(i)) return true;
    if (w->capital) continue;
    if (w->span.size() > 3 && s.text(i).ends_with("ed") && !s.is(i - 1, WordClass::determiner)) return true;
    const CueVerb* verb = s.cue_verb(i);
    if (verb != nullptr && !verb->like_noun && s.cue_noun(i) == nullptr && w->entry.form != VerbForm::ing &&
        w->entry.form != VerbForm::base)
      return true;
    // A present tense: a word in -s where no noun can stand ("the plan fails to").
    const bool object_follows = s.is(i + 1, WordClass::determiner) || s.is(i + 1, WordClass::possessive) ||
                                s.is_word(i + 1, "to") || s.is(i + 1, WordClass::object_pronoun);
    if (object_follows && s.text(i).ends_with('s') && !s.is_clitic(i) && !s.is(i, WordClass::preposition)) return true;
  }
  return false;
}

int object_end(const StrandView& s, int begin, int end) {
  for (int i = begin + 1; i < end; ++i) {
    if (s.quotation(i) != nullptr) continue;
    for (const std::string_view word : {"during", "when", "while", "after", "before", "amid", "because"})
      if (s.is_word(i, word)) return i;
    if (s.is_comma(i)) return i;
    // "welcomed the deal in a statement": the occasion is not what was welcomed.
    if (s.is_word(i, "in") || s.is_word(i, "at") || s.is_word(i, "on"))
      for (int k = i + 1; k < std::min(end, i + 5); ++k)
        if (s.is(k, WordClass::venue)) return i;
  }
  return end;
}

}  // namespace readout
