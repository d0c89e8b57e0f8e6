#include "readout/verify/retold.h"

#include <algorithm>

#include "readout/align/keys.h"
#include "readout/statement/resemblance.h"
#include "readout/text/sentences.h"
#include "readout/verify/rewording.h"

namespace readout {
namespace {

constexpr std::size_t kMostCompared = 100;

// Of each block, or where there are none of each paragraph.
std::vector<Span> sentences_of(const SourceText& source) {
  std::vector<Span> paragraphs;
  for (const Block& block : source.blocks) paragraphs.push_back(block.span);
  for (std::size_t at = 0; source.blocks.empty() && at < source.text.size();) {
    const std::size_t end = std::min(source.text.find("\n\n", at), source.text.size());
    paragraphs.push_back(make_span(at, end));
    at = end + 2;
  }
  std::vector<Span> out;
  for (const Span paragraph : paragraphs)
    for (const Span sentence : split_sentences(source.text, paragraph)) out.push_back(sentence);
  return out;
}

}  // namespace

RetoldIndex::RetoldIndex(std::span<const SourceText> texts) {
  for (const SourceText& text : texts) add(text);
}

RetoldIndex::RetoldIndex(const Sources& sources) {
  for (std::size_t i = 0; i < sources.size(); ++i) add(sources.text(i));
}

void RetoldIndex::add(const SourceText& source) {
  const auto text = static_cast<std::uint32_t>(texts_.size());
  texts_.push_back(source);
  for (const Span span : sentences_of(source)) {
    const auto number = static_cast<std::uint32_t>(sentences_.size());
    sentences_.push_back({text, span});
    index_.add(number, form_key(slice(source.text, span)), make_units(source.text, span));
  }
}

std::vector<RetoldPassage> RetoldIndex::find(std::string_view quote, std::span<const std::size_t> among) const {
  const std::vector<Unit> units = make_units(quote, make_span(0, quote.size()));
  std::vector<RetoldPassage> out;
  for (const PassageHit& hit : index_.find(units, kMostCompared)) {
    const auto& [text, span] = sentences_[hit.passage];
    if (!among.empty() && !std::ranges::binary_search(among, std::size_t{text})) continue;
    out.push_back({text, span, resemblance(units, make_units(texts_[text].text, span))});
  }
  std::ranges::stable_sort(out, std::greater<>(), &RetoldPassage::score);
  if (out.size() > kMostRetold) out.resize(kMostRetold);
  return out;
}

void RetoldIndex::sort_reworded(std::string_view quote, std::vector<Place>& places) const {
  const std::vector<RetoldPassage> found = find(quote);
  if (found.empty() || places.empty()) return;
  const RetoldPassage& best = found.front();
  const auto there = std::ranges::find_if(
      places, [&](const Place& place) { return place.text == best.text && extent(place).overlaps(best.span); });
  if (there != places.end()) {
    std::rotate(places.begin(), there, there + 1);
    return;
  }
  const std::string_view words = texts_[best.text].text;
  if (!is_rewording(find_rewording(quote, slice(words, best.span)))) return;
  Place place;
  place.text = best.text;
  place.verdict = Verdict::reworded;
  place.pieces = {best.span};
  places.insert(places.begin(), std::move(place));
}

bool can_be_retold(const Sources& sources) {
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < sources.size(); ++i) bytes += sources.text(i).text.size();
  return bytes <= kMostRetoldBytes;
}

void add_retold(std::string_view quote, const RetoldIndex& index, Verification& verification) {
  std::vector<Place>& near = verification.places;
  if (verification.verdict == Verdict::reworded && near.front().matched == 0) index.sort_reworded(quote, near);
  if (verification.verdict != Verdict::not_found) return;
  // Where nearly all of the words stand, words go before sense.
  if (!near.empty() && 4 * near.front().matched > 3 * verification.words) return;
  std::vector<Place> retold;
  for (const RetoldPassage& passage : index.find(quote)) {
    if (passage.score < kWorthShowing) break;
    const auto there = std::ranges::find_if(
        near, [&](const Place& place) { return place.text == passage.text && extent(place).overlaps(passage.span); });
    if (there != near.end()) {
      retold.push_back(std::move(*there));
      near.erase(there);
      continue;
    }
    Place& place = retold.emplace_back();
    place.text = passage.text;
    place.pieces = {passage.span};
  }
  near.insert(near.begin(), retold.begin(), retold.end());
}

}  // namespace readout
