#include "readout/view/statement_view.h"

#include <algorithm>

#include "readout/view/annotate.h"
#include "readout/view/document_view.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 160;
constexpr std::size_t kMostWitnesses = 12;

std::string id_of(const Account& account, std::string_view name, Span span) {
  return span_id(name, account.document.text.to_blob(span));
}

Span whole_of(const Speech& speech) {
  Span whole = extent(speech);
  const auto cover = [&](Span span) {
    if (span.empty()) return;
    whole = {std::min(whole.begin, span.begin), std::max(whole.end, span.end)};
  };
  cover(speech.source);
  for (const Span cue : speech.cue) cover(cue);
  return whole;
}

std::string context(const StatementPage& page, const Look& look) {
  const Speech& speech = page.row.speech;
  const std::string_view text = page.account.document.text.view();
  std::vector<Underline> marks;
  for (const Span span : speech.content) marks.push_back({span, ' ', Tint::strong});
  for (const Insertion& insertion : speech.insertions) marks.push_back({insertion.span, '-', Tint::doubt});
  if (!speech.source.empty()) marks.push_back({speech.source, '~', Tint::id});
  for (const Span cue : speech.cue) marks.push_back({cue, '^', Tint::good});
  const Span whole = whole_of(speech);
  // A source that stands paragraphs away is named below; the context keeps to the words.
  const Span near = whole.size() > 4000 ? extent(speech) : whole;
  std::string out = annotate(text, context_of(text, near, kAround), marks, look, "  ");
  std::string legend;
  if (!speech.source.empty()) legend += "  ~ source";
  if (!speech.cue.empty()) legend += "  ^ cue";
  if (!speech.insertions.empty()) legend += "  - not the speaker's words";
  if (!legend.empty()) out += "\n" + tinted(look, Tint::faint, legend);
  return out;
}

std::string moment_label(const Document& document, const Moment& moment) {
  if (!is_known(moment)) return "unknown";
  std::string out = to_iso(moment) + " (" + std::string(to_string(moment.known));
  if (!moment.words.empty()) out += ", " + quoted(document.text[moment.words]);
  return out + ")";
}

// When it was said; where that is unknown, the date that stands in for it, by its own name.
std::string said_label(const SpeechRow& row, const Document& document) {
  if (is_time_said(row.when_of)) return moment_label(document, row.when);
  if (row.when_of == WhenOf::unknown) return "unknown";
  return "unknown · " + std::string(to_string(row.when_of)) + " " + moment_label(document, row.when);
}

std::string who_label(const StatementPage& page) {
  const SpeechRow& row = page.row;
  std::string out = speaker_label(row);
  if (row.person) {
    out += " · " + std::string(to_string(row.person->kind));
    for (const std::string& office : row.person->offices) out += " · " + visible(office);
  }
  if (!row.source_words.empty() && row.source_words != out)
    out += " · printed " + quoted(row.source_words) + " " + id_of(page.account, row.document, row.speech.source);
  return out;
}

std::string evidence_label(const Basis& basis) {
  std::string out;
  for (const Evidence& evidence : basis.evidence) {
    out += (out.empty() ? "" : ", ") + visible(evidence.name);
    if (evidence.weight < 0) out += " (against)";
  }
  return out.empty() ? "none noted" : out;
}

// Without the folders: a citation is pasted elsewhere, and tells nothing of this machine.
std::string_view file_name(std::string_view origin) {
  return origin.substr(origin.rfind('/') + 1);
}

std::string firmness(double score) {
  return score >= 0.9 ? "firm" : score >= 0.6 ? "likely" : "weak";
}

std::string basis_label(const Basis& basis) {
  return basis.rule.empty() ? "no rule noted" : visible(basis.rule) + ", " + firmness(basis.score);
}

}  // namespace

std::string fact(std::string_view label, std::string_view text, const Look& look) {
  constexpr int kLabel = 15;
  const std::string indent(kLabel, ' ');
  std::string body = wrap(text, look.width - kLabel);
  for (std::size_t at = body.find('\n'); at != std::string::npos; at = body.find('\n', at + 1))
    body.insert(at + 1, indent);
  return "  " + tinted(look, Tint::faint, pad(label, kLabel - 2)) + body + "\n";
}

