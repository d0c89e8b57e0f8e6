#include "readout/view/finding_view.h"

#include <algorithm>

#include "readout/verify/word_diff.h"
#include "readout/view/attested_view.h"
#include "readout/view/speech_view.h"
#include "readout/view/statement_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr int kVerdictWidth = 15;
constexpr int kSameWords = 6;  // on each side of a change

const Compared& compared_at(const VerifyPage& page, const Place& place) {
  return (*page.texts)[place.text];
}

// The first and last few words of a stretch that is the same on both sides.
std::string shorten(std::string_view words, bool first, bool last) {
  const auto blank_after = [&](std::size_t at) {
    for (int k = 0; k < kSameWords && at != std::string_view::npos; ++k) at = words.find(' ', at + 1);
    return at;
  };
  const auto blank_before = [&] {
    std::size_t at = words.size();
    for (int k = 0; k < kSameWords && at != std::string_view::npos && at > 0; ++k) at = words.rfind(' ', at - 1);
    return at;
  };
  const std::size_t head = first ? 0 : blank_after(0);
  const std::size_t tail = last ? words.size() : blank_before();
  if (head == std::string_view::npos || tail == std::string_view::npos || head >= tail) return std::string(words);
  return std::string(words.substr(0, head)) + (first ? "…" : " …") + std::string(words.substr(tail));
}

constexpr int kLongestWords = 120;  // columns

// The passage with the words beside it that the quotation replaced.
Span passage_of(const Place& place) {
  Span whole = extent(place);
  for (const Difference& difference : place.differences)
    if (!difference.text.empty())
      whole = {std::min(whole.begin, difference.text.begin), std::max(whole.end, difference.text.end)};
  return whole;
}

std::string where(const VerifyPage& page, const Place& place) {
  const Compared& compared = compared_at(page, place);
  std::string out = span_id(compared.name, compared.account.document.text.to_blob(extent(place)));
  if (const SpeechRow* row = speaker_of(place, compared))
    out += " · " + speaker_chain(*row) + ", " + kind_label(row->speech);
  return out;
}

// Why there is no place: "fewer than 3 words", "nor anything near".
std::string missing(const VerifyPage& page) {
  const Verification& found = page.verification;
  if (found.verdict == Verdict::not_checkable)
    return found.words < kLeastWords ? "fewer than " + std::to_string(kLeastWords) + " words"
                                     : "no text to compare with";
  return "not in " + std::string(page.where) + ", nor anything near";
}

}  // namespace

// A passage that says much the same in other words (verify/retold.h).
bool is_retold(const Place& place) {
  return place.verdict == Verdict::not_found && place.matched == 0;
}

std::string nearest_label(const VerifyPage& page, const Place& place) {
  if (page.verification.verdict != Verdict::not_found) return {};
  if (!is_retold(place)) return "nearest: ";
  const std::string_view text = compared_at(page, place).account.document.text.view();
  return "nearest, in other words: " + shorten(visible(slice(text, extent(place))), false, false) + " · ";
}

std::string word_changes(const VerifyPage& page, const Place& place) {
  if (is_retold(place)) return {};
  // Pieces that were reversed or stand far apart are no passage.
  if (std::ranges::any_of(place.seams, [](const Seam& seam) {
        return seam.kind == SeamKind::reversed || seam.kind == SeamKind::far_apart;
      }))
    return {};
  const std::string_view text = compared_at(page, place).account.document.text.view();
  const std::vector<DiffPart> parts = diff_words(page.quote, text, passage_of(place));
  if (std::ranges::all_of(parts, [](const DiffPart& part) { return part.kind == DiffKind::same; })) return {};
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const DiffPart& part = parts[i];
    if (!out.empty()) out += ' ';
    if (part.kind == DiffKind::same)
      out += shorten(visible(slice(text, part.span)), i == 0, i + 1 == parts.size());
    else if (part.kind == DiffKind::dropped)
      out += "[-" + shorten(visible(slice(text, part.span)), false, false) + "-]";
    else
      out += "{+" + visible(slice(page.quote, part.span)) + "+}";
  }
  return out;
}

