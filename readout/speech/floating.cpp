#include "readout/speech/floating.h"

#include <algorithm>
#include <utility>

#include "readout/speech/look.h"
#include "readout/speech/strand_view.h"

namespace readout {
namespace {

constexpr int kShortAttribution = 10;  // items of a sentence that does nothing but attribute

class Floater {
 public:
  Floater(const Prose& prose, std::vector<StrandFinds>& finds)
      : prose_(prose), finds_(finds), claimed_(prose.quotations.size(), false) {
    for (const StrandFinds& find : finds_)
      for (const Candidate& candidate : find.candidates)
        for (const std::int32_t q : candidate.quotations) claimed_[static_cast<std::size_t>(q)] = true;
    last_at_level_.assign(prose.quotations.size() + 1, -1);
  }

  void attach() {
    for (std::size_t i = 0; i < prose_.strands.size(); ++i) {
      const Strand& strand = prose_.strands[i];
      auto& last = last_at_level_[static_cast<std::size_t>(strand.quotation + 1)];
      int before = last;
      if (before >= 0 && prose_.strands[static_cast<std::size_t>(before)].paragraph != strand.paragraph) before = -1;
      if (strand.first_in_paragraph && strand.quotation < 0) paragraph_before_ = std::exchange(last_in_paragraph_, -1);
      link_back(i, before);
      claim(i, before, last);
      last = static_cast<int>(i);
      if (strand.quotation < 0) last_in_paragraph_ = static_cast<int>(i);
    }
  }

 private:
  bool is_free_standing(const StrandView& s) const {
    bool quotation = false;
    for (int i = 0; i < s.size(); ++i) {
      if (s.quotation(i) != nullptr)
        quotation = true;
      else if (!s.is_any_mark(i) && !s.is(i, WordClass::coordinator))
        return false;
    }
    return quotation;
  }

  // "These were “the two points …”": a pronoun for what the sentence before reports, and nothing else.
  bool is_predicate(const StrandView& s) const {
    for (const std::string_view word : {"these", "those", "this", "that", "they", "it"})
      if (s.is_word(0, word) && s.is(1, WordClass::be) && s.quotation(2) != nullptr) return s.body_end() <= 3;
    return false;
  }

  // “Is it so?” Kovel asked.  /  … . This was revealed by Kovel.
  void link_back(std::size_t i, int before) {
    const StrandView s(prose_, prose_.strands[i]);
    StrandFinds& find = finds_[i];
    if (before < 0 || !find.candidates.empty() || find.sites.empty()) return;
    const CueSite& site = find.sites.front();
    const auto b = static_cast<std::size_t>(before);
    const StrandView previous(prose_, prose_.strands[b]);
    if (site.verb == nullptr || site.polarity == CuePolarity::none || site.negated || site.source_words.empty()) return;
    const Item* end = previous.size() > 0 ? &previous.item(previous.size() - 1) : nullptr;
    const bool waits = end != nullptr && end->quotation >= 0 && finds_[b].candidates.empty() &&
                       !claimed_[static_cast<std::size_t>(end->quotation)];
    const bool attributes =
        site.shape == CueShape::verb && s.size() <= kShortAttribution && site.verb->takes(Frame::quotation);
    if (waits && attributes) {
      Candidate candidate = make(i, ContentFrame::quotation_before, site);
      take(candidate, end->quotation);
      find.candidates.push_back(std::move(candidate));
      return;
    }
    const bool points_back = s.is_word(0, "this") || s.is_word(0, "that") || s.is_word(0, "it") || s.is_word(0, "the");
    if (!site.refers_back && !(site.shape == CueShape::passive && site.inverted && points_back)) return;
    Candidate candidate = make(i, ContentFrame::previous_sentence, site);
    Span span = prose_.strands[b].span;
    // "The minister is patient, and he has said so": what stands before it in the same sentence.
    int before_it = first_item(site);
    while (before_it > 0 && (s.is_comma(before_it - 1) || s.is(before_it - 1, WordClass::coordinator))) --before_it;
    if (site.refers_back && before_it >= 3) span = s.span(0, before_it);
    while (span.end > span.begin && (prose_.text[span.end - 1] == '.' || prose_.text[span.end - 1] == ' ')) --span.end;
    candidate.speech.content = {span};
    find.candidates.push_back(std::move(candidate));
  }

