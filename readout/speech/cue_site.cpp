#include "readout/speech/cue_site.h"

#include <algorithm>

#include "readout/speech/cue_source.h"
#include "readout/speech/verb_use.h"

namespace readout {
namespace {

class SiteFinder {
 public:
  explicit SiteFinder(const StrandView& strand) : s_(strand) {}

  std::vector<CueSite> find() {
    // "Imagine the mayor saying": nobody has said it.
    if (s_.is_word(0, "imagine") || s_.is_word(0, "suppose")) return {};
    for (int i = 0; i < s_.size() && sites_.size() < kMostSites; ++i) {
      const ProseWord* w = s_.word(i);
      if (w == nullptr || w->kind != TokenKind::word) continue;
      if (w->entry.verb >= 0 && add_verb(i, *w)) continue;
      if ((s_.is_word(i, "clear") || s_.is_word(i, "plain") || s_.is_word(i, "known")) && add_clear(i)) continue;
      if (w->entry.noun >= 0) add_noun(i);
      if (s_.is_word(i, "according") && s_.is_word(i + 1, "to")) add_according(i, i + 2);
      if (s_.is_word(i, "per") && may_begin_phrase(s_, i + 1)) add_per(i);
      if (is_view_noun(i)) add_view(i);
      if (s_.is_word(i, "words") && s_.is_word(i + 1, "of") && s_.is_word(i - 1, "the") && s_.is_word(i - 2, "in"))
        add_according(i - 2, i + 2);
    }
    cite();
    return std::move(sites_);
  }

 private:
  // "The agency reported, citing the ministry, that": the ministry speaks, the agency is the relay.
  void cite() {
    for (std::size_t k = 1; k < sites_.size(); ++k) {
      const CueSite& own = sites_[k];
      CueSite& report = sites_[k - 1];
      if (own.verb == nullptr || own.form != VerbForm::ing || (own.verb->lemma != "cite" && own.verb->lemma != "quote"))
        continue;
      if (report.verb == nullptr || report.source.empty() || report.shape != CueShape::verb ||
          !report.verb->takes(Frame::clause))
        continue;
      const NounPhrase cited = phrase_right(s_, own.end);
      if (cited.empty()) continue;
      report.relay = report.source;
      report.source = cited;
      report.citing = {s_.is_comma(own.begin - 1) ? own.begin - 1 : own.begin, cited_end(cited.end)};
      report.source_words = s_.span(cited.begin, cited.end);
      sites_.erase(sites_.begin() + static_cast<std::ptrdiff_t>(k));
    }
  }

