#include "readout/view/speech_view.h"

#include <algorithm>
#include <set>

#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr int kMostSpeaker = 18;
constexpr int kGap = 2;

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const std::string& part : parts) {
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string blanks(int count) {
  return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

// "the top diplomat", where it adds something to the name.
std::string printed_source(const SpeechRow& row) {
  const std::string source = visible(row.source_words);
  if (!row.person || source.empty()) return {};
  return lower(visible(row.person->name)).find(lower(source)) != std::string::npos ? std::string() : source;
}

std::string via_label(const SpeechRow& row) {
  std::vector<std::string> ways;
  for (std::size_t i = 0; i < row.channel_words.size(); ++i) {
    const std::string words = visible(row.channel_words[i]);
    const std::string kind(to_string(row.speech.channels[i].kind));
    ways.push_back(words.empty() ? kind : words);
  }
  return join(ways, ", ");
}

}  // namespace

std::string decided_label(const DecidedSpeaker& decided) {
  return visible(decided.credit) + " (" + decided.decision + ")";
}

std::string speaker_label(const SpeechRow& row) {
  const std::string_view mark = row.decided ? " (decided)" : "";
  if (row.person) return visible(row.person->name).append(mark);
  if (row.decided) return "unknown (decided)";
  if (!row.candidates.empty()) {
    std::vector<std::string> names;
    for (const Person& person : row.candidates) names.push_back(visible(person.name));
    return "unknown: " + join(names, " | ");
  }
  const std::string source = visible(row.source_words);
  return source.empty() ? "unknown" : source;
}

std::string reporter_label(const Reporter& reporter) {
  const std::string name = visible(reporter.name.empty() ? reporter.source : reporter.name);
  return name.empty() ? "unknown" : name;
}

std::string speaker_chain(const SpeechRow& row) {
  std::string out = speaker_label(row);
  for (const Reporter& reporter : row.chain) out += " via " + reporter_label(reporter);
  return out;
}

std::string kind_label(const Speech& speech) {
  std::string out(to_string(speech.kind));
  if (speech.polarity != Polarity::said) out.append(", ").append(to_string(speech.polarity));
  return out;
}

std::string join_pieces(const std::vector<std::string>& pieces) {
  return join(pieces, " … ");
}

std::string spoken_words(const SpeechRow& row) {
  std::vector<std::string> parts;
  for (const std::string& words : row.words) {
    const std::string part = visible(words);
    parts.push_back(row.speech.kind == SpeechKind::direct ? "“" + part + "”" : part);
  }
  return join_pieces(parts);
}

std::string telling_cue(const SpeechRow& row) {
  const std::string& rule = row.speech.basis.rule;
  if ((rule != "object" && rule != "infinitive") || row.cue_words.empty()) return {};
  return visible(row.cue_words.front());
}

bool is_time_said(WhenOf of) {
  return of == WhenOf::speech || of == WhenOf::said;
}

std::string when_label(const SpeechRow& row) {
  const std::string iso = to_iso(row.when).substr(0, 10);
  if (iso.empty()) return "unknown";
  return is_time_said(row.when_of) ? iso : "(" + iso + ")";
}

LineColumns fit_columns(const std::vector<SpeechRow>& rows, const Look& look, bool with_when) {
  LineColumns layout;
  for (const SpeechRow& row : rows) {
    if (with_when) layout.when = std::max(layout.when, columns(when_label(row)));
    layout.speaker = std::max(layout.speaker, columns(speaker_chain(row)));
    layout.kind = std::max(layout.kind, columns(to_string(row.speech.kind)));
    layout.id = std::max(layout.id, columns(row.id));
  }
  layout.speaker = std::min(layout.speaker, look.width > 100 ? kMostSpeaker * 2 : kMostSpeaker);
  return layout;
}

std::string speech_line(const SpeechRow& row, const LineColumns& layout, const Look& look) {
  std::string out;
  int used = 0;
  if (layout.when > 0) {
    out += pad(when_label(row), layout.when) + blanks(kGap);
    used += layout.when + kGap;
  }
  out += tinted(look, Tint::strong, pad(speaker_chain(row), layout.speaker)) + blanks(kGap);
  out += tinted(look, Tint::faint, pad(to_string(row.speech.kind), layout.kind)) + blanks(kGap);
  used += layout.speaker + layout.kind + 2 * kGap;
  const int room = std::max(10, look.width - used - kGap - columns(row.id));
  const std::string_view turn = to_string(row.speech.polarity);
  std::string words = spoken_words(row);
  if (row.speech.polarity != Polarity::said)
    words = std::string(turn) + ": " + words;
  else if (const std::string cue = telling_cue(row); !cue.empty())
    words = cue + ": " + words;
  words = fit(words, room);
  const int slack = look.width - used - columns(words) - columns(row.id);
  return out + words + blanks(std::max(kGap, slack)) + tinted(look, Tint::id, row.id);
}

std::string speech_entry(const SpeechRow& row, const Look& look, bool with_when) {
  const std::string who = speaker_label(row);
  std::string rest;
  if (const std::string printed = printed_source(row); !printed.empty()) rest += " (" + printed + ")";
  for (const Reporter& reporter : row.chain) rest += ", via " + reporter_label(reporter);
  rest += " · " + kind_label(row.speech);
  if (const std::string cue = telling_cue(row); !cue.empty()) rest += " · “" + cue + "”";
  if (const std::string via = via_label(row); !via.empty()) rest += " · " + via;
  if (with_when) rest += " · " + when_label(row);
  if (row.versions > 1) rest += " · " + std::to_string(row.versions) + " witnesses";
  std::set<DoubtKind> doubts;
  for (const Doubt& doubt : row.speech.doubts)
    if (doubts.insert(doubt.kind).second) rest.append(" · ").append(to_string(doubt.kind)).append("?");
  const std::string indent = blanks(static_cast<int>(2 * std::min(row.speech.depth, 6u)));
  std::string first = wrap(who + rest, look.width - columns(indent), "  " + indent);
  if (first.starts_with(who)) first = tinted(look, Tint::strong, who) + first.substr(who.size());
  return indent + first + "\n" + wrap_with_tail(look, spoken_words(row), indent + "  ", row.id);
}

}  // namespace readout
