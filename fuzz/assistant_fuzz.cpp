// assistant: any bytes as what an assistant's program sends, line by line, about a small record. Every answer is one
// line of JSON, and a tool's answer stays within its bounds.
#include <cstdlib>
#include <filesystem>

#include "fuzz/hold.h"
#include "mcp/message.h"
#include "mcp/tool.h"
#include "readout/document/json_value.h"
#include "readout/engine/account.h"

namespace {

using namespace readout;

// Gone with the program.
struct FuzzedPile {
  std::string folder = (std::filesystem::temp_directory_path() / "readout_fuzz_XXXXXX").string();
  std::string record;

  FuzzedPile() {
    fuzz::hold(mkdtemp(folder.data()) != nullptr, "a folder for the record can be made");
    record = folder + "/readout.db";
    const auto made = open_record(record, OpenOptions{OpenMode::write, "fuzz"});
    fuzz::hold(made.has_value(), "a record can be made");
    const Source source{"pile/001.txt", "“We will wait,” the minister said. “Until spring, if need be.”\n", "", ""};
    const auto accounts = give_accounts(source, default_settings());
    fuzz::hold((*made)->add(accounts).has_value(), "a document can be added");
  }
  ~FuzzedPile() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
};

const std::string& record_path() {
  static const FuzzedPile kPile;
  return kPile.record;
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
