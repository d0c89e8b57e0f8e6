#include "readout/speech/content.h"

#include <algorithm>

#include "readout/speech/clause.h"
#include "readout/speech/features.h"
#include "readout/speech/look.h"
#include "readout/speech/material.h"

namespace readout {
namespace {

class Proposer {
 public:
  Proposer(const StrandView& strand, std::uint32_t index, const std::vector<CueSite>& sites)
      : s_(strand), index_(index), sites_(sites) {}

  std::vector<Candidate> propose() {
    for (const CueSite& site : sites_) {
      // "did not say whether" reports nothing; "did not deny that" neither.
      if (site.polarity == CuePolarity::none || (site.negated && site.verb != nullptr)) continue;
      switch (site.shape) {
        case CueShape::noun:
          from_noun(site);
          break;
        case CueShape::according:
          from_according(site);
          break;
        default:
          from_verb(site);
          break;
      }
    }
    return std::move(found_);
  }

 private:
  void from_verb(const CueSite& site) {
    const int after = after_attribution(s_, site);
    int k = skip_adjuncts(s_, after, site.verb->takes_addressee && !site.inverted);
    // "promised an inquiry": what looked like the hearer is what was promised.
    const bool nothing_follows = k >= s_.body_end() || s_.is_comma(k) || s_.is(k, WordClass::coordinator);
    if (nothing_follows && s_.quotation(k + 1) == nullptr && site.verb->takes(Frame::object) && !site.inverted)
      k = after;
    const bool after_comma = s_.is_comma(k) && !s_.quotation(k + 1);
    const Range before = material_before(s_, site, sites_);
    const int quote_before = adjacent_quotation(s_, before);
    const bool opens_quotation = s_.is_mark(k, ":") && s_.quotation(k + 1) != nullptr;
    const bool only_quotation = quote_before == before.begin;
    if (quote_before >= 0 && site.verb->takes(Frame::quotation) && !(opens_quotation && !only_quotation)) {
      const int next = s_.is_comma(k) || s_.is_mark(k, ":") || s_.is_dash(k) ? k + 1 : k;
      if (s_.quotation(next) != nullptr)
        return emit_quotes(site, ContentFrame::quotation_around, before, quote_before, next);
      // “… a "wish list," Kovel said she saw no reason”: a fragment at the end of an opening phrase is not what she
      // said.
      const bool fragment = quote_before != before.begin && !is_sentence_like(s_.prose(), *s_.quotation(quote_before));
      if (fragment && from_after(site, k)) return;
      if (!(s_.is_word(k, "that") && !is_sentence_like(s_.prose(), *s_.quotation(quote_before))))
        return emit_quotes(site, ContentFrame::quotation_before, before, quote_before, -1);
    }
    if (site.as_clause && before.empty() && s_.is_comma(k)) {
      emit(site, ContentFrame::clause_after, {{k + 1, clause_end(s_, k + 1, sites_, site)}});
      return;
    }
    if (from_after(site, k)) return;
    if (before.empty() || !site.verb->takes(Frame::clause)) return;
    if (after_comma && !site.inverted && s_.is_comma(before.end) && !s_.text(k + 1).ends_with("ing") &&
        !s_.is(k + 1, WordClass::coordinator) &&
        (!s_.is(k + 1, WordClass::wh) || s_.is(site.source.begin, WordClass::subject_pronoun)) &&
        !s_.is(k + 1, WordClass::subordinator) && !s_.is_word(k + 1, "after") && !s_.is_word(k + 1, "before") &&
        k + 2 < s_.body_end()) {
      const Range clause = last_clause(s_, before);
      emit(site, ContentFrame::clause_around, {clause, {k + 1, clause_end(s_, k + 1, sites_, site)}});
      return;
    }
    const bool closed = k >= s_.body_end() || s_.is_comma(k) || s_.is_dash(k) || s_.is_mark(k, "(") ||
                        s_.is(k, WordClass::coordinator) || site.as_clause || s_.is(k, WordClass::subordinator) ||
                        s_.is(k, WordClass::preposition) || site.shape == CueShape::participle;
    if (!closed || before.size() < kShortestClause || site.shape == CueShape::participle) return;
    emit(site, ContentFrame::clause_before, {site.as_clause ? relative_clause(s_, before) : before});
  }

