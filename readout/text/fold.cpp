#include "readout/text/fold.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "readout/text/characters.h"

namespace readout {
namespace {

void append_lower_ascii(std::string& out, std::string_view text) {
  for (const char c : text) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

// Compatibility forms unified, case folded, what is ignorable dropped (Unicode's NFKC_Casefold).
std::string unify(std::string_view text) {
  std::string out;
  if (is_ascii(text)) {
    append_lower_ascii(out, text);
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

// Canonically decomposed, so that accents can be dropped.
std::string decompose(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFDInstance(status);
  std::string out;
  if (U_FAILURE(status)) return std::string(text);
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  form->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

char straight(char32_t c) {
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x02BC) return '\'';
  if (c == 0x201C || c == 0x201D || c == 0x201E) return '"';
  return 0;
}

bool is_accent(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

// Latin for the lower-case letters U+0430 to U+045F and U+0491; after Unicode decomposition й is и, ё is е, ї is і.
constexpr auto kLatin = std::to_array<std::string_view>(
    {"a", "b", "v", "g", "d", "e", "j", "z",  "i",  "i",    "k", "l", "m", "n", "o",  "p",
     "r", "s", "t", "u", "f", "h", "c", "ch", "sh", "shch", "",  "i", "",  "e", "iu", "ia",
     "e", "e", "d", "g", "e", "z", "i", "i",  "j",  "l",    "n", "c", "k", "i", "u",  "c"});

std::string_view latin(char32_t c) {
  if (c >= 0x0430 && c <= 0x045F) return kLatin[c - 0x0430];
  if (c == 0x0491) return "g";
  // Letters with a stroke or a tail that do not decompose.
  switch (c) {
    case 0xE6:
      return "ae";
    case 0xF0:
      return "d";
    case 0xF8:
      return "o";
    case 0xFE:
      return "th";
    case 0x111:
      return "d";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

// Names of one person or place whose spellings no rule of letters joins; both sides are keys already. Sorted.
constexpr auto kSameName = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"aleksandr", "aleksander"},
    {"andri", "andrei"},
    {"dmitri", "dmitr"},
    {"dmitro", "dmitr"},
    {"evgeni", "evgen"},
    {"evgenii", "evgen"},
    {"evheni", "evgen"},
    {"harkiv", "harkov"},
    {"kiiv", "kiev"},
    {"kiv", "kiev"},
    {"kev", "kiev"},
    {"luhansk", "lugansk"},
    {"lviv", "lvov"},
    {"mikola", "nikolai"},
    {"mikolaiv", "nikolaev"},
    {"oleksander", "aleksander"},
    {"oleksandr", "aleksander"},
    {"sergi", "sergei"},
    {"serhi", "sergei"},
    {"volodimir", "vladimir"},
    {"zaporizhzhia", "zaporoje"},
    {"zaporizjia", "zaporoje"},
});

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// One word of plain lower-case Latin letters to its key.
std::string key_of(std::string_view word) {
  std::string out;
  const auto starts = [&](std::size_t i, std::string_view s) { return word.substr(i).starts_with(s); };
  const auto put = [&](char c) {
    if (out.empty() || out.back() != c) out += c;
  };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (starts(i, "kh")) {
      put('h');
      ++i;
    } else if (starts(i, "zh")) {
      put('j');
      ++i;
    } else if (starts(i, "ts") || starts(i, "tz")) {
      put('c');
      ++i;
    } else if (c == 'x') {
      put('k');
      put('s');
    } else if (c == 'y' || (c == 'j' && i > 0 && is_vowel(word[i - 1]))) {
      // Ye at the front and after a vowel is the letter е; everywhere else y is a kind of i.
      if (c == 'y' && i + 1 < word.size() && word[i + 1] == 'e' && (i == 0 || is_vowel(word[i - 1]))) continue;
      put('i');
    } else {
      put(c);
    }
  }
  return out;
}

}  // namespace

std::string fold_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    append_lower_ascii(out, text);
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded, static_cast<std::int32_t>(text.size()));
  icu::CaseMap::utf8Fold(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                         status);
  if (U_FAILURE(status)) folded = text;
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint c = code_point_at(folded, i);
    if (const char plain = straight(c.value); plain != 0)
      out += plain;
    else
      out.append(folded, i, c.size);
    i += c.size;
  }
  return out;
}

std::string fold_words(std::string_view text) {
  const std::string folded = unify(text);
  std::string out;
  out.reserve(folded.size());
  bool gap = false;
  const auto put = [&](std::string_view bytes) {
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += bytes;
  };
  const std::string_view all = folded;
  for (std::size_t i = 0; i < all.size();) {
    const CodePoint c = code_point_at(all, i);
    const std::string_view bytes = all.substr(i, c.size);
    i += c.size;
    if (is_letter(c.value) || is_digit(c.value)) {
      put(bytes);
    } else if (straight(c.value) == '\'' || c.value == '\'') {
      // An apostrophe counts only between two letters.
      if (!gap && !out.empty() && is_letter(code_point_before(out, out.size()).value) &&
          is_letter(code_point_at(all, i).value))
        out += '\'';
      else
        gap = true;
    } else if (c.value == '%' || c.value == '$' || c.value == 0xA3 || c.value == 0x20AC || c.value == 0x20BD) {
      // A sum in euros is not the same sum in dollars.
      gap = true;
      put(bytes);
      gap = true;
    } else if (!is_invisible(c.value) && !is_bidi_control(c.value)) {
      gap = true;
    }
  }
  return out;
}

std::string fold_name(std::string_view name) {
  const std::string plain = decompose(unify(name));
  std::string out;
  std::string word;
  const auto close = [&] {
    if (word.empty()) return;
    std::string key = key_of(word);
    word.clear();
    // -skii, -sky, -skyi: one ending.
    while (key.size() > 3 && key.ends_with("ii")) key.pop_back();
    for (const auto& [spelling, common] : kSameName)
      if (key == spelling) key = common;
    if (!out.empty()) out += ' ';
    out += key;
  };
  for (std::size_t i = 0; i < plain.size();) {
    const CodePoint c = code_point_at(plain, i);
    const std::string_view bytes = std::string_view(plain).substr(i, c.size);
    i += c.size;
    if (is_accent(c.value) || is_apostrophe(c.value) || c.value == 0x2018 || c.value == '`' || is_invisible(c.value))
      continue;
    if (!is_letter(c.value) && !is_digit(c.value)) {
      close();
      continue;
    }
    if (c.value < 0x80) {
      word += bytes;
      continue;
    }
    const std::string_view spelled = latin(c.value);
    const bool silent = c.value == 0x044A || c.value == 0x044C;  // the hard and the soft sign
    if (spelled.empty() && !silent)
      word += bytes;
    else
      word += spelled;
  }
  close();
  return out;
}

}  // namespace readout
