#include "readout/verify/draft.h"

#include <algorithm>

#include "readout/people/resolve.h"
#include "readout/speech/find.h"
#include "readout/speech/quotes.h"
#include "readout/verify/block_quotes.h"
#include "readout/verify/draft_sources.h"
#include "readout/verify/near_quotation.h"

namespace readout {
namespace {

// A blank line parts paragraphs; in a draft without any, every line is one.
std::vector<Span> split_paragraphs(std::string_view draft) {
  const bool blank_lines =
      draft.find("\n\n") != std::string_view::npos || draft.find("\n\r\n") != std::string_view::npos;
  std::vector<Span> paragraphs;
  std::size_t begin = 0;
  while (begin < draft.size()) {
    std::size_t end = begin;
    for (;; ++end) {
      end = draft.find('\n', end);
      if (end == std::string_view::npos) end = draft.size();
      if (end == draft.size() || !blank_lines) break;
      const std::size_t next = draft.find_first_not_of(" \t\r", end + 1);
      if (next == std::string_view::npos || draft[next] == '\n') break;
    }
    if (draft.substr(begin, end - begin).find_first_not_of(" \t\r\n") != std::string_view::npos)
      paragraphs.push_back(make_span(begin, end));
    begin = end + 1;
  }
  return paragraphs;
}

bool holds_marks(std::string_view words) {
  return words.find('"') != std::string_view::npos || words.find("“") != std::string_view::npos ||
         words.find("«") != std::string_view::npos || words.find("„") != std::string_view::npos;
}

// The draft as prose: what the reader of documents takes for headings and captions may quote as well.
Document as_prose(const Document& draft) {
  Document prose = draft;
  const std::string_view text = draft.text.view();
  std::uint32_t last = 0;
  for (const Block& block : prose.blocks) last = std::max(last, block.paragraph);
  if (prose.blocks.empty())
    for (const Span paragraph : split_paragraphs(text)) {
      Block block;
      block.span = paragraph;
      block.paragraph = ++last;
      prose.blocks.push_back(std::move(block));
    }
  for (Block& block : prose.blocks) {
    if (block.kind == BlockKind::body || !holds_marks(slice(text, block.span))) continue;
    block.kind = BlockKind::body;
    block.paragraph = ++last;
  }
  return prose;
}

bool is_signature(std::string_view line) {
  for (const std::string_view dash : {"—", "–", "―", "--", "- ", "~ "})
    if (line.starts_with(dash)) return true;
  return false;
}

// Paragraphs without marks that a signature follows: a block of Markdown's ">", a page's blockquote.
std::vector<DraftQuotation> find_signed_paragraphs(const Document& draft) {
  std::vector<DraftQuotation> found;
  const std::string_view text = draft.text.view();
  std::vector<Span> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t first = text.find_first_not_of(" \t\r", at);
    if (first < end) lines.push_back(make_span(first, end));
    at = end + 1;
  }
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (!is_signature(slice(text, lines[i])) || is_signature(slice(text, lines[i - 1]))) continue;
    std::string signature = signature_after(text, lines[i - 1].end);
    if (holds_marks(slice(text, lines[i - 1])) || signature.empty()) continue;
    // Lines of one paragraph.
    std::size_t first = i - 1;
    while (first > 0 &&
           text.substr(lines[first - 1].end, lines[first].begin - lines[first - 1].end).find("\n\n") ==
               std::string_view::npos &&
           !holds_marks(slice(text, lines[first - 1])) && !is_signature(slice(text, lines[first - 1])))
      --first;
    const Span span{lines[first].begin, lines[i - 1].end};
    found.push_back({span, std::string(slice(text, span)), {std::move(signature), "", false}});
  }
  return found;
}

constexpr std::size_t kCardBytes = 400;  // how far from a quotation the other lines of its card stand