  bool from_after(const CueSite& site, int k) {
    if (!site.citing.empty() && k < site.citing.end) {
      // ", citing two officials, that …"
      k = s_.is_comma(site.citing.end) ? site.citing.end + 1 : site.citing.end;
    }
    if (site.refers_back) return false;
    const bool says = site.verb->takes(Frame::quotation) || site.verb->takes(Frame::clause);
    const int next = s_.is_comma(k) || s_.is_mark(k, ":") || s_.is_dash(k) ? k + 1 : k;
    if (const Quotation* quotation = s_.quotation(next); quotation != nullptr && says) {
      // "a film called “Nobody Rows Alone”"
      if (site.verb->takes(Frame::complement) && next == site.end && is_title_like(s_.prose(), *quotation))
        return false;
      const int end = clause_end(s_, next, sites_, site);
      const bool whole = next > k || is_sentence_like(s_.prose(), *quotation);
      if (whole && (end <= next + 1 || next > k)) {
        emit_quotes(site, ContentFrame::quotation_after, {}, -1, next);
        return true;
      }
      emit(site, ContentFrame::clause_after, {{next, std::max(end, next + 1)}});
      return true;
    }
    if (k >= s_.body_end()) return false;
    if (s_.is_word(k, "that") && (site.verb->takes(Frame::clause) || site.verb->takes(Frame::quotation))) {
      emit(site, ContentFrame::that_clause, {{k + 1, clause_end(s_, k + 1, sites_, site)}});
      return true;
    }
    // "noted on Monday when she met them": behind a time or place, "when" tells more of it.
    const bool circumstance = k > after_attribution(s_, site) && site.polarity != CuePolarity::asked &&
                              (s_.is_word(k, "when") || s_.is_word(k, "where"));
    if (s_.is(k, WordClass::wh) && site.verb->takes(Frame::wh_clause) && !circumstance) {
      emit(site, ContentFrame::wh_clause, {{k, clause_end(s_, k, sites_, site)}});
      return true;
    }
    if (is_infinitive(k) && site.verb->takes(Frame::infinitive)) {
      // "urged the miners to take it": who is to do it belongs to what is urged.
      const int begin =
          site.verb->takes_addressee && after_attribution(s_, site) < k && may_begin_hearer(after_attribution(s_, site))
              ? after_attribution(s_, site)
              : k;
      emit(site, ContentFrame::infinitive, {{begin, clause_end(s_, k, sites_, site)}});
      return true;
    }
    const int after = after_attribution(s_, site);
    // "called on both sides to show restraint", "appealed to them to wait"
    if (site.verb->takes(Frame::prepositional) && (s_.is_word(after, "on") || s_.is_word(after, "upon") ||
                                                   s_.is_word(after, "to") || s_.is_word(after, "with"))) {
      const NounPhrase hearer = phrase_right(s_, after + 1);
      if (hearer.empty() || !is_infinitive(hearer.end)) return false;
      emit(site, ContentFrame::infinitive, {{hearer.begin, clause_end(s_, hearer.end, sites_, site)}});
      return true;
    }
    if (site.verb->takes(Frame::prepositional) && is_topic_preposition(after) &&
        !(site.polarity == CuePolarity::asked && !s_.is_word(after, "for")) && may_begin_phrase(s_, after + 1)) {
      emit(site, ContentFrame::object,
           {{after + 1, object_end(s_, after + 1, clause_end(s_, after + 1, sites_, site))}});
      return true;
    }
    if (s_.is_comma(k) || s_.is(k, WordClass::coordinator)) return false;
    if (site.inverted && site.shape != CueShape::passive) return false;
    if (site.verb->takes(Frame::clause) && !site.verb->needs_that && (may_begin_clause(k) || may_begin_clause(after))) {
      const int begin = may_begin_clause(k) ? k : after;
      const int end = clause_end(s_, begin, sites_, site);
      if (is_pro_form(begin)) return false;
      if (is_clause(s_, begin, end) || (site.verb->lemma == "say" && s_.is_capital(begin))) {
        emit(site, ContentFrame::clause_after, {{begin, end}});
        return true;
      }
    }
    if (site.verb->takes(Frame::object) && from_noun_object(site, after)) return true;
    const bool object =
        site.verb->takes(Frame::object) || site.verb->takes(Frame::complement) || site.verb->takes(Frame::as_phrase);
    // "a ruling that the ministry condemned as “a verdict”"
    if (site.verb->takes(Frame::as_phrase) && s_.is_word(after, "as") && after + 1 < s_.body_end()) {
      emit(site, ContentFrame::object, {{after + 1, clause_end(s_, after + 1, sites_, site)}});
      return true;
    }
    if (object &&
        (may_begin_phrase(s_, after) || s_.is(after, WordClass::object_pronoun) ||
         (s_.is_word(after, "having") && site.verb->takes(Frame::object))) &&
        !is_pro_form(after)) {
      emit(site, ContentFrame::object, {{after, object_end(s_, after, clause_end(s_, after, sites_, site))}});
      return true;
    }
    return false;
  }

