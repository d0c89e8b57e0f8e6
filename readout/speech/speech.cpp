#include "readout/speech/speech.h"

#include <array>

namespace readout {
namespace {

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<std::string_view, N>& names, std::string_view text) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == text) return static_cast<Enum>(i);
  return std::nullopt;
}

constexpr std::array<std::string_view, 4> kKinds{"direct", "mixed", "indirect", "transcript"};
constexpr std::array<std::string_view, 3> kPolarities{"said", "denied", "asked"};
constexpr std::array<std::string_view, 6> kInsertions{"bracket", "sic", "ellipsis", "original-words", "note", "aside"};
constexpr std::array<std::string_view, 12> kChannels{"none",      "agency",       "broadcast",  "newspaper",
                                                     "website",   "social-media", "communique", "briefing",
                                                     "interview", "telephone",    "meeting",    "document"};

}  // namespace

std::string_view to_string(SpeechKind kind) {
  return kKinds[static_cast<std::size_t>(kind)];
}
std::string_view to_string(Polarity polarity) {
  return kPolarities[static_cast<std::size_t>(polarity)];
}
std::string_view to_string(InsertionKind kind) {
  return kInsertions[static_cast<std::size_t>(kind)];
}
std::string_view to_string(ChannelKind kind) {
  return kChannels[static_cast<std::size_t>(kind)];
}
std::optional<SpeechKind> parse_speech_kind(std::string_view text) {
  return parse<SpeechKind>(kKinds, text);
}
std::optional<Polarity> parse_polarity(std::string_view text) {
  return parse<Polarity>(kPolarities, text);
}
std::optional<ChannelKind> parse_channel_kind(std::string_view text) {
  return parse<ChannelKind>(kChannels, text);
}

Span extent(const Speech& speech) {
  if (speech.content.empty()) return {};
  return {speech.content.front().begin, speech.content.back().end};
}

}  // namespace readout
