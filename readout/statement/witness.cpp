#include "readout/statement/witness.h"

#include <algorithm>

#include "readout/statement/rarity.h"
#include "readout/statement/sketch.h"
#include "readout/text/sentences.h"

namespace readout {
namespace {

constexpr std::uint32_t kSliceBytes = 1u << 16;
constexpr std::int64_t kDay = 86400;
constexpr std::int64_t kWeek = 7 * kDay;

// A report comes out within days of the words, mostly; a crawl says only that they were not said after it.
TimeReach reach_of(const Speech& speech, const Dates& dates) {
  const auto around = [](const Moment& moment, std::int64_t before, bool said) {
    return TimeReach{moment.begin_s - before, moment.end_s + kDay, said};
  };
  if (is_known(speech.said)) return around(speech.said, kDay, true);
  if (is_known(dates.said)) return around(dates.said, kDay, true);
  if (is_known(dates.published)) return around(dates.published, kWeek, false);
  for (const Moment& late : {dates.copied, dates.crawled})
    if (is_known(late)) return {INT64_MIN, late.end_s + kDay, false};
  return {};
}

// The units that lie in `span`.
std::span<const Unit> units_in(std::span<const Unit> units, Span span) {
  const auto from = std::ranges::lower_bound(units, span.begin, {}, [](const Unit& unit) { return unit.span.begin; });
  const auto to = std::ranges::partition_point(std::ranges::subrange(from, units.end()),
                                               [&](const Unit& unit) { return unit.span.end <= span.end; });
  return {from, to};
}

Utterance make_passage(std::span<const Unit> units, Span span, const Speech& speech) {
  Utterance passage;
  passage.span = span;
  passage.words.reserve(std::min(units.size(), kMaxUtterance));
  for (const Unit& unit : units) {
    if (!is_word(unit.kind)) continue;
    const auto in = std::ranges::partition_point(
        speech.insertions, [&](const Insertion& insertion) { return insertion.span.end <= unit.span.begin; });
    if (in != speech.insertions.end() && in->span.contains(unit.span)) continue;
    if (passage.words.size() >= kMaxUtterance) break;
    passage.words.push_back(unit);
    if (const int weight = rarity_of(unit); weight > 0)
      passage.tells.push_back(
          {meeting_key(unit), weight, unit.kind == UnitKind::name || (unit.capital && passage.words.size() > 1)});
  }
  std::ranges::sort(passage.tells);
  for (const Telling& tells : passage.tells) passage.weight += tells.weight;
  return passage;
}

}  // namespace

Witness make_witness(const Document& document, std::span<const Speech> speeches, std::span<const Person> persons,
                     std::span<const Speaker> speakers, std::vector<Unit>* read) {
  Witness witness;
  const std::string_view text = document.text.view();
  const bool whole = text.size() <= kReadWhole && (read != nullptr || !speeches.empty());
  std::vector<Unit> units;
  if (whole) units = make_units(text, make_span(0, text.size()));
  for (std::size_t i = 0; i < speeches.size(); ++i) {
    const Speech& speech = speeches[i];
    Voice voice;
    voice.speech_kind = speech.kind;
    voice.polarity = speech.polarity;
    voice.reach = reach_of(speech, document.dates);
    const auto who = i < speakers.size() ? static_cast<std::size_t>(speakers[i].person) : persons.size();
    if (who < persons.size()) {
      voice.person = persons[who].key;
      voice.offices = persons[who].offices;
      voice.kind = persons[who].kind;
    }
    witness.voices.push_back(std::move(voice));
    bool inner = false;
    if (speech.parent >= 0 && !speech.content.empty())
      for (const Span outer : speeches[static_cast<std::size_t>(speech.parent)].content)
        inner = inner || outer.contains(speech.content.front());
    for (const Span content : speech.content) {
      for (const Span sentence : split_sentences(text, content)) {
        Utterance passage = whole ? make_passage(units_in(units, sentence), sentence, speech)
                                  : make_passage(make_units(text, sentence), sentence, speech);
        passage.speech = static_cast<std::uint32_t>(i);
        passage.inner = inner;
        if (!passage.words.empty()) witness.passages.push_back(std::move(passage));
      }
    }
  }
  if (read != nullptr) *read = std::move(units);
  return witness;
}

std::vector<std::uint32_t> sketch_of(const Document& document, const Witness& witness, std::span<const Unit> read) {
  const std::string_view text = document.text.view();
  std::vector<std::span<const Unit>> passages;
  for (const Utterance& passage : witness.passages) passages.emplace_back(passage.words);
  std::vector<std::uint32_t> keys = sketch({}, passages);
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::body) continue;
    if (!read.empty()) {
      const std::vector<std::uint32_t> more = sketch(units_in(read, block.span), {});
      keys.insert(keys.end(), more.begin(), more.end());
      continue;
    }
    // In slices, so that the units of a large block are never held at once.
    for (std::uint32_t from = block.span.begin; from < block.span.end;) {
      std::uint32_t to = std::min(block.span.end, from + kSliceBytes);
      if (to < block.span.end) {
        const std::size_t blank = text.rfind(' ', to);
        if (blank != std::string_view::npos && blank > from) to = static_cast<std::uint32_t>(blank);
        while (to < block.span.end && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80) ++to;
      }
      const std::vector<std::uint32_t> more = sketch(make_units(text, {from, to}), {});
      keys.insert(keys.end(), more.begin(), more.end());
      from = to;
    }
  }
  std::ranges::sort(keys);
  const auto last = std::ranges::unique(keys);
  keys.erase(last.begin(), last.end());
  return keys;
}

}  // namespace readout
