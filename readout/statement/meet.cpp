#include "readout/statement/meet.h"

#include <algorithm>
#include <string_view>

#include "readout/align/likeness.h"
#include "readout/statement/rarity.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::size_t kMaxWords = 120;  // of a passage, for what costs the product of two lengths
constexpr int kSynonymGrade = 55;

int common_run(const Utterance& a, const Utterance& b) {
  const std::size_t n = std::min(a.words.size(), kMaxWords);
  const std::size_t m = std::min(b.words.size(), kMaxWords);
  std::uint8_t before[kMaxWords + 1] = {};
  int longest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    std::uint8_t diagonal = 0;
    for (std::size_t k = 0; k < m; ++k) {
      const std::uint8_t above = before[k + 1];
      const bool equal = a.words[i].folded == b.words[k].folded ||
                         (a.words[i].spelling != 0 && a.words[i].spelling == b.words[k].spelling);
      before[k + 1] = equal ? static_cast<std::uint8_t>(diagonal + 1) : std::uint8_t{0};
      longest = std::max<int>(longest, before[k + 1]);
      diagonal = above;
    }
  }
  return longest;
}

// Telling words of `words` whose key is not among `other`.
std::vector<const Unit*> unmet(const Utterance& passage, const Utterance& other) {
  std::vector<const Unit*> words;
  for (const Unit& unit : passage.words) {
    if (words.size() >= kMaxWords / 4) break;
    if (rarity_of(unit) == 0) continue;
    const std::uint64_t key = meeting_key(unit);
    const auto at = std::ranges::lower_bound(other.tells, key, {}, &Telling::key);
    if (at == other.tells.end() || at->key != key) words.push_back(&unit);
  }
  return words;
}

// The weight of words that stand for each other, each used once, best first.
double synonyms(const Utterance& a, const Utterance& b) {
  const std::vector<const Unit*> left = unmet(a, b);
  const std::vector<const Unit*> right = unmet(b, a);
  struct Match {
    double weight;
    std::uint64_t low, high;
    std::size_t i, k;
  };
  std::vector<Match> matches;
  for (std::size_t i = 0; i < left.size(); ++i) {
    for (std::size_t k = 0; k < right.size(); ++k) {
      const Likeness like = likeness(*left[i], *right[k]);
      if (like.grade < kSynonymGrade || like.kind == Alike::opposite || like.kind == Alike::related) continue;
      const auto [low, high] = std::minmax(left[i]->exact, right[k]->exact);
      matches.push_back(
          {like.grade / 100.0 * std::min(rarity_of(*left[i]), rarity_of(*right[k])) * 0.9, low, high, i, k});
    }
  }
  std::ranges::stable_sort(matches, [](const Match& x, const Match& y) {
    if (x.weight != y.weight) return x.weight > y.weight;
    return x.low != y.low ? x.low < y.low : x.high < y.high;
  });
  std::vector<bool> used_left(left.size());
  std::vector<bool> used_right(right.size());
  double sum = 0;
  for (const Match& match : matches) {
    if (used_left[match.i] || used_right[match.k]) continue;
    used_left[match.i] = used_right[match.k] = true;
    sum += match.weight;
  }
  return sum;
}

std::string_view last_word(std::string_view key) {
  const std::size_t blank = key.rfind(' ');
  return blank == std::string_view::npos ? key : key.substr(blank + 1);
}

std::string_view before_slash(std::string_view office) {
  return office.substr(0, std::min(office.find('/'), office.size()));
}

// "institution:russian foreign ministry" speaks for who holds an office of that state.
bool speaks_for(const Voice& institution, const Voice& person) {
  if (institution.kind != PersonKind::institution || person.kind != PersonKind::person) return false;
  for (const std::string& office : person.offices) {
    // Of a state its adjective too: "russia/foreign-minister", "institution:rusian foreign ministri".
    const std::string state = fold_name(before_slash(office));
    if (state.size() < 4) continue;
    if (institution.person.find(state.substr(0, std::max<std::size_t>(4, state.size() - 2))) != std::string::npos)
      return true;
  }
  return false;
}

}  // namespace

Meeting meet(const Utterance& a, const Utterance& b, bool thoroughly) {
  Meeting meeting;
  auto at = a.tells.begin();
  auto to = b.tells.begin();
  while (at != a.tells.end() && to != b.tells.end()) {
    if (at->key == to->key) {
      meeting.shared += std::min(at->weight, to->weight);
      if (!at->capital || !to->capital) meeting.plain += std::min(at->weight, to->weight);
      ++at;
      ++to;
    } else if (at->key < to->key) {
      ++at;
    } else {
      ++to;
    }
  }
  double shared = meeting.shared;
  if (thoroughly) {
    const double alike = synonyms(a, b);
    shared += alike;
    meeting.plain += static_cast<int>(alike);
    meeting.run = common_run(a, b);
    meeting.shared = static_cast<int>(shared);
    meeting.whole = a.words.size() == b.words.size() && static_cast<std::size_t>(meeting.run) == a.words.size();
  }
  meeting.share_a = a.weight > 0 ? std::min(1.0, shared / a.weight) : 0;
  meeting.share_b = b.weight > 0 ? std::min(1.0, shared / b.weight) : 0;
  const double all = a.weight + b.weight - shared;
  meeting.score = 0.6 * std::max(meeting.share_a, meeting.share_b) + 0.4 * (all > 0 ? shared / all : 0);
  return meeting;
}

Span met_part(const Utterance& longer, const Utterance& shorter) {
  std::size_t first = longer.words.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < longer.words.size(); ++i) {
    const Unit& unit = longer.words[i];
    if (rarity_of(unit) == 0) continue;
    const bool met = std::ranges::any_of(shorter.words, [&](const Unit& other) {
      if (rarity_of(other) == 0) return false;
      if (meeting_key(other) == meeting_key(unit)) return true;
      const Likeness like = likeness(unit, other);
      return like.grade >= kSynonymGrade && like.kind != Alike::opposite && like.kind != Alike::related;
    });
    if (!met) continue;
    first = std::min(first, i);
    last = i;
  }
  if (first > last || (last - first + 1) * 10 >= longer.words.size() * 7) return longer.span;
  return {longer.words[first].span.begin, longer.words[last].span.end};
}

SameVoice same_voice(const Voice& a, const Voice& b) {
  const auto nobody = [](const Voice& voice) {
    return voice.person.empty() || voice.kind == PersonKind::unnamed || voice.kind == PersonKind::group;
  };
  if (nobody(a) || nobody(b)) return SameVoice::unknown;
  if (a.person == b.person) return SameVoice::equal;
  if (speaks_for(a, b) || speaks_for(b, a)) return SameVoice::office;
  const bool persons = a.kind == PersonKind::person && b.kind == PersonKind::person;
  const bool surname_alone = last_word(a.person) == a.person || last_word(b.person) == b.person;
  if (persons && surname_alone && last_word(a.person) == last_word(b.person)) return SameVoice::surname;
  return SameVoice::other;
}

SameTime same_time(const TimeReach& a, const TimeReach& b) {
  if (a.until_s <= b.from_s || b.until_s <= a.from_s) return SameTime::apart;
  const bool known = a.from_s != INT64_MIN && b.from_s != INT64_MIN;
  return known ? SameTime::meets : SameTime::unknown;
}

}  // namespace readout
