#include "readout/verify/frames.h"

#include <algorithm>

#include "readout/people/printed_name.h"
#include "readout/verify/layout.h"
#include "readout/verify/near_quotation.h"

namespace readout {
namespace {

constexpr std::size_t kLongestPrompt = 32;  // words of an interviewer's question
constexpr std::size_t kLeastPrompts = 2;

bool is_stage_note(std::string_view words) {
  return (words.starts_with('(') && words.ends_with(')')) || (words.starts_with('[') && words.ends_with(']'));
}

class Labels {
 public:
  explicit Labels(const std::vector<LayoutUnit>& units) : units_(units) {
    std::vector<std::string> different;
    for (const LayoutUnit& unit : units) {
      if (!unit.label) continue;
      ++count_;
      strong_ += unit.label->strong ? 1u : 0u;
      answers_ += unit.label->asks ? 0u : 1u;
      if (std::ranges::find(different, unit.label->name) == different.end()) different.push_back(unit.label->name);
    }
    different_ = different.size();
  }

  // Labels of a transcript, by the same measure as the engine's turns; headings stand by themselves.
  bool are_many() const {
    if (strong_ == 0 && (different_ < 2 || count_ < 3 || 3 * count_ < units_.size())) return false;
    return count_ >= 2 || units_.size() == 1;
  }
  bool are_all_questions() const { return count_ > 0 && answers_ == 0; }
  std::size_t strong() const { return strong_; }

  std::size_t count_of(const std::string& name) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(units_, [&](const LayoutUnit& unit) { return unit.label && unit.label->name == name; }));
  }

 private:
  const std::vector<LayoutUnit>& units_;
  std::size_t count_ = 0;
  std::size_t strong_ = 0;
  std::size_t answers_ = 0;
  std::size_t different_ = 0;
};

// A heading names a speaker by office or by a title: "JUDGE STERN:", "For the claimant, Ms. Roth:".
bool names_somebody(const std::string& name) {
  const PrintedName read = read_printed_name(name);
  return !read.organisation && (!read.roles.empty() || (read.gender != '-' && !read.words.empty()));
}

// "Question (Ida Roth, Evening Post)": Ida Roth; nobody where the label says no more than that somebody asks.
std::string asker_of(const std::string& label) {
  const std::size_t bracket = label.find('(');
  if (bracket == std::string::npos) return "";
  const std::size_t end = std::min(label.find_first_of(",;)", bracket), label.size());
  return label.substr(bracket + 1, end - bracket - 1);
}

std::vector<TurnFrame> find_labelled(const std::vector<LayoutUnit>& units) {
  const Labels labels(units);
  const bool many = labels.are_many();
  std::vector<TurnFrame> frames;
  bool open = false;
  for (const LayoutUnit& unit : units) {
    if (unit.label) {
      const UnitLabel& label = *unit.label;
      const bool known = names_somebody(label.name);
      const bool heads = label.heading && known;
      // In a record of strong labels a lone one in mixed case that names nobody is none: "Present: ...".
      const bool stray = !label.strong && !known && labels.strong() >= 3 && labels.count_of(label.name) == 1;
      const bool asks = label.asks && unit.words.ends_with('?');
      if ((many || heads || asks || (label.strong && known)) && !stray) {
        TurnFrame frame;
        frame.span = unit.span;
        frame.name = label.asks ? asker_of(label.name) : label.name;
        frame.asks = label.asks;
        if (label.answers) {
          frame.kind = FrameKind::answer;
          frame.name.clear();
        }
        frames.push_back(std::move(frame));
        open = !(label.asks && labels.are_all_questions());
        continue;
      }
      if (stray && open) {
        frames.push_back({unit.span, FrameKind::narration, "", false});
        continue;
      }
    }
    if (!open) continue;
    if (is_stage_note(unit.words)) {
      frames.push_back({unit.span, FrameKind::narration, "", false});
      continue;
    }
    TurnFrame& last = frames.back();
    last.span.end = unit.span.end;
  }
  return frames;
}

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

// "Ada Roth spoke to Ivo Stern": the guest before, the interviewer after.
struct Credit {
  std::string guest;
  std::string host;
  bool found = false;
};

