#include "readout/verify/attest.h"

#include <algorithm>
#include <tuple>

#include "readout/verify/direct_again.h"

namespace readout {
namespace {

constexpr std::uint32_t kShortWords = 3;  // a quotation of so few words stands in many places by chance

bool is_verbatim(Verdict verdict) {
  return verdict == Verdict::exact || verdict == Verdict::folded || verdict == Verdict::trimmed;
}

// Verdicts that OTHER SPEAKER and INDIRECT are worse than.
bool gives_way(Verdict verdict) {
  return is_verbatim(verdict) || verdict == Verdict::edited;
}

// Words that stand there, though another's, are a better place than words that were changed.
int rank_of(Verdict verdict) {
  const bool stands =
      verdict == Verdict::indirect || verdict == Verdict::other_speaker || verdict == Verdict::elsewhere;
  return stands ? 2 * static_cast<int>(Verdict::reworded) + 1 : 2 * static_cast<int>(verdict);
}

struct Heard {
  Attestation attestation;
  bool reported = false;  // inside somebody's indirect speech
  Span span;              // that speech
};

Heard hear(const PrintedName& claimed, const Voices& voices, Span span) {
  const std::vector<PlaceVoice> stack = voices.at(span);
  const auto utterer =
      std::ranges::find_if(stack, [](const PlaceVoice& voice) { return voice.form != VoiceForm::reported; });
  Heard heard;
  heard.reported = utterer != stack.begin();
  if (heard.reported) heard.span = stack.front().span;
  const PlaceVoice& inner = heard.reported ? stack.front() : *utterer;
  Attestation& out = heard.attestation;
  out.form = heard.reported && utterer->form == VoiceForm::narration ? VoiceForm::reported : utterer->form;
  out.speaker = out.form == VoiceForm::reported ? inner.name : utterer->name;
  if (claimed.empty()) return heard;

  NameMatch match = voices.match(claimed, *utterer);
  // "She told me, ‘…’", said by the one who is named: a third person is not who speaks around the words.
  if (match == NameMatch::unsure && utterer->apart)
    for (auto outer = utterer + 1; outer != stack.end(); ++outer)
      if (outer->form != VoiceForm::narration && voices.match(claimed, *outer) == NameMatch::same)
        match = NameMatch::other;
  if (match == NameMatch::same) {
    out.whose = Whose::theirs;
    return heard;
  }
  NameMatch reported = NameMatch::other;
  for (auto voice = stack.begin(); voice != utterer; ++voice)
    reported = std::min(reported, voices.match(claimed, *voice));
  if (utterer->form == VoiceForm::narration) {
    // A side, a group or an institution has its words from somebody.
    if (heard.reported)
      out.whose = reported == NameMatch::other && !inner.collective ? Whose::another : Whose::indirect;
    else
      out.whose = match == NameMatch::other ? Whose::indirect : Whose::unsure;
    return heard;
  }
  if (heard.reported && reported == NameMatch::same)
    out.whose = Whose::indirect;
  else
    out.whose = match == NameMatch::other ? Whose::another : Whose::unsure;
  return heard;
}

// The pieces of a place one by one: the worst answer counts, of two alike that on the longer piece.
Heard hear(const PrintedName& claimed, const Voices& voices, const Place& place) {
  Heard worst;
  std::uint32_t longest = 0;
  for (const Span piece : place.pieces) {
    Heard heard = hear(claimed, voices, piece);
    const Whose whose = heard.attestation.whose;
    const bool counts =
        longest == 0 || whose > worst.attestation.whose || (whose == worst.attestation.whose && piece.size() > longest);
    if (!counts) continue;
    worst = std::move(heard);
    longest = piece.size();
  }
  return worst;
}

class Attester {
 public:
  Attester(std::string_view quote, const Claim& claim, const Witnesses& witnesses)
      : quote_(quote), claim_(claim), witnesses_(witnesses), claimed_(read_printed_name(claim.speaker)) {}

