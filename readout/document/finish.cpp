#include <algorithm>
#include <utility>

#include "readout/document/blocks.h"
#include "readout/document/draft.h"
#include "readout/document/whole.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::size_t kFewestWords = 3;

// Words of letters, counted no further than needed. A letter of Han is a word.
std::size_t count_words(std::string_view text, std::size_t enough) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size() && words < enough;) {
    const CodePoint c = code_point_at(text, i);
    const bool letter = is_letter(c.value);
    if (letter && (!inside || c.value >= 0x2E80)) ++words;
    inside = letter;
    i += c.size;
  }
  return words;
}

// Kinds that hold an article's own words.
bool is_read(BlockKind kind) {
  return kind == BlockKind::body || kind == BlockKind::flash || kind == BlockKind::correction;
}

bool has(const Document& document, DoubtKind kind) {
  return std::any_of(document.doubts.begin(), document.doubts.end(),
                     [&](const Doubt& doubt) { return doubt.kind == kind; });
}

Document base_of(const Draft& draft) {
  Document document;
  document.origin = draft.origin;
  document.blob = draft.blob;
  document.blob_bytes = draft.blob_bytes;
  document.format = draft.format;
  document.encoding = draft.encoding;
  document.url = draft.layout.metadata.url;
  document.outlet = draft.layout.metadata.outlet;
  document.title = draft.layout.metadata.title;
  document.authors = draft.layout.metadata.authors;
  return document;
}

// "en-US" -> "en"; "" where it is no language tag.
std::string primary_tag(std::string_view declared) {
  std::string tag;
  for (const char c : declared.substr(0, declared.find_first_of("-_"))) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower < 'a' || lower > 'z') return "";
    tag += lower;
  }
  return tag.size() == 2 ? tag : "";
}

void mark_set_off(Document& document, const Layout& layout) {
  document.verbatim = layout.verbatim;
  bool in_quote = false;
  bool in_code = false;
  for (const Piece& piece : layout.pieces) {
    const bool quote = piece.kind == PieceKind::blockquote;
    if (quote && in_quote)
      document.block_quotes.back().end = piece.span.end;
    else if (quote)
      document.block_quotes.push_back(piece.span);
    in_quote = quote;
    const bool code = piece.kind == PieceKind::code;
    if (code && in_code)
      document.verbatim.back().end = piece.span.end;
    else if (code)
      document.verbatim.push_back(piece.span);
    in_code = code;
  }
  std::sort(document.verbatim.begin(), document.verbatim.end());
}

}  // namespace

void move_doubts(std::vector<Doubt>& doubts, const Text& from, const Text& to) {
  const std::string_view text = to.view();
  const auto inside = [&](std::uint32_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  for (Doubt& doubt : doubts) {
    if (doubt.span.empty()) continue;
    Span there = to.map().to_text(from.to_blob(doubt.span));
    while (there.begin > 0 && inside(there.begin)) --there.begin;
    while (inside(there.end)) ++there.end;
    doubt.span = there.empty() ? Span{} : there;
  }
}

Document refuse(const Draft& draft, DoubtKind kind, std::string detail) {
  Document document = base_of(draft);
  document.doubts = draft.doubts;
  std::erase_if(document.doubts, [](const Doubt& doubt) { return is_refusal(doubt.kind); });
  for (Doubt& doubt : document.doubts) doubt.span = {};
  document.doubts.insert(document.doubts.begin(), Doubt{kind, {}, std::move(detail)});
  return document;
}

Document finish(Draft draft) {
  const bool any_text = draft.any_text;
  if (any_text) std::erase_if(draft.doubts, [](const Doubt& doubt) { return is_refusal(doubt.kind); });
  for (const Doubt& doubt : draft.doubts)
    if (is_refusal(doubt.kind)) return refuse(draft, doubt.kind, doubt.detail);
  const std::string_view text = draft.text.view();
  if (trim(text, make_span(0, text.size())).empty() || draft.layout.pieces.empty())
    return refuse(draft, DoubtKind::empty, "");
  if (const auto notice = find_refusing_notice(text, draft.layout.metadata.title); notice && !any_text)
    return refuse(draft, notice->kind, notice->detail);
  if (!any_text && count_words(text, kFewestWords) < kFewestWords) return refuse(draft, DoubtKind::too_short, "");

  Document document = base_of(draft);
  document.language = detect_language(text);
  const std::string declared = primary_tag(draft.layout.metadata.language);
  if (!document.language.reliable && !declared.empty()) document.language.code = declared;
  document.foreign = find_foreign_spans(text);
  document.links = draft.layout.links;
  document.doubts = std::move(draft.doubts);
  const std::string& code = document.language.code;
  if (code != "en" && code != "und" && (document.language.reliable || code == declared))
    document.doubts.push_back({DoubtKind::unsupported_language, {}, code});
  document.text = std::move(draft.text);
  mark_set_off(document, draft.layout);
  find_blocks(document, draft.layout);
  if (!any_text && std::none_of(document.blocks.begin(), document.blocks.end(),
                                [](const Block& block) { return is_read(block.kind); }))
    return refuse(draft, DoubtKind::no_body, "");
  if (!has(document, DoubtKind::paywall))
    if (auto paywall = find_paywall(document.text.view())) document.doubts.push_back(*std::move(paywall));
  if (auto truncation = find_truncation(document)) document.doubts.push_back(*std::move(truncation));
  return document;
}

}  // namespace readout
