#include "readout/verify/sources.h"

#include <algorithm>
#include <limits>

namespace readout {
namespace {

// Words on each side of what a strand reads over: with one word between, every run that the suffixes sort is in it.
constexpr std::uint32_t kStrandReach = kSortedWords - 1;
constexpr std::size_t kMostPlaces = std::numeric_limits<std::uint32_t>::max() - 1;

std::uint64_t never_zero(std::uint64_t key) {
  return key == 0 ? 1 : key;
}

}  // namespace

Sources::Sources(std::span<const SourceText> texts) : texts_(texts.begin(), texts.end()) {
  std::vector<std::uint32_t> stream;
  for (const SourceText& text : texts_) {
    folded_.push_back(fold_text(text.text));
    FoldedText& folded = folded_.back();
    if (stream.size() + folded.words.size() >= kMostPlaces) folded = {};
    folded.words.shrink_to_fit();
    begins_.push_back(static_cast<std::uint32_t>(stream.size()));
    for (const FoldedWord& word : folded.words) stream.push_back(number(word.key));
    stream.push_back(0);
    most_words_ = std::max(most_words_, folded.words.size());
  }
  for (std::uint32_t text = 0; text < texts_.size(); ++text)
    if (stream.size() < kMostPlaces / 2) add_strands(text, stream);
  suffixes_ = WordSuffixes(std::move(stream), count_ + 1);
}

std::uint32_t Sources::number(std::uint64_t key) {
  const std::uint32_t number = numbers_.add(never_zero(key), count_ + 1);
  count_ = std::max(count_, number);
  return number;
}

std::uint32_t Sources::number_of(std::uint64_t key) const {
  const std::uint32_t number = numbers_.find(never_zero(key));
  return number == KeyTable::kAbsent ? 0 : number;
}

void Sources::add_strands(std::uint32_t text, std::vector<std::uint32_t>& stream) {
  for (const BrokenWord& broken : folded_[text].broken) add_broken_strand(text, broken, stream);
  add_page_strands(text, stream);
}

void Sources::add_broken_strand(std::uint32_t text, const BrokenWord& broken, std::vector<std::uint32_t>& stream) {
  const std::vector<FoldedWord>& words = folded_[text].words;
  strands_.push_back({static_cast<std::uint32_t>(stream.size()), text, broken.first});
  const std::size_t after = broken.first + broken.count;
  for (std::size_t i = broken.first - std::min(broken.first, kStrandReach); i < broken.first; ++i)
    stream.push_back(number(words[i].key));
  stream.push_back(number(broken.key));
  for (std::size_t i = after; i < std::min(words.size(), after + kStrandReach); ++i)
    stream.push_back(number(words[i].key));
  stream.push_back(0);
}

// Around each run of blocks that are no body, between two that are.
void Sources::add_page_strands(std::uint32_t text, std::vector<std::uint32_t>& stream) {
  const std::vector<FoldedWord>& words = folded_[text].words;
  const auto first_word_at = [&](std::uint32_t offset) {
    return static_cast<std::size_t>(
        std::ranges::lower_bound(words, offset, {}, [](const FoldedWord& word) { return word.span.begin; }) -
        words.begin());
  };
  const Block* before = nullptr;
  bool between = false;
  for (const Block& block : texts_[text].blocks) {
    if (block.kind != BlockKind::body) {
      between = true;
      continue;
    }
    if (before != nullptr && between) {
      const std::size_t end = first_word_at(before->span.end);
      const std::size_t begin =
          std::max(first_word_at(before->span.begin), end - std::min<std::size_t>(end, kStrandReach));
      const std::size_t on = first_word_at(block.span.begin);
      const std::size_t last = std::min(first_word_at(block.span.end), on + kStrandReach);
      strands_.push_back({static_cast<std::uint32_t>(stream.size()), text, static_cast<std::uint32_t>(on)});
      for (std::size_t i = begin; i < end; ++i) stream.push_back(number(words[i].key));
      for (std::size_t i = on; i < last; ++i) stream.push_back(number(words[i].key));
      stream.push_back(0);
    }
    before = &block;
    between = false;
  }
}

Sources::Spot Sources::spot(std::uint32_t place) const {
  if (!strands_.empty() && place >= strands_.front().begin) {
    const auto after = std::ranges::upper_bound(strands_, place, {}, &Strand::begin);
    const Strand& strand = *(after - 1);
    return {strand.text, strand.word, true};
  }
  const auto after = std::ranges::upper_bound(begins_, place);
  const auto text = static_cast<std::uint32_t>(after - begins_.begin() - 1);
  return {text, place - begins_[text], false};
}

std::size_t Sources::memory_bytes() const {
  std::size_t bytes = suffixes_.memory_bytes() + strands_.capacity() * sizeof(Strand) + numbers_.memory_bytes();
  for (const FoldedText& folded : folded_)
    bytes += sizeof(FoldedText) + folded.words.capacity() * sizeof(FoldedWord) +
             folded.broken.capacity() * sizeof(BrokenWord) + sizeof(SourceText) + 4;
  return bytes;
}

}  // namespace readout