  Verification attest() {
    std::vector<std::size_t> named;
    if (!claim_.source.empty())
      named = witnesses_.named ? witnesses_.named(claim_.source) : find_sources(claim_.source, witnesses_);
    Verification found = witnesses_.compare(named);
    weigh(found);
    if (named.empty()) {
      if (!claim_.source.empty() && !claim_.loose) found.cautions.push_back(Caution::source_unknown);
    } else if (is_weak(found)) {
      look_elsewhere(found);
    }
    if (found.words <= kShortWords && found.places.size() > 1) found.cautions.push_back(Caution::short_and_common);
    return found;
  }

 private:
  // The texts named hold at best a passage that shares some of the words.
  static bool is_weak(const Verification& found) {
    if (found.verdict == Verdict::not_found) return true;
    if (found.places.empty() || (found.verdict != Verdict::altered && found.verdict != Verdict::spliced)) return false;
    return 4 * found.places.front().matched < 3 * found.words;
  }

  void weigh(Verification& found) const {
    if (found.places.empty()) return;
    for (Place& place : found.places) weigh(place);
    std::ranges::stable_sort(found.places, {}, [&](const Place& place) {
      return std::tuple(rank_of(place.verdict), place.attested.whose == Whose::unsure, place.attested.nearness);
    });
    const Place& best = found.places.front();
    found.verdict = best.verdict;
    if (best.attested.whose == Whose::unsure) found.cautions.push_back(Caution::speaker_unknown);
  }

  void weigh(Place& place) const {
    const Document& document = witnesses_.document(place.text);
    place.attested.nearness = nearness_of(document);
    if (place.pieces.empty()) return;
    Heard heard = hear(claimed_, witnesses_.voices(place.text), place);
    heard.attestation.nearness = place.attested.nearness;
    place.attested = std::move(heard.attestation);
    const bool again = heard.reported && heard.span.contains(extent(place)) &&
                       place.attested.form == VoiceForm::reported && place.attested.whose != Whose::theirs &&
                       is_direct_again(quote_, document.text.view(), place);
    if (gives_way(place.verdict) || (again && place.verdict == Verdict::altered)) {
      if (place.attested.whose == Whose::another)
        place.verdict = Verdict::other_speaker;
      else if (place.attested.whose == Whose::indirect || again)
        place.verdict = Verdict::indirect;
    }
  }

  // The words do not stand in the texts named, so that whatever is found stands elsewhere.
  void look_elsewhere(Verification& found) const {
    Verification elsewhere = witnesses_.compare({});
    if (!is_verbatim(elsewhere.verdict)) return;
    weigh(elsewhere);
    for (Place& place : elsewhere.places) {
      place.attested.elsewhere = true;
      if (is_verbatim(place.verdict)) place.verdict = Verdict::elsewhere;
    }
    std::ranges::stable_sort(elsewhere.places, {}, &Place::verdict);
    elsewhere.verdict = elsewhere.places.front().verdict;
    found = std::move(elsewhere);
  }

  std::string_view quote_;
  const Claim& claim_;
  const Witnesses& witnesses_;
  PrintedName claimed_;
};

}  // namespace

Verification attest(std::string_view quote, const Claim& claim, const Witnesses& witnesses) {
  return Attester(quote, claim, witnesses).attest();
}

std::vector<std::size_t> find_sources(std::string_view source, const Witnesses& witnesses) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < witnesses.names.size(); ++i)
    if (is_source(source, witnesses.names[i], witnesses.document(i))) found.push_back(i);
  return found;
}

std::string_view to_string(VoiceForm form) {
  constexpr std::string_view kNames[] = {"narration", "reported", "quoted", "turn"};
  return kNames[static_cast<std::size_t>(form)];
}

std::string_view to_string(Whose whose) {
  constexpr std::string_view kNames[] = {"unasked", "the speaker named", "speaker not sure", "reported",
                                         "another speaker"};
  return kNames[static_cast<std::size_t>(whose)];
}

std::string_view to_string(Caution caution) {
  constexpr std::string_view kNames[] = {"speaker unknown", "source unknown", "short and common"};
  return kNames[static_cast<std::size_t>(caution)];
}

std::string_view to_string(Nearness nearness) {
  constexpr std::string_view kNames[] = {"transcript", "official record", "wire", "press"};
  return kNames[static_cast<std::size_t>(nearness)];
}

}  // namespace readout