Credit find_credit(const std::vector<LayoutUnit>& units) {
  struct Form {
    std::string_view words;
    bool guest_first;
  };
  constexpr Form kForms[] = {
      {" spoke to ", true},           {" spoke with ", true},      {" talks to ", true},
      {" talked to ", true},          {" was speaking to ", true}, {" in conversation with ", true},
      {" was interviewed by ", true}, {" interviewed by ", true},  {" interviews ", false},
      {" interviewed ", false},       {" met her ", false},        {" met him ", false},
      {" met them ", false}};
  Credit credit;
  for (const LayoutUnit& unit : units) {
    if (count_plain_words(unit.words) > 45) continue;
    for (const Form& form : kForms) {
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
    for (const std::string_view heading : {"Interview with ", "interview with ", "Interview: "})
      if (const std::size_t at = unit.words.find(heading); at != std::string::npos) {
        credit.guest = name_after(unit.words, at + heading.size());
        credit.found = is_person_name(credit.guest);
        if (credit.found) return credit;
      }
    if (holds_plain_word(unit.words, "interview") || holds_plain_word(unit.words, "conversation")) credit.found = true;
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
  const Credit credit = find_credit(units);
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
      frames.push_back({units[i].span, FrameKind::turn, credit.host, true});
      continue;
    }
    if (i > last + 1 && is_credit(words)) break;
    if (after_prompt)
      frames.push_back({units[i].span, FrameKind::answer, credit.guest, false});
    else if (!frames.empty())
      frames.back().span.end = units[i].span.end;
  }
  return frames;
}

std::string without_end(std::string words) {
  while (!words.empty() && (words.back() == '.' || words.back() == ',' || words.back() == ' ')) words.pop_back();
  return words;
}

// The words before the first comma or bracket.
std::string head_of(const std::string& words) {
  return without_end(words.substr(0, words.find_first_of(",;(")));
}

bool opens_signature(std::string_view words) {
  for (const std::string_view opener : {"Signed", "Yours", "Sincerely", "Respectfully", "With best", "Kind regards",
                                        "For the ", "On behalf of", "For and on behalf"})
    if (words.starts_with(opener) && count_plain_words(words) <= 8) return true;
  return false;
}

}  // namespace

std::vector<TurnFrame> find_frames(const std::vector<LayoutUnit>& units) {
  std::vector<TurnFrame> frames = find_labelled(units);
  if (frames.empty()) frames = find_prompted(units);
  // "A:" is the guest's.
  if (std::ranges::any_of(frames, [](const TurnFrame& f) { return f.kind == FrameKind::answer && f.name.empty(); }))
    if (const Credit credit = find_credit(units); !credit.guest.empty())
      for (TurnFrame& frame : frames)
        if (frame.kind == FrameKind::answer && frame.name.empty()) frame.name = credit.guest;
  return frames;
}

Authors find_authors(const Document& document, const std::vector<LayoutUnit>& units) {
  Authors authors;
  authors.writers = document.authors;
  bool open = false;  // below "Signed,"
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string& words = units[i].words;
    const std::size_t count = count_plain_words(words);
    if (i < 4 && (words.starts_with("By ") || words.starts_with("by ")) && count <= 12) {
      std::string rest = head_of(words.substr(3));
      const std::size_t both = rest.find(" and ");
      if (both != std::string::npos) {
        authors.writers.push_back(rest.substr(both + 5));
        rest.resize(both);
      }
      if (is_person_name(rest)) authors.writers.push_back(rest);
    }
    if (i < 6 && words.starts_with("Name: "))
      authors.signers.push_back(without_end(words.substr(6, words.find_first_of(".,;", 6) - 6)));
    if (i < 6 && words.starts_with("I, "))
      if (std::string name = head_of(words.substr(3)); is_person_name(name)) authors.signers.push_back(std::move(name));
    const bool late = 2 * i >= units.size();
    if (!late) continue;
    if (words.starts_with("Signed: ") && count <= 8) authors.signers.push_back(head_of(words.substr(8)));
    if (opens_signature(words)) {
      open = true;
      continue;
    }
    // "Ada Roth, chair", alone on its line.
    const std::string name = head_of(words);
    const bool dash = words.starts_with("—") || words.starts_with("–") || words.starts_with('-');  // signs a quotation
    const bool alone = !dash && count <= 10 && !words.ends_with('.') && !words.ends_with('?') &&
                       !words.ends_with('!') && words.find(':') == std::string::npos;
    const PrintedName read = alone && is_person_name(name) ? read_printed_name(name) : PrintedName{};
    const bool signs = read.words.size() >= 2 &&
                       (open || (words.find(',') != std::string::npos && !read_printed_name(words).roles.empty()));
    if (signs) authors.signers.push_back(name);
    if (!alone) open = false;
  }
  return authors;
}

}  // namespace readout