  void claim(std::size_t i, int before, int last) {
    const StrandView s(prose_, prose_.strands[i]);
    const bool free_standing = is_free_standing(s) || is_predicate(s);
    for (int k = 0; k < s.size(); ++k) {
      if (s.quotation(k) == nullptr) continue;
      const std::int32_t q = s.item(k).quotation;
      if (claimed_[static_cast<std::size_t>(q)] || !is_sentence_like(prose_, *s.quotation(k))) continue;
      if (is_title_like(prose_, *s.quotation(k))) continue;
      if (s.quotation(k)->single && s.quotation(k)->parent >= 0) continue;
      if (waits_for_attribution(i, k)) continue;
      if (resume(i, q)) continue;
      if (free_standing && join(i, before, q)) continue;
      if (free_standing && introduced(i, before, q)) continue;
      if (free_standing && before < 0 && goes_on(i, last, q)) continue;
      if (after_colon(i, q, s, k)) continue;
      unattributed(i, q, s, k);
    }
  }

  // The sentence after it may be its attribution: “Is it so?” Kovel asked.
  bool waits_for_attribution(std::size_t i, int k) const {
    const StrandView s(prose_, prose_.strands[i]);
    if (k + 1 != s.size()) return false;
    std::size_t next = i + 1;
    while (next < prose_.strands.size() && prose_.strands[next].quotation != prose_.strands[i].quotation) ++next;
    if (next >= prose_.strands.size() || prose_.strands[next].paragraph != prose_.strands[i].paragraph) return false;
    const StrandFinds& find = finds_[next];
    if (find.sites.empty() || !find.candidates.empty()) return false;
    const CueSite& site = find.sites.front();
    return site.shape == CueShape::verb && site.verb->takes(Frame::quotation) && !site.negated &&
           !site.source_words.empty() && prose_.strands[next].items.size() <= kShortAttribution &&
           site.polarity != CuePolarity::none;
  }

  // The same quotation in the next paragraph, under a repeated mark.
  bool resume(std::size_t i, std::int32_t q) {
    const std::int32_t earlier = prose_.quotations[static_cast<std::size_t>(q)].continues;
    if (earlier < 0) return false;
    constexpr std::size_t kFar = 200;  // strands; the paragraph before is nearer
    for (std::size_t b = i; b-- > 0 && b + kFar > i;) {
      std::vector<Candidate>& candidates = finds_[b].candidates;
      const auto found = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return std::find(candidate.quotations.begin(), candidate.quotations.end(), earlier) !=
               candidate.quotations.end();
      });
      if (found == candidates.end()) continue;
      Candidate moved = std::move(*found);
      candidates.erase(found);
      take(moved, q);
      finds_[i].candidates.push_back(std::move(moved));
      return true;
    }
    return false;
  }

  bool join(std::size_t i, int before, std::int32_t q) {
    if (before < 0) return false;
    const auto b = static_cast<std::size_t>(before);
    auto& candidates = finds_[b].candidates;
    if (candidates.empty()) return false;
    Candidate& last = candidates.back();
    if (last.quotations.empty() || last.speech.content.empty()) return false;
    const bool quoted = last.frame == ContentFrame::quotation_before || last.frame == ContentFrame::quotation_around ||
                        last.frame == ContentFrame::quotation_after || last.frame == ContentFrame::next_sentence ||
                        last.frame == ContentFrame::chain;
    if (!quoted || last.speech.polarity == Polarity::asked) return false;
    Candidate moved = std::move(last);
    candidates.pop_back();
    take(moved, q);
    // It lives on in this strand, so that a third quotation can join as well.
    finds_[i].candidates.push_back(std::move(moved));
    return true;
  }

