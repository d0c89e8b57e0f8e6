#include "readout/page/pages.h"

namespace readout {

Result<PageParts> answer_verify(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return fail(ErrorCode::not_found, "the quotation goes behind ?q=", ask.path);
  PageParts parts;
  parts.here = "verify";
  parts.title = "Verify";
  const std::string quote(param_of(ask.params, "q"));
  Claim claim;
  claim.speaker = param_of(ask.params, "speaker");
  claim.source = param_of(ask.params, "source");
  PageValues values;
  values.text("quote", quote).text("speaker", claim.speaker).text("source", claim.source);
  if (!quote.empty()) {
    const Result<VerifyPage> page = visit.desk.ask(quote, claim);
    if (!page) return tl::unexpected(page.error());
    values.text("verdict", std::string(to_string(page->verification.verdict)));
    if (ask.form == PageForm::json) {
      JsonWriter json;
      json.object();
      write_verification(json, *page);
      json.end();
      parts.json = json.take();
    }
  } else if (ask.form == PageForm::json) {
    return fail(ErrorCode::bad_argument, "the quotation goes behind ?q=", "q");
  }
  parts.main = render("verify", values);
  return parts;
}

}  // namespace readout
