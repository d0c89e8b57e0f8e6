#include "readout/verify/word_diff.h"

#include <algorithm>

#include "readout/verify/words.h"

namespace readout {
namespace {

constexpr std::size_t kMostSteps = 4'000'000;

}  // namespace

std::vector<DiffPart> diff_words(std::string_view quote, std::string_view text, Span passage) {
  const std::vector<FoldedWord> ours = fold_into_words(quote);
  std::vector<FoldedWord> theirs = fold_into_words(slice(text, passage));
  for (FoldedWord& word : theirs) word.span = {word.span.begin + passage.begin, word.span.end + passage.begin};
  const std::size_t n = theirs.size();
  const std::size_t m = ours.size();
  if (n == 0 || m == 0 || n * m > kMostSteps) return {};

  // common[i][j]: how many words the rests from i and j share in order.
  const std::size_t width = m + 1;
  std::vector<std::uint32_t> common((n + 1) * width);
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      common[i * width + j] = theirs[i].key == ours[j].key
                                  ? common[(i + 1) * width + j + 1] + 1
                                  : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);

  std::vector<DiffPart> parts;
  const auto add = [&](DiffKind kind, Span span) {
    if (!parts.empty() && parts.back().kind == kind)
      parts.back().span.end = span.end;
    else
      parts.push_back({kind, span});
  };
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < n || j < m) {
    if (i < n && j < m && theirs[i].key == ours[j].key) {
      add(DiffKind::same, theirs[i++].span);
      ++j;
    } else if (j == m || (i < n && common[(i + 1) * width + j] >= common[i * width + j + 1])) {
      add(DiffKind::dropped, theirs[i++].span);
    } else {
      add(DiffKind::added, ours[j++].span);
    }
  }
  return parts;
}

}  // namespace readout
