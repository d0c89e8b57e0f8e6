#include "readout/verify/direct_again.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "readout/text/fold.h"

namespace readout {
namespace {

using Words = std::vector<std::string>;
using WordPair = std::pair<std::string_view, std::string_view>;

constexpr std::size_t kLongestPhrase = 5;  // words of a noun phrase that stands for "I" or "we"

// Direct, and as reported.
constexpr std::array<WordPair, 36> kPairs = {{
    {"will", "would"},    {"shall", "would"},      {"shall", "should"},   {"can", "could"},
    {"may", "might"},     {"is", "was"},           {"are", "were"},       {"am", "was"},
    {"has", "had"},       {"have", "had"},         {"do", "did"},         {"does", "did"},
    {"was", "been"},      {"were", "been"},        {"won't", "wouldn't"}, {"can't", "couldn't"},
    {"isn't", "wasn't"},  {"aren't", "weren't"},   {"hasn't", "hadn't"},  {"haven't", "hadn't"},
    {"don't", "didn't"},  {"doesn't", "didn't"},   {"here", "there"},     {"this", "that"},
    {"these", "those"},   {"now", "then"},         {"today", "that"},     {"tomorrow", "following"},
    {"tomorrow", "next"}, {"yesterday", "before"}, {"ago", "before"},     {"come", "go"},
    {"we're", "were"},    {"i'll", "would"},       {"we'll", "would"},    {"must", "had"},
}};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_first_person(std::string_view word) {
  return is_one_of(word, {"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves", "you", "your"});
}

bool is_third_person(std::string_view word) {
  return is_one_of(word, {"he", "she", "they", "it", "him", "her", "them", "his", "their", "its", "hers", "theirs",
                          "himself", "herself", "themselves", "itself"});
}

Words split(std::string_view words) {
  Words out;
  const std::string folded = fold_words(words);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) out.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

bool is_pair(const std::string& direct, const std::string& reported) {
  if (direct == reported) return true;
  if (is_first_person(direct) && is_third_person(reported)) return true;
  return std::ranges::find(kPairs, WordPair(direct, reported)) != kPairs.end();
}

// Same verb by its look: "fail" and "failed", "pays" and "paid". What else it may be, the other words decide.
bool is_past_of(const std::string& direct, const std::string& reported) {
  std::size_t head = 0;
  while (head < direct.size() && head < reported.size() && direct[head] == reported[head]) ++head;
  return head >= 2 && 2 * head >= direct.size() && reported != direct &&
         (reported.ends_with("d") || reported.ends_with("t") || reported.ends_with("e") || reported.ends_with("ew")) &&
         !direct.ends_with("ed");
}

bool is_reporting(const Difference& difference, std::string_view quote, std::string_view text) {
  const Words direct = split(slice(quote, difference.quote));
  const Words reported = split(slice(text, difference.text));
  if (direct == reported) return true;
  if (direct.size() == reported.size()) {
    bool all = true;
    for (std::size_t i = 0; i < direct.size(); ++i)
      all = all && (is_pair(direct[i], reported[i]) ||
                    (difference.type == DifferenceType::tense && is_past_of(direct[i], reported[i])));
    if (all) return true;
  }
  // "had promised" for "promised"; a "that" between clauses.
  if (direct.empty()) return reported.size() == 1 && is_one_of(reported[0], {"had", "that", "would", "also"});
  if (reported.size() == direct.size() + 1 && is_one_of(reported[0], {"had", "that"}) &&
      std::equal(direct.begin(), direct.end(), reported.begin() + 1))
    return true;
  // "the company would" for "we will": a noun phrase, then what differs besides.
  if (!is_first_person(direct[0])) return false;
  for (std::size_t phrase = 1; phrase <= std::min(kLongestPhrase, reported.size()); ++phrase) {
    if (reported.size() - phrase != direct.size() - 1) continue;
    bool all = true;
    for (std::size_t i = 1; i < direct.size(); ++i) all = all && is_pair(direct[i], reported[phrase + i - 1]);
    return all;
  }
  return false;
}

}  // namespace

bool is_direct_again(std::string_view quote, std::string_view text, const Place& place) {
  if (place.differences.empty()) return false;
  return std::ranges::all_of(place.differences, [&](const Difference& difference) {
    return difference.type != DifferenceType::order && is_reporting(difference, quote, text);
  });
}

}  // namespace readout
