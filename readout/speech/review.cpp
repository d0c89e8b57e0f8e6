#include "readout/speech/review.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>

#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::size_t kShortestRepeat = 24;  // bytes of folded words; shorter ones repeat by chance

// The last capitalised word of a mention: the surname, where it is a name.
std::string_view last_name(std::string_view text, Span mention) {
  std::string_view words = slice(text, mention);
  while (!words.empty()) {
    const std::size_t blank = words.find_last_of(" \n\t[");
    const std::string_view word = blank == std::string_view::npos ? words : words.substr(blank + 1);
    if (!word.empty() && word.front() >= 'A' && word.front() <= 'Z') return word.substr(0, word.find_first_of("]’'"));
    if (blank == std::string_view::npos) break;
    words = words.substr(0, blank);
  }
  return {};
}

}  // namespace

void review(const Prose& prose, std::vector<Speech>& speeches) {
  std::map<std::string, Span> seen;
  for (Speech& speech : speeches) {
    std::string words;
    for (const Span content : speech.content) words += fold_words(slice(prose.text, content)) + ' ';
    if (words.size() < kShortestRepeat) continue;
    const auto [earlier, is_new] = seen.emplace(std::move(words), extent(speech));
    if (!is_new) speech.same_as = earlier->second;
  }
  for (const Speech& inner : speeches) {
    if (inner.parent < 0) continue;
    Speech& outer = speeches[static_cast<std::size_t>(inner.parent)];
    if (outer.kind != SpeechKind::direct && outer.kind != SpeechKind::mixed) continue;
    const std::string_view name = last_name(prose.text, inner.source);
    const bool names_himself = !name.empty() && name == last_name(prose.text, outer.source);
    const bool noted = std::any_of(outer.doubts.begin(), outer.doubts.end(),
                                   [](const Doubt& d) { return d.kind == DoubtKind::third_person; });
    if (names_himself && !noted) outer.doubts.push_back({DoubtKind::third_person, inner.source, ""});
  }
}

void link_corrections(const Document& document, std::vector<Speech>& speeches) {
  constexpr std::size_t kShortestWord = 4;  // bytes: shorter words tell nothing
  constexpr std::size_t kFewestShared = 3;
  const auto words_of = [&](Span span) {
    std::set<std::string> words;
    std::istringstream folded(fold_words(document.text[span]));
    for (std::string word; folded >> word;)
      if (word.size() >= kShortestWord) words.insert(word);
    return words;
  };
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::correction) continue;
    const std::set<std::string> note = words_of(block.span);
    Speech* best = nullptr;
    std::size_t most = kFewestShared - 1;
    for (Speech& speech : speeches) {
      std::size_t shared = 0, all = 0;
      for (const Span content : speech.content)
        for (const std::string& word : words_of(content)) {
          ++all;
          shared += note.contains(word) ? 1 : 0;
        }
      if (shared > most && 2 * shared >= all) {
        most = shared;
        best = &speech;
      }
    }
    if (best != nullptr) best->doubts.push_back({DoubtKind::corrected, block.span, ""});
  }
}

}  // namespace readout
