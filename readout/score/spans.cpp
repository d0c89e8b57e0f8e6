#include "readout/score/spans.h"

#include <algorithm>
#include <cctype>

namespace readout {
namespace {

// Length in bytes of the code point at `at`; `code` receives it. Texts are valid UTF-8.
std::uint32_t code_point(std::string_view text, std::uint32_t at, char32_t& code) {
  const auto byte = [&](std::uint32_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const unsigned first = byte(at);
  const std::uint32_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  code = length == 1 ? first : first & (0x7FU >> length);
  for (std::uint32_t i = 1; i < length; ++i) code = (code << 6) | (byte(at + i) & 0x3FU);
  return length;
}

// Signs that carry meaning ($ % # @ & +) stay; everything else that is no letter or digit goes.
bool is_trimming(char32_t code) {
  if (code < 0x80) {
    const int c = static_cast<int>(code);
    return std::isspace(c) != 0 ||
           (std::ispunct(c) != 0 && std::string_view("$%#@&+=").find(static_cast<char>(c)) == std::string_view::npos);
  }
  return code == 0xA0 || code == 0xAB || code == 0xBB || code == 0xBF || code == 0xA1 || code == 0xAD ||
         (code >= 0x2000 && code <= 0x206F) || (code >= 0x3000 && code <= 0x301F) || code == 0xFEFF;
}

Span trimmed_ends(std::string_view text, Span span) {
  span.end = std::min(span.end, static_cast<std::uint32_t>(text.size()));  // a key may name bytes that are not there
  char32_t code = 0;
  while (span.begin < span.end) {
    const std::uint32_t length = code_point(text, span.begin, code);
    if (!is_trimming(code)) break;
    span.begin = std::min(span.begin + length, span.end);
  }
  while (span.begin < span.end) {
    std::uint32_t last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) --last;
    code_point(text, last, code);
    if (!is_trimming(code)) break;
    span.end = last;
  }
  return span.begin < span.end ? span : Span();
}

bool opens_with_that(std::string_view words) {
  constexpr std::string_view kThat = "that";
  if (words.size() <= kThat.size() || std::isspace(static_cast<unsigned char>(words[kThat.size()])) == 0) return false;
  for (std::size_t i = 0; i < kThat.size(); ++i)
    if (std::tolower(static_cast<unsigned char>(words[i])) != kThat[i]) return false;
  return true;
}

}  // namespace

Spans joined(Spans spans) {
  std::sort(spans.begin(), spans.end());
  Spans out;
  for (const Span span : spans) {
    if (span.empty()) continue;
    if (!out.empty() && span.begin <= out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

Spans trimmed(std::string_view text, const Spans& spans) {
  Spans out;
  for (const Span whole : joined(spans)) {
    Span span = trimmed_ends(text, whole);
    if (span.empty()) continue;
    if (out.empty() && opens_with_that(slice(text, span))) span = trimmed_ends(text, {span.begin + 4, span.end});
    if (span.empty()) continue;
    if (!out.empty() && trimmed_ends(text, {out.back().end, span.begin}).empty())
      out.back().end = span.end;
    else
      out.push_back(span);
  }
  return out;
}

std::uint32_t total_size(const Spans& joined_spans) {
  std::uint32_t size = 0;
  for (const Span span : joined_spans) size += span.size();
  return size;
}

std::uint32_t common_size(const Spans& a, const Spans& b) {
  std::uint32_t size = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t begin = std::max(a[i].begin, b[j].begin);
    const std::uint32_t end = std::min(a[i].end, b[j].end);
    if (begin < end) size += end - begin;
    if (a[i].end < b[j].end)
      ++i;
    else
      ++j;
  }
  return size;
}

double intersection_over_union(const Spans& a, const Spans& b) {
  const std::uint32_t common = common_size(a, b);
  if (common == 0) return 0;
  return static_cast<double>(common) / static_cast<double>(total_size(a) + total_size(b) - common);
}

std::string words(std::string_view text, const Spans& spans) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += " … ";
    out += slice(text, span);
  }
  for (char& c : out)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return out;
}

}  // namespace readout
