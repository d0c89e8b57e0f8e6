// POST /decide: a form of a page becomes one line of the journal.
//
//   verb=reject&target=d-3fa2c19b7c&reason=...&author=Ada+Marlow&back=/inbox&token=...   ->   303 to /inbox
//
// Fields: verb, target and other (ids as on the command line), name, reason, author, back (a path of this site), token.
// Answered: 303 where it stands in the journal, on the disk; 400 or 404 where it cannot be decided; 507 where the disk
// is full; 503 where the journal cannot be written. In all but the first nothing was written, and the page says so.
#pragma once

#include "server/site.h"

namespace readout {

WebAnswer answer_decision(const WebRequest& request, const Site& site, Visit& visit);

}  // namespace readout