  bool introduced(std::size_t i, int before, std::int32_t q) {
    int from = before;
    if (from < 0) {
      // The paragraph before ends with a colon: it introduces this one.
      if (paragraph_before_ < 0) return false;
      const StrandView s(prose_, prose_.strands[static_cast<std::size_t>(paragraph_before_)]);
      if (!s.is_mark(s.size() - 1, ":")) return false;
      from = paragraph_before_;
    }
    const auto b = static_cast<std::size_t>(from);
    const StrandFinds& find = finds_[b];
    for (auto site = find.sites.rbegin(); site != find.sites.rend(); ++site) {
      if (site->source_words.empty() || site->polarity == CuePolarity::none) continue;
      Candidate candidate = make(i, ContentFrame::next_sentence, *site);
      candidate.strand = static_cast<std::uint32_t>(b);
      candidate.speech.cue = {StrandView(prose_, prose_.strands[b]).span(site->begin, site->end)};
      take(candidate, q);
      if (site->polarity == CuePolarity::asked) candidate.speech.polarity = Polarity::asked;
      finds_[i].candidates.push_back(std::move(candidate));
      return true;
    }
    if (!finds_[b].candidates.empty()) {
      Candidate candidate = finds_[b].candidates.back();
      candidate.frame = ContentFrame::next_sentence;
      candidate.quotations.clear();
      candidate.speech.content.clear();
      candidate.features = {{"frame:next-sentence", 1}};
      take(candidate, q);
      finds_[i].candidates.push_back(std::move(candidate));
      return true;
    }
    // No cue at all: the subject of the sentence before, where it names somebody.
    const StrandView s(prose_, prose_.strands[b]);
    const bool here = s.is_word(0, "here") && (s.is(1, WordClass::be) || s.is_clitic(1));
    const NounPhrase subject = here ? phrase_right(s, 2) : opening_subject(s);
    if (subject.empty() || !(s.is(subject.begin, WordClass::subject_pronoun) || s.is_capital(subject.end - 1) ||
                             s.is(subject.end - 1, WordClass::person_noun)))
      return false;
    Candidate candidate;
    candidate.frame = ContentFrame::next_sentence;
    candidate.strand = static_cast<std::uint32_t>(i);
    candidate.speech.source = s.span(subject.begin, subject.end);
    candidate.features = {{"frame:next-sentence", 1}, {"no-cue", 1}};
    take(candidate, q);
    finds_[i].candidates.push_back(std::move(candidate));
    return true;
  }

  // "She said that they could not comment: “…”": the quotation is hers as well.
  bool after_colon(std::size_t i, std::int32_t q, const StrandView& s, int k) {
    if (!s.is_mark(k - 1, ":")) return false;
    for (auto site = finds_[i].sites.rbegin(); site != finds_[i].sites.rend(); ++site) {
      if (site->head > k || site->source_words.empty() || site->polarity == CuePolarity::none ||
          site->shape == CueShape::noun)
        continue;
      Candidate candidate = make(i, ContentFrame::next_sentence, *site);
      candidate.speech.cue = {s.span(site->begin, site->end)};
      take(candidate, q);
      finds_[i].candidates.push_back(std::move(candidate));
      return true;
    }
    return false;
  }

  bool goes_on(std::size_t i, int last, std::int32_t q) {
    if (last < 0) return false;
    const auto l = static_cast<std::size_t>(last);
    if (prose_.strands[l].paragraph + 1 != prose_.strands[i].paragraph ||
        prose_.strands[l].quotation != prose_.strands[i].quotation)
      return false;
    if (finds_[l].candidates.empty()) return false;
    const Candidate& before = finds_[l].candidates.back();
    if (before.quotations.empty() || before.frame == ContentFrame::unattributed) return false;
    const StrandView s(prose_, prose_.strands[l]);
    const bool ends_quoted = s.quotation(s.size() - 1) != nullptr || s.quotation(s.size() - 2) != nullptr ||
                             before.frame == ContentFrame::quotation_before ||
                             before.frame == ContentFrame::quotation_around;
    if (!ends_quoted) return false;
    Candidate candidate;
    candidate.frame = ContentFrame::chain;
    candidate.strand = static_cast<std::uint32_t>(i);
    candidate.shape = before.shape;
    candidate.speech.source = before.speech.source;
    candidate.speech.polarity = before.speech.polarity == Polarity::asked ? Polarity::said : before.speech.polarity;
    candidate.features = {{"frame:chain", 1}};
    take(candidate, q);
    finds_[i].candidates.push_back(std::move(candidate));
    return true;
  }

