#include "readout/view/collated_table.h"

#include <algorithm>

#include "readout/record/rows.h"

namespace readout {

CollatedTable make_collated_table(std::span<const CollatedPassage> passages) {
  CollatedTable table;
  std::vector<std::vector<std::uint64_t>> keys;
  for (const CollatedPassage& passage : passages) {
    table.units.push_back(make_units(passage.words, make_span(0, passage.words.size())));
    auto& row = keys.emplace_back();
    for (const Unit& unit : table.units.back()) row.push_back(unit.folded);
  }
  table.collation = collate(table.units);
  table.segments = find_segments(table.collation, keys);
  return table;
}

Span span_in(const CollatedTable& table, std::size_t witness, std::size_t begin, std::size_t end) {
  Span span;
  bool any = false;
  for (std::size_t c = begin; c < end; ++c) {
    const std::uint32_t unit = table.collation.at(c, witness);
    if (unit == kNoUnit) continue;
    const Span word = table.units[witness][unit].span;
    span = any ? Span{span.begin, word.end} : word;
    any = true;
  }
  return any ? span : Span{};
}

std::string_view words_in(const CollatedTable& table, std::span<const CollatedPassage> passages, std::size_t witness,
                          std::size_t begin, std::size_t end) {
  return slice(passages[witness].words, span_in(table, witness, begin, end));
}

CollatedPassage make_passage(std::string document, std::shared_ptr<const Text> source, std::span<const Span> spans,
                             bool reported) {
  CollatedPassage passage;
  passage.document = std::move(document);
  passage.reported = reported;
  for (const Span span : spans) {
    if (!passage.words.empty()) passage.words += ' ';
    passage.pieces.push_back({static_cast<std::uint32_t>(passage.words.size()), span});
    passage.words += (*source)[span];
  }
  passage.source = std::move(source);
  passage.id = id_within(passage, make_span(0, passage.words.size()));
  return passage;
}

std::string id_within(const CollatedPassage& passage, Span words) {
  if (passage.source == nullptr || passage.pieces.empty()) return {};
  const auto text_of = [&](std::uint32_t at) {
    auto piece = std::ranges::partition_point(passage.pieces, [&](const CollatedPiece& one) { return one.at <= at; });
    if (piece != passage.pieces.begin()) --piece;
    return std::min(piece->text.begin + (at - piece->at), piece->text.end);
  };
  const std::uint32_t begin = text_of(words.begin);
  // The end belongs to the piece in which the last word stands.
  const std::uint32_t end = words.empty() ? begin : text_of(words.end - 1) + 1;
  return span_id(passage.document, passage.source->to_blob({begin, std::max(begin, end)}));
}

}  // namespace readout
