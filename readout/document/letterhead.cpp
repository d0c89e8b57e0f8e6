#include <algorithm>
#include <array>

#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, 24> kBodies = {"ministry of",
                                                      "department of",
                                                      "office of",
                                                      "embassy of",
                                                      "government of",
                                                      "permanent mission",
                                                      "consulate",
                                                      "council of",
                                                      "secretariat",
                                                      "foreign ministry",
                                                      "foreign office",
                                                      "the white house",
                                                      "prime minister's office",
                                                      "prime minister’s office",
                                                      "press service",
                                                      "press office",
                                                      "press and information",
                                                      "information and press",
                                                      "delegation of",
                                                      "presidency of",
                                                      "administration of",
                                                      "state department",
                                                      "u.s. department",
                                                      "us department"};
constexpr std::array<std::string_view, 7> kSmallWords = {"of", "the", "for", "and", "to", "in", "on"};

// The name of a body and nothing else: "Ministry of Transport of the Republic of Norland".
bool is_body_name(std::string_view text, const Line& line) {
  if (line.is_long || line.words == 0 || line.words > 14 || line.ending != Ending::none || line.opens_quoted)
    return false;
  const std::string_view words = slice(text, line.span);
  bool named = false;
  for (const std::string_view body : kBodies) {
    const std::size_t at = find_words(words, body);
    named = named || at == 0 || (at == 4 && opens_with(words, "the"));
  }
  if (!named) return false;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t j = words.find(' ', i);
    if (j == std::string_view::npos) j = words.size();
    const std::string_view word = words.substr(i, j - i);
    const bool small = std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
    if (!word.empty() && !small && is_lower(code_point_at(word, 0).value)) return false;
    i = j + 1;
  }
  return true;
}

}  // namespace

void settle_letterhead(std::string_view text, Stretches& stretches) {
  const std::size_t top = std::min<std::size_t>(stretches.size(), 12);
  // A body's name may open a headline ("Ministry of Transport Sues Marlow"): only a label, a date or another name below
  // it shows that it heads the paper. So from below upwards.
  bool headed = false;
  for (std::size_t i = top; i-- > 0;) {
    Stretch& s = stretches[i];
    if (s.settled) {
      headed = s.kind == BlockKind::dateline || s.reason == "release-label" || (headed && s.kind != BlockKind::title);
      continue;
    }
    if (headed && is_body_name(text, s.line)) {
      s.settle(BlockKind::boilerplate, "letterhead");
      continue;
    }
    headed = false;
  }
  for (std::size_t i = 0; i < top; ++i) {
    // One capitalised word above a line of dates or clocks is the place.
    const Line& line = stretches[i].line;
    if (stretches[i].settled || line.words != 1 || line.lower > 0 || line.digits > 0 || line.ending != Ending::none)
      continue;
    const bool above = i + 1 < stretches.size() && stretches[i + 1].kind == BlockKind::dateline;
    if (above && is_letter(code_point_at(slice(text, line.span), 0).value))
      stretches[i].settle(BlockKind::dateline, "place-line");
  }
}

void settle_ends(std::string_view text, Stretches& stretches) {
  bool notes = false;         // "Notes to editors": what follows speaks to the press
  std::size_t signature = 0;  // lines left of a mail's signature
  bool mail = false;
  for (Stretch& s : stretches) {
    const std::string_view words = slice(text, s.line.span);
    if (s.settled) {
      mail = mail || s.kind == BlockKind::mail_header;
      if (s.kind == BlockKind::editor_note &&
          (opens_with(words, "notes to editors") || opens_with(words, "note to editors")))
        notes = true;
      if (mail && words == "--") signature = 5;
      continue;
    }
    if (notes) {
      s.settle(BlockKind::editor_note, "notes-to-editors");
    } else if (signature > 0) {
      --signature;
      if (is_prose(s))
        signature = 0;
      else
        s.settle(BlockKind::boilerplate, "mail-signature");
    }
  }
}

}  // namespace readout