  // “…” – Commissioner Bracke: a dash and a name to the end, in this strand or the next.
  Span signature_after(std::size_t i, int k) const {
    const auto read = [&](const StrandView& s, int at) {
      if (!s.is_dash(at)) return Span{};
      const NounPhrase name = phrase_right(s, at + 1);
      if (name.empty() || !s.is_capital(name.end - 1) || name.end < s.body_end()) return Span{};
      return s.span(name.begin, name.end);
    };
    const StrandView s(prose_, prose_.strands[i]);
    if (k + 1 < s.size()) return read(s, k + 1);
    for (std::size_t next = i + 1;
         next < prose_.strands.size() && prose_.strands[next].paragraph == prose_.strands[i].paragraph; ++next)
      if (prose_.strands[next].quotation == prose_.strands[i].quotation)
        return read(StrandView(prose_, prose_.strands[next]), 0);
    return {};
  }

  void unattributed(std::size_t i, std::int32_t q, const StrandView& s, int k) {
    Candidate candidate;
    candidate.frame = ContentFrame::unattributed;
    candidate.strand = static_cast<std::uint32_t>(i);
    candidate.features = {{"frame:unattributed", 1}};
    // A quotation after a colon is its subject's: "The lesson: “…”"; one that runs into the sentence may be anybody's.
    if (s.is_mark(k - 1, ":")) {
      candidate.features.push_back({"after-colon", 1});
      NounPhrase name = phrase_left(s, k - 1);
      // "Kovel was blunt: “…”"
      const NounPhrase subject = opening_subject(s);
      if (!subject.empty() && s.is(subject.end, WordClass::be)) name = {subject.begin, subject.end};
      if (!name.empty() && s.is_capital(name.end - 1) && (name.begin == 0 || s.is_word(name.begin - 1, "from")))
        candidate.speech.source = s.span(name.begin, name.end);
    }
    if (!is_free_standing(s)) candidate.features.push_back({"inside-sentence", 1});
    if (const Span signature = signature_after(i, k); !signature.empty()) {
      candidate.speech.source = signature;
      candidate.features.push_back({"signature", 1});
    }
    take(candidate, q);
    finds_[i].candidates.push_back(std::move(candidate));
  }

  Candidate make(std::size_t i, ContentFrame frame, const CueSite& site) const {
    const StrandView s(prose_, prose_.strands[i]);
    Candidate candidate;
    candidate.frame = frame;
    candidate.strand = static_cast<std::uint32_t>(i);
    candidate.shape = site.shape;
    candidate.speech.source = site.source_words;
    if (frame != ContentFrame::next_sentence) candidate.speech.cue = {s.span(site.begin, site.end)};
    candidate.features.push_back({"frame:" + std::string(to_string(frame)), 1});
    if (site.verb != nullptr) candidate.features.push_back({"cue:" + site.verb->lemma, 1});
    if (site.noun != nullptr) candidate.features.push_back({"cue-noun:" + site.noun->lemma, 1});
    return candidate;
  }

  void take(Candidate& candidate, std::int32_t q) {
    claimed_[static_cast<std::size_t>(q)] = true;
    candidate.quotations.push_back(q);
    candidate.speech.content.push_back(prose_.quotations[static_cast<std::size_t>(q)].inner);
    std::sort(candidate.speech.content.begin(), candidate.speech.content.end());
  }

  const Prose& prose_;
  std::vector<StrandFinds>& finds_;
  std::vector<bool> claimed_;
  std::vector<int> last_at_level_;
  int last_in_paragraph_ = -1;
  int paragraph_before_ = -1;
};

}  // namespace

void attach_floating(const Prose& prose, std::vector<StrandFinds>& finds) {
  Floater(prose, finds).attach();
}

}  // namespace readout
