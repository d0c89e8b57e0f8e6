#include <algorithm>

#include "cli/command.h"
#include "cli/verbs.h"

namespace readout::cli {

std::string Arguments::value(const std::string& name) const {
  const auto found = values_.find(name);
  return found == values_.end() || found->second.empty() ? std::string() : found->second.back();
}

const std::vector<std::string>& Arguments::values(const std::string& name) const {
  static const std::vector<std::string> kNone;
  const auto found = values_.find(name);
  return found == values_.end() ? kNone : found->second;
}

Option json_option() {
  return {"json", Value::none, "", "JSON Lines, {\"type\",\"data\"}, instead of text", {}, 'j'};
}

Option record_option() {
  return {"record", Value::path, "PATH", "the record (else READOUT_RECORD, else ./readout.db)", {}, 'r'};
}

Option full_option() {
  return {"full", Value::none, "", "all the words of each statement, not one line", {}, 'f'};
}

const std::vector<Command>& commands() {
  static const std::vector<Command> kCommands = {
      quotes_command(),  add_command(),    documents_command(), statements_command(), timeline_command(),
      show_command(),    search_command(), verify_command(),    check_command(),      collate_command(),
      diff_command(),    inbox_command(),  accept_command(),    reject_command(),     merge_command(),
      split_command(),   rename_command(), note_command(),      undo_command(),       decisions_command(),
      explain_command(), score_command(),  export_command(),    report_command(),     remove_command(),
      serve_command(),   mcp_command(),    doctor_command(),    manual_command(),     completions_command(),
  };
  return kCommands;
}

const Command* find_command(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

std::string_view version() {
  return READOUT_VERSION;
}

}  // namespace readout::cli
