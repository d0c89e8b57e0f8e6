#include "readout/view/verify_view.h"

#include <algorithm>

#include "readout/view/annotate.h"
#include "readout/view/attested_view.h"
#include "readout/view/finding_view.h"
#include "readout/view/speech_view.h"
#include "readout/view/statement_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 120;
constexpr std::size_t kMostPlaces = 20;
constexpr int kLongestDifference = 200;  // columns of one side

const Compared& compared_at(const VerifyPage& page, const Place& place) {
  return (*page.texts)[place.text];
}

std::string place_id(const Compared& compared, Span span) {
  return span_id(compared.name, compared.account.document.text.to_blob(span));
}

// "Sergey Lavrov · direct · (2025-08-01)", or the block in which the words stand.
std::string who_label(const Place& place, const Compared& compared) {
  if (const SpeechRow* row = speaker_of(place, compared))
    return speaker_chain(*row) + " · " + kind_label(row->speech) + " · " + when_label(*row);
  for (const Block& block : compared.account.document.blocks)
    if (block.span.overlaps(extent(place))) return "in no statement · " + std::string(to_string(block.kind));
  return "in no statement";
}

std::vector<Underline> marks_of(const Place& place) {
  std::vector<Underline> marks;
  // A passage that says it in other words: none of them is claimed to be the same.
  const bool retold = place.verdict == Verdict::not_found && place.matched == 0;
  for (const Span piece : place.pieces) marks.push_back({piece, retold ? '~' : '^', retold ? Tint::doubt : Tint::good});
  for (const Seam& seam : place.seams)
    if (seam.kind != SeamKind::far_apart && seam.left_out.size() <= kFarApart)
      marks.push_back({seam.left_out, '-', Tint::doubt});
  for (const Difference& difference : place.differences)
    if (difference.text.size() <= kFarApart) marks.push_back({difference.text, '-', Tint::bad});
  for (const Difference& word : place.outside) marks.push_back({word.text, '!', Tint::bad});
  return marks;
}

