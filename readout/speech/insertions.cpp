#include "readout/speech/insertions.h"

#include <algorithm>
#include <string>

namespace readout {
namespace {

constexpr std::size_t kLongestInsertion = 400;  // bytes; a bracket that never closes opens nothing

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

// Share of letters outside Latin script, by lead bytes: Greek and Cyrillic are CE..D4, everything past D7 is another
// script; general punctuation (E2 80) is none.
bool is_other_script(std::string_view text) {
  std::size_t other = 0, latin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= 0xC3 && byte <= 0xC9)) ++latin;
    if ((byte >= 0xCE && byte <= 0xDF) || (byte >= 0xE0 && byte != 0xE2 && byte < 0xF0)) ++other;
  }
  return other > latin;
}

InsertionKind bracket_kind(std::string_view inner) {
  const std::string lower = lower_ascii(inner);
  if (lower == "sic" || lower == "sic!") return InsertionKind::sic;
  if (lower == "..." || lower == "…" || lower == ". . .") return InsertionKind::ellipsis;
  if (is_other_script(inner)) return InsertionKind::original_words;
  for (const std::string_view word :
       {"laugh", "applau", "cheer", "inaudible", "crosstalk", "pause", "interpret", "translat", "emphasis", "off-mic",
        "unintelligible", "speaking in", "in russian", "in english"})
    if (lower.find(word) != std::string::npos) return InsertionKind::note;
  return InsertionKind::bracket;
}

// Round brackets belong to the speaker's words unless they hold a stage note or words of another script.
bool is_round_note(std::string_view inner) {
  const InsertionKind kind = bracket_kind(inner);
  return kind == InsertionKind::note || kind == InsertionKind::sic || kind == InsertionKind::ellipsis ||
         kind == InsertionKind::original_words;
}

}  // namespace

std::vector<Insertion> find_insertions(std::string_view text, Span content) {
  std::vector<Insertion> found;
  for (std::uint32_t i = content.begin; i < content.end; ++i) {
    const char c = text[i];
    const std::string_view rest = text.substr(i, content.end - i);
    if (c == '[' || c == '(') {
      const std::size_t close = rest.find(c == '[' ? ']' : ')');
      if (close == std::string_view::npos || close > kLongestInsertion) continue;
      const std::string_view inner = rest.substr(1, close - 1);
      if (c == '(' && !is_round_note(inner)) continue;
      found.push_back({make_span(i, i + close + 1), bracket_kind(inner)});
      i += static_cast<std::uint32_t>(close);
    } else if (rest.starts_with("…")) {
      found.push_back({make_span(i, i + std::string_view("…").size()), InsertionKind::ellipsis});
      i += 2;
    } else if (rest.starts_with("...")) {
      std::size_t size = 3;
      while (size < rest.size() && rest[size] == '.') ++size;
      found.push_back({make_span(i, i + size), InsertionKind::ellipsis});
      i += static_cast<std::uint32_t>(size - 1);
    }
  }
  return found;
}

std::vector<Insertion> find_asides(std::string_view text, Span content) {
  constexpr std::string_view kDashes[] = {"—", " – ", " -- "};
  std::vector<Insertion> found;
  for (const std::string_view dash : kDashes) {
    const std::string_view words = slice(text, content);
    std::size_t at = words.find(dash);
    while (at != std::string_view::npos) {
      const std::size_t second = words.find(dash, at + dash.size());
      const std::size_t end = second == std::string_view::npos ? words.size() : second + dash.size();
      found.push_back({make_span(content.begin + at, content.begin + end), InsertionKind::aside});
      at = second == std::string_view::npos ? second : words.find(dash, end);
    }
    if (!found.empty()) break;
  }
  return found;
}

}  // namespace readout
