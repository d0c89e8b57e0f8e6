#include "readout/speech/cue_source.h"

namespace readout {
namespace {

class SourceFinder {
 public:
  SourceFinder(const StrandView& strand, const std::vector<CueSite>& before, CueSite& site)
      : s_(strand), before_(before), site_(site) {}

  void find_source() {
    if (site_.shape == CueShape::participle && !s_.is(site_.begin - 1, WordClass::coordinator)) {
      // "…, Kovel saying that" is rare; a participle shares the subject of what stands before it.
      if (!s_.is_comma(site_.begin - 1) && !s_.is_dash(site_.begin - 1)) {
        const NounPhrase near = phrase_left(s_, site_.begin);
        if (!near.empty() && (s_.is_capital(near.end - 1) || s_.is_word(near.begin, "he") ||
                              s_.is_word(near.begin, "she") || s_.is_word(near.begin, "they"))) {
          site_.source = near;
          site_.source_words = s_.span(near.begin, near.end);
          return;
        }
      }
      inherit();
      return;
    }
    // "when asked whether": he was asked; who asked is not told.
    if (site_.verb != nullptr && site_.verb->takes_addressee && site_.begin == site_.head &&
        site_.form == VerbForm::past_or_participle &&
        (s_.is_word(site_.begin - 1, "when") || s_.is_word(site_.begin - 1, "if") ||
         s_.is_word(site_.begin - 1, "once")))
      return;
    // Inverted after a quotation or a comma: “…,” said Kovel.
    const bool after_break = site_.begin > 0 && (s_.quotation(site_.begin - 1) != nullptr ||
                                                 s_.is_comma(site_.begin - 1) || s_.is_dash(site_.begin - 1));
    if (site_.begin == site_.head && after_break && site_.form != VerbForm::ing) {
      const NounPhrase right = phrase_right(s_, site_.end);
      const bool hearer_only = site_.verb->needs_hearer;
      if (!right.empty() && !hearer_only && !s_.is_word(right.begin, "that") && !right_is_content(right)) {
        const bool aside = s_.is_comma(site_.begin - 1) && !subject_left(s_, site_.begin).empty() &&
                           s_.quotation(site_.begin - 1) == nullptr;
        const bool closes = s_.is_end_mark(right.end) || right.end >= s_.body_end();
        if (!aside || (closes && !site_.verb->takes_addressee)) {
          site_.source = named_apposition(right);
          site_.inverted = true;
          site_.source_words = s_.span(site_.source.begin, site_.source.end);
          return;
        }
      }
    }
    // "So said Kovel."
    if (site_.begin == 1 && s_.is_word(0, "so")) {
      const NounPhrase right = phrase_right(s_, site_.end);
      if (!right.empty()) {
        site_.source = right;
        site_.inverted = true;
        site_.refers_back = true;
        site_.source_words = s_.span(right.begin, right.end);
        return;
      }
    }
    // "As Kovel said," and ", as Kovel said".
    NounPhrase left = subject_left(s_, site_.begin);
    if (left.empty()) {
      inherit();
      return;
    }
    if (s_.is_word(site_.begin - 1, "who") || s_.is_word(site_.begin - 1, "which") ||
        s_.is_word(site_.begin - 1, "that"))
      site_.relative = true;
    if (s_.is_word(left.begin - 1, "as")) site_.as_clause = true;
    site_.source = left;
    site_.source_words = s_.span(left.begin, left.end);
  }

 private:
  // "said a spokeswoman, Vera Lutak": the apposition has the name.
  NounPhrase named_apposition(NounPhrase right) const {
    if (s_.is_capital(right.end - 1) || !s_.is_comma(right.end)) return right;
    const NounPhrase name = phrase_right(s_, right.end + 1);
    const bool ends = !name.empty() && (s_.is_comma(name.end) || s_.is_end_mark(name.end) || name.end >= s_.body_end());
    return ends && s_.is_capital(name.begin) && s_.is_capital(name.end - 1) ? name : right;
  }

  // "said the plan would fail": what follows the verb is a clause, not a name.
  bool right_is_content(const NounPhrase& right) const {
    if (s_.is(right.begin, WordClass::subject_pronoun) && !s_.is_end_mark(right.end) && right.end < s_.body_end() &&
        !s_.is_comma(right.end))
      return true;
    return s_.is_auxiliary(right.end) || s_.is(right.end, WordClass::contraction_be);
  }

  // No subject of its own: the source of the last site before it, else the subject of the strand.
  void inherit() {
    if (s_.is_word(site_.begin - 1, "to") && !before_.empty() && before_.back().noun != nullptr &&
        before_.back().end == site_.begin - 1) {
      site_.source_words = before_.back().source_words;  // "Kovel’s claim to have told them"
      return;
    }
    for (auto earlier = before_.rbegin(); earlier != before_.rend(); ++earlier)
      if (!earlier->source_words.empty() && earlier->shape != CueShape::noun) {
        site_.source_words = earlier->source_words;
        return;
      }
    // "Carl Wick, asked when it would open, answered": he was asked; who asked is not told.
    const bool passive = site_.verb != nullptr && site_.verb->takes_addressee && s_.is_comma(site_.begin - 1) &&
                         (site_.form == VerbForm::past_or_participle || site_.form == VerbForm::participle);
    const NounPhrase first = passive ? NounPhrase{} : opening_subject(s_);
    if (!first.empty() && first.end <= site_.begin) site_.source_words = s_.span(first.begin, first.end);
  }

  const StrandView& s_;
  const std::vector<CueSite>& before_;
  CueSite& site_;
};

}  // namespace

void find_source(const StrandView& strand, const std::vector<CueSite>& before, CueSite& site) {
  SourceFinder(strand, before, site).find_source();
}

}  // namespace readout