std::string citation(const SpeechRow& row, const Document& document) {
  std::string out = speaker_chain(row);
  out += ", " + std::string(row.when_of == WhenOf::unknown ? "date unknown" : when_label(row));
  if (row.speech.polarity != Polarity::said) out += ", " + std::string(to_string(row.speech.polarity));
  // Marks stand only around words that the text gives as spoken.
  const bool spoken = row.speech.kind == SpeechKind::direct || row.speech.kind == SpeechKind::transcript;
  if (!spoken) out += ", " + std::string(to_string(row.speech.kind));
  out += ": " + (row.speech.kind == SpeechKind::transcript ? quoted(spoken_words(row)) : spoken_words(row));
  const std::string outlet = visible(row.outlet.empty() ? row.agency : row.outlet);
  out += ". In: " + (outlet.empty() ? visible(file_name(document.origin)) : outlet);
  if (!document.title.empty()) out += ", " + quoted(document.title);
  if (is_known(document.dates.published)) out += ", " + to_iso(document.dates.published);
  if (!row.url.empty()) out += ", " + visible(row.url);
  return out + ". Bytes " + std::to_string(row.delivered.begin) + "-" + std::to_string(row.delivered.end) +
         " of sha256:" + to_hex(row.blob) + ".";
}

namespace {

std::uint32_t paragraph_of(const Document& document, std::uint32_t offset) {
  std::uint32_t paragraph = 0;
  for (const Block& block : document.blocks)
    if (block.span.begin <= offset) paragraph = block.paragraph;
  return paragraph;
}

}  // namespace

std::string statement_page(const StatementPage& page, const Look& look) {
  const SpeechRow& row = page.row;
  const Document& document = page.account.document;
  std::string out = wrap_with_tail(look, speaker_chain(row) + " · " + kind_label(row.speech), {}, row.id) + "\n\n";
  out += context(page, look) + "\n\n";
  out += fact("who", who_label(page), look);
  for (const Reporter& reporter : row.chain)
    out += fact("reported by", reporter_label(reporter) + " " + reporter.id, look);
  for (std::size_t i = 0; i < row.speech.channels.size(); ++i) {
    std::string channel(to_string(row.speech.channels[i].kind));
    if (i < row.channel_words.size() && !row.channel_words[i].empty()) channel += " " + quoted(row.channel_words[i]);
    const Span words = row.speech.channels[i].span;
    if (paragraph_of(document, words.begin) !=
        paragraph_of(document, row.speech.cue.empty() ? extent(row.speech).begin : row.speech.cue.front().begin))
      channel += " named at " + id_of(page.account, row.document, words);
    out += fact("through", channel, look);
  }
  if (row.speech.channels.empty()) out += fact("through", "not mentioned", look);
  out += fact("said", said_label(row, document), look);
  out += fact("document", row.document + " · " + dates_label(document), look);
  for (const Insertion& insertion : row.speech.insertions)
    out += fact("put in",
                std::string(to_string(insertion.kind)) + " " + quoted(document.text[insertion.span]) + " " +
                    id_of(page.account, row.document, insertion.span),
                look);
  if (!row.speech.same_as.empty()) out += fact("repeats", id_of(page.account, row.document, row.speech.same_as), look);
  for (const Doubt& doubt : row.speech.doubts) {
    std::string text(to_string(doubt.kind));
    if (!doubt.detail.empty()) text += " (" + visible(doubt.detail) + ")";
    if (!doubt.span.empty()) text += " " + quoted(document.text[doubt.span]);
    out += fact("doubt", text, look);
  }
  out += fact("witnesses",
              page.witnesses.empty() ? "no other version in the pile"
                                     : std::to_string(page.witnesses.size()) + " more in the pile",
              look);
  const LineColumns layout = fit_columns(page.witnesses, look, true);
  for (std::size_t i = 0; i < std::min(page.witnesses.size(), kMostWitnesses); ++i)
    out += "  " + speech_line(page.witnesses[i], layout, {look.width - 2, look.colour}) + "\n";
  for (const DecidedRemark& remark : page.decided) out += fact("decided", remark_label(remark), look);
  out += "\n  " + tinted(look, Tint::faint, "cite") + "\n" + wrap_with_tail(look, citation(row, document), "  ", {});
  return out;
}

