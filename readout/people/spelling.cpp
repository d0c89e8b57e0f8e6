#include "readout/people/spelling.h"

#include <algorithm>
#include <string>

namespace readout {
namespace {

constexpr std::size_t kMaxSpellings = 500;

// Two names of one country or its capital count as spellings where they begin alike (Kyiv and Kiev, not Delhi and New
// Delhi); two places where they fold alike.
bool is_other_spelling(Cast& cast, const Mention& a, const Mention& b) {
  const Word& one = cast.words[a.first];
  const Word& other = cast.words[b.first];
  if (a.kind != b.kind || one.hash == other.hash || one.all_capitals || other.all_capitals) return false;
  if (a.kind == MentionKind::country) return a.id == b.id && cast.text[one.begin] == cast.text[other.begin];
  return cast.folds.number(one, cast.text) == cast.folds.number(other, cast.text);
}

std::size_t count(const Cast& cast, std::uint64_t hash) {
  return static_cast<std::size_t>(
      std::count_if(cast.words.begin(), cast.words.end(), [&](const Word& word) { return word.hash == hash; }));
}

void flag(const Cast& cast, const Word& word, const Word& other, std::vector<Speech>& speeches) {
  Speech* innermost = nullptr;
  for (Speech& speech : speeches)
    for (const Span content : speech.content)
      if (content.contains(word.span()) && (innermost == nullptr || speech.depth >= innermost->depth))
        innermost = &speech;
  if (innermost != nullptr)
    innermost->doubts.push_back({DoubtKind::name_variant, word.span(), std::string(slice(cast.text, other.span()))});
}

}  // namespace

void flag_spellings(Cast& cast, std::vector<Speech>& speeches) {
  std::vector<const Mention*> places;
  for (const Mention& mention : cast.mentions.list) {
    const bool place = mention.kind == MentionKind::country || mention.kind == MentionKind::place;
    if (place && mention.last - mention.first == 1) places.push_back(&mention);
  }
  // One mention for each distinct word; a text of many places has few spellings.
  std::vector<const Mention*> distinct;
  for (const Mention* mention : places) {
    const bool known = std::any_of(distinct.begin(), distinct.end(), [&](const Mention* other) {
      return other->kind == mention->kind && cast.words[other->first].hash == cast.words[mention->first].hash;
    });
    if (!known && distinct.size() < kMaxSpellings) distinct.push_back(mention);
  }
  for (const Mention* mention : distinct) {
    for (const Mention* other : distinct) {
      if (!is_other_spelling(cast, *mention, *other)) continue;
      const Word& word = cast.words[mention->first];
      const Word& usual = cast.words[other->first];
      const std::size_t here = count(cast, word.hash);
      const std::size_t there = count(cast, usual.hash);
      if (here > there || (here == there && word.begin < usual.begin)) continue;
      for (const Mention* one : places)
        if (cast.words[one->first].hash == word.hash) flag(cast, cast.words[one->first], usual, speeches);
      break;
    }
  }
}

}  // namespace readout
