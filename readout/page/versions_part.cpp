#include "readout/page/versions_part.h"

#include <algorithm>

#include "readout/page/labels.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kLongCell = 36;  // bytes from which a cell asks for a wide column

std::string label_of(const VersionWitness& witness) {
  const Document& document = witness.account.document;
  return witness_label(document, when_said(witness.account.speeches[witness.speech], document.dates).moment);
}

const Person* person_of(const VersionWitness& witness) {
  const auto person = static_cast<std::size_t>(witness.account.speakers[witness.speech].person);
  return person < witness.account.persons.size() ? &witness.account.persons[person] : nullptr;
}

bool is_heavy(std::string_view name) {
  return name == "negation" || name == "number" || name == "date" || name == "modal" || name == "name" ||
         name == "hedge" || name == "silent-insertion" || name == "unmarked-cut";
}

std::string_view tag_class(PassageRelation relation) {
  switch (relation) {
    case PassageRelation::verbatim:
      return "tag good";
    case PassageRelation::altered:
    case PassageRelation::spliced:
      return "tag bad";
    case PassageRelation::omitted:
    case PassageRelation::reworded:
      return "tag doubt";
    default:
      return "tag";
  }
}

void write_relation(Markup& out, const VersionTable& table, std::size_t witness) {
  if (witness == table.base()) {
    out.html("<span class=\"tag\">base text</span>");
    return;
  }
  const PassageRelation relation = table.pair(witness).relation;
  out.html("<span").attribute("class", tag_class(relation)).html(">").text(to_string(relation)).html("</span>");
}

class VersionsPart {
 public:
  VersionsPart(const VersionTable& table, std::string_view statement, const PageFrame& frame)
      : table_(table), statement_(statement), ground_(frame.ground), with_text_(frame.with_text) {
    order_.push_back(table.base());
    for (std::size_t w = 0; w < table.witnesses().size(); ++w)
      if (w != table.base()) order_.push_back(w);
  }

  Markup write() {
    out_.html("<section id=\"versions\" aria-labelledby=\"versions-title\"><h2 id=\"versions-title\">Versions</h2>");
    if (order_.size() < 2) return std::move(out_.html("<p>No other version in the pile.</p></section>"));
    if (with_text_) {
      out_.html("<p class=\"label soft\">").number(order_.size());
      out_.html(
          " versions in aligned columns, the base text first. “·”: as in the base; “—”: nothing there. A change is "
          "named "
          "below its words.</p>");
      write_choice();
      write_table();
    }
    out_.html("<h3>Each against the base text</h3>");
    for (std::size_t i = 1; i < order_.size(); ++i) write_version(order_[i]);
    return std::move(out_.html("</section>"));
  }

 private:
  const VersionWitness& witness(std::size_t w) const { return table_.witnesses()[w]; }

  Address base_address(std::size_t w) const {
    return Address::statement(ground_, statement_).with("base", witness(w).id);
  }

  // Works without the script; with it, the links of the rows do the same in place.
  void write_choice() {
    if (ground_ != Ground::site) return;
    out_.html("<form class=\"filter\" method=\"get\"><p class=\"field\"><label for=\"base\">Base text</label>");
    out_.html("<select id=\"base\" name=\"base\">");
    for (std::size_t w = 0; w < table_.witnesses().size(); ++w) {
      out_.html("<option").attribute("value", witness(w).id);
      if (w == table_.base()) out_.html(" selected");
      out_.html(">").text(label_of(witness(w))).html(" · ").text(visible(witness(w).id)).html("</option>");
    }
    out_.html("</select></p><p class=\"field\"><button class=\"plain\">Compare with it</button></p></form>");
  }

  void write_head(std::size_t w) {
    const VersionWitness& one = witness(w);
    out_.html("<tr").attribute("data-row", one.id).html(" tabindex=\"-1\"");
    if (w == table_.base()) out_.html(" class=\"base\"");
    out_.html("><th scope=\"row\"><bdi>").text(label_of(one)).html("</bdi> ");
    link_bytes(out_, ground_, one.account.document.name, table_.delivered(w, whole(w)), one.account.document.blob);
    write_relation(out_, table_, w);
    if (w != table_.base() && ground_ == Ground::site) {
      out_.html(" <a")
          .href(base_address(w))
          .attribute("data-base", one.id)
          .html(">make base<span class=\"out-of-sight\">: ");
      out_.text(visible(one.id)).html("</span></a>");
    }
    out_.html("</th>");
  }

  Span whole(std::size_t w) const { return make_span(0, table_.passage(w).size()); }

  void write_table() {
    out_.html("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Versions in columns\">");
    out_.html("<table class=\"versions\"><thead><tr><th scope=\"col\">Version</th>");
    for (std::size_t s = 0; s < table_.segments().size(); ++s)
      out_.html("<th scope=\"col\">").number(s + 1).html("</th>");
    out_.html("</tr></thead><tbody>");
    for (const std::size_t w : order_) {
      write_head(w);
      const std::string lang = lang_of(witness(w).account.document.language.code);
      for (const Segment& segment : table_.segments()) write_cell(segment, w, lang);
      out_.html("</tr>");
    }
    out_.html("</tbody></table></div>");
  }

