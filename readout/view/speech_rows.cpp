#include "readout/view/speech_view.h"

namespace readout {
namespace {

std::vector<std::string> slices(const Text& text, const std::vector<Span>& spans) {
  std::vector<std::string> out;
  out.reserve(spans.size());
  for (const Span span : spans) out.emplace_back(text[span]);
  return out;
}

void set_when(SpeechRow& row, const Dates& dates) {
  const std::pair<WhenOf, const Moment*> order[] = {{WhenOf::speech, &row.speech.said},
                                                    {WhenOf::said, &dates.said},
                                                    {WhenOf::published, &dates.published},
                                                    {WhenOf::copied, &dates.copied},
                                                    {WhenOf::crawled, &dates.crawled}};
  for (const auto& [of, moment] : order) {
    if (!is_known(*moment)) continue;
    row.when = *moment;
    row.when_of = of;
    return;
  }
}

SpeechRow speech_row(const Account& account, std::size_t number, std::string_view name) {
  const Document& document = account.document;
  SpeechRow row;
  row.speech = account.speeches[number];
  row.delivered = document.text.to_blob(extent(row.speech));
  row.id = span_id(name, row.delivered);
  row.document = name;
  row.number = static_cast<std::uint32_t>(number);
  row.blob = document.blob;
  row.outlet = document.outlet;
  row.agency = document.agency;
  row.url = document.url;
  row.language = document.language.code;
  row.words = slices(document.text, row.speech.content);
  row.cue_words = slices(document.text, row.speech.cue);
  for (const Channel& channel : row.speech.channels) row.channel_words.emplace_back(document.text[channel.span]);
  row.source_words = document.text[row.speech.source];
  const Speaker& speaker = account.speakers[number];
  if (speaker.person >= 0) row.person = account.persons[static_cast<std::size_t>(speaker.person)];
  for (const std::int32_t who : speaker.candidates)
    row.candidates.push_back(account.persons[static_cast<std::size_t>(who)]);
  row.speaker_basis = speaker.basis;
  row.statement = account.statements[number];
  set_when(row, document.dates);
  return row;
}

}  // namespace

std::vector<SpeechRow> speech_rows(const Account& account, std::string_view name) {
  std::vector<SpeechRow> rows;
  rows.reserve(account.speeches.size());
  for (std::size_t i = 0; i < account.speeches.size(); ++i) rows.push_back(speech_row(account, i, name));
  for (SpeechRow& row : rows) {
    for (std::int32_t up = row.speech.parent; up >= 0; up = rows[static_cast<std::size_t>(up)].speech.parent) {
      const SpeechRow& parent = rows[static_cast<std::size_t>(up)];
      row.chain.push_back({parent.id, parent.person ? parent.person->name : std::string(), parent.source_words});
    }
  }
  return rows;
}

}  // namespace readout