Span covering(Span a, Span b) {
  return b.empty() ? a : Span{std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// The context of a place; pieces that stand far from each other are shown one by one.
std::string context(const Place& place, const Compared& compared, const Look& look) {
  const std::string_view text = compared.account.document.text.view();
  const std::vector<Underline> marks = marks_of(place);
  Span whole = extent(place);
  for (const Difference& word : place.outside) whole = covering(whole, word.text);
  if (whole.size() <= 2 * kFarApart + kAround)
    return annotate(text, context_of(text, whole, kAround), marks, look, "  ");
  std::string out;
  for (const Span piece : place.pieces) {
    if (!out.empty()) out += "\n  …\n";
    out += annotate(text, context_of(text, piece, kAround / 2), marks, look, "  ");
  }
  return out;
}

void add_seams(std::string& out, const VerifyPage& page, const Place& place, const Look& look) {
  const Text& text = compared_at(page, place).account.document.text;
  for (std::size_t i = 0; i < place.seams.size(); ++i) {
    const Seam& seam = place.seams[i];
    if (seam.kind == SeamKind::other_words) continue;  // told as differences
    std::string line(to_string(seam.kind));
    if (!seam.added.empty()) line += ", put in: " + quoted(slice(page.quote, seam.added));
    if (seam.kind == SeamKind::far_apart)
      line += ", " + std::to_string(seam.left_out.size()) + " bytes between";
    else if (!seam.left_out.empty())
      line += ", left out: " + quoted(text[seam.left_out]);
    if (seam.turns && seam.kind != SeamKind::far_apart) line += " (turns the meaning)";
    out += fact("between " + std::to_string(i + 1) + "," + std::to_string(i + 2), line, look);
  }
}

void add_place(std::string& out, const VerifyPage& page, const Place& place, const Look& look) {
  const Compared& compared = compared_at(page, place);
  const std::string who = who_label(place, compared);
  const std::string verdict(to_string(place.verdict));
  const bool own = place.verdict != page.verification.verdict;
  out +=
      "\n" + wrap_with_tail(look, (own ? verdict + " here: " : "") + who, {}, place_id(compared, extent(place))) + "\n";
  out += context(place, compared, look) + "\n";
  for (const std::string& note : attested_notes(page, place)) out += fact("whose", note, look);
  if (place.verdict == Verdict::spliced || place.pieces.size() > 1) {
    if (place.verdict != Verdict::not_found)
      for (std::size_t i = 0; i < place.pieces.size(); ++i)
        out += fact("piece " + std::to_string(i + 1),
                    quoted(compared.account.document.text[place.pieces[i]]) + " " + place_id(compared, place.pieces[i]),
                    look);
  }
  if (place.verdict != Verdict::not_found) add_seams(out, page, place, look);
  for (const Span span : place.put_in) out += fact("put in", quoted(slice(page.quote, span)) + " in brackets", look);
  if (!place.folded.empty()) out += fact("folded", foldings(place), look);
  if (!place.differences.empty())
    if (const std::string changes = word_changes(page, place); !changes.empty()) out += fact("words", changes, look);
  for (const Difference& word : place.outside)
    out += fact("outside",
                std::string(to_string(word.type)) + ": " +
                    (word.text.empty() ? "the sentence's end" : quoted(compared.account.document.text[word.text])),
                look);
  for (const Difference& difference : place.differences)
    out += fact("differs", change_line(page.quote, compared.account.document.text.view(), difference), look);
}

}  // namespace

std::string change_line(std::string_view quote, std::string_view text, const Difference& difference) {
  const auto words = [](std::string_view side, Span span) {
    return "“" + fit(visible(slice(side, span)), kLongestDifference) + "”";
  };
  std::string line = std::string(to_string(difference.type)) + ": ";
  if (difference.quote.empty()) return line + words(text, difference.text) + " left out";
  line += words(quote, difference.quote);
  return difference.text.empty() ? line + " put in" : line + " for " + words(text, difference.text);
}

Tint tint_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
    case Verdict::folded:
      return Tint::good;
    case Verdict::spliced:
    case Verdict::altered:
    case Verdict::other_speaker:
    case Verdict::not_found:
      return Tint::bad;
    default:
      return Tint::doubt;
  }
}

const SpeechRow* speaker_of(const Place& place, const Compared& compared) {
  const SpeechRow* best = nullptr;
  std::uint32_t most = 0;
  std::uint32_t all = 0;
  for (const Span piece : place.pieces) all += piece.size();
  for (const SpeechRow& row : compared.speeches) {
    std::uint32_t shared = 0;
    for (const Span content : row.speech.content)
      for (const Span piece : place.pieces)
        if (content.overlaps(piece)) shared += std::min(content.end, piece.end) - std::max(content.begin, piece.begin);
    // Later rows are nested deeper; one that holds as much is nearer to who spoke.
    if (2 * shared < all || shared < most) continue;
    best = &row;
    most = shared;
  }
  return best;
}

