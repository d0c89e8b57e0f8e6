#include "readout/people/near.h"

#include <algorithm>

namespace readout {

std::uint32_t paragraph_of(const Cast& cast, const Speech& speech, bool end) {
  if (cast.words.empty()) return 0;
  const Span whole = extent(speech);
  std::uint32_t offset = speech.source.empty() ? whole.begin : speech.source.begin;
  if (end) offset = std::max(speech.source.end, whole.end) - (whole.end > 0 ? 1 : 0);
  std::size_t word = std::min<std::size_t>(word_at(cast.words, offset), cast.words.size() - 1);
  // A closing mark belongs to the word before it.
  if (end && word > 0 && cast.words[word].begin > offset) --word;
  return cast.words[word].paragraph;
}

std::int32_t named_next(const Cast& cast, std::span<const Speech> speeches, const SourceWords& words) {
  const Role& role = cast.book.role(words.role);
  if (!role.title || role.honorific || words.pronoun != PronounKind::none) return -1;
  const std::uint32_t paragraph = cast.words[words.first].paragraph;
  std::int32_t found = -1;
  for (const Mention& mention : cast.mentions.list) {
    const Word& word = cast.words[mention.first];
    if (mention.kind != MentionKind::person || word.paragraph > paragraph + 1 || word.heading) continue;
    if (mention.last - mention.first < 2 || mention.actor < 0 || word.quoted) continue;
    const Actor& actor = cast.actors[static_cast<std::size_t>(mention.actor)];
    if (word.paragraph <= paragraph || !actor.sure || !actor.roles.empty() || !same_sex(actor.gender, role.gender)) {
      if (mention.actor == found) return -1;
      continue;
    }
    if (cast.words[cast.mentions.list[actor.mentions[0]].first].paragraph <= paragraph) continue;
    if (found >= 0 && found != mention.actor) return -1;
    const bool speaks = std::any_of(speeches.begin(), speeches.end(),
                                    [&](const Speech& speech) { return speech.source.contains(word.span()); });
    if (speaks) found = mention.actor;
  }
  return found;
}

std::int32_t attributable(const Cast& cast) {
  static const std::uint64_t word = hash_word("attributable");
  for (std::uint32_t w = 0; w + 1 < cast.words.size() && w < 80; ++w) {
    if (cast.words[w].hash != word) continue;
    for (const Mention& mention : cast.mentions.list)
      if (mention.first > w && mention.first < w + 12 && mention.kind == MentionKind::person && mention.actor >= 0)
        return mention.actor;
  }
  return -1;
}

std::int32_t self_introduced(const Cast& cast, const Speech& speech) {
  if (speech.content.empty()) return -1;
  const std::uint32_t first = word_at(cast.words, speech.content[0].begin);
  for (const Mention& mention : cast.mentions.list) {
    if (mention.first < first) continue;
    if (mention.first > first || mention.kind != MentionKind::person || mention.last - mention.first < 2) return -1;
    const std::uint32_t next = mention.last;
    if (next >= cast.words.size() || mention.actor < 0) return -1;
    const bool outlet = cast.words[next].gap == Gap::comma && cast.words[next].capital;
    if (!outlet && !is(cast.words[next], Marker::from)) return -1;
    return mention.actor;
  }
  return -1;
}

std::int32_t lead_in(const Cast& cast, const Speech& speech, std::uint32_t from) {
  const std::uint32_t until = word_at(cast.words, extent(speech).begin);
  const std::uint32_t paragraph = paragraph_of(cast, speech, false);
  std::int32_t found = -1;
  const auto& list = cast.mentions.list;
  auto m = std::partition_point(list.begin(), list.end(),
                                [&](const Mention& mention) { return cast.words[mention.first].begin < from; });
  for (; m != list.end() && m->first < until; ++m) {
    const Mention& mention = *m;
    const Word& word = cast.words[mention.first];
    if (word.paragraph != paragraph || word.quoted || word.heading) continue;
    if (mention.kind == MentionKind::person && mention.actor >= 0 &&
        (cast.actors[static_cast<std::size_t>(mention.actor)].sure || mention.last - mention.first > 1))
      found = mention.actor;
  }
  return found;
}

std::int32_t interviewee(const Cast& cast, const Speech& answer) {
  const std::uint32_t until = word_at(cast.words, extent(answer).begin);
  for (const Mention& mention : cast.mentions.list) {
    if (mention.first >= until) break;
    if (mention.kind == MentionKind::person && mention.actor >= 0 && mention.last - mention.first >= 2 &&
        !cast.words[mention.first].quoted)
      return mention.actor;
  }
  return -1;
}

}  // namespace readout
