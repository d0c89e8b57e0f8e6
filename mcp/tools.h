// The tools, one file each: the same questions as the verbs of these names, asked through room desk.
#pragma once

#include "mcp/tool.h"

namespace readout {

AssistantTool verify_tool();
AssistantTool check_tool();
AssistantTool search_tool();
AssistantTool statements_tool();
AssistantTool collate_tool();
AssistantTool show_tool();

}  // namespace readout
