// assistant: any bytes as what an assistant's program sends, line by line, about a small record. Every answer is one
// line of JSON, and a tool's answer stays within its bounds.
#include "fuzz/hold.h"
#include "mcp/message.h"
#include "mcp/tool.h"
#include "readout/document/json_value.h"

namespace {

using namespace readout;

const std::string& record_path() {
  static const fuzz::ScratchFolder kFolder;
  static const std::string kPath = [] {
    std::string path = kFolder.file("readout.db");
    fuzz::make_record(path,
                      {"pile/001.txt", "“We will wait,” the minister said. “Until spring, if need be.”\n", "", ""});
    return path;
  }();
  return kPath;
}

void hold_result(const JsonValue& answer) {
  const JsonValue* result = answer.find("result");
  const JsonValue* content = result == nullptr ? nullptr : result->find("content");
  if (content == nullptr) return;
  fuzz::hold(content->items.size() == 1, "a tool's answer is one text");
  fuzz::hold(content->items[0].text_of("text").size() <= kMostAnswerBytes, "a tool's answer stays within its bounds");
  if (const JsonValue* structured = result->find("structuredContent"))
    fuzz::hold(parse_json(content->items[0].text_of("text")) == Result<JsonValue>(*structured),
               "both forms say the same");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  AssistantSession session;
  const AssistantHost host{[] { return open_record(record_path(), OpenOptions{OpenMode::read, "fuzz"}); }, "fuzz"};
  const auto see = [&](std::string_view line) {
    const std::string answer = answer_message(line, session, host);
    if (answer.empty()) return;
    fuzz::hold(answer.find('\n') == std::string::npos, "an answer is one line");
    const Result<JsonValue> read = parse_json(answer);
    fuzz::hold(read.has_value(), "an answer is JSON");
    hold_result(*read);
    for (const JsonValue& one : read->items) hold_result(one);
  };
  MessageLines lines;
  lines.take(fuzz::view(data, size), see, [] {});
  lines.finish(see, [] {});
  return 0;
}
