// answer_message: one line of JSON-RPC 2.0 from an assistant's program -> the line to send back.
//
//   AssistantSession session;
//   answer_message(R"({"jsonrpc":"2.0","id":1,"method":"ping"})", session, host)
//       {"jsonrpc":"2.0","id":1,"result":{}}
//   answer_message("{", session, host)                                                 error -32700, id null
//   answer_message(R"({"jsonrpc":"2.0","method":"notifications/x"})", session, host)   ""
//
// The Model Context Protocol (modelcontextprotocol.io), server side, tools only: revisions 2024-11-05 to 2025-11-25,
// which begin with `initialize`, and 2026-07-28, whose requests each name it in `_meta` and may begin with
// `server/discover`. A request of a tool opens the record anew, so an answer is about the record as it is, and nothing
// is held between.
//
// Answers come in the order of the requests, one before the next is read; a cancellation therefore finds its request
// answered and is let pass. A batch is answered where the revision that was agreed on has batches, else refused.
//
// Error answers: -32700 no JSON; -32600 no request, a batch that is refused, a message over kMostMessageBytes; -32601
// no such method; -32602 no such tool, or params of another shape; -32022 a revision that is not served. What is wrong
// with a tool's arguments, or with the record, is a result with isError, for the model to read.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "readout/base/result.h"
#include "readout/record/record.h"

namespace readout {

inline constexpr std::size_t kMostMessageBytes = 4u << 20;

struct AssistantHost {
  std::function<Result<std::unique_ptr<Record>>()> open;
  std::string version;  // of the program
};

struct AssistantSession {
  std::string revision;  // that `initialize` agreed on; "" before
};

// The answer without its line break; "" where none is to be sent. Never fails, whatever the line holds.
std::string answer_message(std::string_view line, AssistantSession& session, const AssistantHost& host);

// The answer to a message over kMostMessageBytes.
std::string refuse_oversized_message();

// MessageLines: bytes as they come -> lines, of which none is ever held beyond kMostMessageBytes.
class MessageLines {
 public:
  // `see` gets each line that ended, without its line break; `oversized` is called for one that was too long.
  void take(std::string_view bytes, const std::function<void(std::string_view)>& see,
            const std::function<void()>& oversized);
  // At the end of the input: what stands there without a line break.
  void finish(const std::function<void(std::string_view)>& see, const std::function<void()>& oversized);

 private:
  std::string line_;
  bool skipping_ = false;
};

}  // namespace readout