  // Past what describes whom it cites: "two officials familiar with the talks".
  int cited_end(int end) const {
    while (end < s_.body_end() && !s_.is_comma(end) && s_.quotation(end) == nullptr && !s_.is_word(end, "that") &&
           !s_.is_word(end, "as"))
      ++end;
    return end;
  }
  bool add_verb(int head, const ProseWord& word) {
    if (word.capital && head > 0 && !s_.is_any_mark(head - 1) &&
        !(word.all_capitals && s_.word(head - 1) != nullptr && s_.word(head - 1)->all_capitals))
      return false;
    if (is_noun_use(s_, head, word)) return false;
    CueSite site;
    site.head = head;
    site.begin = head;
    site.end = head + 1;
    site.verb = s_.cue_verb(head);
    site.form = word.entry.form;
    site.polarity = site.verb->polarity;
    if (!site.verb->particle.empty()) {
      if (!s_.is_word(head + 1, site.verb->particle)) return false;
      site.end = head + 2;
    }
    if (site.verb->needs_statement && !has_statement_object(s_, head + 1)) return false;
    bool be = false, have = false, modal = false, does = false, to = false;
    for (int i = head - 1; i >= 0; --i) {
      if (s_.is_clitic(i) && (is_finite_past(site.form) || is_participle(site.form))) {
        // "he’s said" has, "St. Clare’s said" owns; neither is a passive.
        if (!s_.is(i - 1, WordClass::subject_pronoun)) break;
        have = true;
      } else if (s_.is(i, WordClass::be))
        be = true;
      else if (s_.is(i, WordClass::have))
        have = true;
      else if (s_.is(i, WordClass::modal))
        modal = true;
      else if (s_.is(i, WordClass::do_verb))
        does = true;
      else if (s_.is_word(i, "to") && i == head - 1)
        to = true;
      else if (!s_.is_adverb(i) && !s_.is(i, WordClass::negation))
        break;
      if (s_.is(i, WordClass::negation)) site.negated = true;
      site.begin = i;
    }
    while (site.begin < head && s_.is_adverb(site.begin) && site.begin == 0) ++site.begin;
    site.hypothetical = modal && !have;
    if (site.hypothetical && is_conjecture(s_, site)) site.negated = true;
    if (to) return add_infinitive(site);
    if (site.verb->needs_wanted) return false;
    switch (site.form) {
      case VerbForm::base:
        if (!(modal || does || is_plural_subject(s_, site.begin - 1) || s_.is_comma(site.begin - 1) ||
              s_.quotation(site.begin - 1) != nullptr))
          return false;
        if ((s_.cue_noun(head) != nullptr || site.verb->like_noun) &&
            !(modal || does || s_.is(site.begin - 1, WordClass::subject_pronoun) ||
              s_.is_word(site.begin - 1, "who")) &&
            !takes_content(s_, head))
          return false;
        break;
      case VerbForm::third:
        if (be || have || modal || does) return false;
        if ((s_.cue_noun(head) != nullptr || site.verb->like_noun) && !takes_content(s_, head)) return false;
        break;
      case VerbForm::past:
        if (be) return false;
        break;
      case VerbForm::participle:
      case VerbForm::past_or_participle:
        if (be) return add_passive(site);
        if (site.form == VerbForm::participle && !have) return false;
        if (!have && s_.is_word(head + 1, "by") && !s_.is(head + 2, WordClass::venue)) return false;
        break;
      case VerbForm::ing:
        if (!be) site.shape = CueShape::participle;
        break;
    }
    if (site.shape == CueShape::verb && add_quoting(site)) return true;
    find_source(site);
    site.refers_back =
        site.refers_back ||
        (site.verb->lemma == "say" &&
         (s_.is_word(site.end, "so") || (s_.is_word(site.end, "as") && s_.is_word(site.end + 1, "much"))));
    if (site.shape == CueShape::participle &&
        (s_.is_word(site.source.begin - 1, "imagine") || s_.is_word(site.source.begin - 1, "suppose")))
      site.negated = true;
    if (site.verb->of_documents && !names_document(s_, site.source)) return false;
    if (is_adjective_alone(s_, site)) return false;
    if (is_condition(s_, site)) site.negated = true;
    if (s_.is_word(site.source.begin, "no") || s_.is_word(site.source.begin - 1, "no") ||
        s_.is_word(site.source.begin, "nobody") || s_.is_word(site.source.begin, "none"))
      site.negated = true;
    sites_.push_back(site);
    return true;
  }

  bool add_infinitive(CueSite site) {
    const int before = site.begin - 1;
    if (site.verb->needs_wanted) {
      if (!s_.is_word(before, "wanted") && !s_.is_word(before, "wants") && !s_.is_word(before, "want")) return false;
      site.begin = before;
      find_source(site);
      sites_.push_back(site);
      return true;
    }
    for (const std::string_view word :
         {"declined", "declines", "declining", "refused", "refuses", "refusing", "failed", "fails", "unable",
          "unwilling", "decline", "refuse", "yet", "reluctant", "hesitant"})
      if (s_.is_word(before, word)) {
        site.polarity = CuePolarity::none;
        site.begin = before;
        find_source(site);
        sites_.push_back(site);
        return true;
      }
    site.shape = CueShape::infinitive;
    if (s_.is_word(before, "on") &&
        (s_.is_word(before - 1, "went") || s_.is_word(before - 1, "goes") || s_.is_word(before - 1, "going"))) {
      site.begin = before - 1;
    } else if (s_.is_word(before, "continued") || s_.is_word(before, "began") || s_.is_word(before, "hastened") ||
               s_.is_word(before, "used")) {
      site.begin = before;
    } else {
      return false;
    }
    find_source(site);
    sites_.push_back(site);
    return true;
  }

