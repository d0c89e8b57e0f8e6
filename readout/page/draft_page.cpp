// Draft: a text that somebody is about to publish; every quotation in it against the record, in order.
#include <array>

#include "readout/desk/draft.h"
#include "readout/page/marked.h"
#include "readout/page/pages.h"
#include "readout/page/quotation_part.h"
#include "readout/view/annotate.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kMostQuotations = 300;
constexpr std::size_t kMostPlaces = 3;  // of one quotation
constexpr std::uint32_t kAround = 160;

// As the draft has it: the line's number, and the words around.
Markup draft_line(const std::string& text, const AskedQuotation& asked) {
  Markup out;
  write_marked(out, text, context_of(text, asked.delivered, kAround), {{asked.delivered, MarkElement::mark, "said"}});
  return out;
}

}  // namespace

Result<PageParts> answer_draft(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return fail(ErrorCode::not_found, "a draft is posted to /draft", ask.path);
  const std::string text(param_of(ask.params, "text"));
  PageParts parts;
  parts.here = "draft";
  parts.title = "Draft";
  parts.permanent = Address::page(Ground::site, "draft");
  PageValues values;
  values.text("text", text).text("token", visit.frame.token);
  JsonWriter json;
  json.object().key("quotations").array();
  if (text.empty()) {
    if (ask.form == PageForm::json) return fail(ErrorCode::bad_argument, "post the draft as the field text", "text");
    parts.main = render("draft", values);
    return parts;
  }
  const Result<std::vector<AskedQuotation>> asked = read_draft({"draft", text, "text/plain; charset=utf-8", ""});
  if (!asked) return tl::unexpected(asked.error());
  std::array<std::uint64_t, static_cast<std::size_t>(Verdict::not_checkable) + 1> totals{};
  for (std::size_t i = 0; i < std::min(asked->size(), kMostQuotations); ++i) {
    const AskedQuotation& one = (*asked)[i];
    Claim claim;
    claim.speaker = one.speaker;
    claim.source = one.source;
    claim.loose = one.loose;
    const Result<VerifyPage> page = visit.desk.ask(one.words, claim);
    if (!page) return tl::unexpected(page.error());
    ++totals[static_cast<std::size_t>(page->verification.verdict)];
    if (ask.form == PageForm::json) {
      json.object().key("line").value(one.begin.line).key("column").value(one.begin.column);
      json.key("begin").value(one.delivered.begin).key("end").value(one.delivered.end);
      write_verification(json, *page);
      json.end();
      continue;
    }
    PageValues& row = values.each("quotations");
    row.number("number", i + 1).number("line", one.begin.line).markup("line_html", draft_line(text, one));
    row.text("claimed", visible(one.speaker)).text("claimed_source", visible(one.source));
    row.markup("answer_html", quotation_part(*page, visit.frame, kMostPlaces, false));
  }
  if (ask.form == PageForm::json) {
    json.end().key("totals").object();
    for (std::size_t i = 0; i < totals.size(); ++i)
      if (totals[i] > 0) json.key(to_string(static_cast<Verdict>(i))).value(totals[i]);
    json.end().key("left_out").value(asked->size() > kMostQuotations ? asked->size() - kMostQuotations : 0u);
    parts.json = json.end().take();
    return parts;
  }
  for (std::size_t i = 0; i < totals.size(); ++i) {
    if (totals[i] == 0) continue;
    const auto verdict = static_cast<Verdict>(i);
    PageValues& row = values.each("totals");
    row.text("verdict", std::string(to_string(verdict))).text("words", std::string(verdict_words(verdict)));
    row.number("count", totals[i]).text("tone", std::string(verdict_class(verdict)));
  }
  values.flag("asked").number("count", asked->size());
  if (asked->size() > kMostQuotations) values.number("left_out", asked->size() - kMostQuotations);
  values.flag("none", asked->empty());
  parts.main = render("draft", values);
  return parts;
}

}  // namespace readout
