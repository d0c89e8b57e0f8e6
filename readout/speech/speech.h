// Speech: one document's report of somebody's words, or of their substance.
//
//   “We will wait,” the minister said, “until spring.”
//   [content.....]  [source....] [cue] [content.....]      direct, said
//
// Invariants: spans are sorted, lie in body blocks, and point at the document's text. `content` holds the words without
// the outermost quotation marks for direct speech; for mixed and indirect speech it starts after "that". `parent` is
// the index of the speech this one is reported in, always smaller than its own; depth is the number of ancestors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/basis.h"
#include "readout/base/doubt.h"
#include "readout/base/moment.h"
#include "readout/base/span.h"

namespace readout {

enum class SpeechKind : std::uint8_t {
  direct,      // all of the content stands in quotation marks
  mixed,       // some of it does
  indirect,    // none of it does
  transcript,  // a turn under a speaker's label, or the text of a communiqué
};

enum class Polarity : std::uint8_t {
  said,
  denied,  // "X denied that P": P is denied, never said
  asked,   // a reported question
};

// Words inside the content that are not the speaker's.
enum class InsertionKind : std::uint8_t {
  bracket,  // "[Vladimir Putin]", "[July 14]"
  sic,
  ellipsis,        // "...", "[…]": a cut that is marked
  original_words,  // the same words in another language
  note,            // "(laughter)", "(via interpreter)", "(emphasis added)"
  aside,           // between dashes in indirect speech: the speaker's or the writer's, nobody can tell
};

struct Insertion {
  Span span;
  InsertionKind kind = InsertionKind::bracket;

  friend bool operator==(const Insertion&, const Insertion&) = default;
};

// What a statement passed through on its way to this page.
enum class ChannelKind : std::uint8_t {
  none,
  agency,     // "told RIA Novosti", "reported by Reuters"
  broadcast,  // radio, television
  newspaper,
  website,
  social_media,
  communique,  // a written statement, press release, readout
  briefing,    // a news conference, remarks to reporters
  interview,
  telephone,
  meeting,   // said at a meeting, a summit, in a speech before an audience
  document,  // a letter, a report, a ruling
};

struct Channel {
  ChannelKind kind = ChannelKind::none;
  Span span;  // the words that name it

  friend bool operator==(const Channel&, const Channel&) = default;
};

struct Speech {
  std::vector<Span> content;
  std::vector<Span> cue;  // "said"; "was quoted ... as saying" is two
  Span source;            // the mention of who spoke: "the top diplomat"; empty where none stands
  SpeechKind kind = SpeechKind::indirect;
  Polarity polarity = Polarity::said;
  std::int32_t parent = -1;
  std::uint32_t depth = 0;
  std::vector<Channel> channels;  // nearest to the speaker first
  std::vector<Insertion> insertions;
  Moment said;
  Span same_as;  // the content of an earlier speech in this document whose words this one repeats; empty where none
  Basis basis;
  std::vector<Doubt> doubts;

  friend bool operator==(const Speech&, const Speech&) = default;
};

std::string_view to_string(SpeechKind kind);
std::string_view to_string(Polarity polarity);
std::string_view to_string(InsertionKind kind);
std::string_view to_string(ChannelKind kind);
std::optional<SpeechKind> parse_speech_kind(std::string_view text);
std::optional<Polarity> parse_polarity(std::string_view text);
std::optional<ChannelKind> parse_channel_kind(std::string_view text);

// From the first byte of the content to the last, gaps and all.
Span extent(const Speech& speech);

}  // namespace readout
