#include "readout/statement/key.h"

#include <algorithm>

#include "readout/base/digest.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

// The speaker's own words: the content less what the outlet put in.
std::string spoken_words(std::string_view text, const Speech& speech) {
  std::string words;
  for (const Span content : speech.content) {
    std::uint32_t at = content.begin;
    for (const Insertion& insertion : speech.insertions) {
      if (!content.overlaps(insertion.span) || insertion.span.begin < at) continue;
      words += slice(text, Span{at, insertion.span.begin});
      words += ' ';
      at = std::min(insertion.span.end, content.end);
    }
    words += slice(text, Span{at, content.end});
    words += ' ';
  }
  return fold_words(words);
}

}  // namespace

std::string statement_key(std::string_view text, const Speech& speech, const Person* person) {
  if (person == nullptr || person->key.empty()) return {};
  const std::string words = spoken_words(text, speech);
  const auto blanks = static_cast<std::size_t>(std::count(words.begin(), words.end(), ' '));
  if (words.empty() || blanks + 1 < kKeyWords) return {};
  std::string act = person->key;
  act += '\n';
  act += to_string(speech.polarity);
  act += '\n';
  act += words;
  return to_hex(sha256(act)).substr(0, 16);
}

}  // namespace readout
