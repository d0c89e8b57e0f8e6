#include "readout/text/language.h"

// clang-format off: cld2's header wants <cstdio> before it
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
// clang-format on
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <utility>

#include "readout/text/characters.h"

namespace readout {
namespace {

// Enough to tell a language; more costs time and changes nothing.
constexpr std::size_t kSample = 2048;

enum class Script : std::uint8_t { none, latin, cyrillic, greek, arabic, hebrew, han, kana, hangul, other };
constexpr std::size_t kScripts = 10;

struct ScriptName {
  std::string_view iso;
  std::string_view language;  // where the script alone decides
};

constexpr std::array<ScriptName, kScripts> kNames{{{"Zyyy", "und"},
                                                   {"Latn", "und"},
                                                   {"Cyrl", "und"},
                                                   {"Grek", "el"},
                                                   {"Arab", "und"},
                                                   {"Hebr", "he"},
                                                   {"Hani", "zh"},
                                                   {"Jpan", "ja"},
                                                   {"Hang", "ko"},
                                                   {"Zzzz", "und"}}};

Script script_of(char32_t c) {
  if (c < 0x80) return is_letter(c) ? Script::latin : Script::none;
  if (!is_letter(c)) return Script::none;
  if (c < 0x250 || (c >= 0x1E00 && c <= 0x1EFF)) return Script::latin;
  if (c >= 0x0300 && c <= 0x036F) return Script::none;
  if (c >= 0x0370 && c <= 0x03FF) return Script::greek;
  if (c >= 0x0400 && c <= 0x052F) return Script::cyrillic;
  if (c >= 0x0590 && c <= 0x05FF) return Script::hebrew;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_CYRILLIC:
      return Script::cyrillic;
    case USCRIPT_GREEK:
      return Script::greek;
    case USCRIPT_ARABIC:
      return Script::arabic;
    case USCRIPT_HEBREW:
      return Script::hebrew;
    case USCRIPT_HAN:
      return Script::han;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kana;
    case USCRIPT_HANGUL:
      return Script::hangul;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return Script::none;
    default:
      return Script::other;
  }
}

std::array<std::size_t, kScripts> count_scripts(std::string_view text) {
  std::array<std::size_t, kScripts> counts{};
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      counts[(byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? 1 : 0] += 1;
      ++i;
      continue;
    }
    const CodePoint c = code_point_at(text, i);
    counts[static_cast<std::size_t>(script_of(c.value))] += 1;
    i += c.size;
  }
  counts[0] = 0;
  return counts;
}

// Bytes past ASCII, eight at a time.
std::size_t count_high(std::string_view text) {
  std::size_t high = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + i, 8);
    high += static_cast<std::size_t>(std::popcount(eight & 0x8080808080808080u));
  }
  for (; i < text.size(); ++i)
    if (static_cast<unsigned char>(text[i]) >= 0x80) ++high;
  return high;
}

// Latin beyond doubt: so few bytes past ASCII that no other script can be the main one.
bool is_surely_latin(std::string_view text) {
  return text.size() >= 64 && count_high(text) * 8 < text.size();
}

// The most frequent script; a text with kana is Japanese whatever its share of Han.
Script main_script(const std::array<std::size_t, kScripts>& counts) {
  auto weights = counts;
  const auto at = [](Script s) { return static_cast<std::size_t>(s); };
  if (weights[at(Script::kana)] * 5 > weights[at(Script::han)]) {
    weights[at(Script::kana)] += weights[at(Script::han)];
    weights[at(Script::han)] = 0;
  }
  // A letter of Han carries a word's part, one of an alphabet a fifth of it.
  weights[at(Script::han)] *= 3;
  weights[at(Script::kana)] *= 2;
  const auto best = std::max_element(weights.begin(), weights.end());
  return *best == 0 ? Script::none : static_cast<Script>(best - weights.begin());
}

