#include <algorithm>

#include "readout/people/printed_name.h"
#include "readout/verify/frame_parts.h"
#include "readout/verify/layout.h"
#include "readout/verify/near_quotation.h"

namespace readout {
namespace {

constexpr std::size_t kLongestPrompt = 32;  // words of an interviewer's question
constexpr std::size_t kLeastPrompts = 2;

bool is_question(std::string_view words) {
  return (words.ends_with('?') || words.ends_with("?”") || words.ends_with("?\"")) &&
         count_plain_words(words) <= kLongestPrompt;
}

bool says_you(std::string_view words) {
  return holds_plain_word(words, "you") || holds_plain_word(words, "your");
}

bool says_i(std::string_view words) {
  return holds_plain_word(words, "i") || holds_plain_word(words, "my") || holds_plain_word(words, "me");
}

bool is_prose(std::string_view words) {
  return count_plain_words(words) >= 8 && words.find(". ") != std::string_view::npos;
}

}  // namespace

InterviewCredit find_credit(const std::vector<LayoutUnit>& units) {
  struct CreditForm {
    std::string_view words;
    bool guest_first;
  };
  constexpr CreditForm kForms[] = {
      {" spoke to ", true},           {" spoke with ", true},      {" talks to ", true},
      {" talked to ", true},          {" was speaking to ", true}, {" in conversation with ", true},
      {" was interviewed by ", true}, {" interviewed by ", true},  {" interviews ", false},
      {" interviewed ", false},       {" met her ", false},        {" met him ", false},
      {" met them ", false}};
  InterviewCredit credit;
  for (const LayoutUnit& unit : units) {
    if (count_plain_words(unit.words) > 45) continue;
    for (const CreditForm& form : kForms) {
      const std::size_t at = unit.words.find(form.words);
      if (at == std::string::npos) continue;
      const std::string before = name_before(unit.words, at);
      const std::string after = name_after(unit.words, at + form.words.size());
      if (!is_person_name(before) || (!after.empty() && !is_person_name(after))) continue;
      credit.guest = form.guest_first ? before : after;
      credit.host = form.guest_first ? after : before;
      credit.found = true;
      // "Stern won the prize. Roth met him": the guest opens the paragraph.
      if (credit.guest.empty()) credit.guest = name_after(unit.words, 0);
      return credit;
    }
    const auto read = [&](std::string_view words, std::string& name) {
      const std::size_t at = unit.words.find(words);
      if (at == std::string::npos || !name.empty()) return;
      std::string found = name_after(unit.words, at + words.size());
      if (!is_person_name(found)) return;
      name = std::move(found);
      credit.found = true;
    };
    for (const std::string_view words : {"nterview with ", "onversation with ", "talk with ",
                                         "Interviewee: ", "Witness: ", "Guest: ", "Deposition of ", "Testimony of ",
                                         "Evidence of ", "Examination of "})
      read(words, credit.guest);
    for (const std::string_view words :
         {"Interviewer: ", "Interview by ", "Interview: ", "Questions by ", "Questions: "})
      read(words, credit.host);
    if (holds_plain_word(unit.words, "interview") || holds_plain_word(unit.words, "conversation")) credit.found = true;
  }
  // The first of the lead's names who does not ask: "Aldo Brennan has crossed the river since he was nineteen."
  for (std::size_t i = 0; credit.found && credit.guest.empty() && i < std::min<std::size_t>(units.size(), 4); ++i)
    for (std::size_t at = 0; at < units[i].words.size() && credit.guest.empty(); ++at) {
      if (at > 0 && units[i].words[at - 1] != ' ') continue;
      std::string name = name_after(units[i].words, at);
      const PrintedName read = is_person_name(name) ? read_printed_name(name) : PrintedName{};
      const bool sentence = at == 0 && is_prose(units[i].words);
      if (read.words.size() >= 2 && name != credit.host && (read.gender != '-' || sentence))
        credit.guest = std::move(name);
    }
  return credit;
}

// An interview whose questions stand alone in their paragraphs.
std::vector<TurnFrame> find_prompted(const std::vector<LayoutUnit>& units) {
  std::size_t questions = 0;
  std::size_t first = units.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i + 1 < units.size(); ++i) {
    if (!is_question(units[i].words) || is_question(units[i + 1].words)) continue;
    ++questions;
    first = std::min(first, i);
    last = i;
  }
  if (questions < kLeastPrompts) return {};
  const InterviewCredit credit = find_credit(units);
  if (!credit.found) return {};
  std::vector<TurnFrame> frames;
  const auto is_credit = [&](const std::string& words) {
    return (!credit.host.empty() && words.find(credit.host) != std::string::npos) ||
           holds_plain_word(words, "interview") || holds_plain_word(words, "conversation") ||
           holds_plain_word(words, "recorded");
  };
  for (std::size_t i = first; i < units.size(); ++i) {
    const std::string& words = units[i].words;
    const bool after_prompt = !frames.empty() && frames.back().asks;
    // A question, or a short remark to "you" between two longer answers.
    const bool remark = !after_prompt && i < last + 4 && i + 1 < units.size() && says_you(words) && !says_i(words) &&
                        count_plain_words(words) <= 14;
    const bool short_remark = !after_prompt && i + 1 < units.size() && count_plain_words(words) <= 9 &&
                              !says_i(words) && count_plain_words(units[i + 1].words) > 9 && i < units.size() - 2 &&
                              !frames.empty();
    if (!after_prompt && (is_question(words) || remark || short_remark)) {
      frames.push_back({units[i].span, FrameKind::turn, credit.host, "", true});
      continue;
    }
    if (i > last + 1 && is_credit(words)) break;
    if (after_prompt)
      frames.push_back({units[i].span, FrameKind::answer, credit.guest, "", false});
    else if (!frames.empty())
      frames.back().span.end = units[i].span.end;
  }
  return frames;
}

}  // namespace readout
