#include "readout/score/key_score.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "readout/score/key_document.h"
#include "readout/score/key_facts.h"

namespace readout {
namespace {

// The shares under way; score_key puts them into the table in order.
struct Sums {
  Share found, speaker, by_note, unknown, kind, depth, polarity, date, channel, extra, outside, inside, sidebar,
      must_not;
};

void note(KeyScore& score, std::string what, const KeyDocument& document, const KeyStatement* statement, Span span,
          std::string detail) {
  score.errors.push_back({std::move(what), statement == nullptr ? "" : statement->id, cite(document, span),
                          words(document.bytes, {span}), std::move(detail)});
}

void judge(const KeyDocument& document, const KeyStatement& statement, std::size_t speech, Sums& sums,
           KeyDocumentRow& row, KeyScore& score) {
  const Account& account = *document.account;
  const Speech& ours = account.speeches[speech];
  const Span span = extent_of(document.contents[speech]);
  const auto differs = [&](const char* what, std::string_view key, std::string_view got) {
    note(score, what, document, &statement, span, fmt::format("key: {}; ours: {}", key, got));
  };
  const auto count = [](Share& share, bool right) {
    ++share.of;
    share.right += right;
    return right;
  };
  const SpeakerVerdict verdict = judge_speaker(statement.speaker, speaker_of(account, speech));
  if (count(sums.speaker, is_right(verdict)))
    ++row.right_speaker;
  else
    differs("speaker", statement.speaker, printed_speaker(account, speech));
  count(sums.by_note, verdict == SpeakerVerdict::right_by_note);
  count(sums.unknown, verdict == SpeakerVerdict::unknown);
  if (!count(sums.kind, ours.kind == statement.kind)) differs("kind", to_string(statement.kind), to_string(ours.kind));
  if (!count(sums.depth, ours.depth == statement.depth))
    differs("depth", std::to_string(statement.depth), std::to_string(ours.depth));
  if (statement.polarity && !count(sums.polarity, ours.polarity == *statement.polarity))
    differs("polarity", to_string(*statement.polarity), to_string(ours.polarity));
  if (!count(sums.date, is_right_date(statement.date, ours.said))) {
    const std::string said = to_iso(ours.said);
    differs("date", statement.date, said.empty() ? "unknown" : said);
  }
  if (!count(sums.channel, is_right_channel(statement.channel, ours.channels)))
    differs("channel", statement.channel, printed_channels(account, ours.channels));
}

void score_document(const KeyDocument& document, Sums& sums, KeyScore& score) {
  KeyDocumentRow row{
      document.name, document.account != nullptr, document.statements.size(), 0, 0, document.contents.size(), 0};
  std::set<std::size_t> taken;
  for (std::size_t s = 0; s < document.statements.size(); ++s) {
    const KeyStatement& statement = *document.statements[s];
    ++sums.found.of;
    if (document.partner[s] < 0) {
      note(score, "missed", document, &statement, statement.span,
           fmt::format("{}, {}, depth {}", statement.speaker, to_string(statement.kind), statement.depth));
      continue;
    }
    ++sums.found.right;
    ++row.found;
    taken.insert(static_cast<std::size_t>(document.partner[s]));
    judge(document, statement, static_cast<std::size_t>(document.partner[s]), sums, row, score);
  }
  for (std::size_t i = 0; i < document.contents.size(); ++i) {
    const Speech& speech = document.speeches()[i];
    sums.extra.of += speech.depth == 0;
    if (taken.contains(i)) continue;
    sums.extra.right += speech.depth == 0;
    row.extra += speech.depth == 0;
    note(score, "extra", document, nullptr, extent_of(document.contents[i]),
         fmt::format("{}, {}, depth {}", printed_speaker(*document.account, i), to_string(speech.kind), speech.depth));
  }
  score.documents.push_back(std::move(row));
}

void score_noise(const KeyRemark& noise, const KeyDocument& document, Sums& sums, KeyScore& score) {
  const bool lies_inside =
      std::any_of(document.statements.begin(), document.statements.end(),
                  [&](const KeyStatement* statement) { return statement->span.contains(noise.span); });
  bool right = false;  // of a document that is not there nothing is right
  if (document.account != nullptr)
    right = lies_inside ? is_told_apart(document, noise.span)
                        : is_silent(document, outside_statements(document, noise.span));
  Share& share = lies_inside ? sums.inside : sums.outside;
  ++share.of;
  share.right += right;
  if (noise.remark.find("sidebar headline") != std::string::npos) {
    ++sums.sidebar.of;
    sums.sidebar.right += right;
  }
  if (!right)
    score.errors.push_back({"noise", noise.id, cite(document, noise.span), words(document.bytes, {noise.span}),
                            (lies_inside ? "not told apart: " : "not silent: ") + noise.remark});
}

void fill_figures(const Sums& sums, KeyScore& score) {
  const auto rate = [&](const char* name, Share share, std::optional<double> floor = std::nullopt,
                        bool ceiling = false) { score.figures.push_back({name, share, floor, ceiling, false}); };
  const auto items = [&](const char* name, Share share, std::size_t allowed) {
    const double floor = static_cast<double>(share.of > allowed ? share.of - allowed : 0);
    score.figures.push_back({name, share, floor, false, true});
  };
  rate("statements found", sums.found, 68);
  rate("right speaker", sums.speaker, 92);
  rate("right kind", sums.kind, 88);
  rate("extra speeches at depth 0", sums.extra, 20, true);
  items("noise outside statements silent", sums.outside, 2);
  items("noise inside statements told apart", sums.inside, 0);
  items("sidebar headlines silent", sums.sidebar, 0);
  items("must-nots kept", sums.must_not, 0);
  rate("speaker right by the key's note", sums.by_note);
  rate("speaker left unknown", sums.unknown);
  rate("right depth", sums.depth);
  rate("right polarity", sums.polarity);
  rate("right date", sums.date);
  rate("right channel", sums.channel);
}

}  // namespace

bool KeyScore::all_met() const {
  return std::all_of(figures.begin(), figures.end(), [](const Figure& figure) { return figure.is_met(); });
}

KeyScore score_key(const AnswerKey& key, std::span<const Account> accounts) {
  KeyScore score;
  Sums sums;
  const std::vector<KeyDocument> documents = pair_documents(key, accounts);
  for (const KeyDocument& document : documents) {
    score_document(document, sums, score);
    for (const KeyRemark& noise : key.noise)
      if (noise.seed == document.seed) score_noise(noise, document, sums, score);
  }
  for (const KeyMustNot& must_not : key.must_not) {
    score.must_not.push_back(check_must_not(must_not, key, documents));
    const MustNotVerdict verdict = score.must_not.back().verdict;
    sums.must_not.of += verdict != MustNotVerdict::not_checkable;
    sums.must_not.right += verdict == MustNotVerdict::kept;
  }
  fill_figures(sums, score);
  return score;
}

}  // namespace readout
