// turns_outside: the words before and after a quotation that turn what it says.
#include <algorithm>

#include "readout/text/characters.h"
#include "readout/verify/judge.h"

namespace readout {
namespace {

bool opens_marks(std::string_view between) {
  for (std::size_t i = 0; i < between.size(); i += code_point_at(between, i).size)
    if (is_opening(code_point_at(between, i).value)) return true;
  return false;
}

bool has_stop(std::string_view between) {
  return between.find_first_of(",;:.!?") != std::string_view::npos;
}

}  // namespace

std::vector<Difference> turns_outside(std::string_view text, const std::vector<FoldedWord>& words, std::size_t first,
                                      std::size_t last) {
  constexpr std::size_t kDenialReach = 5;
  constexpr std::size_t kNegationReach = 3;
  constexpr std::size_t kConditionReach = 2;
  const auto word = [&](std::size_t i) { return slice(text, words[i].span); };
  const auto after = [&](std::size_t i) {
    return i + 1 < words.size() ? text.substr(words[i].span.end, words[i + 1].span.begin - words[i].span.end)
                                : std::string_view();
  };
  const auto is_one_of = [&](std::size_t i, std::initializer_list<std::string_view> list) {
    return std::ranges::any_of(list, [&](std::string_view each) { return same_ascii(word(i), each); });
  };
  std::vector<Difference> outside;
  const auto tell = [&](std::size_t i, Turn turn) {
    const DifferenceType limit = is_one_of(i, {"only"}) ? DifferenceType::scope : DifferenceType::hedge;
    const DifferenceType type = turn == Turn::negation    ? DifferenceType::negation
                                : turn == Turn::condition ? DifferenceType::condition
                                : turn == Turn::denial    ? DifferenceType::speech_act
                                                          : limit;
    return Difference{type, {}, words[i].span, true};
  };
  for (std::size_t back = 1; back <= kDenialReach && back <= first; ++back) {
    const std::size_t i = first - back;
    if (sentence_ends_after(text, words, i)) break;
    const Turn turn = turn_of(word(i));
    bool turns = false;
    if (turn == Turn::negation)
      turns = back <= kNegationReach && !is_one_of(i + 1, {"only", "just", "merely", "least", "doubt"}) &&
              !(same_ascii(word(i), "no") && after(i).starts_with(","));
    if (turn == Turn::condition) turns = back <= kConditionReach;
    if (turn == Turn::denial)
      turns = is_one_of(i, {"denied", "denies", "deny", "denying"}) || is_one_of(i + 1, {"that", "to", "having"}) ||
              opens_marks(after(i));
    if (turn == Turn::limit) turns = back == 1 && !(i > 0 && same_ascii(word(i - 1), "not"));
    if (turns) outside.insert(outside.begin(), tell(i, turn));
  }
  for (std::size_t ahead = 1; ahead <= kConditionReach && last + ahead < words.size(); ++ahead) {
    const std::size_t i = last + ahead;
    if (sentence_ends_after(text, words, i - 1)) break;
    const Turn turn = turn_of(word(i));
    const bool limits = turn == Turn::condition && !is_one_of(i, {"until", "whether"});
    if (limits || (turn == Turn::negation && ahead == 1 && !has_stop(after(last)))) outside.push_back(tell(i, turn));
  }
  return outside;
}

}  // namespace readout
