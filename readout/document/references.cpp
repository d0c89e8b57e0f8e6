#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "readout/document/html.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// The named references that press texts use; the rest are gumbo's to know. Sorted.
constexpr auto kNamed = std::to_array<std::pair<std::string_view, char32_t>>({
    {"Agrave", 0xC0},   {"Auml", 0xC4},    {"Eacute", 0xC9},   {"Ouml", 0xD6},    {"Uuml", 0xDC},     {"aacute", 0xE1},
    {"acirc", 0xE2},    {"agrave", 0xE0},  {"amp", '&'},       {"apos", '\''},    {"aring", 0xE5},    {"atilde", 0xE3},
    {"auml", 0xE4},     {"bdquo", 0x201E}, {"bull", 0x2022},   {"ccedil", 0xE7},  {"cent", 0xA2},     {"copy", 0xA9},
    {"deg", 0xB0},      {"eacute", 0xE9},  {"ecirc", 0xEA},    {"egrave", 0xE8},  {"emsp", 0x2003},   {"ensp", 0x2002},
    {"euml", 0xEB},     {"euro", 0x20AC},  {"frac12", 0xBD},   {"gt", '>'},       {"hellip", 0x2026}, {"iacute", 0xED},
    {"icirc", 0xEE},    {"iexcl", 0xA1},   {"iquest", 0xBF},   {"iuml", 0xEF},    {"laquo", 0xAB},    {"ldquo", 0x201C},
    {"lsaquo", 0x2039}, {"lsquo", 0x2018}, {"lt", '<'},        {"mdash", 0x2014}, {"middot", 0xB7},   {"minus", 0x2212},
    {"nbsp", 0xA0},     {"ndash", 0x2013}, {"ntilde", 0xF1},   {"oacute", 0xF3},  {"ocirc", 0xF4},    {"oslash", 0xF8},
    {"ouml", 0xF6},     {"para", 0xB6},    {"pound", 0xA3},    {"prime", 0x2032}, {"quot", '"'},      {"raquo", 0xBB},
    {"rdquo", 0x201D},  {"reg", 0xAE},     {"rsaquo", 0x203A}, {"rsquo", 0x2019}, {"sbquo", 0x201A},  {"sect", 0xA7},
    {"shy", 0xAD},      {"szlig", 0xDF},   {"thinsp", 0x2009}, {"times", 0xD7},   {"trade", 0x2122},  {"uacute", 0xFA},
    {"uuml", 0xFC},     {"yen", 0xA5},     {"zwj", 0x200D},    {"zwnj", 0x200C},
});

// Numbers 128 to 159 mean what windows-1252 has there: browsers agree on it.
constexpr std::array<char16_t, 32> kWindows = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                               0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                               0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                               0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

int digit_value(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return hex && lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Reference numeric_at(std::string_view source, std::size_t offset) {
  std::size_t i = offset + 2;
  const bool hex = i < source.size() && (source[i] | 0x20) == 'x';
  if (hex) ++i;
  std::uint32_t value = 0;
  const std::size_t first = i;
  for (; i < source.size() && i < first + 8; ++i) {
    const int digit = digit_value(source[i], hex);
    if (digit < 0) break;
    value = value * (hex ? 16u : 10u) + static_cast<std::uint32_t>(digit);
  }
  if (i == first || i >= source.size() || source[i] != ';') return {};
  if (value >= 0x80 && value < 0xA0) value = kWindows[value - 0x80];
  if (value == 0 || value > 0x10FFFF) value = kReplacement;
  Reference reference;
  append_utf8(reference.text, value);
  reference.size = i + 1 - offset;
  return reference;
}

}  // namespace

Reference reference_at(std::string_view source, std::size_t offset) {
  if (offset + 3 >= source.size() || source[offset] != '&') return {};
  if (source[offset + 1] == '#') return numeric_at(source, offset);
  const std::string_view rest = source.substr(offset + 1, 9);
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos) return {};
  const std::string_view name = rest.substr(0, end);
  const auto found = std::lower_bound(kNamed.begin(), kNamed.end(), name,
                                      [](const auto& entry, std::string_view key) { return entry.first < key; });
  if (found == kNamed.end() || found->first != name) return {};
  Reference reference;
  append_utf8(reference.text, found->second);
  reference.size = end + 2;
  return reference;
}

bool unescape_twice_escaped(Text& text, bool in_html, std::vector<Doubt>& doubts) {
  const std::string_view source = text.view();
  const std::string_view sign = in_html ? "&amp;" : "&";
  std::string out;
  OffsetMap map;
  std::size_t done = 0;
  std::size_t count = 0;
  std::size_t first = 0;
  const auto u32 = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
  for (std::size_t i = source.find(sign); i != std::string_view::npos; i = source.find(sign, i + 1)) {
    // "&amp;quot;" is looked at as "&quot;": the same bytes without "amp;".
    std::string window(in_html ? "&" : source.substr(i, 12));
    if (in_html) window += source.substr(i + sign.size(), 11);
    window += ' ';
    const Reference reference = reference_at(window, 0);
    if (reference.size == 0) continue;
    const std::size_t size = in_html ? reference.size + sign.size() - 1 : reference.size;
    if (count++ == 0) first = i;
    out += source.substr(done, i - done);
    map.append(u32(i - done), u32(done), u32(i - done), true);
    const std::string written = in_html ? window.substr(0, reference.size) : reference.text;
    out += written;
    map.append(u32(written.size()), u32(i), u32(size), false);
    done = i + size;
    i = done - 1;
  }
  if (count == 0) return false;
  out += source.substr(done);
  map.append(u32(source.size() - done), u32(done), u32(source.size() - done), true);
  const Span where = make_span(first, first + 1);  // of the text as received: the caller moves it
  doubts.push_back({DoubtKind::double_escaped, where, std::to_string(count)});
  text = Text(std::move(out), map.compose(text.map()));
  return true;
}

}  // namespace readout