// Up to kSample bytes of text, whole code points, from its first letter on.
std::string_view sample_of(std::string_view text) {
  if (text.size() <= kSample) return text;
  std::size_t end = kSample;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

std::string two_letters(CLD2::Language language) {
  const std::string code = CLD2::LanguageCode(language);
  if (code == "un") return "und";
  if (code.starts_with("zh")) return "zh";
  return code == "iw" ? "he" : code;
}

Language ask_cld2(std::string_view text) {
  CLD2::Language best[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
  int percent[3] = {};
  int bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, best, percent, &bytes, &reliable);
  Language language;
  language.code = two_letters(best[0]);
  language.share = percent[0] / 100.0;
  language.reliable = reliable && language.code != "und";
  return language;
}

// Function words that only English has so many of: cheap, and firmer than n-grams on names and numbers.
double english_share(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"a",    "and",  "are", "as",  "at", "be",   "by",    "for",  "from", "has", "have",
       "he",   "his",  "in",  "is",  "it", "of",   "on",    "said", "that", "the", "their",
       "they", "this", "to",  "was", "we", "were", "which", "who",  "will", "with"});
  std::size_t words = 0;
  std::size_t hits = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    char word[8];
    while (end < text.size() && is_letter(static_cast<unsigned char>(text[end]) & 0x7Fu) &&
           static_cast<unsigned char>(text[end]) < 0x80) {
      if (end - i < sizeof word) word[end - i] = static_cast<char>(text[end] | 0x20);
      ++end;
    }
    if (end > i) {
      ++words;
      if (end - i <= 5 && std::binary_search(kWords.begin(), kWords.end(), std::string_view(word, end - i))) ++hits;
      i = end;
    } else {
      ++i;
    }
  }
  return words < 20 ? 0 : static_cast<double>(hits) / static_cast<double>(words);
}

// True where any letter is not Latin; the marks of press texts (E2 80 xx, C2 xx, C3 xx) are passed over by their bytes.
bool has_other_script(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++i;
    } else if (byte == 0xC2 || byte == 0xC3) {
      i += 2;
    } else if (byte == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x84) {
      i += 3;
    } else {
      const CodePoint c = code_point_at(text, i);
      const Script s = script_of(c.value);
      if (s != Script::none && s != Script::latin) return true;
      i += c.size;
    }
  }
  return false;
}

}  // namespace

Language detect_language(std::string_view text) {
  if (is_surely_latin(text) && english_share(sample_of(text)) > 0.22) return {"en", 1, true};
  const auto counts = count_scripts(text);
  std::size_t letters = 0;
  for (const std::size_t n : counts) letters += n;
  const Script script = main_script(counts);
  if (script == Script::none) return {};
  const double share = static_cast<double>(counts[static_cast<std::size_t>(script)]) / static_cast<double>(letters);
  const std::string_view only = kNames[static_cast<std::size_t>(script)].language;
  if (only != "und" && share > 0.5) return {std::string(only), share, letters >= 10};

  // The passage of the main script decides, not the quotation in another one above it.
  std::string_view sample = sample_of(text);
  if (main_script(count_scripts(sample)) != script && text.size() > 2 * kSample) {
    std::size_t middle = text.size() / 2;
    while ((static_cast<unsigned char>(text[middle]) & 0xC0) == 0x80) --middle;
    sample = sample_of(text.substr(middle));
  }
  if (script == Script::latin && english_share(sample) > 0.22) return {"en", share, true};
  Language language = ask_cld2(sample);
  if (letters < 20 && !language.reliable) return {};
  language.share = std::min(language.share, share);
  return language;
}

std::vector<ForeignSpan> find_foreign_spans(std::string_view text) {
  std::vector<ForeignSpan> spans;
  const bool latin = is_surely_latin(text);
  if (latin && !has_other_script(text)) return spans;
  const Script main = latin ? Script::latin : main_script(count_scripts(text));
  const auto kin = [&](Script s) {  // Han stands inside Japanese text
    return s == main || (main == Script::kana && s == Script::han);
  };
  Script open = Script::none;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t letters = 0;
  const auto close = [&] {
    if (open != Script::none && letters >= 2) {
      ForeignSpan span{make_span(begin, end), std::string(kNames[static_cast<std::size_t>(open)].iso), "und"};
      span.language = kNames[static_cast<std::size_t>(open)].language;
      if (span.language == "und" && letters >= 12) {
        const Language language = ask_cld2(sample_of(text.substr(begin, end - begin)));
        if (language.reliable) span.language = language.code;
      }
      spans.push_back(std::move(span));
    }
    open = Script::none;
    letters = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const Script s = c.value == '\n' ? main : script_of(c.value);
    if (s != Script::none) {
      if (kin(s) || (open != Script::none && s != open && !(open == Script::kana && s == Script::han))) close();
      if (!kin(s)) {
        if (open == Script::none) begin = i;
        open = s;
        end = i + c.size;
        ++letters;
      }
    }
    i += c.size;
  }
  close();
  return spans;
}

}  // namespace readout