  // "to leave", not "to the court".
  bool is_infinitive(int i) const {
    return s_.is_word(i, "to") && s_.word(i + 1) != nullptr && !s_.is_any_mark(i + 1) && !s_.is_capital(i + 1) &&
           !s_.is(i + 1, WordClass::determiner) && !s_.is(i + 1, WordClass::possessive) &&
           !s_.is(i + 1, WordClass::object_pronoun) && !s_.is(i + 1, WordClass::audience);
  }

  bool may_begin_hearer(int i) const { return may_begin_phrase(s_, i) || s_.is(i, WordClass::object_pronoun); }

  bool is_topic_preposition(int i) const {
    return s_.is_word(i, "of") || s_.is_word(i, "about") || s_.is_word(i, "for") || s_.is_word(i, "against");
  }

  // "rejected the claim that they knew", "repeated her call for a crane": the noun carries the content.
  bool from_noun_object(const CueSite& site, int after) {
    for (int i = after; i < after + 4 && i < s_.body_end(); ++i) {
      const CueNoun* noun = s_.cue_noun(i);
      if (noun == nullptr || !noun->claim) continue;
      const bool that = s_.is_word(i + 1, "that");
      if (!that && !s_.is_word(i + 1, "to") && !is_topic_preposition(i + 1)) continue;
      if (site.polarity != CuePolarity::denied) return true;  // the noun's own site proposes it
      if (!that) return false;
      emit(site, ContentFrame::that_clause, {{i + 2, clause_end(s_, i + 2, sites_, site)}});
      return true;
    }
    return false;
  }

  // "said the same", "said so", "told them something": words that stand for a content and are none.
  bool is_pro_form(int i) const {
    if (s_.is_word(i, "the") && s_.is_word(i + 1, "same")) return true;
    for (const std::string_view word :
         {"it", "this", "that", "so", "something", "nothing", "anything", "little", "much", "more", "a"})
      if (s_.is_word(i, word) &&
          (i + 1 >= s_.body_end() || (s_.is_any_mark(i + 1)) || s_.is(i + 1, WordClass::preposition) ||
           s_.is_adverb(i + 1) || s_.is(i + 1, WordClass::subordinator)))
        return true;
    return false;
  }

