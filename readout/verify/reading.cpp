#include "readout/verify/reading.h"

#include <algorithm>

namespace readout {
namespace {

constexpr std::size_t kMargin = 160;  // words on each side of a place, besides those of the quotation

struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t places = 0;
};

// Around the places, those that all but touch as one; the fullest where they are too many.
std::vector<Window> choose_windows(const std::vector<std::uint32_t>& places, std::size_t margin, std::size_t words) {
  std::vector<Window> windows;
  for (const std::uint32_t place : places) {
    const std::size_t begin = place - std::min<std::size_t>(place, margin);
    const std::size_t end = std::min(words, place + margin);
    if (!windows.empty() && begin <= windows.back().end + margin && end - windows.back().begin <= kMostRead) {
      windows.back().end = end;
      ++windows.back().places;
    } else {
      windows.push_back({windows.empty() ? begin : std::max(begin, windows.back().end), end, 1});
    }
  }
  std::ranges::stable_sort(windows, std::greater<>(), &Window::places);
  std::size_t read = 0;
  std::size_t kept = 0;
  while (kept < windows.size() && (kept == 0 || read + windows[kept].end - windows[kept].begin <= kMostRead)) {
    read += windows[kept].end - windows[kept].begin;
    ++kept;
  }
  windows.resize(kept);
  std::ranges::sort(windows, {}, &Window::begin);
  return windows;
}

}  // namespace

TextReading::TextReading(const QuoteWords& quote, const Sources& sources, const SoughtText& sought)
    : words_(&sources.folded(sought.text).words) {
  const FoldedText& text = sources.folded(sought.text);
  if (text.words.size() > kReadWholeWords) {
    read_around(quote, text, sought.words);
    return;
  }
  for (const BrokenWord& broken : text.broken) {
    if (!quote.keys.contains(broken.key)) continue;
    read_words(text, 0, text.words.size(), quote.keys, own_);
    return;
  }
}

void TextReading::read_around(const QuoteWords& quote, const FoldedText& text,
                              const std::vector<std::uint32_t>& places) {
  const std::vector<Window> windows = choose_windows(places, kMargin + 2 * quote.words.size(), text.words.size());
  std::size_t number = 0;
  for (const Window& window : windows) {
    if (window.begin > number) {
      // Stands for all that is left out: its bytes are words of the text, its key is nobody's.
      own_.push_back({text.words[number].span, 0});
      numbers_.push_back(static_cast<std::uint32_t>(number));
    }
    const std::size_t first = own_.size();
    read_words(text, window.begin, window.end, quote.keys, own_);
    for (std::size_t i = first; i < own_.size(); ++i)
      numbers_.push_back(static_cast<std::uint32_t>(window.begin + i - first));
    number = window.end;
  }
  if (own_.empty()) own_.push_back({text.words[0].span, 0}), numbers_.push_back(0);
}

}  // namespace readout
