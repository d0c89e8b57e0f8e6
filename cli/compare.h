// The texts that a quotation is compared with: files as named, or those of the record that may hold its words.
#pragma once

#include <string>
#include <vector>

#include "cli/open.h"
#include "readout/view/verify_view.h"

namespace readout::cli {

// The files that paths name, each once, folders as all files below them in order of name, hidden ones left out. Error:
// a path that is not there, a folder that cannot be read.
struct NamedFile {
  std::string path;
  bool from_folder = false;
  std::string folder;  // the one named
};
Result<std::vector<NamedFile>> find_named(const std::vector<std::string>& paths);

// A file that both lists hold is a draft, which never vouches for itself; unless it is a source by name, or by a folder
// that is named deeper: "check . --against sources".
void part_files(std::vector<NamedFile>& drafts, std::vector<NamedFile>& sources);

// Texts without speeches yet. `account.bytes` holds what was delivered.
struct ReadFiles {
  std::vector<Compared> texts;
  std::vector<Error> passed_over;  // files below a folder, or empty ones, that have no words to compare with
};

// Any text is read, whatever it is; "-" is standard input. Error: a file that cannot be read, one named by itself whose
// words cannot be had.
Result<ReadFiles> read_files(const std::vector<NamedFile>& files);

// Texts of the record, each loaded once however many quotations ask for it. In a record of at most kAllTexts documents
// every text is compared; in a larger one those that hold stretches of the quotation, found through the index.
class Shelf {
 public:
  Shelf(Record& record, std::string document) : record_(record), document_(std::move(document)) {}

  // Candidates for one quotation, and the text that it names as its source, in order of name. Valid until the next
  // call.
  Result<std::vector<Compared>*> candidates(const std::string& quote, const std::string& source);

  // Another number after a call that gave other texts than the one before.
  std::size_t edition() const { return edition_; }

 private:
  Result<std::vector<std::string>> names_for(const std::string& quote);
  Result<Compared> load(const std::string& name);

  Record& record_;
  std::string document_;
  std::size_t edition_ = 0;
  std::vector<std::string> loaded_;
  std::vector<Compared> texts_;
};

}  // namespace readout::cli
