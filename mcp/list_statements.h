// Statements of a record, added to an answer until it is full.
#pragma once

#include "mcp/answer.h"

namespace readout {

inline constexpr std::uint32_t kStatements = 20;  // where no limit is given

// From the cursor on: the statements behind (document, number). Its part is 's'.
Result<void> list_statements(ItemPage& page, Record& record, SpeechFilter filter, const AnswerCursor& cursor,
                             KnownFiles& files);

}  // namespace readout
