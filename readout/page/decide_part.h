// The form by which a reader decides, for whatever page shows the thing.
//
//   values.markup("decide_html", decide_part(DecidedKind::discrepancy, "d-3fa2c19b7c", ask, visit));
//
// It posts to /decide (server/decide_form.h): verb, target, other, name, reason, author, back, token. Empty where the
// frame has no token (a report's file, a site that may not be written to). Everything works without the script.
#pragma once

#include <string>

#include "readout/page/markup.h"
#include "readout/page/page.h"

namespace readout {

enum class DecidedKind {
  discrepancy,  // accept, reject, note
  statement,    // same as another, not the same, said by somebody else, by nobody known, note
  person,       // rename, one with another, not one with another, note
  document,     // note
  decision,     // undo
};

// `target`: an id as decide.h understands it: "d-…", "104:22-66", "person:KEY", "document:104", "j-…". The form leads
// back to the page that is asked for.
Markup decide_part(DecidedKind kind, const std::string& target, const PageAsk& ask, const Visit& visit);

}  // namespace readout