  bool may_begin_clause(int i) const {
    if (i >= s_.body_end()) return false;
    if (s_.is_word(i, "in") || s_.is_word(i, "if") || s_.is_word(i, "when") || s_.is_word(i, "while") ||
        s_.is_word(i, "although"))
      return true;
    return may_begin_phrase(s_, i) || s_.is(i, WordClass::contraction_be);
  }

  void from_noun(const CueSite& site) {
    int k = site.inverted ? std::max(site.source.end, site.end) : site.end;
    if (s_.is_word(k, "that") && site.noun->claim) {
      if (s_.is_auxiliary(k + 1)) return;  // "the report that was published"
      emit(site, ContentFrame::that_clause, {{k + 1, clause_end(s_, k + 1, sites_, site)}});
      return;
    }
    if (is_infinitive(k) && site.noun->claim && !site.source_words.empty()) {
      emit(site, ContentFrame::infinitive, {{k, clause_end(s_, k, sites_, site)}});
      return;
    }
    if (site.noun->claim && is_topic_preposition(k) && !site.source_words.empty() && may_begin_phrase(s_, k + 1) &&
        !site.inverted) {
      emit(site, ContentFrame::object, {{k + 1, object_end(s_, k + 1, clause_end(s_, k + 1, sites_, site))}});
      return;
    }
    if (s_.is_mark(k, ":") && s_.quotation(k + 1) != nullptr)
      return emit_quotes(site, ContentFrame::quotation_after, {}, -1, k + 1);
    if (s_.is_mark(k, ":") && s_.text(site.head).ends_with('s') && !site.source_words.empty()) from_list(site, k + 1);
  }

  // "Kovel’s demands: a truce, two corridors, or a “new talk.”": each item is one of them.
  void from_list(const CueSite& site, int begin) {
    const int end = s_.body_end();
    int depth = 0;
    const auto add = [&](int from, int to) {
      while (from < to && (s_.is_comma(from) || s_.is(from, WordClass::coordinator))) ++from;
      for (int i = from + 1; i < to; ++i)
        if (s_.is_mark(i, "(")) to = i;  // what stands in brackets is said about the item
      if (from >= to || count_words(s_.prose(), s_.span(from, to)) < kShortestClause) return;
      emit(site, ContentFrame::object, {{from, to}});
      found_.back().features.push_back({"list-item", 1});
    };
    int from = begin;
    for (int i = begin; i < end; ++i) {
      if (s_.is_mark(i, "(")) ++depth;
      if (s_.is_mark(i, ")")) --depth;
      if (depth > 0 || !(s_.is_comma(i) || s_.is_mark(i, ";"))) continue;
      add(from, i);
      from = i + 1;
    }
    add(from, end);
  }

  void from_according(const CueSite& site) {
    const int after = after_attribution(s_, site);
    const Range before = material_before(s_, site, sites_);
    // “The treaty,” according to Kovel, “is dead.”
    if (const int quote = adjacent_quotation(s_, before); quote >= 0) {
      const int next = s_.is_comma(after) ? after + 1 : after;
      if (s_.quotation(next) != nullptr) return emit_quotes(site, ContentFrame::quotation_around, before, quote, next);
      return emit_quotes(site, ContentFrame::quotation_before, before, quote, -1);
    }
    if (!before.empty() && before.size() >= kShortestClause) {
      if (s_.is_comma(after) && after + 2 < s_.body_end() && !s_.text(after + 1).ends_with("ing"))
        emit(site, ContentFrame::clause_around, {before, {after + 1, clause_end(s_, after + 1, sites_, site)}});
      else
        emit(site, ContentFrame::clause_before, {before});
      return;
    }
    if (s_.is_comma(after) && after + 1 < s_.body_end()) {
      emit(site, ContentFrame::clause_after, {{after + 1, clause_end(s_, after + 1, sites_, site)}});
      return;
    }
    // "The plan failed according to Kovel.": no comma.
    if (site.begin >= kShortestClause) emit(site, ContentFrame::clause_before, {{0, site.begin}});
  }

