#include "readout/people/occasion.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "readout/base/lexicon.h"
#include "readout/speech/channel.h"
#include "readout/speech/prose.h"
#include "readout/text/tokens.h"

namespace readout {
namespace {

struct Occasion {
  std::size_t speech = 0;  // that names it
  std::uint32_t paragraph = 0;
};

class Carrier {
 public:
  Carrier(const Document& document, std::vector<Speech>& speeches, std::span<const Speaker> speakers)
      : document_(document), speeches_(speeches), speakers_(speakers) {}

  void carry() {
    std::unordered_map<std::int32_t, Occasion> named;
    std::unordered_map<std::int32_t, std::vector<std::size_t>> leads;  // speeches before the first occasion
    for (std::size_t i = 0; i < speeches_.size(); ++i) {
      if (speeches_[i].basis.rule == "issued") note_issued(i);
      const Speech& speech = speeches_[i];
      const std::int32_t who = speakers_[i].person;
      if (speech.depth > 0 || who < 0 || speech.polarity == Polarity::asked) continue;
      const Occasion here{i, document_.blocks[block_at(extent(speech).begin)].paragraph};
      const auto known = named.find(who);
      if (names_occasion(speech) && !is_elsewhere(speech)) {
        if (known == named.end())
          for (const std::size_t lead : leads[who]) give(lead, here, kLeadParagraphs);
        named.insert_or_assign(who, here);
      } else if (known != named.end()) {
        give(i, known->second, kFarParagraphs);
      } else {
        leads[who].push_back(i);
      }
    }
  }

 private:
  // A telephone or a meeting beside a cue is as often what is spoken about ("described the call as ...").
  static bool names_occasion(const Speech& speech) {
    return std::any_of(speech.channels.begin(), speech.channels.end(), [](const Channel& channel) {
      return channel.kind != ChannelKind::telephone && channel.kind != ChannelKind::meeting;
    });
  }

  std::size_t block_at(std::uint32_t offset) const {
    const auto after = std::upper_bound(document_.blocks.begin(), document_.blocks.end(), offset,
                                        [](std::uint32_t at, const Block& block) { return at < block.span.begin; });
    return after == document_.blocks.begin() ? 0 : static_cast<std::size_t>(after - document_.blocks.begin()) - 1;
  }

  // The issuer's text, and the call or meeting that it tells of.
  void note_issued(std::size_t i) {
    Speech& issued = speeches_[i];
    if (issued.channels.empty()) issued.channels.push_back({ChannelKind::communique, issued.source});
    const Span first = issued.content.front();
    std::vector<Channel> met;
    for (const Token& token : tokenize(document_.text.view(), first)) {
      const ChannelKind kind = channel_of_word(LowerWord(document_.text[token.span]).view());
      if (kind == ChannelKind::telephone || kind == ChannelKind::meeting) met.push_back({kind, token.span});
      if (!met.empty()) break;
    }
    if (met.empty()) return;
    Moment when = issued.said;
    const auto time = std::find_if(document_.times.begin(), document_.times.end(), [&](const TimeMention& t) {
      return first.contains(t.span) && t.moment.grain >= Grain::day;
    });
    if (time != document_.times.end() && is_known(time->moment)) when = time->moment;
    for (std::size_t k = i + 1; k < speeches_.size() && speeches_[k].depth > issued.depth; ++k) {
      Speech& nested = speeches_[k];
      if (nested.parent != static_cast<std::int32_t>(i) || !nested.channels.empty() || is_known(nested.said)) continue;
      if (is_elsewhere(nested)) continue;
      nested.channels = met;
      nested.said = when;
    }
  }

  void give(std::size_t i, const Occasion& occasion, std::uint32_t far) {
    Speech& speech = speeches_[i];
    const Speech& from = speeches_[occasion.speech];
    if (!speech.channels.empty() || is_elsewhere(speech)) return;
    const std::uint32_t paragraph = document_.blocks[block_at(extent(speech).begin)].paragraph;
    const std::uint32_t between =
        paragraph > occasion.paragraph ? paragraph - occasion.paragraph : occasion.paragraph - paragraph;
    if (between > far) return;
    const bool own_time = is_known(speech.said) && !(speech.said == document_.dates.said);
    const bool other_time =
        own_time && !(speech.said.begin_s == from.said.begin_s && speech.said.end_s == from.said.end_s);
    if (other_time) return;
    speech.channels = from.channels;
    if (!own_time && is_known(from.said)) speech.said = from.said;
  }

  // The words around cue and source say that it was another time: "has said", "earlier", "repeatedly".
  bool is_elsewhere(const Speech& speech) const {
    static const std::unordered_set<std::string_view> kOther = [] {
      std::unordered_set<std::string_view> words;
      for (const auto& row : rows(embedded("en/other_occasion.tsv"))) words.insert(row[0]);
      return words;
    }();
    constexpr std::uint32_t kAround = 24;  // bytes
    for (const Span cue : speech.cue) {
      // To whole words on either side.
      const std::string_view text = document_.text.view();
      std::uint32_t begin = cue.begin < kAround ? 0 : cue.begin - kAround;
      while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n') --begin;
      std::uint32_t end = std::min<std::uint32_t>(cue.end + kAround, document_.text.size());
      while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
      bool perfect = false;
      for (const Token& token : tokenize(text, {begin, end})) {
        const bool of_content = std::any_of(speech.content.begin(), speech.content.end(),
                                            [&](Span content) { return content.overlaps(token.span); });
        if (of_content) continue;
        const LowerWord word(document_.text[token.span]);
        if (kOther.contains(word.view())) return true;
        const bool auxiliary = word.view() == "has" || word.view() == "have" || word.view() == "had";
        if (cue.contains(token.span) && auxiliary) return true;
        if (token.span.begin < cue.begin) perfect = auxiliary || (perfect && word.view().ends_with("ly"));
      }
      if (perfect) return true;
    }
    return false;
  }

  const Document& document_;
  std::vector<Speech>& speeches_;
  std::span<const Speaker> speakers_;
};

}  // namespace

void carry_occasions(const Document& document, std::vector<Speech>& speeches, std::span<const Speaker> speakers) {
  if (!document.blocks.empty()) Carrier(document, speeches, speakers).carry();
}

}  // namespace readout
