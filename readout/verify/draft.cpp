#include "readout/verify/draft.h"

#include "readout/speech/quotes.h"

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
    found.push_back({quotation.inner, std::string(words)});
  }
  return found;
}

}  // namespace readout