  void write_cell(const Segment& segment, std::size_t w, std::string_view lang) {
    const std::string_view words = table_.words(segment, w);
    const std::string_view base = table_.words(segment, table_.base());
    if (w != table_.base() && words == base) {
      if (words.empty())
        out_.html("<td class=\"gone\">—</td>");
      else
        out_.html("<td class=\"gone\">·<span class=\"out-of-sight\">as in the base</span></td>");
      return;
    }
    const std::string_view name = table_.change_name(segment, w);
    std::string classes = is_heavy(name) ? "heavy" : name.empty() ? "" : "differs";
    if (words.size() > kLongCell) classes += " long";
    out_.html("<td");
    if (!classes.empty()) out_.attribute("class", classes);
    out_.html(">");
    if (words.empty())
      out_.html("—");
    else
      out_.bdi(visible(words), lang);
    if (!name.empty()) out_.html(" <span class=\"kind\">").text(name).html("</span>");
    out_.html("</td>");
  }

  // The words of a witness, with what it dropped of the base and what it has besides.
  void write_flow(std::size_t w) {
    std::string kept, dropped, added;
    bool first = true;
    const auto flush_changes = [&] {
      if (!dropped.empty()) out_.html("<del>").text(visible(dropped)).html("</del>");
      if (!dropped.empty() && !added.empty()) out_.html(" ");
      if (!added.empty()) out_.html("<ins>").text(visible(added)).html("</ins>");
      dropped.clear();
      added.clear();
    };
    for (const Segment& segment : table_.segments()) {
      const std::string_view mine = table_.words(segment, w);
      const std::string_view base = table_.words(segment, table_.base());
      if (mine.empty() && base.empty()) continue;
      const std::string_view blank = !first && table_.space_before(segment) ? " " : "";
      first = false;
      const std::string_view name = mine == base ? std::string_view() : table_.change_name(segment, w);
      if (name.empty() || name == "case") {
        flush_changes();
        out_.text(blank).text(visible(mine));
        continue;
      }
      if (dropped.empty() && added.empty()) out_.text(blank);
      if (!base.empty()) dropped.append(dropped.empty() ? "" : " ").append(base);
      if (!mine.empty()) added.append(added.empty() ? "" : " ").append(mine);
    }
    flush_changes();
  }

  void write_side(std::size_t w, Span span) {
    const std::string_view words = slice(table_.passage(w), span);
    if (words.empty())
      out_.html("nothing");
    else if (!with_text_)
      link_bytes(out_, ground_, witness(w).account.document.name, table_.delivered(w, span),
                 witness(w).account.document.blob);
    else
      out_.bdi(quoted(words), lang_of(witness(w).account.document.language.code));
  }

  void write_version(std::size_t w) {
    const VersionWitness& one = witness(w);
    const Document& document = one.account.document;
    const Speech& speech = one.account.speeches[one.speech];
    out_.html("<article class=\"version\" data-stop><h3>").bdi(label_of(one)).html(" ");
    write_relation(out_, table_, w);
    out_.html("</h3><p class=\"eyebrow\">");
    if (const Person* person = person_of(one)) out_.bdi(visible(person->name)).html(" · ");
    out_.text(to_string(speech.kind)).html(" · ");
    out_.link(Address::statement(ground_, span_id(document.name, document.text.to_blob(extent(speech)))),
              "statement " + visible(one.id));
    out_.html(" · in ").link(Address::source(ground_, document.name), source_label(document)).html("</p><p");
    if (const std::string lang = lang_of(document.language.code); !lang.empty()) out_.attribute("lang", lang);
    out_.html(" dir=\"auto\">");
    if (with_text_) write_flow(w);
    out_.html("</p>");
    const std::vector<Change>& changes = table_.pair(w).changes;
    if (!changes.empty()) out_.html("<ul class=\"changes\">");
    for (const Change& change : changes) {
      out_.html("<li><span").attribute("class", bears_meaning(change) ? "tag bad" : "tag").html(">");
      out_.text(to_string(change.type)).html("</span> ");
      write_side(table_.base(), change.a);
      out_.html(" → ");
      write_side(w, change.b);
      out_.html("</li>");
    }
    if (!changes.empty()) out_.html("</ul>");
    out_.html("</article>");
  }

  const VersionTable& table_;
  std::string_view statement_;
  Ground ground_;
  bool with_text_ = true;
  std::vector<std::size_t> order_;
  Markup out_;
};

}  // namespace

Markup versions_part(const VersionTable& table, std::string_view statement, const PageFrame& frame) {
  return VersionsPart(table, statement, frame).write();
}

}  // namespace readout
