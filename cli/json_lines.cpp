#include "cli/json_lines.h"

#include "readout/view/json_view.h"

namespace readout::cli {

std::string speech_lines(const Account& account, const SpeechRow& row) {
  std::string lines = speech_json(account, row.number);
  if (!row.decided) return lines;
  // What people decided is no part of what the machine read.
  return lines + json_line("decided", [&](JsonWriter& json) {
           json.key("id").value(row.id).key("speaker");
           row.person ? json.value(row.person->name) : json.null();
           json.key("recorded");
           row.decided->recorded.empty() ? json.null() : json.value(row.decided->recorded);
           json.key("decision").value(row.decided->decision).key("credit").value(row.decided->credit);
         });
}

Result<void> JsonLines::load(const std::string& name) {
  if (account_.document.name == name) return {};
  Result<Account> account = record_.account(name);
  if (!account) return tl::unexpected(account.error());
  account_ = std::move(*account);
  return {};
}

Result<std::string> JsonLines::speech(const SpeechRow& row) {
  if (const Result<void> loaded = load(row.document); !loaded) return tl::unexpected(loaded.error());
  return speech_lines(account_, row);
}

Result<std::string> JsonLines::document(const DocumentRow& row) {
  if (const Result<void> loaded = load(row.document.name); !loaded) return tl::unexpected(loaded.error());
  return document_json(account_, row);
}

Result<std::size_t> write_speeches(Record& record, Screen& screen, const SpeechVisit& visit) {
  JsonLines lines(record);
  Result<void> written;
  Result<std::size_t> count = visit([&](const SpeechRow& row) {
    const Result<std::string> line = lines.speech(row);
    if (line)
      screen.out(*line);
    else
      written = tl::unexpected(line.error());
    return written && screen.is_open();
  });
  if (!written) return tl::unexpected(written.error());
  return count;
}

}  // namespace readout::cli
