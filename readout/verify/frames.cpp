#include "readout/verify/frames.h"

#include <algorithm>
#include <map>

#include "readout/people/printed_name.h"
#include "readout/verify/frame_parts.h"
#include "readout/verify/layout.h"
#include "readout/verify/near_quotation.h"

namespace readout {
namespace {

constexpr std::size_t kHeadUnits = 6;

bool is_stage_note(std::string_view words) {
  return (words.starts_with('(') && words.ends_with(')')) || (words.starts_with('[') && words.ends_with(']'));
}

class Labels {
 public:
  explicit Labels(const std::vector<LayoutUnit>& units) : units_(units) {
    for (const LayoutUnit& unit : units) {
      if (!unit.label) continue;
      ++count_;
      strong_ += unit.label->strong ? 1u : 0u;
      answers_ += unit.label->asks ? 0u : 1u;
      ++counts_[unit.label->name];
    }
    different_ = counts_.size();
  }

  // Labels of a transcript, by the same measure as the engine's turns; headings stand by themselves.
  bool are_many() const {
    // Where nothing marks a label but its colon, somebody must speak twice: "Aims:", "Methods:" are no speakers.
    if (strong_ == 0 && (different_ < 2 || count_ < 3 || count_ == different_ || 3 * count_ < units_.size()))
      return false;
    return count_ >= 2 || units_.size() == 1;
  }
  bool are_all_questions() const { return count_ > 0 && answers_ == 0; }
  std::size_t strong() const { return strong_; }

  std::size_t count_of(const std::string& name) const {
    const auto at = counts_.find(name);
    return at == counts_.end() ? 0 : at->second;
  }

 private:
  const std::vector<LayoutUnit>& units_;
  std::map<std::string, std::size_t> counts_;
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

// "EXAMINATION BY MS. ROTH:", "BY MR. STERN:": who asks from here on.
std::string examiner_of(std::string_view words) {
  if (count_plain_words(words) > 8) return "";
  for (const std::string_view by : {"EXAMINATION BY ", "Examination by ", "examination by ", "Questioned by ", "BY "})
    if (const std::size_t at = words.find(by); at != std::string_view::npos && (by != "BY " || at == 0)) {
      std::string name(words.substr(at + by.size()));
      while (!name.empty() && (name.back() == ':' || name.back() == '.' || name.back() == ' ')) name.pop_back();
      return is_person_name(name) ? name : "";
    }
  return "";
}

// "HV", "S.B.": a label of initials.
std::string initials_of(std::string_view label) {
  std::string out;
  for (const char c : label) {
    if (c == '.' || c == ' ') continue;
    if (c < 'A' || c > 'Z') return "";
    out.push_back(c);
  }
  return out.size() >= 2 && out.size() <= 3 ? out : "";
}

// The full name in the first lines, or in the credit, that has these initials; empty where none has, or two have.
std::string name_of_initials(const std::string& initials, const std::vector<LayoutUnit>& units,
                             const InterviewCredit& credit) {
  std::vector<std::string> names = {credit.guest, credit.host};
  for (std::size_t i = 0; i < std::min<std::size_t>(units.size(), kHeadUnits); ++i)
    for (std::size_t at = 0; at < units[i].words.size(); ++at)
      if (at == 0 || units[i].words[at - 1] == ' ' || units[i].words[at - 1] == '(')
        names.push_back(name_after(units[i].words, at));
  std::string found;
  for (const std::string& name : names) {
    std::string letters;
    for (std::size_t at = 0; at < name.size(); ++at)
      if ((at == 0 || name[at - 1] == ' ' || name[at - 1] == '-') && name[at] >= 'A' && name[at] <= 'Z')
        letters.push_back(name[at]);
    if (letters != initials || name.find(' ') == std::string::npos) continue;
    if (!found.empty() && found != name) return "";
    found = name;
  }
  return found;
}

std::vector<TurnFrame> find_labelled(const std::vector<LayoutUnit>& units) {
  const Labels labels(units);
  const bool many = labels.are_many();
  std::vector<TurnFrame> frames;
  bool open = false;
  std::string asker;  // "EXAMINATION BY MS. ROTH:"
  const bool letters = std::ranges::any_of(
      units, [](const LayoutUnit& unit) { return unit.label && unit.label->letter && unit.label->asks; });
  for (const LayoutUnit& unit : units) {
    if (std::string name = examiner_of(unit.words); !name.empty()) {
      asker = std::move(name);
      open = false;
      continue;
    }
    if (unit.label && (letters || !unit.label->letter)) {
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
        if (label.asks && frame.name.empty()) frame.name = asker;
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
        frames.push_back({unit.span, FrameKind::narration, "", "", false});
        continue;
      }
    }
    if (!open) continue;
    if (is_stage_note(unit.words)) {
      frames.push_back({unit.span, FrameKind::narration, "", "", false});
      continue;
    }
    TurnFrame& last = frames.back();
    last.span.end = unit.span.end;
  }
  return frames;
}

// "THE CHAIR:" is who "THE CHAIR (Senator Ida Roth):" was.
void fill_short_labels(std::vector<TurnFrame>& frames) {
  std::map<std::string, std::string> full;
  for (const TurnFrame& frame : frames)
    if (const std::size_t bracket = frame.name.find(" ("); bracket != std::string::npos)
      full.try_emplace(frame.name.substr(0, bracket), frame.name);
  for (TurnFrame& frame : frames)
    if (const auto at = full.find(frame.name); at != full.end()) frame.name = at->second;
}

// A paragraph that a signature follows: what it quotes.
std::vector<TurnFrame> find_signed_units(const std::vector<LayoutUnit>& units) {
  std::vector<TurnFrame> frames;
  for (std::size_t i = 1; i < units.size(); ++i) {
    std::string_view words = units[i].words;
    bool dash = false;
    for (const std::string_view mark : {"— ", "– ", "― ", "-- ", "- ", "—"})
      if (!dash && words.starts_with(mark)) {
        words.remove_prefix(mark.size());
        dash = true;
      }
    std::string name = dash ? name_after(words, 0) : "";
    if (name.empty() || read_printed_name(name).words.empty() || count_plain_words(words) > 14) continue;
    frames.push_back({units[i - 1].span, FrameKind::turn, std::move(name), "", false});
  }
  return frames;
}

}  // namespace

std::vector<TurnFrame> find_frames(const std::vector<LayoutUnit>& units) {
  std::vector<TurnFrame> frames = find_labelled(units);
  if (frames.empty()) frames = find_prompted(units);
  if (frames.empty()) {
    frames = find_sections(units);
    if (frames.empty()) frames = find_signed_units(units);
    return frames;
  }
  const InterviewCredit credit = find_credit(units);
  fill_short_labels(frames);
  std::map<std::string, std::string> known;  // by initials
  for (TurnFrame& frame : frames) {
    // "A:" is the guest's.
    if (frame.kind == FrameKind::answer && frame.name.empty()) frame.name = credit.guest;
    const std::string initials = initials_of(frame.name);
    if (initials.empty()) continue;
    const auto [at, fresh] = known.try_emplace(initials);
    if (fresh) at->second = name_of_initials(initials, units, credit);
    if (!at->second.empty()) frame.name = at->second;
  }
  return frames;
}

}  // namespace readout
