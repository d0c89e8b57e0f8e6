#include "tools/brat.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "readout/score/attribution_table.h"

namespace readout {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// The byte at which each code point begins; one more entry for the end.
std::vector<std::uint32_t> code_point_offsets(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) offsets.push_back(static_cast<std::uint32_t>(i));
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

struct TextBound {
  std::string_view type;
  Spans spans;
};

// "Content 25 53;60 70"
std::optional<TextBound> parse_text_bound(std::string_view field, const std::vector<std::uint32_t>& offsets) {
  const std::size_t blank = field.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  TextBound bound{field.substr(0, blank), {}};
  for (const std::string_view piece : split(field.substr(blank + 1), ';')) {
    const auto ends = split(piece, ' ');
    if (ends.size() != 2) return std::nullopt;
    const auto begin = number(ends[0]);
    const auto end = number(ends[1]);
    if (!begin || !end || *begin > *end || *end >= offsets.size()) return std::nullopt;
    bound.spans.push_back({offsets[*begin], offsets[*end]});
  }
  bound.spans = joined(std::move(bound.spans));
  return bound;
}

bool is_annotation_line(std::string_view line, char letter) {
  const std::size_t tab = line.find('\t');
  return line.size() > 2 && line.front() == letter && tab != std::string_view::npos && number(line.substr(1, tab - 1));
}

}  // namespace

std::vector<Attribution> parse_brat(std::string_view annotations, std::string_view text) {
  const auto offsets = code_point_offsets(text);
  std::map<std::string_view, TextBound> bounds;
  for (const std::string_view line : split(annotations, '\n')) {
    if (!is_annotation_line(line, 'T')) continue;
    const auto fields = split(line, '\t');
    if (auto bound = parse_text_bound(fields[1], offsets)) bounds.emplace(fields[0], std::move(*bound));
  }
  std::vector<Attribution> attributions;
  for (const std::string_view line : split(annotations, '\n')) {
    if (!is_annotation_line(line, 'E')) continue;
    Attribution attribution;
    for (const std::string_view argument : split(split(line, '\t')[1], ' ')) {
      const std::size_t colon = argument.find(':');
      if (colon == std::string_view::npos) continue;
      const auto found = bounds.find(argument.substr(colon + 1));
      if (found == bounds.end()) continue;
      const std::string_view role = argument.substr(0, colon);
      Spans* spans = role.starts_with("Content")  ? &attribution.content
                     : role.starts_with("Source") ? &attribution.source
                     : role.starts_with("Cue")    ? &attribution.cue
                                                  : nullptr;
      if (spans != nullptr) spans->insert(spans->end(), found->second.spans.begin(), found->second.spans.end());
    }
    for (Spans* spans : {&attribution.source, &attribution.cue, &attribution.content})
      *spans = joined(std::move(*spans));
    if (attribution.content.empty()) continue;
    attribution.speech_cue = is_speech_cue(words(text, attribution.cue));
    attributions.push_back(std::move(attribution));
  }
  return attributions;
}

Attribution in_polnear_habit(std::string_view text, Attribution attribution) {
  constexpr std::array<std::string_view, 8> kMarks = {"\"", "“", "”", "‘", "’", "'", "«", "»"};
  for (Span& span : attribution.content) {
    std::uint32_t opening = 0;
    std::uint32_t closing = 0;
    for (const std::string_view mark : kMarks) {
      if (text.substr(0, span.begin).ends_with(mark)) opening = static_cast<std::uint32_t>(mark.size());
      if (text.substr(span.end).starts_with(mark)) closing = static_cast<std::uint32_t>(mark.size());
    }
    span.begin -= opening;
    span.end += closing;
  }
  if (attribution.content.empty()) return attribution;
  std::uint32_t& begin = attribution.content.front().begin;
  if (text.substr(0, begin).ends_with(" that ")) begin -= 5;
  return attribution;
}

}  // namespace readout
