#include "readout/speech/find.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "readout/speech/channel.h"
#include "readout/speech/choose.h"
#include "readout/speech/claims.h"
#include "readout/speech/content.h"
#include "readout/speech/exchange.h"
#include "readout/speech/floating.h"
#include "readout/speech/insertions.h"
#include "readout/speech/nest.h"
#include "readout/speech/prose.h"
#include "readout/speech/review.h"
#include "readout/speech/transcript.h"
#include "readout/speech/weigh.h"

namespace readout {
namespace {

Candidate from_turn(const TranscriptTurn& turn) {
  Candidate candidate;
  candidate.frame = ContentFrame::label;
  candidate.speech.content = turn.content;
  candidate.speech.source = turn.label;
  candidate.speech.kind = SpeechKind::transcript;
  if (turn.question) candidate.speech.polarity = Polarity::asked;
  if (!turn.label.empty()) candidate.speech.cue = {turn.label};
  candidate.features = {{"frame:label", 1}};
  return candidate;
}

// The text of a communiqué is its issuer's, from the first body paragraph to the last.
Candidate from_issuer(const Document& document, const Prose& prose) {
  Candidate candidate;
  candidate.frame = ContentFrame::issued;
  candidate.speech.kind = SpeechKind::transcript;
  candidate.speech.source = document.issuer;
  for (const Paragraph& paragraph : prose.paragraphs) candidate.speech.content.push_back(paragraph.span);
  candidate.features = {{"frame:issued", 1}};
  return candidate;
}

void note_marks(const Prose& prose, const Candidate& candidate, Speech& speech) {
  for (const std::int32_t q : candidate.quotations) {
    const Quotation& quotation = prose.quotations[static_cast<std::size_t>(q)];
    if (quotation.unclosed) speech.doubts.push_back({DoubtKind::unclosed_mark, quotation.outer, ""});
    if (quotation.odd) speech.doubts.push_back({DoubtKind::odd_mark, quotation.odd_mark, ""});
  }
}

// The words of the attribution that date it ("said on Monday"), else the document's date of saying. A date of the
// content is none, nor one that stands behind a semicolon or far from cue and source, nor one after the document
// itself.
Moment said_when(const Document& document, const Prose& prose, const Candidate& candidate) {
  constexpr std::uint32_t kNear = 60;  // bytes between the date and the cue or the source
  if (candidate.frame == ContentFrame::label || candidate.frame == ContentFrame::issued) return document.dates.said;
  const Span sentence = prose.strands.empty() ? Span{} : prose.strands[candidate.strand].span;
  const auto is_near = [&](Span words, Span date) {
    if (words.empty()) return false;
    const Span gap = words.end <= date.begin ? Span{words.end, date.begin} : Span{date.end, words.begin};
    return gap.begin <= gap.end && gap.size() <= kNear && slice(prose.text, gap).find(';') == std::string_view::npos;
  };
  const auto first = std::lower_bound(document.times.begin(), document.times.end(), sentence.begin,
                                      [](const TimeMention& time, std::uint32_t at) { return time.span.begin < at; });
  for (auto time_at = first; time_at != document.times.end() && time_at->span.begin < sentence.end; ++time_at) {
    const TimeMention& time = *time_at;
    const auto& content = candidate.speech.content;
    if (std::any_of(content.begin(), content.end(), [&](Span words) { return words.overlaps(time.span); })) continue;
    const auto& cue = candidate.speech.cue;
    const bool near = is_near(candidate.speech.source, time.span) ||
                      std::any_of(cue.begin(), cue.end(), [&](Span words) { return is_near(words, time.span); });
    const Moment& latest = is_known(document.dates.published) ? document.dates.published : document.dates.said;
    if (near && !surely_before(latest, time.moment)) return time.moment;
  }
  return document.dates.said;
}

Speech finish(const Document& document, const Prose& prose, Candidate candidate, std::span<const Span> elsewhere) {
  Speech speech = std::move(candidate.speech);
  speech.basis.rule = to_string(candidate.frame);
  speech.basis.score = candidate.score;
  speech.basis.evidence = std::move(candidate.features);
  if (speech.kind != SpeechKind::transcript)
    speech.kind = kind_of(prose, speech, prose.strands[candidate.strand].quotation);
  for (const Span content : speech.content)
    for (const Insertion& insertion : find_insertions(prose.text, content)) speech.insertions.push_back(insertion);
  if (speech.kind == SpeechKind::indirect)
    for (const Span content : speech.content)
      for (const Insertion& aside : find_asides(prose.text, content)) speech.insertions.push_back(aside);
  std::sort(speech.insertions.begin(), speech.insertions.end(),
            [](const Insertion& a, const Insertion& b) { return a.span < b.span; });
  candidate.speech.content = speech.content;
  if (candidate.frame != ContentFrame::label && candidate.frame != ContentFrame::issued)
    for (const Channel& channel : find_channels(prose, prose.strands[candidate.strand], speech, elsewhere))
      if (std::find(speech.channels.begin(), speech.channels.end(), channel) == speech.channels.end())
        speech.channels.push_back(channel);
  speech.said = said_when(document, prose, candidate);
  note_marks(prose, candidate, speech);
  if (candidate.frame == ContentFrame::claim) speech.doubts.push_back({DoubtKind::author_claim, extent(speech), ""});
  return speech;
}

// For each candidate the contents of other reports in the same strand that do not hold its own cue.
std::vector<std::vector<Span>> contents_beside(const std::vector<Candidate>& chosen) {
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_strand;
  for (std::size_t i = 0; i < chosen.size(); ++i) by_strand[chosen[i].strand].push_back(i);
  std::vector<std::vector<Span>> beside(chosen.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const Speech& own = chosen[i].speech;
    for (const std::size_t other : by_strand[chosen[i].strand]) {
      if (other == i) continue;
      for (const Span content : chosen[other].speech.content)
        if (own.cue.empty() || !content.contains(own.cue.front())) beside[i].push_back(content);
    }
  }
  return beside;
}

}  // namespace

std::vector<Speech> find_speeches(const Document& document) {
  const Prose prose = make_prose(document);
  if (prose.paragraphs.empty()) return {};

  std::vector<Candidate> candidates;
  std::vector<bool> in_turn(prose.quotations.size(), false);
  std::vector<TranscriptTurn> turns_found = find_turns(prose);
  if (turns_found.empty()) turns_found = find_exchange(document, prose);
  for (const TranscriptTurn& turn : turns_found) {
    candidates.push_back(from_turn(turn));
    if (turn.quotation < 0) continue;
    candidates.back().quotations = {turn.quotation};
    in_turn[static_cast<std::size_t>(turn.quotation)] = true;
  }
  if (document.form == Form::communique && !document.issuer.empty()) candidates.push_back(from_issuer(document, prose));

  std::vector<Candidate> claims;
  std::vector<StrandFinds> finds(prose.strands.size());
  for (std::size_t i = 0; i < prose.strands.size(); ++i) {
    const StrandView strand(prose, prose.strands[i]);
    finds[i].sites = find_cue_sites(strand);
    finds[i].candidates = propose_contents(strand, static_cast<std::uint32_t>(i), finds[i].sites);
    if (auto claim = find_claim(strand, static_cast<std::uint32_t>(i), finds[i].sites)) {
      // What the writer says about the words is his, not the record's.
      std::erase_if(finds[i].candidates, [&](const Candidate& c) {
        return !c.speech.cue.empty() && c.speech.cue.front().overlaps(claim->speech.cue.front());
      });
      claims.push_back(std::move(*claim));
    }
  }
  attach_floating(prose, finds);

  std::size_t proposed = candidates.size() + claims.size();
  for (const StrandFinds& find : finds) proposed += find.candidates.size();
  candidates.reserve(proposed);
  // A quotation that holds labelled turns is a transcript: the introduction only names who asks first.
  for (StrandFinds& find : finds) {
    for (Candidate& candidate : find.candidates) {
      const auto turn = std::find_if(candidate.quotations.begin(), candidate.quotations.end(),
                                     [&](std::int32_t q) { return in_turn[static_cast<std::size_t>(q)]; });
      if (turn == candidate.quotations.end()) {
        candidates.push_back(std::move(candidate));
        continue;
      }
      for (Candidate& labelled : candidates)
        if (labelled.frame == ContentFrame::label && labelled.speech.source.empty() &&
            labelled.quotations.size() == 1 && labelled.quotations.front() == *turn)
          labelled.speech.source = candidate.speech.source;
    }
    find = {};
  }
  for (Candidate& claim : claims) candidates.push_back(std::move(claim));

  std::vector<Speech> speeches;
  for (Candidate& candidate : candidates) weigh(candidate);
  std::vector<Candidate> turns;
  for (Candidate& candidate : candidates)
    if (candidate.frame == ContentFrame::label || candidate.frame == ContentFrame::issued)
      turns.push_back(std::move(candidate));
  std::erase_if(candidates, [](const Candidate& c) { return c.speech.content.empty(); });
  for (Candidate& candidate : turns) speeches.push_back(finish(document, prose, std::move(candidate), {}));
  std::vector<Candidate> chosen = choose(std::move(candidates), prose.quotations);
  speeches.reserve(speeches.size() + chosen.size());
  const std::vector<std::vector<Span>> elsewhere = contents_beside(chosen);
  for (std::size_t i = 0; i < chosen.size(); ++i)
    speeches.push_back(finish(document, prose, std::move(chosen[i]), elsewhere[i]));
  nest(speeches);
  // What is reported inside a report was said at another time: the document's date is not its.
  for (Speech& speech : speeches)
    if (speech.depth > 0 && speech.said == document.dates.said) speech.said = Moment{};
  review(prose, speeches);
  link_corrections(document, speeches);
  return speeches;
}

}  // namespace readout