std::string explanation(const StatementPage& page, const Look& look) {
  const SpeechRow& row = page.row;
  const Speech& speech = row.speech;
  std::string out = wrap_with_tail(look, speaker_chain(row) + " · " + kind_label(speech), {}, row.id) + "\n\n";
  out += wrap_with_tail(look, spoken_words(row), "  ", "") + "\n\n";
  out += fact("a statement", basis_label(speech.basis), look);
  out += fact("because of", evidence_label(speech.basis), look);
  for (std::size_t i = 0; i < speech.cue.size(); ++i)
    out += fact("cue", quoted(row.cue_words[i]) + " " + id_of(page.account, row.document, speech.cue[i]), look);
  if (!speech.source.empty())
    out += fact("source", quoted(row.source_words) + " " + id_of(page.account, row.document, speech.source), look);
  out += fact("kind",
              std::string(to_string(speech.kind)) + ", " + std::string(to_string(speech.polarity)) + ", depth " +
                  std::to_string(speech.depth),
              look);
  if (row.decided) {
    out += fact("speaker", speaker_label(row), look);
    out += fact("decided", decided_label(*row.decided), look);
    const std::string recorded = row.decided->recorded.empty() ? "unknown" : visible(row.decided->recorded);
    out += fact("recorded as", recorded + " · " + basis_label(row.speaker_basis), look);
  } else {
    out += fact("speaker", speaker_label(row) + " · " + basis_label(row.speaker_basis), look);
  }
  out += fact("because of", evidence_label(row.speaker_basis), look);
  if (row.person && !row.person->key.empty()) out += fact("person key", row.person->key, look);
  for (const Person& person : row.candidates) out += fact("candidate", visible(person.name), look);
  out += fact("said", said_label(row, page.account.document), look);
  out += fact("statement",
              row.statement.empty() ? "none: no other version in the pile, and too few words or no speaker for a key"
                                    : row.statement + ", " + std::to_string(row.versions) + " in the record",
              look);
  for (const Doubt& doubt : speech.doubts)
    out += fact("doubt",
                std::string(to_string(doubt.kind)) + (doubt.detail.empty() ? "" : " (" + visible(doubt.detail) + ")"),
                look);
  for (const DecidedRemark& remark : page.decided) out += fact("decided", remark_label(remark), look);
  out.pop_back();
  return out;
}

std::string explanation(const Account& account, std::string_view name, const Look& look) {
  const Document& document = account.document;
  std::string out = document_heading(document, name, account.speeches.size(), look) + "\n\n";
  const auto label_of = [](const Block& block) {
    return std::string(to_string(block.kind)) + (block.reason.empty() ? "" : " (" + visible(block.reason) + ")");
  };
  int left = 0;
  for (const Block& block : document.blocks) left = std::max(left, columns(label_of(block)));
  left = std::min(left, 32);
  for (const Block& block : document.blocks) {
    const std::string id = id_of(account, name, block.span);
    const int room = std::max(10, look.width - left - 4 - columns(id));
    const std::string words = fit(visible(document.text[block.span]), room);
    const int slack = look.width - left - 2 - columns(words) - columns(id);
    out += pad(label_of(block), left) + "  " + words + std::string(static_cast<std::size_t>(std::max(2, slack)), ' ') +
           tinted(look, Tint::id, id) + "\n";
  }
  for (const auto& [label, moment] :
       {std::pair{"said", &document.dates.said}, std::pair{"published", &document.dates.published},
        std::pair{"copied", &document.dates.copied}, std::pair{"crawled", &document.dates.crawled}})
    out += fact(label, is_known(*moment) ? moment_label(document, *moment) : "not mentioned", look);
  for (const Doubt& doubt : document.doubts)
    out += fact("doubt",
                std::string(to_string(doubt.kind)) + (doubt.detail.empty() ? "" : " (" + visible(doubt.detail) + ")"),
                look);
  out.pop_back();
  return out;
}

}  // namespace readout
