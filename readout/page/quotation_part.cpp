#include "readout/page/quotation_part.h"

#include <algorithm>

#include "readout/page/labels.h"
#include "readout/page/marked.h"
#include "readout/view/annotate.h"
#include "readout/view/attested_view.h"
#include "readout/view/speech_view.h"
#include "readout/view/statement_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 200;

class QuotationPart {
 public:
  QuotationPart(const VerifyPage& page, const PageFrame& frame) : page_(page), frame_(frame) {}

  Markup write(std::size_t most, bool heading) {
    const Verification& found = page_.verification;
    out_.html(heading ? FixedHtml("<h2") : FixedHtml("<p"));
    out_.attribute("class", "verdict " + std::string(verdict_class(found.verdict))).html("><strong>");
    out_.text(to_string(found.verdict)).html("</strong> ").text(verdict_words(found.verdict));
    out_.html(heading ? FixedHtml("</h2>") : FixedHtml("</p>"));
    write_counts();
    for (const std::string& note : caution_notes(page_))
      out_.html("<p><span class=\"tag doubt\">mind</span> ").bdi(note).html("</p>");
    if (!found.places.empty()) write_quotation(found.places.front());
    const std::size_t shown = std::min(found.places.size(), most);
    for (std::size_t i = 0; i < shown; ++i) write_place(found.places[i], i);
    if (shown < found.places.size())
      out_.html("<p class=\"soft\">").number(found.places.size() - shown).html(" more places.</p>");
    return std::move(out_);
  }

 private:
  const Compared& compared(const Place& place) const { return (*page_.texts)[place.text]; }

  void write_counts() {
    const Verification& found = page_.verification;
    if (found.verdict == Verdict::not_found && !found.places.empty()) out_.html("<p>The nearest passages:</p>");
    if (found.places.size() < 2 || found.verdict == Verdict::not_found) return;
    out_.html("<p>");
    bool first = true;
    for (const Verdict verdict : {found.verdict, Verdict::exact, Verdict::folded, Verdict::trimmed, Verdict::edited,
                                  Verdict::reworded, Verdict::spliced, Verdict::altered}) {
      if (!first && verdict == found.verdict) continue;
      const auto count = static_cast<std::uint64_t>(std::ranges::count(found.places, verdict, &Place::verdict));
      if (count == 0) continue;
      out_.html(first ? FixedHtml("") : FixedHtml("; "));
      out_.number(count).html(count == 1 ? FixedHtml(" place ") : FixedHtml(" places ")).text(to_string(verdict));
      first = false;
    }
    out_.html(".</p>");
  }

  // The quotation's own words, with what of them the best place has not, or has otherwise.
  void write_quotation(const Place& place) {
    std::vector<TextMark> marks;
    for (const Difference& one : place.differences)
      if (!one.quote.empty())
        marks.push_back({one.quote, one.grave ? MarkElement::mark : MarkElement::ins, one.grave ? "outside" : ""});
    for (const Span span : place.put_in) marks.push_back({span, MarkElement::mark, "put-in"});
    for (const Seam& seam : place.seams)
      if (!seam.added.empty() && seam.kind != SeamKind::other_words)
        marks.push_back({seam.added, MarkElement::mark, "put-in"});
    if (marks.empty()) return;
    out_.html(
        "<p class=\"label soft\">As quoted; marked: what the best place does not have so</p><blockquote dir=\"auto\">");
    write_marked(out_, page_.quote, make_span(0, page_.quote.size()), std::move(marks));
    out_.html("</blockquote>");
  }

  void write_who(const Place& place, const SpeechRow* row) {
    if (row != nullptr) {
      write_speaker(out_, frame_.ground, *row);
      for (const Reporter& reporter : row->chain) out_.html(" via ").bdi(reporter_label(reporter));
      out_.html(", ").text(kind_label(row->speech)).html(", ");
      out_.text(row->when_of == WhenOf::unknown ? "date unknown" : when_label(*row));
      return;
    }
    out_.html("In no statement");
    for (const Block& block : compared(place).account.document.blocks)
      if (block.span.overlaps(extent(place))) {
        out_.html(", ").text(to_string(block.kind));
        break;
      }
  }

