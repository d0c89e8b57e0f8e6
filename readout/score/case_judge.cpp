#include "readout/score/case_judge.h"

#include <fmt/format.h>

#include <algorithm>

#include "readout/score/case_document.h"
#include "readout/score/key_document.h"
#include "readout/score/key_facts.h"
#include "readout/score/speech_facts.h"

namespace readout {
namespace {

bool has_marks(const MarkedText& text, char letter) {
  return std::any_of(text.marks.begin(), text.marks.end(), [&](const GoldMark& mark) { return mark.letter == letter; });
}

bool belongs_to(const GoldMark& mark, char letter, int number) {
  return mark.letter == letter && std::find(mark.numbers.begin(), mark.numbers.end(), number) != mark.numbers.end();
}

struct CaseJudge {
  const MarkedText& text;
  const Account& account;
  std::vector<Spans> contents;
  std::vector<std::int32_t> pairs;
  std::vector<std::string> differences;

  void differ(int number, std::string what) { differences.push_back(fmt::format("speech {}: {}", number, what)); }

  std::string shown(const Spans& spans) const {
    return spans.empty() ? "nothing" : "«" + words(text.text, spans) + "»";
  }

  void judge_missing(int number) {
    const Spans wanted = marked_spans(text, 'c', number);
    std::string near;
    for (const Spans& content : contents)
      if (common_size(content, wanted) > 0) near += " " + shown(content);
    differ(number, fmt::format("not found: {}; nearest:{}", shown(wanted), near.empty() ? " nothing" : near));
  }

  void judge_source(int number, const Speech& speech) {
    const Spans wanted = marked_spans(text, 's', number);
    const Spans got = blob_spans(account, {speech.source});
    const bool none = text.facts.at(number).no_source;
    if (wanted.empty() && !none) return;
    if (trimmed(text.text, wanted) != trimmed(text.text, got))
      differ(number, fmt::format("source: wanted {}, got {}", shown(wanted), shown(got)));
  }

  void judge_cue(int number, const Speech& speech) {
    const Spans wanted = marked_spans(text, 'q', number);
    if (wanted.empty()) return;
    const Spans got = blob_spans(account, speech.cue);
    if (common_size(wanted, got) == 0) differ(number, fmt::format("cue: wanted {}, got {}", shown(wanted), shown(got)));
  }

  void judge_insertions_and_channels(int number, const Speech& speech) {
    for (const GoldMark& mark : text.marks) {
      const auto lies_here = [&](Span span) { return account.document.text.to_blob(span).overlaps(mark.span); };
      bool found = true;
      if (belongs_to(mark, 'i', number))
        found = std::any_of(speech.insertions.begin(), speech.insertions.end(), [&](const Insertion& insertion) {
          return to_string(insertion.kind) == mark.value && lies_here(insertion.span);
        });
      if (belongs_to(mark, 'h', number))
        found = std::any_of(speech.channels.begin(), speech.channels.end(), [&](const Channel& channel) {
          return to_string(channel.kind) == mark.value && lies_here(channel.span);
        });
      if (!found) differ(number, fmt::format("no {} at {}", mark.value, shown({mark.span})));
    }
  }

  void judge_flags(int number, const Speech& speech) {
    for (const std::string& flag : text.facts.at(number).flags)
      if (std::none_of(speech.doubts.begin(), speech.doubts.end(),
                       [&](const Doubt& doubt) { return to_string(doubt.kind) == flag; }))
        differ(number, "no flag " + flag);
  }

  void judge_found(int number, std::size_t at) {
    const Speech& speech = account.speeches[at];
    const SpeechFacts& facts = text.facts.at(number);
    const SpeechComparison same = compare_speech(text, number, account, at, pairs);
    if (!same.kind)
      differ(number, fmt::format("kind: wanted {}, got {}", to_string(*facts.kind), to_string(speech.kind)));
    if (!same.polarity)
      differ(number, fmt::format("polarity: wanted {}, got {}", to_string(facts.polarity), to_string(speech.polarity)));
    if (!same.parent)
      differ(number, speech.parent < 0 ? fmt::format("parent: wanted {}, got none", facts.parent)
                                       : fmt::format("parent: wanted {}, got {}", facts.parent,
                                                     shown(contents[static_cast<std::size_t>(speech.parent)])));
    if (!same.channels) differ(number, "channel: got " + printed_channels(account, speech.channels));
    if (same.speaker && !is_right(*same.speaker))
      differ(number, fmt::format("speaker: wanted {}, got {}", *facts.speaker, printed_speaker(account, at)));
    if (has_marks(text, 's') || facts.no_source) judge_source(number, speech);
    judge_cue(number, speech);
    judge_insertions_and_channels(number, speech);
    judge_flags(number, speech);
  }

  void judge_extras() {
    const bool allowed = text.settings.contains("others");
    for (std::size_t i = 0; i < contents.size(); ++i) {
      if (!allowed && std::find(pairs.begin(), pairs.end(), static_cast<std::int32_t>(i)) == pairs.end())
        differences.push_back(
            fmt::format("a speech too many: {} by {}", shown(contents[i]), printed_speaker(account, i)));
      for (const GoldMark& mark : text.marks)
        if (mark.letter == 'x' && common_size(trimmed(text.text, contents[i]), trimmed(text.text, {mark.span})) > 0)
          differences.push_back(fmt::format("not silent: {} in {}", shown({mark.span}), shown(contents[i])));
    }
  }
};

}  // namespace

std::vector<std::string> judge_case(const MarkedText& text, const Account& account) {
  CaseJudge judge{text, account, contents_in_blob(account), {}, {}};
  judge.pairs = pair_speeches(text, judge.contents, true);
  std::size_t at = 0;
  for (const auto& entry : text.facts) {
    const std::int32_t speech = judge.pairs[at++];
    if (speech < 0)
      judge.judge_missing(entry.first);
    else
      judge.judge_found(entry.first, static_cast<std::size_t>(speech));
  }
  judge.judge_extras();
  judge_document(text, account, judge.differences);
  return std::move(judge.differences);
}

}  // namespace readout
