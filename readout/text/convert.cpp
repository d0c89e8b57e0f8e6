#include "readout/text/convert.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "readout/text/characters.h"

namespace readout {
namespace {

// Builds text and map together.
class Writer {
 public:
  explicit Writer(std::size_t size) { out_.utf8.reserve(size); }

  void put(char32_t c, std::size_t at, std::size_t size) {
    const std::size_t before = out_.utf8.size();
    append_utf8(out_.utf8, c);
    out_.map.append_steps(1, static_cast<std::uint8_t>(out_.utf8.size() - before), static_cast<std::uint32_t>(at),
                          static_cast<std::uint8_t>(size));
  }

  void put_invalid(std::size_t at, std::size_t size) {
    const std::size_t before = out_.utf8.size();
    append_utf8(out_.utf8, kReplacement);
    out_.map.append(static_cast<std::uint32_t>(out_.utf8.size() - before), static_cast<std::uint32_t>(at),
                    static_cast<std::uint32_t>(size), false);
    if (out_.invalid++ == 0) out_.first_invalid = make_span(before, out_.utf8.size());
  }

  void copy(std::string_view bytes, std::size_t at) {
    out_.utf8 += bytes;
    out_.map.append_steps(static_cast<std::uint32_t>(bytes.size()), 1, static_cast<std::uint32_t>(at), 1);
  }

  Converted out_;
};

// U+D800 to U+DFFF written in three bytes at `i`; 0 where there is none.
char32_t surrogate_at(std::string_view bytes, std::size_t i) {
  if (i + 3 > bytes.size()) return 0;
  const auto b = [&](std::size_t k) { return static_cast<unsigned char>(bytes[i + k]); };
  if (b(0) != 0xED || b(1) < 0xA0 || b(1) > 0xBF || (b(2) & 0xC0) != 0x80) return 0;
  return static_cast<char32_t>(0xD000 | (b(1) & 0x3F) << 6 | (b(2) & 0x3F));
}

// Length of the broken sequence at `i`: its lead byte and the tail bytes that could have gone with it.
std::size_t broken_size(std::string_view bytes, std::size_t i) {
  const auto b = [&](std::size_t k) { return static_cast<unsigned char>(bytes[k]); };
  const unsigned lead = b(i);
  std::size_t wanted = 1;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    wanted = 2;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    wanted = 3;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    wanted = 4;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
  }
  std::size_t size = 1;
  while (size < wanted && i + size < bytes.size() && b(i + size) >= low && b(i + size) <= high) {
    ++size;
    low = 0x80;
    high = 0xBF;
  }
  return size;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// The code points of the 256 bytes; false where the encoding is no single-byte one.
bool read_table(UConverter* converter, std::array<char32_t, 256>& table) {
  if (ucnv_getMaxCharSize(converter) != 1) return false;
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char source = static_cast<char>(byte);
    UChar target[4] = {};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t size = ucnv_toUChars(converter, target, 4, &source, 1, &status);
    table[byte] = U_SUCCESS(status) && size == 1 ? target[0] : kReplacement;
    // Browsers read the few bytes that windows-125x leaves open as controls; nobody means them.
    if (byte >= 0x80 && table[byte] < 0xA0 && table[byte] != 0x85) table[byte] = kReplacement;
  }
  return true;
}

Converted convert_multibyte(std::string_view bytes, UConverter* converter) {
  Writer writer(bytes.size() * 2);
  constexpr std::size_t kUnits = 4096;
  std::vector<UChar> units(kUnits);
  std::vector<std::int32_t> offsets(kUnits);
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  UChar high = 0;
  std::size_t high_at = 0;
  std::vector<std::pair<char32_t, std::size_t>> characters;
  for (;;) {
    UChar* target = units.data();
    const auto base = static_cast<std::size_t>(source - bytes.data());
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units.data() + kUnits, &source, end, offsets.data(), true, &status);
    for (std::size_t i = 0; i < static_cast<std::size_t>(target - units.data()); ++i) {
      const UChar unit = units[i];
      const std::size_t at = offsets[i] < 0 ? base : base + static_cast<std::size_t>(offsets[i]);
      if (U16_IS_LEAD(unit)) {
        high = unit;
        high_at = at;
      } else if (U16_IS_TRAIL(unit) && high != 0) {
        characters.emplace_back(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, unit)), high_at);
        high = 0;
      } else {
        characters.emplace_back(unit, at);
      }
    }
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const auto [c, at] = characters[i];
    const std::size_t next = i + 1 < characters.size() ? characters[i + 1].second : bytes.size();
    const std::size_t size = next > at ? next - at : 0;
    if (c == kReplacement)
      writer.put_invalid(at, size);
    else
      writer.put(c, at, std::min<std::size_t>(size, 255));
  }
  return std::move(writer.out_);
}

}  // namespace