std::vector<std::string> warnings(const VerifyPage& page, const Place& place) {
  const Text& text = compared_at(page, place).account.document.text;
  std::vector<std::string> out = attested_notes(page, place);
  for (std::string& note : caution_notes(page)) out.push_back(std::move(note));
  for (const Difference& word : place.outside)
    out.push_back(word.text.empty() ? "just outside: the sentence's end"
                                    : "just outside, " + std::string(to_string(word.type)) + ": " +
                                          quoted(fit(visible(text[word.text]), kLongestWords)));
  for (const Seam& seam : place.seams) {
    if (seam.kind == SeamKind::far_apart)
      out.push_back(std::to_string(seam.left_out.size()) + " bytes between the pieces");
    else if (seam.kind == SeamKind::reversed || seam.kind == SeamKind::joined_sentences)
      out.push_back("pieces: " + std::string(to_string(seam.kind)));
  }
  for (const Difference& difference : place.differences)
    if (difference.grave) out.push_back(change_line(page.quote, text.view(), difference));
  return out;
}

std::string finding_message(const QuoteFinding& finding) {
  const VerifyPage& page = finding.page;
  if (page.verification.places.empty()) return quoted(page.quote) + " · " + missing(page);
  const Place& place = page.verification.places.front();
  std::string out = word_changes(page, place);
  if (out.empty()) out = quoted(page.quote);
  if (page.verification.verdict == Verdict::folded) out += " · folded: " + foldings(place);
  for (const std::string& warning : warnings(page, place)) out += " · " + warning;
  return out + " · " + nearest_label(page, place) + where(page, place);
}

std::string finding_line(const QuoteFinding& finding) {
  return visible(finding.draft) + ":" + std::to_string(finding.begin.line) + ":" +
         std::to_string(finding.begin.column) + ": " + std::string(to_string(finding.page.verification.verdict)) +
         ": " + finding_message(finding);
}

std::string finding_text(const QuoteFinding& finding, const Look& look) {
  const VerifyPage& page = finding.page;
  const Verification& found = page.verification;
  const std::string indent(kVerdictWidth, ' ');
  const std::string at =
      visible(finding.draft) + ":" + std::to_string(finding.begin.line) + ":" + std::to_string(finding.begin.column);
  const std::string item = finding.item.empty() ? "" : visible(finding.item) + ": ";
  const std::string verdict = pad(to_string(found.verdict), kVerdictWidth);
  std::string out = tinted(look, tint_of(found.verdict), verdict) +
                    wrap_with_tail(look, item + quoted(page.quote), indent, at).substr(kVerdictWidth) + "\n";
  const auto add = [&](std::string_view text) { out += wrap_with_tail(look, text, indent, {}) + "\n"; };
  if (finding.accepted) add("accepted by the baseline");
  if (found.places.empty()) {
    add(missing(page));
    return out;
  }
  const Place& place = found.places.front();
  if (const std::string changes = word_changes(page, place); !changes.empty()) add(changes);
  if (found.verdict == Verdict::folded) add("folded: " + foldings(place));
  for (const std::string& warning : warnings(page, place)) add("! " + warning);
  add(nearest_label(page, place) + where(page, place));
  // A document nearer to the primary source that does not have the words so is never left unsaid.
  for (const Place& other : found.places)
    if (found.verdict != Verdict::not_found && other.verdict > place.verdict &&
        other.attested.nearness < place.attested.nearness) {
      add("! " + std::string(to_string(other.verdict)) + " in the " + std::string(to_string(other.attested.nearness)) +
          " " + where(page, other));
      break;
    }
  if (found.places.size() > 1 && found.verdict != Verdict::not_found)
    add("and in " + std::to_string(found.places.size() - 1) +
        (found.places.size() == 2 ? " more place" : " more places"));
  return out;
}

void write_finding(JsonWriter& json, const QuoteFinding& finding) {
  json.key("id").value(span_id(finding.draft, finding.delivered)).key("draft").value(finding.draft);
  json.key("item").value(finding.item).key("line").value(finding.begin.line).key("column").value(finding.begin.column);
  json.key("end_line").value(finding.end.line).key("end_column").value(finding.end.column);
  json.key("accepted").value(finding.accepted);
  write_verification(json, finding.page);
}

}  // namespace readout