  // "The agency quoted Kovel as saying": Kovel speaks, the agency is the channel.
  bool add_quoting(CueSite site) {
    const std::string& lemma = site.verb->lemma;
    if (lemma != "quote" && lemma != "cite" && lemma != "report" && lemma != "describe") return false;
    const NounPhrase quoted = phrase_right(s_, site.end);
    if (quoted.empty() || !s_.is_word(quoted.end, "as")) return false;
    const CueVerb* inner = s_.cue_verb(quoted.end + 1);
    const ProseWord* word = s_.word(quoted.end + 1);
    if (inner == nullptr || word->entry.form != VerbForm::ing) return false;
    site.verb = inner;
    site.polarity = inner->polarity;
    site.source = quoted;
    site.inverted = true;
    site.relay = subject_left(s_, site.begin);
    site.source_words = s_.span(quoted.begin, quoted.end);
    site.tail = {quoted.end, quoted.end + 2};
    sites_.push_back(site);
    return true;
  }

  // "made it clear that", "has been very clear:", "as Kovel made plain": the adjective is the head.
  bool add_clear(int head) {
    CueSite site;
    site.head = head;
    site.end = head + 1;
    site.verb = clear_verb();
    if (site.verb == nullptr) return false;
    int i = head - 1;
    while (s_.is_adverb(i) || s_.is_word(i, "very") || s_.is_word(i, "it") || s_.is_word(i, "that") ||
           s_.is_word(i, "this"))
      --i;
    // "has let it be known that"
    if (s_.is_word(head, "known") && s_.is_word(i, "be")) {
      while (s_.is_word(i, "be") || s_.is_word(i, "it")) --i;
      if (!s_.is_word(i, "let") && !s_.is_word(i, "lets") && !s_.is_word(i, "letting")) return false;
    }
    const bool make = s_.is_word(i, "made") || s_.is_word(i, "make") || s_.is_word(i, "makes") ||
                      s_.is_word(i, "making") || s_.is_word(i, "let") || s_.is_word(i, "lets");
    if (!make && !s_.is(i, WordClass::be)) return false;
    if (make && s_.is_word(i, "making")) site.shape = CueShape::participle;
    site.begin = i;
    while (s_.is_auxiliary(site.begin - 1) || s_.is_adverb(site.begin - 1) ||
           s_.is(site.begin - 1, WordClass::negation)) {
      if (s_.is(site.begin - 1, WordClass::negation)) site.negated = true;
      --site.begin;
    }
    find_source(site);
    site.refers_back =
        make && s_.is_word(head - 1, "that") && !s_.is_word(head + 1, "that") && !s_.is_mark(head + 1, ":");
    const bool content = site.refers_back || s_.is_word(head + 1, "that") || s_.is_mark(head + 1, ":") ||
                         site.as_clause || (make && s_.is(head + 1, WordClass::subject_pronoun));
    if (!content || site.source_words.empty() || s_.is_word(site.source.begin, "it") ||
        s_.is(site.source.begin, WordClass::existential))
      return false;
    sites_.push_back(site);
    return true;
  }

  static const CueVerb* clear_verb() {
    for (const CueVerb& verb : lexicon().verbs())
      if (verb.lemma == "say") return &verb;
    return nullptr;
  }

  bool add_passive(CueSite site) {
    site.shape = CueShape::passive;
    int i = site.end;
    if (site.verb->lemma == "quote" || site.verb->lemma == "cite" || site.verb->lemma == "report") {
      // "X was quoted as saying": the subject is the source, "as saying" belongs to the cue.
      while (s_.inside(i) && i < site.end + 8 && !(s_.is_word(i, "as") || s_.is_word(i, "to"))) ++i;
      const CueVerb* inner = s_.cue_verb(i + 1);
      if (inner == nullptr && s_.is_word(i + 1, "have")) inner = s_.cue_verb(i + 2), ++i;
      if (s_.inside(i) && inner != nullptr) {
        site.source = subject_left(s_, site.begin);
        site.end = i + 2;
        site.verb = inner;
        site.polarity = inner->polarity;
        site.source_words = s_.span(site.source.begin, site.source.end);
        sites_.push_back(site);
        return true;
      }
      if (site.verb->lemma != "report") return false;
      i = site.end;
    }
    // "It was announced by the ministry that"; "he was told by aides that".
    if (s_.is_word(i, "by")) {
      site.source = phrase_right(s_, i + 1);
      if (site.source.empty()) return false;
      site.inverted = true;
      site.end = i + 1;
      site.as_clause = s_.is_word(site.begin - 1, "as");
      site.source_words = s_.span(site.source.begin, site.source.end);
      sites_.push_back(site);
      return true;
    }
    if (!(s_.is_word(i, "that") || s_.is_word(i, "to") || s_.is_end_mark(i) || s_.is_word(site.begin - 1, "it")))
      return false;
    sites_.push_back(site);  // "It was reported that": nobody is named
    return true;
  }