// The cell of a table's row, or the line "Speaker: …" of a card, that names who speaks; empty where none does.
std::string speaker_beside(std::string_view text, Span quotation) {
  const std::size_t line = text.rfind('\n', quotation.begin);
  const std::size_t begin = line == std::string_view::npos ? 0 : line + 1;
  const std::size_t end = std::min(text.find('\n', quotation.end), text.size());
  const std::string_view row = text.substr(begin, end - begin);
  if (row.size() <= kCardBytes + quotation.size() && row.find_first_of("|\t") != std::string_view::npos)
    for (std::size_t at = 0; at < row.size();) {
      const std::size_t bar = std::min(row.find_first_of("|\t", at), row.size());
      std::string_view cell = row.substr(at, bar - at);
      while (!cell.empty() && cell.front() == ' ') cell.remove_prefix(1);
      while (!cell.empty() && cell.back() == ' ') cell.remove_suffix(1);
      at = bar + 1;
      if (const std::string name = name_after(cell, 0);
          !name.empty() && is_person_name(name) && (name == cell || cell[name.size()] == ','))
        return name;
    }
  const std::size_t from = quotation.begin > kCardBytes ? quotation.begin - kCardBytes : 0;
  std::size_t top = text.substr(from, quotation.begin - from).rfind("\n\n");
  top = top == std::string_view::npos ? from : from + top;
  const std::string_view below = text.substr(quotation.end, kCardBytes);
  const std::size_t bottom = quotation.end + std::min(below.find("\n\n"), below.size());
  const std::string_view card = text.substr(top, bottom - top);
  for (const std::string_view label : {"Speaker: ", "speaker: ", "Said by: ", "Attributed to: ", "Who: ", "Quoted: "})
    if (const std::size_t at = card.find(label); at != std::string_view::npos) {
      std::string_view rest = card.substr(at + label.size());
      rest = rest.substr(0, rest.find('\n'));
      rest = rest.substr(0, rest.find(" Source"));
      if (std::string name = name_after(rest, 0); !name.empty()) return name;
    }
  return "";
}

// Who speaks between the marks in the draft; empty where the draft does not tell surely.
std::string speaker_in(const Voices& voices, Span span) {
  for (const PlaceVoice& voice : voices.at(span)) {
    if (voice.form == VoiceForm::reported) continue;
    if (voice.form == VoiceForm::narration || !voice.sure || voice.asks) return "";
    // "The sign said": nobody.
    const PrintedName name = read_printed_name(voice.name);
    return (name.words.empty() && name.roles.empty()) || is_card_label(voice.name) ? "" : voice.name;
  }
  return "";
}

}  // namespace

std::vector<DraftQuotation> find_draft_quotations(std::string_view draft) {
  const std::vector<Span> paragraphs = split_paragraphs(draft);
  const std::vector<Quotation> quotations = scan_quotations(draft, paragraphs);
  std::vector<DraftQuotation> found;
  std::vector<std::ptrdiff_t> place(quotations.size(), -1);  // of each quotation in `found`
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    const Quotation& quotation = quotations[i];
    if (quotation.parent >= 0) continue;
    const std::string_view words = slice(draft, quotation.inner);
    const std::ptrdiff_t before = quotation.continues < 0 ? -1 : place[static_cast<std::size_t>(quotation.continues)];
    if (before >= 0) {
      DraftQuotation& whole = found[static_cast<std::size_t>(before)];
      whole.span.end = quotation.inner.end;
      whole.words.append(" ").append(words);
      place[i] = before;
      continue;
    }
    place[i] = static_cast<std::ptrdiff_t>(found.size());
    found.push_back({quotation.inner, std::string(words), {}});
  }
  return found;
}

std::vector<DraftQuotation> find_draft_claims(const Document& delivered, const Offices& offices) {
  const std::string_view text = delivered.text.view();
  std::vector<DraftQuotation> found = find_draft_quotations(text);
  add_block_quotes(delivered, found);
  for (DraftQuotation& block : find_signed_paragraphs(delivered)) {
    const auto overlaps = [&](const DraftQuotation& quotation) { return quotation.span.overlaps(block.span); };
    if (std::ranges::any_of(found, overlaps)) continue;
    const auto at = std::ranges::upper_bound(found, block.span.begin, {},
                                             [](const DraftQuotation& quotation) { return quotation.span.begin; });
    found.insert(at, std::move(block));
  }
  if (found.empty()) return found;
  const Document draft = as_prose(delivered);
  std::vector<Speech> speeches = find_speeches(draft);
  const People people = resolve_people(draft, speeches, offices);
  const Voices voices({&draft, speeches, people.persons, people.speakers});
  const std::vector<DraftSource> sources = find_draft_sources(delivered);
  for (std::size_t i = 0; i < found.size(); ++i) {
    DraftQuotation& quotation = found[i];
    if (quotation.claim.speaker.empty()) quotation.claim.speaker = speaker_in(voices, quotation.span);
    if (quotation.claim.speaker.empty()) quotation.claim.speaker = speaker_beside(text, quotation.span);
    const std::uint32_t from = i == 0 ? 0 : found[i - 1].span.end;
    const auto to = i + 1 < found.size() ? found[i + 1].span.begin : static_cast<std::uint32_t>(text.size());
    if (const DraftSource* source = source_of(sources, text, quotation.span, from, to); source != nullptr) {
      quotation.claim.source = source->words;
      quotation.claim.loose = source->loose;
    }
  }
  return found;
}

}  // namespace readout