  void emit_quotes(const CueSite& site, ContentFrame frame, Range before, int quote_before, int quote_after) {
    std::vector<Range> ranges;
    if (quote_before >= 0) {
      const Quotation& quotation = *s_.quotation(quote_before);
      const bool alone = quote_before == before.begin || is_sentence_like(s_.prose(), quotation);
      // An introduction ends with a comma or a colon; words that run into the marks belong to the report.
      const bool introduced =
          quote_before > before.begin && (s_.is_comma(quote_before - 1) || s_.is_mark(quote_before - 1, ":"));
      const bool capital = starts_with_capital(s_.prose(), quotation);
      ranges.push_back(alone && (introduced || capital || quote_before == before.begin)
                           ? Range{quote_before, quote_before + 1}
                           : before);
    }
    if (quote_after >= 0) {
      int end = quote_after + 1;
      if (quote_before >= 0) end = std::max(end, std::min(clause_end(s_, quote_after, sites_, site), s_.body_end()));
      ranges.push_back({quote_after, quote_before >= 0 && end > quote_after + 1 && s_.quotation(end - 1) != nullptr
                                         ? end
                                         : quote_after + 1});
    }
    emit(site, frame, ranges);
  }

  void emit(const CueSite& site, ContentFrame frame, const std::vector<Range>& ranges) {
    Candidate candidate;
    candidate.frame = frame;
    candidate.strand = index_;
    candidate.shape = site.shape;
    for (Range range : ranges) {
      while (range.begin < range.end && (s_.is_comma(range.begin) || s_.is_dash(range.begin))) ++range.begin;
      while (range.begin < range.end && (s_.is_comma(range.end - 1))) --range.end;
      if (range.empty()) continue;
      Span span = s_.span(range.begin, range.end);
      if (range.size() == 1 && s_.quotation(range.begin) != nullptr) span = s_.quotation(range.begin)->inner;
      candidate.speech.content.push_back(span);
      for (int i = range.begin; i < range.end; ++i)
        if (s_.quotation(i) != nullptr) candidate.quotations.push_back(s_.item(i).quotation);
    }
    if (candidate.speech.content.empty()) return;
    Speech& speech = candidate.speech;
    speech.source = site.source_words;
    add_cue(site, speech);
    if (!site.relay.empty())
      speech.channels.push_back({ChannelKind::communique, s_.span(site.relay.begin, site.relay.end)});
    if (site.polarity == CuePolarity::denied) speech.polarity = Polarity::denied;
    if (site.polarity == CuePolarity::asked) speech.polarity = Polarity::asked;
    // "asked him to leave" is a request, "asked about it" reports no words.
    if (site.polarity == CuePolarity::asked && frame == ContentFrame::infinitive) speech.polarity = Polarity::said;
    note_features(s_, site, candidate);
    found_.push_back(std::move(candidate));
  }

  void add_cue(const CueSite& site, Speech& speech) const {
    if (!site.tail.empty()) {
      speech.cue.push_back(s_.span(site.begin, site.head + 1));
      speech.cue.push_back(s_.span(site.tail.begin, site.tail.end));
    } else if (site.shape == CueShape::passive && !site.inverted && site.end > site.head + 2) {
      speech.cue.push_back(s_.span(site.begin, site.head + 1));
      speech.cue.push_back(s_.span(site.end - 2, site.end));
    } else {
      speech.cue.push_back(s_.span(site.begin, site.end));
    }
  }

  const StrandView& s_;
  std::uint32_t index_;
  const std::vector<CueSite>& sites_;
  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> propose_contents(const StrandView& strand, std::uint32_t strand_index,
                                        const std::vector<CueSite>& sites) {
  return Proposer(strand, strand_index, sites).propose();
}

}  // namespace readout