  void find_source(CueSite& site) const { readout::find_source(s_, sites_, site); }

  void add_noun(int head) {
    CueSite site;
    site.shape = CueShape::noun;
    site.head = head;
    site.begin = head;
    site.end = head + 1;
    site.noun = s_.cue_noun(head);
    site.polarity = site.noun->polarity;
    // "Kovel’s claim", "the ministry’s statement": the possessor speaks.
    int i = head;
    while (i > 0 && !s_.is_clitic(i - 1) && !s_.is(i - 1, WordClass::possessive) &&
           !s_.is(i - 1, WordClass::determiner) && s_.word(i - 1) != nullptr && !s_.is_any_mark(i - 1) &&
           !s_.is(i - 1, WordClass::preposition) && head - i < 5)
      --i;
    if (s_.is_clitic(i - 1)) {
      NounPhrase owner = phrase_left(s_, i - 1);
      // Of "thanks to President Kovel’s" only the name owns.
      if (s_.is_capital(owner.end - 1)) {
        int begin = owner.end;
        while (begin > owner.begin && s_.is_capital(begin - 1)) --begin;
        owner.begin = begin;
      }
      site.source = owner;
      site.source_words = s_.span(owner.begin, owner.end);
    } else if (s_.is(i - 1, WordClass::possessive)) {
      site.source = {i - 1, i};
      site.source_words = s_.span(i - 1, i);
    } else if (s_.is_word(head + 1, "by") || s_.is_word(head + 1, "from")) {
      site.source = phrase_right(s_, head + 2);
      site.inverted = true;
      site.source_words = site.source.empty() ? Span{} : s_.span(site.source.begin, site.source.end);
      if (!site.source.empty()) site.end = head + 2;
    }
    sites_.push_back(site);
  }

  void add_according(int begin, int end) {
    CueSite site;
    site.shape = CueShape::according;
    site.head = begin;
    site.begin = begin;
    site.end = end;
    site.inverted = true;
    site.source = s_.is(end, WordClass::object_pronoun) ? NounPhrase{end, end + 1} : phrase_right(s_, end);
    if (site.source.empty()) return;
    site.source_words = s_.span(site.source.begin, site.source.end);
    sites_.push_back(site);
  }

  // "in his view", "in the minister’s words", "in the opinion of the court"
  bool is_view_noun(int i) const {
    for (const std::string_view noun :
         {"view", "opinion", "words", "assessment", "judgment", "judgement", "telling", "account"})
      if (s_.is_word(i, noun)) return true;
    return false;
  }

  void add_view(int head) {
    CueSite site;
    site.shape = CueShape::according;
    site.head = head;
    site.inverted = true;
    if (s_.is(head - 1, WordClass::possessive) && s_.is_word(head - 2, "in")) {
      site.begin = head - 2;
      site.end = head + 1;
      site.source = {head - 1, head};
    } else if (s_.is_word(head - 1, "the") && s_.is_word(head - 2, "in") && s_.is_word(head + 1, "of") &&
               !s_.is_word(head, "words")) {
      return add_according(head - 2, head + 2);
    } else if (s_.is_clitic(head - 1)) {
      const NounPhrase owner = phrase_left(s_, head - 1);
      if (owner.empty() || !s_.is_word(owner.begin - 1, "in")) return;
      site.begin = owner.begin - 1;
      site.end = head + 1;
      site.source = owner;
    } else {
      return;
    }
    site.source_words = s_.span(site.source.begin, site.source.end);
    sites_.push_back(site);
  }

  void add_per(int begin) {
    // "per Kovel" and "per the report", never "per year" or "per cent".
    if (!s_.is_capital(begin + 1) && !s_.is_word(begin + 1, "the")) return;
    if (begin > 0 && !s_.is_comma(begin - 1)) return;
    add_according(begin, begin + 1);
  }

  const StrandView& s_;
  std::vector<CueSite> sites_;
};

}  // namespace

int first_item(const CueSite& site) {
  int first = site.begin;
  if (!site.relay.empty()) first = std::min(first, site.relay.begin);
  if (!site.inverted && !site.source.empty()) first = std::min(first, site.source.begin);
  return first;
}

std::vector<CueSite> find_cue_sites(const StrandView& strand) {
  return SiteFinder(strand).find();
}

}  // namespace readout
