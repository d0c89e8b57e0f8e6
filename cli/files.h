// Files that quotations are compared with, and the drafts that hold them, as the command line names them.
#pragma once

#include <string>
#include <vector>

#include "readout/base/result.h"
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

}  // namespace readout::cli
