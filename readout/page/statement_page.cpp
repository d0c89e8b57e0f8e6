// The page of a statement: who, when, where, through what, each with its basis; the words in their context; versions.
#include <algorithm>

#include "readout/desk/statement_sheet.h"
#include "readout/page/decide_part.h"
#include "readout/page/labels.h"
#include "readout/page/marked.h"
#include "readout/page/pages.h"
#include "readout/page/versions_part.h"
#include "readout/view/annotate.h"
#include "readout/view/discrepancy_view.h"
#include "readout/view/json_view.h"
#include "readout/view/look.h"
#include "readout/view/speech_view.h"
#include "readout/view/version_export.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::uint32_t kAround = 220;
constexpr std::uint32_t kFarSource = 1500;  // a source or cue that stands further away is named below
constexpr int kTitleWords = 70;
constexpr int kListedWords = 160;
constexpr std::size_t kMostElsewhere = 12;

std::string when_words(const SpeechRow& row) {
  return row.when_of == WhenOf::unknown ? "date unknown" : when_label(row);
}

class StatementSheetPage {
 public:
  StatementSheetPage(const StatementSheet& sheet, const Visit& visit)
      : sheet_(sheet),
        row_(sheet.page.row),
        document_(sheet.page.account.document),
        ground_(visit.frame.ground),
        with_text_(visit.frame.with_text) {}

  Markup context() const {
    if (!with_text_)
      return std::move(Markup().html(
          "<span class=\"soft\">The words are not passed on; whoever has the file can read them at its bytes.</span>"));
    const Speech& speech = row_.speech;
    const std::string_view text = document_.text.view();
    Span whole = extent(speech);
    const auto cover = [&](Span span) {
      if (span.empty()) return;
      const Span wider = {std::min(whole.begin, span.begin), std::max(whole.end, span.end)};
      if (wider.size() <= whole.size() + kFarSource) whole = wider;
    };
    cover(speech.source);
    for (const Span cue : speech.cue) cover(cue);
    std::vector<TextMark> marks;
    for (const Span span : speech.content) marks.push_back({span, MarkElement::mark, "said"});
    for (const Span cue : speech.cue) marks.push_back({cue, MarkElement::mark, "cue"});
    if (!speech.source.empty()) marks.push_back({speech.source, MarkElement::mark, "source"});
    for (const Insertion& one : speech.insertions) marks.push_back({one.span, MarkElement::mark, "put-in"});
    for (const ForeignSpan& one : document_.foreign) marks.push_back({one.span, MarkElement::bdi, "", lang_of(one)});
    const Span window = context_of(text, whole, kAround);
    const auto is_cut = [&](std::uint32_t at) {
      return at > 0 && at < text.size() && text[at - 1] != '\n' && text[at] != '\n';
    };
    Markup out;
    if (is_cut(window.begin)) out.html("… ");
    write_marked(out, text, window, std::move(marks));
    if (is_cut(window.end)) out.html(" …");
    return out;
  }

  void add_bytes(Markup& out, Span span) const {
    link_bytes(out, ground_, row_.document, document_.text.to_blob(span), row_.blob);
  }

  // Of which words may be shown.
  std::string_view text() const { return with_text_ ? document_.text.view() : std::string_view(); }

  void add_who(PageValues& values) const {
    Markup who;
    write_speaker(who, ground_, row_);
    if (row_.person)
      for (const std::string& office : row_.person->offices) who.html(" · ").bdi(visible(office));
    if (!row_.source_words.empty()) {
      who.html(" <span class=\"basis\">printed ").bdi(quoted(row_.source_words)).html("</span> ");
      add_bytes(who, row_.speech.source);
    }
    who.html("<br><span class=\"basis\">").text(basis_words(row_.speaker_basis)).html("</span>");
    if (row_.decided) {
      who.html("<br><span class=\"basis\">decided by ").bdi(row_.decided->credit);
      who.html("; the record names ").bdi(row_.decided->recorded.empty() ? "nobody" : row_.decided->recorded);
      who.html("</span>");
    }
    show_fact(values, "Who", std::move(who));
    for (const Reporter& reporter : row_.chain) {
      Markup out;
      out.bdi(reporter_label(reporter)).html(" <span class=\"basis\">in ");
      out.link(Address::statement(ground_, reporter.id), visible(reporter.id)).html("</span>");
      show_fact(values, "Reported by", std::move(out));
    }
  }

  void add_channels(PageValues& values) const {
    for (std::size_t i = 0; i < row_.speech.channels.size(); ++i) {
      Markup out;
      out.text(to_string(row_.speech.channels[i].kind));
      if (i < row_.channel_words.size() && !row_.channel_words[i].empty()) {
        out.html(" <span class=\"basis\">named ").bdi(quoted(row_.channel_words[i])).html("</span> ");
        add_bytes(out, row_.speech.channels[i].span);
      }
      show_fact(values, "Through", std::move(out));
    }
    if (row_.speech.channels.empty()) show_fact(values, "Through", std::move(Markup().html("not mentioned")));
  }