Converted convert_utf8(std::string_view bytes, std::size_t begin) {
  Writer writer(bytes.size());
  std::size_t i = begin;
  while (i < bytes.size()) {
    const std::size_t good = valid_utf8_size(bytes.substr(i));
    writer.copy(bytes.substr(i, good), i);
    i += good;
    if (i >= bytes.size()) break;
    const char32_t high = surrogate_at(bytes, i);
    const char32_t low = high >= 0xD800 && high < 0xDC00 ? surrogate_at(bytes, i + 3) : 0;
    if (low >= 0xDC00 && low < 0xE000) {
      writer.put(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), i, 6);
      ++writer.out_.surrogates;
      i += 6;
      continue;
    }
    const std::size_t size = high != 0 ? 3 : broken_size(bytes, i);
    writer.put_invalid(i, size);
    if (high != 0) ++writer.out_.surrogates;
    i += size;
  }
  return std::move(writer.out_);
}

Converted convert_utf16(std::string_view bytes, std::size_t begin, bool big_endian) {
  Writer writer(bytes.size() * 3 / 4);
  const auto unit_at = [&](std::size_t i) -> char32_t {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
  };
  std::size_t i = begin;
  for (; i + 2 <= bytes.size();) {
    const char32_t unit = unit_at(i);
    if (unit >= 0xD800 && unit < 0xDC00 && i + 4 <= bytes.size() && (unit_at(i + 2) & 0xFC00) == 0xDC00) {
      writer.put(0x10000 + ((unit - 0xD800) << 10) + (unit_at(i + 2) - 0xDC00), i, 4);
      i += 4;
    } else if (unit >= 0xD800 && unit < 0xE000) {
      writer.put_invalid(i, 2);
      ++writer.out_.surrogates;
      i += 2;
    } else {
      writer.put(unit, i, 2);
      i += 2;
    }
  }
  if (i < bytes.size()) writer.put_invalid(i, bytes.size() - i);
  return std::move(writer.out_);
}

Converted convert_utf32(std::string_view bytes, std::size_t begin, bool big_endian) {
  Writer writer(bytes.size() / 2);
  std::size_t i = begin;
  for (; i + 4 <= bytes.size(); i += 4) {
    char32_t c = 0;
    for (std::size_t k = 0; k < 4; ++k) c = c << 8 | static_cast<unsigned char>(bytes[i + (big_endian ? k : 3 - k)]);
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
      writer.put_invalid(i, 4);
    else
      writer.put(c, i, 4);
  }
  if (i < bytes.size()) writer.put_invalid(i, bytes.size() - i);
  return std::move(writer.out_);
}

std::optional<Converted> convert_legacy(std::string_view bytes, const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  std::array<char32_t, 256> table{};
  if (!read_table(converter.get(), table)) return convert_multibyte(bytes, converter.get());
  Writer writer(bytes.size() * 2);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char32_t c = table[static_cast<unsigned char>(bytes[i])];
    if (c == kReplacement)
      writer.put_invalid(i, 1);
    else
      writer.put(c, i, 1);
  }
  return std::move(writer.out_);
}

std::string canonical_encoding(std::string_view name) {
  std::string key;
  for (const char c : name) {
    if (c == ' ' || c == '"' || c == '\'' || c == ';') continue;
    key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (key.empty() || key.size() > 40) return "";
  if (key == "utf8" || key == "utf-8" || key == "utf8mb4") return "UTF-8";
  if (key.starts_with("utf-16") || key == "utf16" || key == "unicode" || key == "ucs-2") {
    return key.ends_with("be") ? "UTF-16BE" : "UTF-16LE";
  }
  if (key.starts_with("utf-32") || key == "utf32") return key.ends_with("be") ? "UTF-32BE" : "UTF-32LE";
  if (key == "ascii" || key == "us-ascii" || key == "latin1" || key == "latin-1" || key == "iso-8859-1" ||
      key == "iso8859-1" || key == "iso_8859-1" || key == "ansi" || key == "cp1252")
    return "windows-1252";
  if (key == "win-1251" || key == "win1251" || key == "windows1251") return "windows-1251";
  if (key == "gb2312" || key == "gbk" || key == "gb_2312-80") return "GB18030";
  if (key == "koi8r" || key == "koi8") return "KOI8-R";
  for (const char* standard : {"MIME", "IANA"}) {
    UErrorCode status = U_ZERO_ERROR;
    const char* found = ucnv_getStandardName(key.c_str(), standard, &status);
    if (U_FAILURE(status) || found == nullptr) continue;
    const std::string_view known = found;
    for (const std::string_view family : {"windows-", "ISO-8859-", "ISO-2022-", "KOI8-", "IBM866", "macintosh",
                                          "x-mac-", "GB", "Big5", "Shift_JIS", "EUC-", "TIS-620"})
      if (known.starts_with(family)) return std::string(known);
  }
  return "";
}

}  // namespace readout
