#include "readout/speech/noun_phrase.h"

namespace readout {
namespace {

constexpr int kLongestAside = 30;

bool is_opening(const StrandView& s, int i) {
  return s.is(i, WordClass::determiner) || s.is(i, WordClass::possessive);
}

// Nouns that take "to": an aide to the minister.
bool takes_to(const StrandView& s, int i) {
  for (const std::string_view noun :
       {"aide", "aides", "adviser", "advisers", "advisor", "advisors", "ambassador", "envoy", "assistant", "counsel",
        "deputy", "secretary", "spokesman", "spokeswoman", "close", "delegate", "representative"})
    if (s.is_word(i, noun)) return true;
  return false;
}

// A word that can stand inside a noun phrase: no closed class but determiners and possessives, no finite reporting
// verb.
bool is_nounish(const StrandView& s, int i) {
  const ProseWord* w = s.word(i);
  if (w == nullptr || w->kind == TokenKind::url) return false;
  if (w->kind == TokenKind::mark) return s.is_mark(i, "[") || s.is_mark(i, "]");  // an editor's insertion in a name
  if (w->kind == TokenKind::number) return true;
  if (s.is_clitic(i)) return true;
  if (s.is_word(i, "following") && is_opening(s, i - 1)) return true;  // "the following statement"
  constexpr std::uint32_t kClosed = bit(WordClass::subject_pronoun) | bit(WordClass::object_pronoun) |
                                    bit(WordClass::wh) | bit(WordClass::preposition) | bit(WordClass::coordinator) |
                                    bit(WordClass::subordinator) | bit(WordClass::be) | bit(WordClass::have) |
                                    bit(WordClass::do_verb) | bit(WordClass::modal) | bit(WordClass::negation);
  if ((w->entry.classes & kClosed) != 0 && !(w->capital && w->entry.is(WordClass::modal))) return false;
  // Months that are also names: "Theresa May", "April Hale".
  const bool name_month =
      w->capital && s.is_capital(i - 1) && !s.is(i - 1, WordClass::time_noun) &&
      (s.is_word(i, "may") || s.is_word(i, "april") || s.is_word(i, "june") || s.is_word(i, "august")) &&
      (s.word(i + 1) == nullptr || s.word(i + 1)->kind != TokenKind::number);
  if (!name_month && w->entry.is(WordClass::time_noun) &&
      !(s.is_capital(i) && s.is_capital(i + 1) && !s.is(i + 1, WordClass::time_noun)))
    return false;
  if (!w->capital && s.is_adverb(i)) return false;
  if (!w->capital && s.is_capital(i + 1) && w->span.size() > 5 && s.text(i).ends_with("ing") && !is_opening(s, i - 1))
    return false;
  const CueVerb* verb = s.cue_verb(i);
  if (verb != nullptr && w->entry.form == VerbForm::base && s.is_word(i - 1, "to")) return false;
  if (verb != nullptr && !w->capital && s.cue_noun(i) == nullptr && w->entry.form != VerbForm::ing &&
      !s.is(i, WordClass::determiner))
    return s.is(i - 1, WordClass::determiner);
  return true;
}

bool is_pronoun(const StrandView& s, int i) {
  return s.is(i, WordClass::subject_pronoun);
}

bool is_nickname(const StrandView& s, int i) {
  const Quotation* quotation = s.quotation(i);
  return quotation != nullptr && quotation->inner.size() < 24 && s.is_capital(i - 1) && s.is_capital(i + 1);
}

// One base phrase, from its last item leftwards: [determiner] word*.
int base_left(const StrandView& s, int end) {
  int begin = end;
  while (begin > 0) {
    const int i = begin - 1;
    if (is_nickname(s, i)) {
      --begin;
      continue;
    }
    if (!is_nounish(s, i)) break;
    if (is_opening(s, begin)) break;  // a determiner already opened it; what stands before is another phrase
    --begin;
  }
  return begin;
}

// Two capitals or more and nothing else: "Ida Brand".
bool is_name(const StrandView& s, NounPhrase phrase) {
  if (phrase.end - phrase.begin < 2) return false;
  for (int i = phrase.begin; i < phrase.end; ++i)
    if (!s.is_capital(i)) return false;
  return true;
}

// A preposition that ties the phrase to a noun before it: "a spokesman for", "the head of".
bool attaches(const StrandView& s, int i) {
  if (!s.is(i, WordClass::attaching) || i == 0) return false;
  if (s.is(i - 1, WordClass::time_noun) && !s.is_capital(i - 1)) return false;
  if (s.is_word(i, "to") && !takes_to(s, i - 1)) return false;
  return is_nounish(s, i - 1) && !s.is_clitic(i - 1);
}

}  // namespace

bool may_begin_phrase(const StrandView& s, int i) {
  const ProseWord* w = s.word(i);
  if (w == nullptr) return false;
  if (w->kind == TokenKind::number) return true;
  return is_opening(s, i) || is_pronoun(s, i) || s.is(i, WordClass::existential) || s.is_word(i, "this") ||
         is_nounish(s, i);
}

NounPhrase phrase_left(const StrandView& s, int end) {
  if (end <= 0) return {};
  if (is_pronoun(s, end - 1)) return {end - 1, end};
  int begin = base_left(s, end);
  if (begin == end) return {};
  for (;;) {
    if (begin > 1 && attaches(s, begin - 1)) {
      const int before = base_left(s, begin - 1);
      if (before == begin - 1) break;
      begin = before;
      continue;
    }
    // "Kovel and Hale said": a coordination of two names, or of two phrases at the start of the strand.
    if (begin > 1 && (s.is_word(begin - 1, "and") || s.is_mark(begin - 1, "&"))) {
      const int before = base_left(s, begin - 1);
      if (before < begin - 1 && (before == 0 || s.is_comma(before - 1) || s.quotation(before - 1) != nullptr) &&
          begin - 1 - before <= 6 && (s.is_capital(begin - 2) || is_opening(s, before))) {
        begin = before;
        continue;
      }
    }
    break;
  }
  if (begin < end && s.is_clitic(begin)) ++begin;
  while (begin < end - 1 && s.is(begin, WordClass::adverb) && (begin == 0 || !s.is_capital(begin + 1))) ++begin;
  if (begin == end - 1 && s.is_clitic(begin)) return {};
  return {begin, end};
}

NounPhrase phrase_right(const StrandView& s, int begin) {
  if (!s.inside(begin)) return {};
  if (is_pronoun(s, begin) || s.is(begin, WordClass::object_pronoun)) return {begin, begin + 1};
  int end = begin;
  const auto take_base = [&] {
    const int from = end;
    if (is_opening(s, end)) ++end;
    while (s.inside(end) && (is_nickname(s, end) || (is_nounish(s, end) && !is_opening(s, end)))) ++end;
    return end > from;
  };
  if (!take_base()) return {};
  for (;;) {
    const bool joins =
        s.is_word(end, "of") || ((s.is_word(end, "for") || s.is_word(end, "at") || s.is_word(end, "from")) &&
                                 !s.is(end + 1, WordClass::time_noun) && !s.is(end + 2, WordClass::venue));
    const bool adds = (s.is_word(end, "and") || s.is_mark(end, "&")) && s.is_capital(end + 1) && s.is_capital(end - 1);
    if (!joins && !adds) break;
    const int before = end++;
    if (!take_base()) {
      end = before;
      break;
    }
  }
  while (end > begin && s.is_clitic(end - 1)) --end;
  return {begin, end};
}

NounPhrase subject_left(const StrandView& s, int verb_begin) {
  int end = verb_begin;
  while (end > 1 && s.is_clitic(end - 1)) --end;  // the minister’s made clear
  if (s.is_comma(end - 1)) {
    // An aside: back to the comma that opens it, and take the phrase before that one.
    for (int i = end - 2; i > 0 && i > end - kLongestAside; --i) {
      if (s.quotation(i) != nullptr && !is_nickname(s, i)) break;
      if (!s.is_comma(i)) continue;
      const bool aside = s.is(i + 1, WordClass::wh) || s.is(i + 1, WordClass::determiner) ||
                         s.is(i + 1, WordClass::possessive) ||
                         (s.word(i + 1) != nullptr && s.word(i + 1)->kind == TokenKind::number) ||
                         s.is(i + 1, WordClass::person_noun) || s.is(i + 1, WordClass::preposition) ||
                         s.text(i + 1).ends_with("ing") || s.text(i + 1).ends_with("ed") || s.is_capital(i + 1) ||
                         is_nounish(s, i + 1);
      const NounPhrase phrase = phrase_left(s, i);
      // "A witness, harbour pilot Gleb Antonov, said": the aside has the name.
      const NounPhrase named = phrase_left(s, end - 1);
      const bool describes = !s.is_capital(phrase.end - 1) || (is_opening(s, phrase.begin) && is_name(s, named));
      if (aside && !phrase.empty() && describes && !s.is(i + 1, WordClass::wh) && named.begin == i + 1 &&
          s.is_capital(named.end - 1))
        return named;
      if (aside && !phrase.empty() &&
          (s.is_capital(phrase.end - 1) || is_opening(s, phrase.begin) || s.is_capital(phrase.begin)))
        return phrase;
    }
    return {};
  }
  if (s.is_dash(end - 1)) {
    for (int i = end - 2; i > 0 && i > end - kLongestAside; --i)
      if (s.is_dash(i)) return phrase_left(s, i);
    return {};
  }
  if (s.is_mark(end - 1, ")")) {
    for (int i = end - 2; i > 0 && i > end - kLongestAside; --i)
      if (s.is_mark(i, "(")) return phrase_left(s, i);
    return {};
  }
  if (s.is_word(end - 1, "who") || s.is_word(end - 1, "which") || s.is_word(end - 1, "that")) {
    end -= s.is_comma(end - 2) ? 2 : 1;
    return phrase_left(s, end);
  }
  return phrase_left(s, end);
}

NounPhrase opening_subject(const StrandView& s) {
  int begin = 0;
  while (s.inside(begin) && (s.is(begin, WordClass::coordinator) || s.is_adverb(begin) || s.is_comma(begin))) ++begin;
  // "Half smiling, she": past an opening phrase to the subject after its comma.
  if (s.text(begin + 1).ends_with("ing") || s.text(begin).ends_with("ing"))
    for (int i = begin + 1; i < begin + 12; ++i)
      if (s.is_comma(i) && (s.is(i + 1, WordClass::subject_pronoun) || s.is_capital(i + 1))) {
        begin = i + 1;
        break;
      }
  NounPhrase subject = phrase_right(s, begin);
  if (subject.empty()) return subject;
  // A name ends with its last capital; any other phrase before a word that a determiner follows ("The mayor closed
  // the").
  if (s.is_capital(subject.begin) && !is_opening(s, subject.begin))
    while (subject.end > subject.begin + 1 && !s.is_capital(subject.end - 1)) --subject.end;
  else if (subject.end > subject.begin + 2 && s.text(subject.end - 1).ends_with("ed") && is_opening(s, subject.end))
    --subject.end;
  return subject;
}

}  // namespace readout