  void add_when(PageValues& values) const {
    Markup when;
    if (is_time_said(row_.when_of)) {
      write_moment(when, row_.when, text());
    } else {
      when.html("unknown");
      if (row_.when_of != WhenOf::unknown) {
        when.html("; ").text(to_string(row_.when_of)).html(" ");
        write_moment(when, row_.when, text());
      }
    }
    show_fact(values, "Said", std::move(when));
  }

  void add_facts(PageValues& values) const {
    add_who(values);
    add_when(values);
    Markup where;
    where.link(Address::place(ground_, row_.document, row_.delivered), source_label(document_));
    if (!document_.place.empty()) where.html(" · ").bdi(visible(document_.place));
    where.html(" <span class=\"basis\">").text(to_string(document_.form)).html("</span>");
    show_fact(values, "Where", std::move(where));
    add_channels(values);
    show_fact(values, "Kind", std::move(Markup().text(kind_label(row_.speech))));
    for (const Insertion& one : row_.speech.insertions) {
      Markup out;
      out.text(to_string(one.kind)).html(" ");
      if (with_text_) out.bdi(quoted(document_.text[one.span])).html(" ");
      add_bytes(out, one.span);
      show_fact(values, "Put in", std::move(out));
    }
    if (!row_.speech.same_as.empty()) {
      Markup out;
      add_bytes(out, row_.speech.same_as);
      show_fact(values, "Repeats", std::move(out));
    }
    show_doubts(values, row_.speech.doubts, document_, with_text_);
    Markup bytes;
    add_bytes(bytes, extent(row_.speech));
    bytes.html(" <span class=\"basis\">of sha256 <code>").text(to_hex(row_.blob)).html("</code></span>");
    show_fact(values, "Bytes", std::move(bytes));
    for (const DecidedRemark& remark : sheet_.page.decided) {
      Markup out;
      out.bdi(remark.label);
      if (!remark.id.empty()) out.html(" ").link(Address::statement(ground_, remark.id), visible(remark.id));
      out.html(" <span class=\"basis\">by ").bdi(remark.credit).html("; <span class=\"id\">").text(remark.decision);
      out.html("</span></span>");
      show_fact(values, "Decided", std::move(out));
    }
  }

  void add_links(PageValues& values) const {
    for (std::size_t i = 0; i < std::min(sheet_.elsewhere.size(), kMostElsewhere); ++i) {
      const SpeechRow& other = sheet_.elsewhere[i];
      PageValues& one = values.each("elsewhere");
      one.text("id", visible(other.id)).text("words", fit(spoken_words(other), kListedWords));
      one.text("who", speaker_chain(other)).text("when", when_words(other));
      one.address("place_href", Address::statement(ground_, other.id));
    }
    values.flag("has_elsewhere", !sheet_.elsewhere.empty());
    if (sheet_.elsewhere.size() > kMostElsewhere) values.number("more", sheet_.elsewhere.size() - kMostElsewhere);
    const auto add = [&](std::string list, const LinkRow& link) {
      PageValues& one = values.each(std::move(list));
      one.text("id", visible(link.b))
          .text("words", link.b_words.empty() ? "" : quoted(link.b_words))
          .text("reason", link_reason(link.basis));
      one.address("place_href", Address::statement(ground_, link.b));
      one.address("bytes_href", Address::place(ground_, link.b_document, delivered_of(link.b)));
    };
    for (const LinkRow& link : sheet_.also_said) add("also", link);
    for (const LinkRow& link : sheet_.not_same) add("parted", link);
    values.flag("has_also", !sheet_.also_said.empty());
    values.flag("has_parted", !sheet_.not_same.empty());
  }

  void add_reasons(PageValues& values) const {
    const auto add = [&](std::string label, std::string what) {
      values.each("reasons").text("label", std::move(label)).text("what", std::move(what));
    };
    add("A statement", basis_words(row_.speech.basis));
    for (std::size_t i = 0; i < row_.cue_words.size(); ++i) add("Cue", quoted(row_.cue_words[i]));
    add("Speaker", basis_words(row_.speaker_basis));
    for (const Person& person : row_.candidates) add("Candidate", visible(person.name));
    add("Depth", row_.speech.depth == 0 ? "spoken to the document itself"
                                        : "reported inside " + std::to_string(row_.speech.depth) + " other speeches");
    add("Key",
        row_.statement.empty() ? "none: no other version, and too few words or no speaker for a key" : row_.statement);
  }

  std::string cite() const {
    if (with_text_) return citation(row_, document_);
    return speaker_chain(row_) + ", " + when_words(row_) + ". Bytes " + std::to_string(row_.delivered.begin) + "-" +
           std::to_string(row_.delivered.end) + " of sha256:" + to_hex(row_.blob) + ".";
  }

