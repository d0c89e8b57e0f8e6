#include "readout/text/encodings.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>

#include "readout/text/convert.h"

namespace readout {
namespace {

constexpr std::size_t kSample = 8192;  // bytes; enough for any of these guesses
constexpr auto kCyrillic = std::to_array<const char*>({"windows-1251", "KOI8-R", "KOI8-U", "IBM866", "ISO-8859-5"});

// How a run of 16-bit units looks: the share that press texts are made of, and how many of them are white.
struct Look {
  double share = 0;
  std::size_t blanks = 0;
};

Look look_at_units(std::string_view bytes, bool big_endian) {
  const std::size_t units = std::min(bytes.size(), kSample) / 2;
  std::size_t good = 0;
  Look look;
  for (std::size_t i = 0; i < units; ++i) {
    const auto a = static_cast<unsigned char>(bytes[2 * i]);
    const auto b = static_cast<unsigned char>(bytes[2 * i + 1]);
    const unsigned unit = static_cast<unsigned>(big_endian ? a << 8 | b : b << 8 | a);
    if (unit == 0x20 || unit == 0x0A || unit == 0x0D || unit == 0xA0) ++look.blanks;
    const bool plain = (unit >= 0x20 && unit < 0x7F) || unit == 9 || unit == 10 || unit == 13;
    if (plain || (unit >= 0xA0 && unit < 0x700 && unit != 0x100) || (unit >= 0x2000 && unit < 0x2070) ||
        (unit >= 0x20A0 && unit < 0x2122))
      ++good;
  }
  if (units > 0) look.share = static_cast<double>(good) / static_cast<double>(units);
  return look;
}

bool looks_like_utf32(std::string_view bytes, bool big_endian) {
  const std::size_t count = std::min(bytes.size(), kSample) / 4;
  if (bytes.size() % 4 != 0 || count < 2) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = [&](std::size_t k) { return static_cast<unsigned char>(bytes[4 * i + (big_endian ? k : 3 - k)]); };
    if (at(0) != 0 || at(1) > 0x10 || (at(1) == 0 && at(2) == 0 && at(3) == 0)) return false;
  }
  return true;
}

// What a letter speaks for Russian or Ukrainian prose: by frequency where lower, by its place where upper.
double weigh_cyrillic(char32_t c, char32_t before) {
  const auto lower = [](char32_t x) { return (x >= 0x430 && x <= 0x45F) || x == 0x491; };
  const auto upper = [](char32_t x) { return (x >= 0x400 && x <= 0x42F) || x == 0x490; };
  if (lower(c)) {
    switch (c) {
      case 0x43E:
      case 0x435:
      case 0x430:
      case 0x438:
      case 0x43D:
      case 0x442:
      case 0x441:
      case 0x440:
      case 0x432:
      case 0x43B:
        return 3;
      case 0x444:
      case 0x446:
      case 0x449:
      case 0x44A:
      case 0x44D:
      case 0x451:
        return 0.3;
      default:
        return c <= 0x44F || (c >= 0x454 && c <= 0x457) ? 1 : -1;
    }
  }
  if (upper(c)) return lower(before) ? -2 : 0.5;
  if (c == 0xAB || c == 0xBB || c == 0xA0 || (c >= 0x2010 && c <= 0x2026) || c == 0x2116) return 0.5;
  return -3;
}

double cyrillic_score(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return -9;
  std::array<char32_t, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const char source = static_cast<char>(byte);
    UChar unit[4] = {};
    status = U_ZERO_ERROR;
    ucnv_toUChars(converter, unit, 4, &source, 1, &status);
    table[byte] = unit[0];
  }
  ucnv_close(converter);
  double sum = 0;
  std::size_t high = 0;
  char32_t before = 0;
  for (const char byte : bytes) {
    const char32_t c = table[static_cast<unsigned char>(byte)];
    if (static_cast<unsigned char>(byte) >= 0x80) {
      ++high;
      sum += weigh_cyrillic(c, before);
    }
    before = c;
  }
  return high == 0 ? -9 : sum / static_cast<double>(high);
}

std::string ask_icu(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return "";
  std::string name;
  ucsdet_setText(detector, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector, &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count && name.empty(); ++i) {
    if (ucsdet_getConfidence(matches[i], &status) < 25) break;
    const char* found = ucsdet_getName(matches[i], &status);
    if (U_FAILURE(status) || found == nullptr) break;
    const std::string known = canonical_encoding(found);
    // Its IBM42x are EBCDIC and turn up on noise; Cyrillic was weighed already, Unicode was looked for.
    if (!known.empty() && !known.starts_with("UTF") && !is_cyrillic_encoding(known)) name = known;
  }
  ucsdet_close(detector);
  return name;
}

}  // namespace

bool is_cyrillic_encoding(std::string_view encoding) {
  return encoding == "x-mac-cyrillic" || std::find(kCyrillic.begin(), kCyrillic.end(), encoding) != kCyrillic.end();
}

bool is_western_encoding(std::string_view encoding) {
  return encoding == "windows-1252" || encoding == "macintosh" || encoding == "ISO-8859-15" ||
         encoding == "windows-1250" || encoding == "ISO-8859-2" || encoding == "windows-1254" ||
         encoding == "ISO-8859-9";
}

std::string find_wide_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSample);
  if (bytes.size() < 4 || head.find('\0') == std::string_view::npos) return "";
  if (looks_like_utf32(bytes, false)) return "UTF-32LE";
  if (looks_like_utf32(bytes, true)) return "UTF-32BE";
  const Look little = look_at_units(bytes, false);
  const Look big = look_at_units(bytes, true);
  // Text without a blank in its first 200 units is none; noise has hardly 95 in 100 units in these ranges.
  const auto likely = [&](const Look& look) { return look.share > 0.95 && (look.blanks > 0 || bytes.size() < 400); };
  if (likely(little) && little.share > big.share) return "UTF-16LE";
  if (likely(big) && big.share > little.share) return "UTF-16BE";
  return "";
}

std::string guess_legacy_encoding(std::string_view bytes) {
  // A page may open with kilobytes of plain ASCII markup: look where the high bytes are.
  const auto first =
      std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  const auto at = static_cast<std::size_t>(first - bytes.begin());
  const std::string_view sample = bytes.substr(at > 64 ? at - 64 : 0, kSample);
  std::size_t high = 0;
  std::size_t letters = 0;  // where western encodings have theirs
  std::size_t pairs = 0;
  unsigned before = 0;
  for (const char c : sample) {
    const unsigned byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      ++high;
      if (byte >= 0xC0) ++letters;
      if (before >= 0x80) ++pairs;
    }
    before = byte;
  }
  const bool runs = high >= 4 && pairs * 2 > high;
  if (runs) {
    const char* best = nullptr;
    double best_score = 0.9;
    for (const char* encoding : kCyrillic) {
      const double score = cyrillic_score(sample, encoding);
      if (score > best_score + 1e-9) {
        best = encoding;
        best_score = score;
      }
    }
    if (best != nullptr) return best;
  } else if (letters < 3) {
    return "windows-1252";  // curly marks and dashes in an English text
  }
  const std::string asked = ask_icu(sample);
  if (asked.empty() || (!runs && !is_western_encoding(asked))) return "windows-1252";
  return asked;
}

}  // namespace readout
