// readout mcp: the assistant's tools over standard input and output.
#include <unistd.h>

#include <cerrno>

#include "cli/open.h"
#include "cli/verbs.h"
#include "mcp/message.h"

namespace readout::cli {
namespace {

Exit run(const Arguments& arguments, Screen& screen) {
  const AssistantHost host{[&] { return open_as_decided(arguments); }, std::string(version())};
  // Said once, and no reason to end: the record may be made while the assistant runs.
  if (const Result<std::unique_ptr<Record>> record = host.open(); !record) screen.complain(record.error());
  AssistantSession session;
  MessageLines lines;
  const auto send = [&](std::string answer) {
    if (answer.empty()) return;
    answer += '\n';
    screen.out(answer);
    screen.flush();
  };
  const auto see = [&](std::string_view line) { send(answer_message(line, session, host)); };
  const auto refuse = [&] { send(refuse_oversized_message()); };
  char buffer[1 << 16];
  while (screen.is_open()) {
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    lines.take(std::string_view(buffer, static_cast<std::size_t>(got)), see, refuse);
  }
  lines.finish(see, refuse);
  return Exit::done;
}

}  // namespace

Command mcp_command() {
  Command command;
  command.name = "mcp";
  command.summary = "an assistant asks: a Model Context Protocol server";
  command.details =
      "Started by the assistant's program, not by hand: it reads JSON-RPC messages from standard input, one a line, "
      "and "
      "answers on standard output until its input ends. It offers the tools verify, check, search, statements, collate "
      "and show, which answer as the verbs of these names do, each with file, bytes and verdict. It only reads. An "
      "answer holds at most 48 KiB and says where it goes on; a message over 4 MiB is refused. "
      "docs/assistant.md says how to hook it up.";
  command.options = {record_option()};
  command.examples = {{"mcp --record pile.db", "the command to name in the assistant's settings"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
