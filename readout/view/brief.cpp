#include "readout/view/brief.h"

#include "readout/view/document_view.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  const std::string shown = visible(text);
  std::string out;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const char c = shown[i], after = i + 1 < shown.size() ? shown[i + 1] : ' ';
    constexpr std::string_view kMarkup = "\\`*_[]<>{}&~|$#^=@";
    bool escaped = kMarkup.find(c) != kMarkup.npos;
    // What other dialects make links and pictures of by itself: "https://", "www.", ":name:".
    escaped = escaped || (c == ':' && (is_letter(after) || after == '/'));
    escaped = escaped || (c == '.' && i > 0 && (shown[i - 1] == 'w' || shown[i - 1] == 'W'));
    if (escaped) out += '\\';
    out += c;
  }
  return out;
}

std::string brief_heading(const DocumentRow& row) {
  const Document& document = row.document;
  std::string label = document.outlet.empty() ? document.agency : document.outlet;
  if (label.empty()) label = document.name;
  label += " · " + dates_label(document);
  if (!document.title.empty()) label += " · " + document.title;
  const Span whole = {0, static_cast<std::uint32_t>(document.blob_bytes)};
  return "\n## " + escape_markdown(label + " · " + span_id(document.name, whole)) + "\n\n";
}

std::string brief_line(const SpeechRow& row) {
  std::string label = kind_label(row.speech) + " · " + speaker_chain(row) + " · " + when_label(row) + " · ";
  if (const std::string cue = telling_cue(row); !cue.empty()) label += cue + ": ";
  return "- " + escape_markdown(label + spoken_words(row) + " · " + row.id) + "\n";
}

}  // namespace readout
