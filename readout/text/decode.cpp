#include "readout/text/decode.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "readout/text/characters.h"
#include "readout/text/convert.h"
#include "readout/text/encodings.h"
#include "readout/text/oddities.h"

namespace readout {
namespace {

struct ByteOrderMark {
  std::string_view encoding;
  std::size_t size = 0;
};

ByteOrderMark find_mark(std::string_view bytes) {
  constexpr std::string_view kFour("\xFF\xFE\0\0", 4);
  if (bytes.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
  if (bytes.starts_with(kFour) && bytes.size() % 4 == 0) return {"UTF-32LE", 4};
  if (bytes.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return {"UTF-32BE", 4};
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
  return {};
}

// How much of the bytes is UTF-8: sequences of two bytes and more, and broken ones.
struct Sequences {
  std::size_t whole = 0;
  std::size_t broken = 0;
  bool cut_at_end = false;  // the only broken one is an unfinished sequence at the very end
};

Sequences count_sequences(std::string_view bytes) {
  Sequences count;
  for (std::size_t i = 0; i < bytes.size();) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      ++i;
      continue;
    }
    const CodePoint c = code_point_at(bytes, i);
    if (bytes[i] == '\xED' && i + 2 < bytes.size() && static_cast<unsigned char>(bytes[i + 1]) >= 0xA0) {
      ++count.whole;  // a surrogate somebody wrote in three bytes
      i += 3;
      continue;
    }
    if (c.size > 1) {
      ++count.whole;
    } else {
      ++count.broken;
      const auto lead = static_cast<unsigned char>(bytes[i]);
      const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
      count.cut_at_end = lead >= 0xC2 && i + wanted > bytes.size() && count.broken == 1;
      while (i + 1 < bytes.size() && (static_cast<unsigned char>(bytes[i + 1]) & 0xC0) == 0x80) ++i;
    }
    i += c.size;
  }
  return count;
}

bool is_mostly_utf8(const Sequences& count) {
  return count.whole >= 3 * count.broken || (count.broken == 1 && (count.whole > 0 || count.cut_at_end));
}

// The encoding of bytes that are not UTF-8, given what was declared.
std::string choose_legacy(std::string_view bytes, const std::string& declared) {
  const std::string guess = guess_legacy_encoding(bytes);
  if (declared.empty() || declared.starts_with("UTF")) return guess;
  if (guess == declared) return declared;
  // A declaration is believed unless the bytes speak against it: Russian letters under a western name, or the reverse,
  // or one Cyrillic encoding that makes words of what another makes noise of.
  const bool far = is_western_encoding(declared) != is_western_encoding(guess);
  const bool kin = is_cyrillic_encoding(declared) && is_cyrillic_encoding(guess) &&
                   !(declared.starts_with("KOI8") && guess.starts_with("KOI8"));
  if (far || kin) return guess;
  const std::optional<Converted> tried = convert_legacy(bytes.substr(0, 1 << 16), declared);
  const bool fits = tried && tried->invalid * 50 <= std::min<std::size_t>(bytes.size(), 1 << 16);
  return fits ? declared : guess;
}

Converted convert(std::string_view bytes, std::size_t skip, std::string& encoding) {
  if (encoding.starts_with("UTF-16")) return convert_utf16(bytes, skip, encoding.ends_with("BE"));
  if (encoding.starts_with("UTF-32")) return convert_utf32(bytes, skip, encoding.ends_with("BE"));
  if (encoding != "UTF-8")
    if (std::optional<Converted> converted = convert_legacy(bytes, encoding)) return *std::move(converted);
  encoding = "UTF-8";
  return convert_utf8(bytes, skip);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  Decoded decoded;
  const std::string claim = canonical_encoding(declared);
  const ByteOrderMark mark = find_mark(bytes);
  bool plain_ascii = false;
  decoded.encoding = mark.encoding;
  if (mark.size == 0) decoded.encoding = find_wide_encoding(bytes);
  if (decoded.encoding.empty()) {
    const std::size_t valid = valid_utf8_size(bytes);
    if (valid == bytes.size()) {
      decoded.encoding = "UTF-8";
      plain_ascii = is_ascii(bytes);
      // Seven bits may still be a shifted encoding.
      if (plain_ascii && claim.starts_with("ISO-2022") && bytes.find('\x1B') != std::string_view::npos)
        decoded.encoding = claim;
    } else if (is_mostly_utf8(count_sequences(bytes.substr(valid)))) {
      decoded.encoding = "UTF-8";
    } else {
      decoded.encoding = choose_legacy(bytes, claim);
    }
  }

  Converted converted = convert(bytes, mark.size, decoded.encoding);
  const bool wide_alike = claim.starts_with("UTF-16") && decoded.encoding.starts_with("UTF-16");
  if (!claim.empty() && claim != decoded.encoding && !wide_alike && !plain_ascii)
    decoded.doubts.push_back({DoubtKind::encoding_mismatch, {}, claim + " declared, " + decoded.encoding + " read"});
  if (converted.surrogates > 0)
    decoded.doubts.push_back(
        {DoubtKind::invalid_bytes, converted.first_invalid, "surrogates:" + std::to_string(converted.surrogates)});
  else if (converted.invalid > 0)
    decoded.doubts.push_back({DoubtKind::invalid_bytes, converted.first_invalid, std::to_string(converted.invalid)});
  for (Doubt& doubt : find_oddities(converted.utf8))
    if (doubt.kind != DoubtKind::invalid_bytes || (converted.invalid == 0 && converted.surrogates == 0))
      decoded.doubts.push_back(std::move(doubt));
  decoded.text = Text(std::move(converted.utf8), std::move(converted.map));
  return decoded;
}

}  // namespace readout
