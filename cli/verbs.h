// Every verb of the program: its file defines what it takes and what it does.
#pragma once

#include "cli/command.h"

namespace readout::cli {

Command quotes_command();
Command score_command();
Command add_command();
Command documents_command();
Command statements_command();
Command show_command();
Command timeline_command();
Command search_command();
Command verify_command();
Command check_command();
Command collate_command();
Command diff_command();
Command inbox_command();
Command accept_command();
Command reject_command();
Command merge_command();
Command split_command();
Command rename_command();
Command note_command();
Command undo_command();
Command decisions_command();
Command explain_command();
Command export_command();
Command report_command();
Command remove_command();
Command serve_command();
Command doctor_command();
Command mcp_command();
Command manual_command();
Command completions_command();

}  // namespace readout::cli
