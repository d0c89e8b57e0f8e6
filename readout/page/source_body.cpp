#include "readout/page/source_body.h"

#include <algorithm>

#include "readout/page/labels.h"
#include "readout/page/marked.h"
#include "readout/view/look.h"
#include "readout/view/speech_view.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr int kNoteWords = 110;
constexpr std::size_t kMostRefused = 200000;  // bytes of a refused document that are shown

// Kinds that are shown as a reader expects them; all others are cut, with the reason.
bool is_heading(BlockKind kind) {
  return kind == BlockKind::title || kind == BlockKind::subhead || kind == BlockKind::standfirst;
}

class SourceBody {
 public:
  SourceBody(const SourceSheet& sheet, const PageFrame& frame)
      : sheet_(sheet), document_(sheet.account.document), frame_(frame) {}

  Markup write() {
    collect_marks();
    out_.html("<div class=\"delivered\" dir=\"auto\"");
    if (const std::string lang = lang_of(document_.language.code); !lang.empty()) out_.attribute("lang", lang);
    out_.html(">");
    const std::vector<Block>& blocks = document_.blocks;
    for (std::size_t b = 0; b < blocks.size(); ++b)
      write_block(blocks[b], b + 1 < blocks.size() ? blocks[b + 1].span.begin : document_.text.size() + 1);
    if (blocks.empty()) write_refused();
    return std::move(out_.html("</div>"));
  }

 private:
  std::string speaker_of(std::size_t speech) const {
    const std::int32_t person = sheet_.account.speakers[speech].person;
    if (person >= 0) return visible(sheet_.account.persons[static_cast<std::size_t>(person)].name);
    const std::string printed = visible(document_.text[sheet_.account.speeches[speech].source]);
    return printed.empty() ? "unknown" : printed;
  }

  void collect_marks() {
    const std::vector<Speech>& speeches = sheet_.account.speeches;
    for (std::size_t i = 0; i < speeches.size(); ++i) {
      const Speech& speech = speeches[i];
      const Span delivered = document_.text.to_blob(extent(speech));
      std::string classes = "speech " + std::string(to_string(speech.kind));
      if (speech.polarity != Polarity::said) classes += " " + std::string(to_string(speech.polarity));
      for (std::size_t c = 0; c < speech.content.size(); ++c) {
        TextMark mark{speech.content[c], MarkElement::span, classes};
        if (c == 0) {
          mark.id = place_anchor(frame_.ground, sheet_.name, delivered);
          mark.lead.html("<a class=\"who\"")
              .href(Address::statement(frame_.ground, span_id(sheet_.name, delivered)))
              .html(">")
              .bdi(speaker_of(i) + ", " + kind_label(speech))
              .html("</a>");
        }
        marks_.push_back(std::move(mark));
      }
    }
    for (const ForeignSpan& one : document_.foreign) marks_.push_back({one.span, MarkElement::bdi, "", lang_of(one)});
    std::ranges::stable_sort(marks_, [](const TextMark& x, const TextMark& y) {
      return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
    });
  }

  // The marks over a block; one that goes on behind it keeps its label and id for where it begins.
  std::vector<TextMark> marks_over(Span block) {
    std::vector<TextMark> over;
    std::vector<TextMark> further;
    for (TextMark& mark : going_on_) {
      over.push_back(mark);
      if (mark.span.end > block.end) further.push_back(mark);
    }
    for (; next_ < marks_.size() && marks_[next_].span.begin < block.end; ++next_) {
      TextMark& mark = marks_[next_];
      if (mark.span.end > block.end) further.push_back({mark.span, mark.element, mark.classes, mark.lang});
      over.push_back(std::move(mark));
    }
    going_on_ = std::move(further);
    return over;
  }

