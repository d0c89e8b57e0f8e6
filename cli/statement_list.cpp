#include "cli/statement_list.h"

#include <algorithm>

namespace readout::cli {
namespace {

constexpr std::size_t kTogether = 200;

}  // namespace

void StatementList::add(const SpeechRow& row) {
  waiting_.push_back(row);
  if (waiting_.size() == kTogether) flush();
}

void StatementList::flush() {
  const LineColumns here = fit_columns(waiting_, screen_.look(), true);
  widest_ = {std::max(widest_.when, here.when), std::max(widest_.speaker, here.speaker),
             std::max(widest_.kind, here.kind), std::max(widest_.id, here.id)};
  for (const SpeechRow& row : waiting_)
    screen_.line(full_ ? speech_entry(row, screen_.look(), true) : speech_line(row, widest_, screen_.look()));
  waiting_.clear();
}

}  // namespace readout::cli
