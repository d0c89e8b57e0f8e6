#include <algorithm>
#include <array>

#include "readout/people/printed_name.h"
#include "readout/verify/frame_parts.h"
#include "readout/verify/layout.h"
#include "readout/verify/near_quotation.h"

namespace readout {
namespace {

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

bool ends_sentence(std::string_view words) {
  return words.ends_with('.') || words.ends_with('?') || words.ends_with('!') || words.ends_with("”") ||
         words.ends_with('"');
}

// "JUSTICE STERN delivered the opinion of the Court.", "LORD BROOK, dissenting.", "Mr Justice Lang (concurring)"
bool opens_opinion(std::string_view words, TurnFrame& frame) {
  if (count_plain_words(words) > 26) return false;
  const bool court = words.find("opinion of the Court") != std::string_view::npos ||
                     words.find("judgment of the Court") != std::string_view::npos;
  const bool own = court || holds_plain_word(words, "dissenting") || holds_plain_word(words, "concurring") ||
                   holds_plain_word(words, "dissents") || holds_plain_word(words, "concurs") ||
                   words.find("separate opinion") != std::string_view::npos;
  if (!own) return false;
  for (const std::string_view opener : {"Opinion of ", "Dissenting opinion of ", "Separate opinion of "})
    if (words.starts_with(opener)) words.remove_prefix(opener.size());
  std::string name = name_after(words, 0);
  for (const std::string_view last : {" J", " JJ", " CJ", " LJ"})
    if (name.ends_with(last)) name.resize(name.size() - last.size());
  const PrintedName read = read_printed_name(name);
  constexpr std::array<std::string_view, 6> kTitles = {"JUSTICE", "JUDGE", "LORD", "LADY", "MEMBER", "CHIEF"};
  const bool titled = !read.roles.empty() || read.gender != '-' ||
                      std::ranges::any_of(kTitles, [&](std::string_view title) { return name.starts_with(title); });
  if (name.empty() || read.words.empty() || !titled) return false;
  frame.name = std::move(name);
  if (court) frame.also = "the Court";
  return true;
}

// "On 4 May Ida Roth wrote:", "On Mon, 4 May 2020 at 10:02, Ida Roth <ida@tolm.example> wrote:"
bool opens_mail(std::string_view words, TurnFrame& frame) {
  if (!words.starts_with("On ") || !words.ends_with("wrote:") || count_plain_words(words) > 20) return false;
  std::size_t end = words.size() - std::string_view("wrote:").size();
  if (const std::size_t address = words.find(" <"); address != std::string_view::npos) end = address;
  while (end > 0 && words[end - 1] == ' ') --end;
  std::string name = name_before(words, end);
  // "On 11 March Ida Roth": the month is none of it.
  while (!name.empty() && read_printed_name(name).words.size() > 2 && name.find(' ') != std::string::npos)
    name.erase(0, name.find(' ') + 1);
  if (!is_person_name(name)) return false;
  frame.name = std::move(name);
  return true;
}

// "By Ida Roth and Ivo Stern", "Posted by Ida Roth on 3 May"
void read_byline(std::string_view words, std::vector<std::string>& writers) {
  if (count_plain_words(words) > 14) return;
  for (const std::string_view opener : {"By ", "by ", "Posted by ", "Written by ", "Published by ", "Words by ",
                                        "Text by ", "Story by ", "Author: ", "Text: ", "Words: "}) {
    if (!words.starts_with(opener)) continue;
    std::string name = name_after(words, opener.size());
    const std::size_t after = opener.size() + name.size();
    if (is_person_name(name)) writers.push_back(std::move(name));
    if (words.substr(std::min(after, words.size())).starts_with(" and "))
      if (std::string second = name_after(words, after + 5); is_person_name(second))
        writers.push_back(std::move(second));
    return;
  }
}

// "Before District Judge Ida Roth": whose ruling it is.
void read_bench(std::string_view words, std::vector<std::string>& signers) {
  if (count_plain_words(words) > 14) return;
  for (const std::string_view opener : {"Before: ", "Before ", "BEFORE: ", "BEFORE ", "Coram: ", "Judge: "}) {
    if (!words.starts_with(opener)) continue;
    const std::string name = name_after(words, opener.size());
    const PrintedName read = read_printed_name(name);
    const bool judges = !read.words.empty() && (!read.roles.empty() || opener.find(':') != std::string_view::npos);
    if (judges) signers.push_back(name);
    return;
  }
}

// "J. Roth, K. Stern and A. Brook": the authors of a paper.
void read_author_line(std::string_view words, std::vector<std::string>& writers) {
  if (words.size() > 200 || words.ends_with('.') || words.find(':') != std::string_view::npos) return;
  std::vector<std::string> names;
  for (std::size_t at = 0; at < words.size();) {
    std::size_t end = std::min({words.find(", ", at), words.find(" and ", at), words.find("; ", at), words.size()});
    std::string_view part = words.substr(at, end - at);
    if (part.starts_with("and ")) part.remove_prefix(4);
    const std::string name = name_after(part, 0);
    const std::size_t count = count_plain_words(name);
    if (name != part || count < 2 || count > 4 || !is_person_name(name)) return;
    names.push_back(name);
    at = end == words.size() ? end : words.find(' ', end + 1) + 1;
    if (end != words.size() && words[end] == ' ') at = end + 5;
  }
  if (names.size() >= 2) writers.insert(writers.end(), names.begin(), names.end());
}

// "Name: Ida Roth.", "I, Ida Roth, …", "From: Ida Roth <ida@tolm.example>"
void read_head(std::string_view words, std::vector<std::string>& signers) {
  for (const std::string_view opener : {"Name: ", "I, ", "From: ", "Name of witness: "}) {
    if (!words.starts_with(opener)) continue;
    std::string name = name_after(words, opener.size());
    if (is_person_name(name)) signers.push_back(std::move(name));
    return;
  }
}

}  // namespace

std::string signature_of(const std::vector<LayoutUnit>& units, std::size_t i) {
  const std::string& words = units[i].words;
  const bool dash = words.starts_with("—") || words.starts_with("–") || words.starts_with('-');  // signs a quotation
  if (dash || i == 0 || count_plain_words(words) > 8 || words.find_first_of(":?!“\"") != std::string::npos ||
      (words.ends_with('.') && !words.ends_with("Jr.")))
    return "";
  const std::string name = head_of(words);
  if (!is_person_name(name)) return "";
  const PrintedName read = read_printed_name(name);
  if (read.words.size() < 2 || read.words.size() > 4 || name_after(name, 0) != name) return "";
  const bool ends_prose = ends_sentence(units[i - 1].words) && count_plain_words(units[i - 1].words) >= 8;
  const bool described = words.size() > name.size() + 1;
  const bool role_below = i + 1 < units.size() && count_plain_words(units[i + 1].words) <= 5 &&
                          !ends_sentence(units[i + 1].words) && !read_printed_name(units[i + 1].words).roles.empty();
  return ends_prose && (read.gender != '-' || described || role_below) ? name : "";
}

std::vector<TurnFrame> find_sections(const std::vector<LayoutUnit>& units) {
  std::vector<TurnFrame> frames;
  // Opinions, and mails inside a mail: a heading, and all below it.
  for (const LayoutUnit& unit : units) {
    TurnFrame frame;
    if (opens_opinion(unit.words, frame) || opens_mail(unit.words, frame)) {
      frame.span = unit.span;
      frames.push_back(std::move(frame));
    } else if (!frames.empty()) {
      frames.back().span.end = unit.span.end;
    }
  }
  if (!frames.empty()) return frames;
  // What several sign, each its own.
  std::size_t from = 0;
  for (std::size_t i = 1; i < units.size(); ++i) {
    std::string name = signature_of(units, i);
    if (name.empty()) continue;
    frames.push_back({{units[from].span.begin, units[i].span.end}, FrameKind::section, std::move(name), "", false});
    from = i + 1;
  }
  if (frames.size() < 2) frames.clear();
  return frames;
}

Authors find_authors(const Document& document, const std::vector<LayoutUnit>& units) {
  Authors authors;
  authors.writers = document.authors;
  bool open = false;  // below "Signed,"
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string& words = units[i].words;
    const std::size_t count = count_plain_words(words);
    if (i < 5) read_byline(words, authors.writers);
    if (i < 4) read_author_line(words, authors.writers);
    if (i < 8) read_bench(words, authors.signers);
    if (i < 6) read_head(words, authors.signers);
    if (2 * i < units.size()) continue;
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
