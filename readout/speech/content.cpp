#include "readout/speech/content.h"

#include <algorithm>

#include "readout/speech/clause.h"

namespace readout {
namespace {

constexpr int kShortestClause = 3;  // words of an indirect content
constexpr int kLongestTitle = 10;   // words of a title of a work, a show, a plan
constexpr int kSpeechWords = 6;     // this many words in quotation marks are speech in 98.7 of 100 cases (PolNeAR)

int count_words(const Prose& prose, Span span) {
  auto at = std::lower_bound(prose.words.begin(), prose.words.end(), span.begin,
                             [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
  int count = 0;
  for (; at != prose.words.end() && at->span.begin < span.end; ++at)
    if (at->kind != TokenKind::mark) ++count;
  return count;
}

class Proposer {
 public:
  Proposer(const StrandView& strand, std::uint32_t index, const std::vector<CueSite>& sites)
      : s_(strand), index_(index), sites_(sites) {}

  std::vector<Candidate> propose() {
    for (const CueSite& site : sites_) {
      if (site.polarity == CuePolarity::none || (site.negated && site.verb != nullptr && !reports_when_negated(site)))
        continue;
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
  // "did not say whether" reports nothing; "did not deny that" neither.
  static bool reports_when_negated(const CueSite&) { return false; }

  void from_verb(const CueSite& site) {
    const int after = after_attribution(site);
    const int k = skip_adjuncts(s_, after, site.verb->takes_addressee && !site.inverted);
    const bool after_comma = s_.is_comma(k) && !s_.quotation(k + 1);
    const Range before = material_before(site);
    const int quote_before = adjacent_quotation(before);
    const bool opens_quotation = s_.is_mark(k, ":") && s_.quotation(k + 1) != nullptr;
    const bool only_quotation = quote_before == before.begin;
    if (quote_before >= 0 && site.verb->takes(Frame::quotation) && !(opens_quotation && !only_quotation)) {
      const int next = s_.is_comma(k) || s_.is_mark(k, ":") || s_.is_dash(k) ? k + 1 : k;
      if (s_.quotation(next) != nullptr)
        return emit_quotes(site, ContentFrame::quotation_around, before, quote_before, next);
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
        !s_.is(k + 1, WordClass::coordinator) && !s_.is(k + 1, WordClass::wh) && k + 2 < s_.body_end()) {
      const Range clause = last_clause(before);
      emit(site, ContentFrame::clause_around, {clause, {k + 1, clause_end(s_, k + 1, sites_, site)}});
      return;
    }
    const bool closed = k >= s_.body_end() || s_.is_comma(k) || s_.is_dash(k) || s_.is_mark(k, "(") ||
                        s_.is(k, WordClass::coordinator) || site.as_clause || s_.is(k, WordClass::subordinator) ||
                        s_.is(k, WordClass::preposition) || site.shape == CueShape::participle;
    if (!closed || before.size() < kShortestClause || site.shape == CueShape::participle) return;
    emit(site, ContentFrame::clause_before, {site.as_clause ? relative_clause(before) : before});
  }

  struct Range {
    int begin = 0;
    int end = 0;
    bool empty() const { return begin >= end; }
    int size() const { return end - begin; }
  };

  // Past the cue, or past the source and its apposition where that stands after the cue.
  int after_attribution(const CueSite& site) const {
    if (!site.inverted) return site.end;
    int i = std::max({site.source.end, site.end, site.tail.end});
    return skip_apposition(i, site.begin == 0);
  }

  // ", a doctor," after a name; at the head of a sentence only one that a second comma closes.
  int skip_apposition(int i, bool at_head) const {
    constexpr int kLongest = 16;
    if (!s_.is_comma(i) || s_.quotation(i + 1) != nullptr) return i;
    const bool relative = s_.is_word(i + 1, "who") || s_.is_word(i + 1, "which") || s_.is_word(i + 1, "whose");
    const bool opens = relative || s_.is(i + 1, WordClass::determiner) || s_.is(i + 1, WordClass::possessive) ||
                       s_.is(i + 1, WordClass::person_noun) || s_.is_capital(i + 1) ||
                       (s_.word(i + 1) != nullptr && s_.word(i + 1)->kind == TokenKind::number);
    if (!opens) return i;
    int j = i + 1;
    while (j < s_.body_end() && !s_.is_comma(j) && s_.quotation(j) == nullptr && j < i + kLongest) {
      const bool verb =
          s_.is_auxiliary(j) || s_.is(j, WordClass::subject_pronoun) || s_.is(j, WordClass::contraction_be) ||
          (s_.cue_verb(j) != nullptr && s_.cue_noun(j) == nullptr && !s_.is_capital(j) && !s_.cue_verb(j)->like_noun);
      if (verb && !relative) return i;
      ++j;
    }
    if (j >= i + kLongest) return i;
    if (at_head && (!s_.is_comma(j) || (!relative && !s_.is(i + 1, WordClass::determiner)))) return i;
    return j;
  }

  // What stands before the attribution in this strand: up to the comma, dash or quotation that ends it.
  Range material_before(const CueSite& site) const {
    int end = first_item(site);
    if (site.as_clause) --end;
    if (end <= 0) return {};
    if (s_.is(end - 1, WordClass::coordinator)) return {};
    const bool quotation = s_.quotation(end - 1) != nullptr;
    if (!quotation && !s_.is_comma(end - 1) && !s_.is_dash(end - 1) && !s_.is_mark(end - 1, "?") &&
        !s_.is_mark(end - 1, "!"))
      return {};
    if (!quotation && !s_.is_mark(end - 1, "?") && !s_.is_mark(end - 1, "!")) --end;
    int begin = 0;
    for (const CueSite& other : sites_) {
      if (other.head >= site.head || other.shape == CueShape::noun) continue;
      const int past = after_attribution(other);
      // An attribution of its own before this one, closed by a comma: what it reports stands before it.
      if (past > begin && past < end && (s_.is_comma(past) || s_.is_mark(past, ";"))) begin = past + 1;
    }
    for (int i = begin; i < end; ++i)
      if (s_.is_mark(i, ";") || s_.is_mark(i, ":")) begin = i + 1;
    while (begin < end && begin > 0 && s_.is(begin, WordClass::coordinator)) ++begin;
    return {begin, end};
  }

  // Of the material before a comma: what follows its last dash ("… – that, Kovel said, is …").
  Range last_clause(Range range) const {
    for (int i = range.end - 1; i > range.begin; --i)
      if (s_.is_dash(i)) return {i + 1, range.end};
    return range;
  }

  // "…, which would be a step, as Kovel said": she said what the relative clause says.
  Range relative_clause(Range range) const {
    for (int i = range.end - kShortestClause; i > range.begin; --i)
      if (s_.is_comma(i) && (s_.is_word(i + 1, "which") || s_.is_word(i + 1, "who") || s_.is_word(i + 1, "where")))
        return {i + 2, range.end};
    return range;
  }

  int adjacent_quotation(Range before) const {
    if (before.empty()) return -1;
    const Quotation* quotation = s_.quotation(before.end - 1);
    if (quotation == nullptr) return -1;
    // On “Morning Marlow,” the minister said: a title is no speech, unless it is all there is.
    if (before.end - 1 > before.begin && is_title_like(s_.prose(), *quotation)) return -1;
    return before.end - 1;
  }

  bool from_after(const CueSite& site, int k) {
    const bool says = site.verb->takes(Frame::quotation) || site.verb->takes(Frame::clause);
    const int next = s_.is_comma(k) || s_.is_mark(k, ":") || s_.is_dash(k) ? k + 1 : k;
    if (const Quotation* quotation = s_.quotation(next); quotation != nullptr && says) {
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
    if (s_.is(k, WordClass::wh) && site.verb->takes(Frame::wh_clause)) {
      emit(site, ContentFrame::wh_clause, {{k, clause_end(s_, k, sites_, site)}});
      return true;
    }
    if (s_.is_word(k, "to") && site.verb->takes(Frame::infinitive)) {
      emit(site, ContentFrame::infinitive, {{k, clause_end(s_, k, sites_, site)}});
      return true;
    }
    const int after = after_attribution(site);
    if (s_.is_comma(k) || s_.is(k, WordClass::coordinator)) return false;
    if (site.inverted && site.shape != CueShape::passive) return false;
    if (site.verb->takes(Frame::clause) && !site.verb->needs_that && (may_begin_clause(k) || may_begin_clause(after))) {
      const int begin = may_begin_clause(k) ? k : after;
      const int end = clause_end(s_, begin, sites_, site);
      if (is_clause(begin, end) || (site.verb->lemma == "say" && s_.is_capital(begin))) {
        emit(site, ContentFrame::clause_after, {{begin, end}});
        return true;
      }
    }
    const bool object =
        site.verb->takes(Frame::object) || site.verb->takes(Frame::complement) || site.verb->takes(Frame::as_phrase);
    if (object && may_begin_phrase(s_, after)) {
      emit(site, ContentFrame::object, {{after, object_end(after, clause_end(s_, after, sites_, site))}});
      return true;
    }
    return false;
  }

  // A finite verb, as far as closed classes show one: the difference between a clause and a noun phrase.
  bool is_clause(int begin, int end) const {
    if (s_.is(begin, WordClass::subject_pronoun) || s_.is(begin, WordClass::existential)) return true;
    for (int i = begin; i < end; ++i) {
      if (i > begin && (s_.is_auxiliary(i))) return true;
      if (s_.is(i, WordClass::contraction_be)) return true;
      const Word* w = s_.word(i);
      if (i > begin && w != nullptr && w->kind == TokenKind::word && !w->capital && w->span.size() > 3 &&
          s_.text(i).ends_with("ed") && !s_.is(i - 1, WordClass::determiner))
        return true;
      if (i > begin && s_.cue_verb(i) != nullptr && !s_.cue_verb(i)->like_noun && s_.cue_noun(i) == nullptr &&
          w->entry.form != VerbForm::ing && w->entry.form != VerbForm::base)
        return true;
      // A present tense: a lower-case word in -s after a singular noun, where no noun can stand ("the plan fails to").
      if (i > begin && w != nullptr && !w->capital && s_.text(i).ends_with('s') && !s_.is_clitic(i) &&
          (s_.is(i + 1, WordClass::determiner) || s_.is(i + 1, WordClass::possessive) || s_.is_word(i + 1, "to") ||
           s_.is(i + 1, WordClass::object_pronoun)) &&
          !s_.is(i, WordClass::preposition))
        return true;
    }
    return false;
  }

  // A noun phrase as content ends before what the sentence says about the saying.
  int object_end(int begin, int end) const {
    for (int i = begin + 1; i < end; ++i) {
      if (s_.quotation(i) != nullptr) return end;
      const bool breaks = s_.is_comma(i) || s_.is_word(i, "during") || s_.is_word(i, "when") ||
                          s_.is_word(i, "while") || s_.is_word(i, "after") || s_.is_word(i, "before") ||
                          s_.is_word(i, "amid") || s_.is_word(i, "because");
      if (breaks) return i;
    }
    return end;
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
    if (s_.is_word(k, "to") && site.noun->claim && !site.source_words.empty()) {
      emit(site, ContentFrame::infinitive, {{k, clause_end(s_, k, sites_, site)}});
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
      if (to - from < kShortestClause) return;
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
    const int after = after_attribution(site);
    const Range before = material_before(site);
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
      const bool capital = starts_with_capital(quotation);
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

  bool starts_with_capital(const Quotation& quotation) const {
    const auto& words = s_.prose().words;
    const auto at = std::lower_bound(words.begin(), words.end(), quotation.inner.begin,
                                     [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
    return at != words.end() && at->span.begin < quotation.inner.end && at->capital;
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
    note_features(site, candidate);
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

  void note_features(const CueSite& site, Candidate& candidate) const {
    auto& features = candidate.features;
    features.push_back({"frame:" + std::string(to_string(candidate.frame)), 1});
    if (site.verb != nullptr) features.push_back({"cue:" + site.verb->lemma, 1});
    if (site.noun != nullptr) features.push_back({"cue-noun:" + site.noun->lemma, 1});
    constexpr std::string_view kShapes[] = {"verb", "participle", "infinitive", "passive", "noun", "according"};
    features.push_back({"shape:" + std::string(kShapes[static_cast<std::size_t>(site.shape)]), 1});
    if (site.shape == CueShape::participle && candidate.frame == ContentFrame::object)
      features.push_back({"participle-object", 1});
    if (site.shape == CueShape::noun && site.source_words.empty()) features.push_back({"noun-alone", 1});
    if (site.hypothetical) features.push_back({"hypothetical", 1});
    if (site.relative) features.push_back({"relative", 1});
    if (candidate.speech.source.empty()) features.push_back({"no-source", 1});
    if (!site.source.empty()) {
      const int head = site.source.end - 1;
      if (s_.is(head, WordClass::subject_pronoun))
        features.push_back({"source:pronoun", 1});
      else if (s_.is_capital(head))
        features.push_back({"source:name", 1});
      else if (s_.is(head, WordClass::person_noun))
        features.push_back({"source:person-noun", 1});
      else
        features.push_back({"source:other", 1});
    }
    if (candidate.quotations.empty()) features.push_back({"unquoted", 1});
    if (s_.strand().quotation >= 0) features.push_back({"inside-quotation", 1});
    int words = 0;
    for (const Span span : candidate.speech.content) words += count_words(s_.prose(), span);
    if (words < kShortestClause) features.push_back({"short-content", 1});
  }

  const StrandView& s_;
  std::uint32_t index_;
  const std::vector<CueSite>& sites_;
  std::vector<Candidate> found_;
};

}  // namespace

bool is_sentence_like(const Prose& prose, const Quotation& quotation) {
  const int words = count_words(prose, quotation.inner);
  if (words >= kSpeechWords) return true;
  if (words == 0) return false;
  const std::string_view inner = slice(prose.text, quotation.inner);
  const bool ends = inner.ends_with('.') || inner.ends_with('!') || inner.ends_with('?') || inner.ends_with(',') ||
                    inner.ends_with("…") || inner.ends_with("—");
  const auto at = std::lower_bound(prose.words.begin(), prose.words.end(), quotation.inner.begin,
                                   [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
  return ends && at != prose.words.end() && at->capital;
}

bool is_title_like(const Prose& prose, const Quotation& quotation) {
  auto at = std::lower_bound(prose.words.begin(), prose.words.end(), quotation.inner.begin,
                             [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
  int words = 0, capitals = 0, small = 0;
  for (; at != prose.words.end() && at->span.begin < quotation.inner.end; ++at) {
    if (at->kind == TokenKind::mark) {
      if (slice(prose.text, at->span) == "!" || slice(prose.text, at->span) == "?") return false;
      continue;
    }
    ++words;
    if (at->capital || at->kind == TokenKind::number)
      ++capitals;
    else if (at->span.size() <= 4)
      ++small;
  }
  return words > 1 && words <= kLongestTitle && capitals + small == words && capitals > small;
}

std::vector<Candidate> propose_contents(const StrandView& strand, std::uint32_t strand_index,
                                        const std::vector<CueSite>& sites) {
  return Proposer(strand, strand_index, sites).propose();
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
                                         "issued"};
  return kNames[static_cast<std::size_t>(frame)];
}

}  // namespace readout
