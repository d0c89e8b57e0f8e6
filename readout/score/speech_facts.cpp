#include "readout/score/speech_facts.h"

#include <algorithm>

#include "readout/score/key_document.h"
#include "readout/score/matching.h"

namespace readout {
namespace {

// The number whose speech is `speech`; 0 where it is paired with none.
int number_of(const MarkedText& text, const std::vector<std::int32_t>& pairs, std::int32_t speech) {
  std::size_t at = 0;
  for (const auto& entry : text.facts)
    if (pairs[at++] == speech) return entry.first;
  return 0;
}

bool holds_in_order(const std::vector<Channel>& ours, const std::vector<ChannelKind>& wanted) {
  std::size_t at = 0;
  for (const Channel& channel : ours)
    if (at < wanted.size() && channel.kind == wanted[at]) ++at;
  return at == wanted.size();
}

SpeakerVerdict judge_marked_speaker(const std::string& wanted, const Account& account, std::size_t speech) {
  if (wanted == "unknown") return account.speakers[speech].person < 0 ? SpeakerVerdict::right : SpeakerVerdict::wrong;
  return judge_speaker(wanted, speaker_of(account, speech));
}

}  // namespace

Spans blob_spans(const Account& account, const std::vector<Span>& spans) {
  Spans out;
  for (const Span span : spans)
    if (!span.empty()) out.push_back(account.document.text.to_blob(span));
  return joined(std::move(out));
}

std::vector<Spans> contents_in_blob(const Account& account) {
  std::vector<Spans> contents;
  for (const Speech& speech : account.speeches) contents.push_back(blob_spans(account, speech.content));
  return contents;
}

std::vector<std::int32_t> pair_speeches(const MarkedText& text, const std::vector<Spans>& contents, bool exact) {
  std::vector<std::vector<Edge>> edges;
  for (const auto& entry : text.facts) {
    const Spans wanted = marked_spans(text, 'c', entry.first);
    const Spans wanted_cut = trimmed(text.text, wanted);
    std::vector<Edge> list;
    for (std::size_t i = 0; i < contents.size(); ++i) {
      const double overlap = intersection_over_union(wanted, contents[i]);
      if (exact ? wanted_cut == trimmed(text.text, contents[i]) : overlap >= 0.5)
        list.push_back({static_cast<std::int32_t>(i), overlap});
    }
    edges.push_back(std::move(list));
  }
  return match(std::move(edges), contents.size());
}

SpeechComparison compare_speech(const MarkedText& text, int number, const Account& account, std::size_t speech,
                                const std::vector<std::int32_t>& pairs) {
  const SpeechFacts& facts = text.facts.at(number);
  const Speech& ours = account.speeches[speech];
  SpeechComparison out;
  out.kind = !facts.kind || *facts.kind == ours.kind;
  out.polarity = facts.polarity == ours.polarity;
  out.parent =
      ours.parent < 0 ? facts.parent == 0 : facts.parent != 0 && number_of(text, pairs, ours.parent) == facts.parent;
  out.channels = !facts.channels || holds_in_order(ours.channels, *facts.channels);
  if (facts.speaker) out.speaker = judge_marked_speaker(*facts.speaker, account, speech);
  return out;
}

}  // namespace readout
