#include "readout/verify/rank.h"

#include <algorithm>

namespace readout {
namespace {

constexpr std::size_t kMostBent = 3;       // places where the words were bent
constexpr std::uint32_t kCloseEnough = 4;  // to be told beside a place where the words stand
constexpr std::uint32_t kMissingWord = 2;
constexpr std::uint32_t kFewMissing = 2;

std::uint32_t cost_of(SeamKind kind) {
  switch (kind) {
    case SeamKind::far_apart:
    case SeamKind::reversed:
      return 7;
    case SeamKind::joined_sentences:
      return 6;
    case SeamKind::reordered:
      return 5;
    case SeamKind::unmarked_cut:
      return 2;
    case SeamKind::marked_cut:
      return 1;
    default:
      return 0;
  }
}

auto order_of(const Place& place, std::uint32_t words) {
  const bool changed = place.verdict > Verdict::trimmed;
  const bool bracketed = is_bracketed_print(place);
  const int verdict = static_cast<int>(place.verdict);
  const std::uint32_t distance = changed ? distance_to(place, words) : 0;
  // Of two that are as close the more careful one.
  return std::tuple(changed, bracketed, changed ? 0 : verdict, distance, changed ? -verdict : 0, place.text,
                    extent(place));
}

}  // namespace

bool is_sound(Verdict verdict) {
  return verdict <= Verdict::edited;
}

bool is_bracketed_print(const Place& place) {
  return place.verdict == Verdict::trimmed && !place.seams.empty() &&
         std::ranges::all_of(place.seams, [](const Seam& seam) { return seam.kind == SeamKind::source_bracket; });
}

std::uint32_t least_distance(std::uint32_t unmatched) {
  // One or two words were exchanged; more are another sentence.
  return kMissingWord * (unmatched + (unmatched > kFewMissing ? unmatched - kFewMissing : 0));
}

std::uint32_t distance_to(const Place& place, std::uint32_t words) {
  std::uint32_t out = least_distance(words - std::min(words, place.matched));
  out += static_cast<std::uint32_t>(place.put_in.size());
  for (const Seam& seam : place.seams) out += cost_of(seam.kind);
  return out;
}

std::uint32_t farthest_beside(std::uint32_t best) {
  return best + best / 2 + kCloseEnough;
}

Place closer(Place a, Place b, std::uint32_t words) {
  const bool a_found = a.verdict < Verdict::not_found;
  const bool b_found = b.verdict < Verdict::not_found;
  if (a_found != b_found) return a_found ? a : b;
  const bool a_whole = a.verdict <= Verdict::trimmed;
  if (a_whole != (b.verdict <= Verdict::trimmed)) return a_whole ? a : b;
  return distance_to(b, words) < distance_to(a, words) ? b : a;
}

void sort_places(std::vector<Place>& places, std::uint32_t words) {
  std::ranges::sort(places, {}, [&](const Place& place) { return order_of(place, words); });
  if (places.empty()) return;
  if (is_bracketed_print(places.front())) {
    const auto apart = std::ranges::find_if(
        places, [&](const Place& place) { return place.verdict == Verdict::spliced && place.differences.empty(); });
    if (apart != places.end()) std::rotate(places.begin(), apart, apart + 1);
  }
  const bool sound = std::ranges::any_of(places, [](const Place& place) { return is_sound(place.verdict); });
  const std::uint32_t best = distance_to(places.front(), words);
  std::size_t bent = 0;
  std::erase_if(places, [&](const Place& place) {
    if (is_sound(place.verdict)) return false;
    const std::uint32_t distance = distance_to(place, words);
    return ++bent > kMostBent ||
           (distance > (sound ? kCloseEnough : farthest_beside(best)) && place.verdict != Verdict::spliced);
  });
}

}  // namespace readout
