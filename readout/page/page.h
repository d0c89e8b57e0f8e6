// A page: one address, answered from a record as HTML, JSON or CSV.
//
//   Visit visit{*record, desk, &rulings, frame};
//   PageAnswer answer = answer_page({"/statement/004:268-413", {{"base", "004"}}, PageForm::html}, visit);
//   answer.status, answer.type, answer.body
//
// Addresses (all permanent; the same with ".json", tables also with ".csv"):
//
//   /                       the pile                     /004:268-413      exact bytes, with what stands around them
//   /source/004             a document                   /statement/ID     a statement (span id, or its own id)
//   /timeline               statements by time said      /person/KEY       a person; /person lists them
//   /verify?q=...           one quotation                /draft            every quotation of a pasted text
//   /inbox, /inbox/d-3fa2   discrepancies                /decisions        what people decided, orphans too
//   /search?q=...           words and fields             /method           files, digests, versions, scores, limits
//
// Names of documents and persons are percent-encoded in an address and decoded in `path`. Nothing here writes.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/desk/desk.h"
#include "readout/record/record.h"

namespace readout {

class Rulings;

using Params = std::vector<std::pair<std::string, std::string>>;  // decoded, in the order of the address

enum class PageForm { html, json, csv };

// The site on loopback, or one file that is mailed: links lead to addresses, or to places in the file.
enum class Ground { site, file };

struct PageAsk {
  std::string path;  // decoded, without ".json" and ".csv"
  Params params;
  PageForm form = PageForm::html;
};

// What stands around a page, whatever it shows.
struct PageFrame {
  Ground ground = Ground::site;
  std::string token;        // for the forms of decisions; empty: no forms
  bool with_text = true;    // false: digests, offsets and labels only
  std::string version;      // of the program
  std::string record_path;  // as the user named it
  std::string state = {};   // of the record when this was made: the script asks /state.json whether it is still that
};

struct Visit {
  Record& record;
  Desk& desk;
  const Rulings* rulings = nullptr;  // null: nothing was decided
  PageFrame frame;
};

struct PageAnswer {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
};

// Never fails: an address that leads nowhere, or an error of the record, is a page that says so, with its status.
PageAnswer answer_page(const PageAsk& ask, Visit& visit);

}  // namespace readout
