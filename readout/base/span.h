// Span: a half-open stretch of bytes in one Text; the only way anything points at words.
//
//   bytes:  H e   s a i d :   “ N o ”
//           0 1 2 3 4 5 6 7 8 ...
//   Span{3, 7} over "He said: “No”" is "said".
//
// Invariants: begin <= end; both on code-point boundaries of the Text they belong to.
// Units: bytes of the UTF-8 text, never characters. A Text is smaller than 4 GiB, so 32 bits do.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace readout {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// A Span from sizes and iterators, which count in size_t.
constexpr Span make_span(std::size_t begin, std::size_t end) {
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The words that a Span points at. The span must lie inside `text`; one that does not gives "".
constexpr std::string_view slice(std::string_view text, Span span) {
  if (span.begin > span.end || span.end > text.size()) return {};
  return text.substr(span.begin, span.size());
}

}  // namespace readout