std::string verify_page(const VerifyPage& page, const Look& look) {
  const Verification& found = page.verification;
  std::string out = tinted(look, tint_of(found.verdict), to_string(found.verdict));
  if (found.verdict == Verdict::not_checkable)
    return out +
           (found.words < kLeastWords ? "  fewer than " + std::to_string(kLeastWords) + " words"
                                      : "  no text to compare with") +
           "\n";
  std::size_t same = 0;
  for (const Place& place : found.places) same += place.verdict == found.verdict;
  if (found.verdict == Verdict::not_found) {
    out += found.places.empty() ? "  not in " + std::string(page.where) + ", nor anything near"
                                : "  not in " + std::string(page.where) + " as quoted; nearest:";
  } else if (found.places.size() > 1) {
    out += "  " + std::to_string(same) + (same == 1 ? " place" : " places");
    // A text that bends the words is never left unsaid because another prints them so.
    for (const Verdict verdict :
         {Verdict::folded, Verdict::trimmed, Verdict::edited, Verdict::reworded, Verdict::spliced, Verdict::altered}) {
      const auto count = std::ranges::count(found.places, verdict, &Place::verdict);
      if (verdict == found.verdict || count == 0) continue;
      out += "; " + std::to_string(count) + " " + tinted(look, tint_of(verdict), to_string(verdict));
    }
  }
  out += "\n";
  for (const std::string& note : caution_notes(page)) out += fact("mind", note, look);
  for (std::size_t i = 0; i < std::min(found.places.size(), kMostPlaces); ++i)
    add_place(out, page, found.places[i], look);
  if (found.places.size() > kMostPlaces)
    out += "\n" + std::to_string(found.places.size() - kMostPlaces) + " more places (--json lists all)\n";
  std::string legend;
  for (const Place& place : found.places) {
    const std::vector<Underline> marks = marks_of(place);
    for (const auto& [sign, text] :
         {std::pair{'^', "  ^ in the quotation"}, std::pair{'-', "  - left out of it"},
          std::pair{'!', "  ! just outside it"}, std::pair{'~', "  ~ like it, in other words"}})
      if (legend.find(text) == std::string::npos &&
          std::ranges::any_of(marks, [&](const Underline& mark) { return mark.sign == sign && !mark.span.empty(); }))
        legend += text;
  }
  if (!legend.empty()) out += "\n" + tinted(look, Tint::faint, legend) + "\n";
  return out;
}

void write_verification(JsonWriter& json, const VerifyPage& page) {
  const auto write_span = [&](Span span) { json.array().value(span.begin).value(span.end).end(); };
  json.key("quote").value(page.quote).key("verdict").value(to_string(page.verification.verdict));
  json.key("words").value(page.verification.words);
  write_claim(json, page);
  json.key("places").array();
  for (const Place& place : page.verification.places) {
    const Compared& compared = compared_at(page, place);
    const Text& text = compared.account.document.text;
    json.object().key("id").value(place_id(compared, extent(place))).key("document").value(compared.name);
    json.key("verdict").value(to_string(place.verdict)).key("pieces").array();
    for (const Span piece : place.pieces)
      json.object().key("id").value(place_id(compared, piece)).key("words").value(text[piece]).end();
    json.end().key("folded").array();
    for (const Folding folding : place.folded) json.value(to_string(folding));
    json.end().key("seams").array();
    for (const Seam& seam : place.seams) {
      json.object().key("kind").value(to_string(seam.kind)).key("left_out").value(text[seam.left_out]);
      json.key("added").value(slice(page.quote, seam.added)).key("turns").value(seam.turns).end();
    }
    json.end().key("outside").array();
    for (const Difference& word : place.outside)
      json.object().key("type").value(to_string(word.type)).key("text").value(text[word.text]).end();
    json.end().key("put_in").array();
    for (const Span span : place.put_in) json.value(slice(page.quote, span));
    json.end().key("differences").array();
    for (const Difference& difference : place.differences) {
      json.object().key("type").value(to_string(difference.type)).key("grave").value(difference.grave);
      json.key("quote").value(slice(page.quote, difference.quote)).key("quote_span");
      write_span(difference.quote);
      json.key("text").value(text[difference.text]).end();
    }
    json.end();
    write_attested(json, place.attested);
    json.key("statement");
    if (const SpeechRow* row = speaker_of(place, compared)) {
      json.object().key("id").value(row->id).key("speaker").value(speaker_label(*row));
      json.key("kind").value(to_string(row->speech.kind)).key("polarity").value(to_string(row->speech.polarity)).end();
    } else {
      json.null();
    }
    json.end();
  }
  json.end();
}

std::string foldings(const Place& place) {
  std::string out;
  for (const Folding folding : place.folded) out += (out.empty() ? "" : ", ") + std::string(to_string(folding));
  return out;
}

}  // namespace readout
