#include "readout/collation/token_units.h"

#include <algorithm>

#include "readout/align/keys.h"
#include "readout/text/characters.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

// No reading of words, numbers or phrases goes across it.
constexpr std::string_view kBetween = "\n\n\xC2\xB6\n\n";

// The unit that stands for the whole token: the only one, or the only word among marks. Null where there is none.
const Unit* find_only(std::span<const Unit> read, Span token) {
  const Unit* only = nullptr;
  std::size_t count = 0;
  bool crosses = false;
  for (const Unit& unit : read) {
    if (unit.span.begin >= token.end) break;
    ++count;
    if (!token.contains(unit.span)) crosses = true;
    if (!is_word(unit.kind)) continue;
    if (only != nullptr) return nullptr;
    only = &unit;
  }
  if (crosses) return nullptr;
  return only == nullptr && count == 1 ? &read.front() : only;
}

Unit make_plain_unit(std::string_view token) {
  const std::string folded = fold_case(token);
  Unit unit;
  unit.kind = UnitKind::punctuation;
  for (std::size_t i = 0; i < token.size();) {
    const CodePoint c = code_point_at(token, i);
    if (is_letter(c.value) || is_digit(c.value)) unit.kind = UnitKind::word;
    i += std::max<std::size_t>(c.size, 1);
  }
  std::size_t kept = std::min(folded.size(), unit.letters.size());
  while (kept < folded.size() && kept > 0 && (static_cast<unsigned char>(folded[kept]) & 0xC0) == 0x80) --kept;
  std::copy_n(folded.begin(), kept, unit.letters.begin());
  unit.size = static_cast<std::uint8_t>(kept);
  for (const char c : folded) unit.signature |= 1u << (static_cast<unsigned char>(c) & 31u);
  unit.exact = form_key(token);
  unit.folded = unit.spelling = unit.stem = unit.head = form_key(folded);
  return unit;
}

}  // namespace

std::vector<std::vector<Unit>> make_token_units(std::span<const std::vector<std::string_view>> witnesses) {
  std::string text;
  std::vector<std::vector<Span>> spans(witnesses.size());
  for (std::size_t w = 0; w < witnesses.size(); ++w) {
    text += kBetween;
    for (const std::string_view token : witnesses[w]) {
      const std::string_view word = slice(token, trim(token, make_span(0, token.size())));
      const std::size_t begin = text.size();
      text += word;
      // A line's end inside a token would read as the end of a sentence.
      std::replace_if(
          text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), [](char c) { return c == '\n' || c == '\r'; },
          ' ');
      spans[w].push_back(make_span(begin, text.size()));
      text += ' ';
    }
  }
  const std::vector<Unit> read = make_units(text, make_span(0, text.size()));
  std::vector<std::vector<Unit>> units(witnesses.size());
  std::size_t next = 0;
  for (std::size_t w = 0; w < witnesses.size(); ++w)
    for (const Span span : spans[w]) {
      while (next < read.size() && read[next].span.end <= span.begin) ++next;
      const Unit* unit = find_only(std::span(read).subspan(next), span);
      units[w].push_back(unit != nullptr ? *unit : make_plain_unit(slice(text, span)));
    }
  return units;
}

}  // namespace readout