  void write_block(const Block& block, std::uint32_t until) {
    const bool body = block.kind == BlockKind::body;
    out_.html("<div class=\"paragraph\"><div");
    if (body)
      out_.html(" class=\"words\">");
    else if (is_heading(block.kind))
      out_.attribute("class", "words " + std::string(to_string(block.kind))).html(">");
    else
      out_.html(" class=\"words cut\"><span class=\"why\">")
          .text(to_string(block.kind))
          .text(block.reason.empty() ? "" : " (" + block.reason + ")")
          .html(" </span>");
    std::vector<TextMark> marks = marks_over(block.span);
    if (frame_.with_text) {
      write_marked(out_, document_.text.view(), block.span, std::move(marks));
    } else {
      out_.html("bytes ");
      const Span delivered = document_.text.to_blob(block.span);
      out_.number(delivered.begin).html(" to ").number(delivered.end);
      for (const TextMark& mark : marks) out_.html(" ").add(mark.lead);
    }
    out_.html("</div>");
    write_notes(until);
    out_.html("</div>");
  }

  // Those about what stands before `until`, and was not told yet.
  void write_notes(std::uint32_t until) {
    bool first = true;
    for (; note_ < sheet_.notes.size() && sheet_.notes[note_].span.begin < until; ++note_) {
      if (first) out_.html("<div class=\"notes\" role=\"note\" aria-label=\"In the margin\"><ul>");
      first = false;
      out_.html("<li>");
      write_note(sheet_.notes[note_]);
      out_.html("</li>");
    }
    if (!first) out_.html("</ul></div>");
  }

  void link_partner(const MarginNote& note) {
    const SourcePartner& partner = sheet_.partners[note.partner];
    std::string label =
        partner.outlet.empty() ? visible(partner.name) : visible(partner.outlet) + " (" + visible(partner.name) + ")";
    out_.link(Address::bytes(frame_.ground, partner.name, note.there), label);
  }

  void write_note(const MarginNote& note) {
    switch (note.kind) {
      case MarginKind::only_here:
        out_.html("<span class=\"tag\">only here</span> ");
        if (frame_.with_text) out_.bdi(quoted(fit(visible(document_.text[note.span]), kNoteWords / 2)));
        return;
      case MarginKind::dropped:
        out_.html("<span class=\"tag doubt\">not here</span> ");
        if (note.passages > 1) out_.number(note.passages).html(" passages, first ");
        if (frame_.with_text) out_.bdi(quoted(fit(visible(note.words), kNoteWords)));
        out_.html(" in ");
        link_partner(note);
        return;
      case MarginKind::changed:
      case MarginKind::changed_by:
        break;
    }
    const bool bad = note.relation == PassageRelation::altered || note.relation == PassageRelation::spliced;
    out_.html("<span").attribute("class", bad ? "tag bad" : "tag").html(">").text(to_string(note.relation));
    out_.html(note.kind == MarginKind::changed ? FixedHtml("</span> against ") : FixedHtml("</span> in "));
    link_partner(note);
    // In other words altogether: word for word nothing is told.
    std::size_t slight = 0;
    for (const MarginChange& change : note.changes) {
      if (!change.heavy || note.relation == PassageRelation::reworded) {
        ++slight;
        continue;
      }
      out_.html("<br><strong>").text(to_string(change.type)).html("</strong>");
      if (!frame_.with_text) continue;
      out_.html(" ").bdi(change.from.empty() ? "nothing" : quoted(fit(visible(change.from), kNoteWords)));
      out_.html(" → ").bdi(change.to.empty() ? "nothing" : quoted(fit(visible(change.to), kNoteWords)));
    }
    slight += note.more_changes;
    if (slight == 0) return;
    out_.html("<br>").number(slight).html(slight == 1 ? FixedHtml(" slight change") : FixedHtml(" slight changes"));
  }

  void write_refused() {
    if (!frame_.with_text || document_.text.size() == 0) return;
    out_.html("<div class=\"paragraph\"><div class=\"words cut\"><span class=\"why\">not read as a text </span>");
    std::uint32_t end = std::min<std::uint32_t>(document_.text.size(), kMostRefused);
    out_.text(document_.text[{0, end}]).html("</div></div>");
  }

  const SourceSheet& sheet_;
  const Document& document_;
  const PageFrame& frame_;
  Markup out_;
  std::vector<TextMark> marks_;  // by place
  std::size_t next_ = 0;
  std::vector<TextMark> going_on_;
  std::size_t note_ = 0;
};

}  // namespace

Markup source_body(const SourceSheet& sheet, const PageFrame& frame) {
  return SourceBody(sheet, frame).write();
}

}  // namespace readout