  void write_context(const Place& place) {
    const Document& document = compared(place).account.document;
    const std::string_view text = document.text.view();
    if (!frame_.with_text) {
      out_.html("<p class=\"soft\">The words are not passed on.</p>");
      return;
    }
    std::vector<TextMark> marks;
    const bool retold = place.verdict == Verdict::not_found && place.matched == 0;
    for (const Span piece : place.pieces) marks.push_back({piece, MarkElement::mark, retold ? "near" : "said"});
    for (const Seam& seam : place.seams)
      if (seam.kind != SeamKind::far_apart && seam.left_out.size() <= kFarApart)
        marks.push_back({seam.left_out, MarkElement::del, ""});
    for (const Difference& one : place.differences)
      if (one.text.size() <= kFarApart) marks.push_back({one.text, MarkElement::del, ""});
    for (const Difference& one : place.outside) marks.push_back({one.text, MarkElement::mark, "outside"});
    for (const ForeignSpan& one : document.foreign) marks.push_back({one.span, MarkElement::bdi, "", lang_of(one)});
    Span whole = extent(place);
    for (const Difference& word : place.outside)
      if (!word.text.empty()) whole = {std::min(whole.begin, word.text.begin), std::max(whole.end, word.text.end)};
    out_.html("<blockquote class=\"context as-printed\" dir=\"auto\"");
    if (const std::string lang = lang_of(document.language.code); !lang.empty()) out_.attribute("lang", lang);
    out_.html(">");
    if (whole.size() <= 2 * kFarApart + kAround) {
      write_marked(out_, text, context_of(text, whole, kAround), marks);
    } else {
      for (std::size_t i = 0; i < place.pieces.size(); ++i) {
        if (i > 0) out_.html("<br>…<br>");
        write_marked(out_, text, context_of(text, place.pieces[i], kAround / 2), marks);
      }
    }
    out_.html("</blockquote>");
  }

  void write_difference(const Place& place, const Difference& one) {
    const std::string_view text = compared(place).account.document.text.view();
    out_.html("<li><span").attribute("class", one.grave ? "tag bad" : "tag").html(">").text(to_string(one.type));
    out_.html("</span> ");
    if (!frame_.with_text) {
      out_.html("</li>");
      return;
    }
    if (one.quote.empty())
      out_.bdi(quoted(slice(text, one.text))).html(" left out");
    else if (one.text.empty())
      out_.bdi(quoted(slice(page_.quote, one.quote))).html(" put in");
    else
      out_.bdi(quoted(slice(page_.quote, one.quote))).html(" for ").bdi(quoted(slice(text, one.text)));
    out_.html("</li>");
  }

  void write_seam(const Place& place, const Seam& seam) {
    if (seam.kind == SeamKind::other_words) return;  // told as differences
    const std::string_view text = compared(place).account.document.text.view();
    out_.html("<li><span").attribute("class", seam.turns ? "tag bad" : "tag").html(">").text(to_string(seam.kind));
    out_.html("</span>");
    if (!seam.added.empty()) out_.html(" put in ").bdi(quoted(slice(page_.quote, seam.added)));
    if (seam.kind == SeamKind::far_apart)
      out_.html(" ").number(seam.left_out.size()).html(" bytes between");
    else if (!seam.left_out.empty() && frame_.with_text)
      out_.html(" left out ").bdi(quoted(slice(text, seam.left_out)));
    if (seam.turns) out_.html(" (turns the meaning)");
    out_.html("</li>");
  }