 private:
  const StatementSheet& sheet_;
  const SpeechRow& row_;
  const Document& document_;
  Ground ground_;
  bool with_text_ = true;
};

// What may not be passed on: words of the texts, wherever a page would show them.
void withhold(StatementSheet& sheet) {
  const auto clear = [](SpeechRow& row) {
    row.words.clear();
    row.cue_words.clear();
    row.channel_words.clear();
    row.source_words.clear();
    for (Reporter& one : row.chain) one.source.clear();
  };
  clear(sheet.page.row);
  for (SpeechRow& row : sheet.page.witnesses) clear(row);
  for (SpeechRow& row : sheet.elsewhere) clear(row);
  for (std::vector<LinkRow>* links : {&sheet.also_said, &sheet.not_same})
    for (LinkRow& link : *links) {
      link.a_words.clear();
      link.b_words.clear();
    }
}

// The statement as a program reads it, without words: where it stands and what became of it.
void write_withheld(JsonWriter& json, const VersionTable& table) {
  json.array();
  for (std::size_t w = 0; w < table.witnesses().size(); ++w) {
    const VersionWitness& one = table.witnesses()[w];
    json.object().key("id").value(one.id).key("sha256").value(to_hex(one.account.document.blob));
    json.key("relation").value(w == table.base() ? "base" : to_string(table.pair(w).relation)).key("changes").array();
    for (const Change& change : table.pair(w).changes) json.value(to_string(change.type));
    json.end().end();
  }
  json.end();
}

std::size_t base_of(const std::vector<VersionWitness>& versions, std::string_view wanted) {
  const auto found = std::ranges::find(versions, wanted, &VersionWitness::id);
  return found == versions.end() ? 0 : static_cast<std::size_t>(found - versions.begin());
}

void write_link_rows(JsonWriter& json, std::string_view name, const std::vector<LinkRow>& links) {
  json.key(name).array();
  for (const LinkRow& link : links) {
    json.object().key("id").value(link.b).key("words").value(link.b_words).key("rule").value(link.basis.rule);
    json.key("reason").value(link_reason(link.basis)).end();
  }
  json.end();
}

}  // namespace

Result<PageParts> answer_statement(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (rest.empty())
    return fail(ErrorCode::bad_argument, "a statement is named by the bytes of its words: /statement/104:22-66",
                ask.path);
  const std::string id(rest);
  Result<StatementSheet> sheet = load_statement_sheet(visit.record, id);
  if (!sheet) return tl::unexpected(sheet.error());
  if (!visit.frame.with_text) withhold(*sheet);
  const SpeechRow row = sheet->page.row;
  const std::string_view base = param_of(ask.params, "base");
  PageParts parts;
  parts.here = "timeline";
  parts.title = speaker_chain(row) + ": " + fit(spoken_words(row), kTitleWords);
  parts.permanent = Address::statement(Ground::site, row.id);
  const std::size_t chosen = base_of(sheet->versions, base);
  if (!base.empty() && sheet->versions[chosen].id != base)
    return fail(ErrorCode::not_found, "no version of this statement stands there", std::string(base));
  const VersionTable table(std::move(sheet->versions), chosen);
  if (ask.form == PageForm::json) {
    JsonWriter json;
    json.object().key("id").value(row.id).key("speaker").value(speaker_label(row));
    json.key("versions");
    if (visit.frame.with_text) {
      json.raw(to_json(table)).key("statement").raw(speech_json(sheet->page.account, row.number));
      json.key("citation").value(citation(row, sheet->page.account.document));
    } else {
      write_withheld(json, table);
    }
    json.key("more_versions").value(static_cast<std::uint64_t>(sheet->more_versions));
    write_link_rows(json, "also_said", sheet->also_said);
    write_link_rows(json, "not_same", sheet->not_same);
    parts.json = json.end().take();
    return parts;
  }
  const StatementSheetPage page(*sheet, visit);
  PageValues values;
  values.text("anchor", statement_anchor(row.id)).text("id", row.id).text("kind", kind_label(row.speech));
  values.text("speaker", speaker_chain(row)).text("when", when_words(row));
  values.text("lang", lang_of(row.language)).markup("context_html", page.context());
  values.flag("has_source", !row.speech.source.empty()).flag("has_cue", !row.speech.cue.empty());
  values.flag("has_put_in", !row.speech.insertions.empty());
  page.add_facts(values);
  values.markup("versions_html", versions_part(table, row.id, visit.frame));
  if (sheet->more_versions > 0) values.number("more_versions", sheet->more_versions);
  page.add_links(values);
  page.add_reasons(values);
  values.markup("decide_html", decide_part(DecidedKind::statement, row.id, ask, visit));
  values.text("citation", page.cite());
  parts.main = render("statement", values);
  return parts;
}

}  // namespace readout
