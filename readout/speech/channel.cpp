#include "readout/speech/channel.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "readout/base/lexicon.h"
#include "readout/speech/noun_phrase.h"
#include "readout/speech/strand_view.h"

namespace readout {
namespace {

std::unordered_map<std::string_view, ChannelKind> read_channels() {
  std::unordered_map<std::string_view, ChannelKind> kinds;
  for (const auto& row : rows(embedded("en/channels.tsv"))) {
    if (row.size() < 2) continue;
    const auto kind = [&] {
      std::string name(row[0]);
      std::replace(name.begin(), name.end(), '_', '-');
      return parse_channel_kind(name).value_or(ChannelKind::none);
    }();
    for (const std::string_view words : split(row[1], '|')) kinds.emplace(words, kind);
  }
  return kinds;
}

const std::unordered_map<std::string_view, ChannelKind>& channel_words() {
  static const std::unordered_map<std::string_view, ChannelKind> kKinds = read_channels();
  return kKinds;
}

// "the communiqué read", "a statement from the ministry said": what is named as speaking is itself the channel.
std::optional<Channel> writing_that_speaks(const StrandView& s, Span source) {
  Channel channel;
  for (int i = 0; i < s.size() && s.item(i).span.begin < source.end; ++i) {
    if (s.item(i).span.begin < source.begin) continue;
    if (s.is(i, WordClass::preposition) || s.is_comma(i)) break;
    channel.kind = ChannelKind::none;
    if (s.is_capital(i) && s.item(i).span.begin > source.begin) continue;
    const auto found = channel_words().find(LowerWord(s.text(i)).view());
    if (found == channel_words().end()) continue;
    const ChannelKind kind = found->second;
    if (kind == ChannelKind::communique || kind == ChannelKind::document || kind == ChannelKind::social_media)
      channel = {kind, {source.begin, s.item(i).span.end}};
  }
  return channel.kind == ChannelKind::none ? std::nullopt : std::optional(channel);
}

// The kind that the words of a phrase name; the last word that names one decides ("RIA Novosti news agency").
ChannelKind kind_of(const StrandView& s, NounPhrase phrase) {
  const std::unordered_map<std::string_view, ChannelKind>& kinds = channel_words();
  ChannelKind kind = ChannelKind::none;
  for (int i = phrase.begin; i < phrase.end; ++i) {
    const LowerWord lower(s.text(i));
    auto found = kinds.end();
    if (i + 1 < phrase.end)
      found = kinds.find(std::string(lower.view()) + ' ' + std::string(LowerWord(s.text(i + 1)).view()));
    if (found == kinds.end()) found = kinds.find(lower.view());
    if (found == kinds.end()) continue;
    // Common words that are also names of outlets count only with a capital ("The Post", "X").
    const bool name = lower.view() == "x" || lower.view() == "ap" || lower.view() == "times" || lower.view() == "fox" ||
                      lower.view() == "sky" || lower.view() == "guardian" || lower.view() == "abc";
    if (name && !s.is_capital(i)) continue;
    kind = found->second;
    if (kind == ChannelKind::agency || kind == ChannelKind::interview || kind == ChannelKind::briefing ||
        kind == ChannelKind::website)
      break;
  }
  return kind;
}

// The items among which a channel of this speech is sought. A sentence of everyday length is taken whole; in one
// without end (a list of thousands of reports) what stands further off is another report's.
std::pair<int, int> near(const StrandView& s, const Speech& speech) {
  constexpr int kReach = 400;
  if (s.size() <= kReach) return {0, s.size()};
  Span span = extent(speech);
  for (const Span cue : speech.cue) span = {std::min(span.begin, cue.begin), std::max(span.end, cue.end)};
  int first = 0;
  for (int step = s.size(); step > 0; step /= 2)
    while (first + step <= s.size() && s.item(first + step - 1).span.begin < span.begin) first += step;
  int last = first;
  while (last < s.size() && s.item(last).span.begin < span.end) ++last;
  return {std::max(0, first - kReach), std::min(s.size(), last + kReach)};
}

}  // namespace

ChannelKind channel_of_word(std::string_view word) {
  const auto found = channel_words().find(word);
  return found == channel_words().end() ? ChannelKind::none : found->second;
}

std::vector<Channel> find_channels(const Prose& prose, const Strand& strand, const Speech& speech,
                                   std::span<const Span> elsewhere) {
  const StrandView s(prose, strand);
  std::vector<Channel> channels;
  if (const auto writing = writing_that_speaks(s, speech.source)) channels.push_back(*writing);
  const auto outside = [&](int i) {
    const auto holds = [&](Span c) { return c.overlaps(s.item(i).span); };
    return std::none_of(speech.content.begin(), speech.content.end(), holds) &&
           std::none_of(elsewhere.begin(), elsewhere.end(), holds);
  };
  int brackets = 0;
  const auto [first, last] = near(s, speech);
  for (int i = first; i < last; ++i) {
    if (s.is_mark(i, "(")) ++brackets;
    if (s.is_mark(i, ")")) --brackets;
    if (brackets > 0 || s.quotation(i) != nullptr) continue;
    // A preposition, a hearer ("told RIA Novosti"), or "as reported by".
    const bool opens = s.is(i, WordClass::venue_preposition) || s.is_word(i, "to") || s.is_word(i, "with") ||
                       s.is_word(i, "for") || (s.cue_verb(i) != nullptr && s.cue_verb(i)->takes_addressee);
    if (!opens || !outside(i)) continue;
    int begin = i + 1;
    while (s.is(begin, WordClass::time_noun) || s.is_adverb(begin) || s.is_word(begin, "her")) ++begin;
    const NounPhrase phrase = phrase_right(s, begin);
    if (phrase.empty() || !outside(phrase.begin)) continue;
    if (s.span(phrase.begin, phrase.end).overlaps(speech.source)) continue;
    const ChannelKind kind = kind_of(s, phrase);
    if (kind == ChannelKind::none) continue;
    Channel channel{kind, s.span(phrase.begin, phrase.end)};
    if (std::none_of(channels.begin(), channels.end(), [&](const Channel& c) { return c.span.overlaps(channel.span); }))
      channels.push_back(channel);
    i = phrase.end - 1;
  }
  const std::uint32_t cue = speech.cue.empty() ? strand.span.begin : speech.cue.front().begin;
  std::stable_sort(channels.begin(), channels.end(), [&](const Channel& a, const Channel& b) {
    const auto distance = [&](const Channel& c) {
      return c.span.begin > cue ? c.span.begin - cue : cue - c.span.begin;
    };
    return distance(a) < distance(b);
  });
  return channels;
}

}  // namespace readout