  void write_changes(const Place& place) {
    Markup before = std::move(out_);
    out_ = {};
    for (const std::string& note : attested_notes(page_, place))
      out_.html("<li><span class=\"tag doubt\">whose</span> ").bdi(note).html("</li>");
    if (place.verdict != Verdict::not_found)
      for (const Seam& seam : place.seams) write_seam(place, seam);
    if (!place.folded.empty()) out_.html("<li><span class=\"tag\">folded</span> ").text(foldings(place)).html("</li>");
    for (const Difference& one : place.outside) {
      out_.html("<li><span class=\"tag bad\">just outside: ").text(to_string(one.type)).html("</span> ");
      if (frame_.with_text)
        out_.bdi(one.text.empty() ? "the sentence's end" : quoted(compared(place).account.document.text[one.text]));
      out_.html("</li>");
    }
    for (const Difference& one : place.differences) write_difference(place, one);
    Markup list = std::move(out_);
    out_ = std::move(before);
    if (!list.empty()) out_.html("<ul class=\"changes\">").add(list).html("</ul>");
  }

  // Of a long speech only the words that were found are cited.
  SpeechRow cited(const SpeechRow& row, const Place& place, Span delivered) const {
    SpeechRow out = row;
    out.words.clear();
    for (const Span piece : place.pieces) out.words.emplace_back(compared(place).account.document.text[piece]);
    out.delivered = delivered;
    return out;
  }

  void write_place(const Place& place, std::size_t index) {
    const Compared& where = compared(place);
    const Document& document = where.account.document;
    const SpeechRow* row = speaker_of(place, where);
    const Span delivered = document.text.to_blob(extent(place));
    out_.html("<article class=\"version\" data-stop><h3>").number(index + 1).html(". ");
    write_who(place, row);
    if (place.verdict != page_.verification.verdict) {
      out_.html(" <span").attribute("class", "tag " + std::string(verdict_class(place.verdict))).html(">");
      out_.text(to_string(place.verdict)).html(" here</span>");
    }
    out_.html("</h3><p class=\"eyebrow\">in ");
    out_.link(Address::place(frame_.ground, where.name, row != nullptr ? row->delivered : delivered),
              source_label(document));
    out_.html(" · bytes ");
    link_bytes(out_, frame_.ground, where.name, delivered, document.blob);
    if (row != nullptr)
      out_.html(" · ").link(Address::statement(frame_.ground, row->id), "statement " + visible(row->id));
    out_.html("</p>");
    write_context(place);
    write_changes(place);
    if (row != nullptr && place.verdict != Verdict::not_found && frame_.with_text)
      out_.html("<p class=\"cite\">").bdi(citation(cited(*row, place, delivered), document)).html("</p>");
    out_.html("</article>");
  }

  const VerifyPage& page_;
  const PageFrame& frame_;
  Markup out_;
};

}  // namespace

std::string_view verdict_words(Verdict verdict) {
  switch (verdict) {
    case Verdict::exact:
      return "found, word for word";
    case Verdict::folded:
      return "found; only marks, case, spacing or the like differ";
    case Verdict::trimmed:
      return "found, with words left out";
    case Verdict::edited:
      return "found, with small changes that do not turn the sense";
    case Verdict::reworded:
      return "found in other words";
    case Verdict::spliced:
      return "joined from words that do not stand together";
    case Verdict::altered:
      return "found, with a change that bears on the meaning";
    case Verdict::indirect:
      return "found as reported speech, not as a quotation";
    case Verdict::other_speaker:
      return "found, said by somebody else";
    case Verdict::elsewhere:
      return "found in another document than the one named";
    case Verdict::not_found:
      return "not in the pile as quoted";
    case Verdict::not_checkable:
      return "fewer than three words, or no text to compare with";
  }
  return "";
}

std::string_view verdict_class(Verdict verdict) {
  const Tint tint = tint_of(verdict);
  return tint == Tint::good ? "good" : tint == Tint::bad ? "bad" : "doubt";
}

Markup quotation_part(const VerifyPage& page, const PageFrame& frame, std::size_t most, bool heading) {
  return QuotationPart(page, frame).write(most, heading);
}

}  // namespace readout
