// align: any bytes as two texts (parted at the first line break that stands alone on its line, else in the middle);
// what the headers of rooms align and collation promise of their alignment and of their collation with a third.
#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "fuzz/hold.h"
#include "readout/align/align.h"
#include "readout/collation/collation.h"
#include "readout/statement/passages.h"
#include "readout/statement/resemblance.h"
#include "readout/text/decode.h"

namespace readout::fuzz {
namespace {

void hold_units(std::string_view text, Span whole, const std::vector<Unit>& units) {
  std::uint32_t at = whole.begin;
  for (const Unit& unit : units) {
    hold_span(text, unit.span, "a unit lies in the text");
    hold(unit.span.begin >= at && unit.span.begin < unit.span.end, "units ascend and do not overlap");
    hold(unit.size <= unit.letters.size(), "a unit's letters fit");
    at = unit.span.end;
  }
  hold(at <= whole.end, "units end with the text");
}

void hold_alignment(const Alignment& alignment, std::size_t n, std::size_t m) {
  std::int32_t a = 0;
  std::int32_t b = 0;
  for (const Column& column : alignment.columns) {
    hold(column.a != kGap || column.b != kGap, "a column has a side");
    if (column.a != kGap) hold(column.a == a++, "the a of the columns run");
    if (column.b != kGap) hold(column.b == b++, "the b of the columns run");
  }
  hold(static_cast<std::size_t>(a) == n && static_cast<std::size_t>(b) == m, "no unit is lost");
  for (std::size_t i = 0; i < alignment.links.size(); ++i) {
    const WordLink& link = alignment.links[i];
    hold(link.a < n && link.b < m, "a link's ends are units");
    if (i == 0) continue;
    const WordLink& before = alignment.links[i - 1];
    hold(std::pair(before.a, before.b) < std::pair(link.a, link.b), "links are sorted, each once");
  }
  for (const Move& move : alignment.moves)
    hold(move.a_begin < move.a_end && move.a_end <= n && move.b_begin < move.b_end && move.b_end <= m,
         "a move's ends are units");
}

void hold_collation(const Collation& table, const std::vector<std::vector<Unit>>& witnesses) {
  for (std::size_t w = 0; w < witnesses.size(); ++w) {
    std::uint32_t next = 0;
    for (std::size_t c = 0; c < table.columns(); ++c)
      if (table.at(c, w) != kNoUnit) hold(table.at(c, w) == next++, "a row gives its witness back");
    hold(next == witnesses[w].size(), "no unit of a witness is lost");
  }
}

}  // namespace
}  // namespace readout::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace readout;
  if (size > 20'000) return 0;
  const Decoded decoded = decode(fuzz::view(data, size), "utf-8");
  const std::string_view text = decoded.text.view();
  std::size_t cut = std::min(text.find("\n\n"), text.size());
  if (cut == text.size())
    for (cut = text.size() / 2; cut > 0 && cut < text.size() && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80;)
      --cut;
  const std::vector<std::pair<Span, std::vector<Unit>>> sides = {
      {make_span(0, cut), make_units(text, make_span(0, cut))},
      {make_span(cut, text.size()), make_units(text, make_span(cut, text.size()))}};
  for (const auto& [span, units] : sides) fuzz::hold_units(text, span, units);
  const std::vector<Unit>& a = sides[0].second;
  const std::vector<Unit>& b = sides[1].second;

  const Alignment alignment = align(a, b);
  fuzz::hold_alignment(alignment, a.size(), b.size());
  const auto keys = [](const std::vector<Unit>& units) {
    std::vector<std::uint64_t> out;
    for (const Unit& unit : units) out.push_back(unit.exact);
    return out;
  };
  if (keys(a) != keys(b))
    fuzz::hold(align(b, a) == mirror(alignment), "the mirror of the alignment is that of b and a");

  const std::vector<std::vector<Unit>> witnesses = {a, make_units(text, make_span(0, text.size())), b, {}};
  fuzz::hold_collation(collate(witnesses), witnesses);

  PassageIndex index;
  index.add(0, 1, a);
  index.add(1, 2, b);
  for (const PassageHit& hit : index.find(a, 5)) {
    fuzz::hold(hit.passage < 2, "what is found was added");
    const double likeness = resemblance(a, hit.passage == 0 ? a : b);
    fuzz::hold(likeness >= 0 && likeness <= 1.0001, "resemblance is a share");
  }
  const double wording = shared_wording(a, b);
  fuzz::hold(wording >= 0 && wording <= 1 && wording == shared_wording(b, a), "shared wording is a share, either way");
  return 0;
}
