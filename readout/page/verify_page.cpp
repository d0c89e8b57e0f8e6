// Verify: one quotation against the record.
#include "readout/page/pages.h"
#include "readout/page/quotation_part.h"
#include "readout/view/look.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr std::size_t kMostPlaces = 20;
constexpr std::size_t kLongestQuotation = 20000;  // bytes
constexpr int kTitleWords = 50;

}  // namespace

Result<PageParts> answer_verify(const PageAsk& ask, std::string_view rest, Visit& visit) {
  if (!rest.empty()) return fail(ErrorCode::not_found, "the quotation goes behind ?q=", ask.path);
  const std::string quote(param_of(ask.params, "q"));
  if (quote.size() > kLongestQuotation)
    return fail(ErrorCode::bad_argument, "a quotation has at most 20,000 bytes; Draft takes longer texts", "q");
  PageParts parts;
  parts.here = "verify";
  parts.title = quote.empty() ? "Verify" : "Verify: " + fit(visible(quote), kTitleWords);
  Claim claim;
  claim.speaker = param_of(ask.params, "speaker");
  claim.source = param_of(ask.params, "source");
  PageValues values;
  values.text("quote", quote).text("speaker", claim.speaker).text("source", claim.source);
  if (quote.empty()) {
    if (ask.form == PageForm::json) return fail(ErrorCode::bad_argument, "the quotation goes behind ?q=", "q");
    parts.main = render("verify", values);
    return parts;
  }
  const Result<VerifyPage> page = visit.desk.ask(quote, claim);
  if (!page) return tl::unexpected(page.error());
  if (ask.form == PageForm::json) {
    JsonWriter json;
    json.object();
    write_verification(json, *page);
    parts.json = json.end().take();
    return parts;
  }
  values.markup("answer_html", quotation_part(*page, visit.frame, kMostPlaces, true));
  parts.main = render("verify", values);
  return parts;
}

}  // namespace readout
