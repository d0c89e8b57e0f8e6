#include "readout/score/corpus_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "readout/base/json.h"
#include "readout/score/key_document.h"
#include "readout/score/key_facts.h"
#include "readout/score/speech_facts.h"

namespace readout {
namespace {

using Named = std::pair<std::string_view, const Share*>;

std::array<Named, 9> shares(const CorpusScore& score) {
  return {{{"found", &score.found},
           {"right speaker", &score.speaker},
           {"speaker left unknown", &score.unknown},
           {"right kind", &score.kind},
           {"right polarity", &score.polarity},
           {"right parent", &score.parent},
           {"right channel", &score.channel},
           {"extra at depth 0", &score.extra},
           {"marked silent, silent", &score.silent}}};
}

void count(Share& share, bool right) {
  ++share.of;
  share.right += right;
}

void compare(const MarkedText& piece, int number, const Account& account, std::size_t at,
             const std::vector<std::int32_t>& pairs, CorpusScore& score, std::vector<std::string>* differences) {
  const SpeechFacts& facts = piece.facts.at(number);
  const Speech& speech = account.speeches[at];
  const SpeechComparison same = compare_speech(piece, number, account, at, pairs);
  const auto differ = [&](std::string_view what, std::string_view wanted, std::string_view got) {
    if (differences == nullptr) return;
    differences->push_back(fmt::format("{} {}: wanted {}, got {}: «{}»", number, what, wanted, got,
                                       words(piece.text, marked_spans(piece, 'c', number))));
  };
  if (same.speaker) {
    count(score.speaker, is_right(*same.speaker));
    count(score.unknown, *same.speaker == SpeakerVerdict::unknown);
    if (!is_right(*same.speaker)) differ("speaker", *facts.speaker, printed_speaker(account, at));
  }
  count(score.kind, same.kind);
  if (!same.kind) differ("kind", to_string(*facts.kind), to_string(speech.kind));
  count(score.polarity, same.polarity);
  if (!same.polarity) differ("polarity", to_string(facts.polarity), to_string(speech.polarity));
  count(score.parent, same.parent);
  if (!same.parent) differ("parent", std::to_string(facts.parent), speech.parent < 0 ? "none" : "another");
  if (!facts.channels) return;
  count(score.channel, same.channels);
  if (!same.channels) differ("channel", "others", printed_channels(account, speech.channels));
}

}  // namespace

void add_piece(const MarkedText& piece, const Account& account, CorpusScore& score, std::vector<Finding>* findings,
               std::vector<std::string>* differences) {
  std::vector<Attribution> gold;
  for (const auto& entry : piece.facts) gold.push_back(marked_attribution(piece, entry.first));
  std::vector<Attribution> ours;
  for (const Speech& speech : account.speeches)
    ours.push_back({blob_spans(account, {speech.source}), blob_spans(account, speech.cue),
                    blob_spans(account, speech.content), false});
  add_document(piece.text, gold, ours, score.attributions, findings);

  const std::vector<Spans> contents = contents_in_blob(account);
  const std::vector<std::int32_t> pairs = pair_speeches(piece, contents, false);
  const std::set<std::int32_t> taken(pairs.begin(), pairs.end());
  std::size_t at = 0;
  for (const auto& entry : piece.facts) {
    const std::int32_t speech = pairs[at++];
    count(score.found, speech >= 0);
    if (speech >= 0) compare(piece, entry.first, account, static_cast<std::size_t>(speech), pairs, score, differences);
  }
  for (std::size_t i = 0; i < contents.size(); ++i)
    if (account.speeches[i].depth == 0) count(score.extra, !taken.contains(static_cast<std::int32_t>(i)));
  for (const GoldMark& mark : piece.marks) {
    if (mark.letter != 'x') continue;
    const Spans wanted = trimmed(piece.text, {mark.span});
    const bool silent = std::none_of(contents.begin(), contents.end(), [&](const Spans& content) {
      return common_size(trimmed(piece.text, content), wanted) > 0;
    });
    count(score.silent, silent);
    if (!silent && differences != nullptr)
      differences->push_back(fmt::format("not silent: «{}»", words(piece.text, wanted)));
  }
}

std::string render_text(const CorpusScore& score) {
  std::string out;
  for (const auto& [name, share] : shares(score))
    out += fmt::format("{:<24}{:>5} of {:<5}{:5.1f} %\n", name, share->right, share->of, share->percent());
  return out;
}

void write_json(const CorpusScore& score, JsonWriter& json) {
  for (const auto& [name, share] : shares(score)) {
    json.key(name).object().key("right").value(static_cast<std::uint64_t>(share->right));
    json.key("of").value(static_cast<std::uint64_t>(share->of)).key("percent").value(share->percent()).end();
  }
}

}  // namespace readout
