// StatementList: statements as lines, laid out a few hundred at a time, so that a long list starts at once and needs no
// memory.
//
//   StatementList list(screen, full);
//   list.add(row); ... list.flush();
#pragma once

#include <vector>

#include "cli/screen.h"
#include "readout/view/speech_view.h"

namespace readout::cli {

class StatementList {
 public:
  // `full`: all the words of each.
  StatementList(Screen& screen, bool full) : screen_(screen), full_(full) {}

  void add(const SpeechRow& row);
  void flush();

 private:
  Screen& screen_;
  bool full_;
  std::vector<SpeechRow> waiting_;
  LineColumns widest_;
};

}  // namespace readout::cli
