// Invented accounts for the tests of this room: as the engine would make them, but by hand, so that the record is
// tested without it.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/record/export.h"
#include "readout/record/record.h"

namespace readout {

inline Span find_span(std::string_view text, std::string_view words) {
  const std::size_t at = text.find(words);
  return make_span(at, at + words.size());
}

// A report with a title, a direct speech of `speaker`, and an indirect one in which it reports somebody else.
inline Account sample_account(const std::string& origin, const std::string& speaker, const std::string& words) {
  const std::string title = "Talks in Port Ellis";
  const std::string body = "“" + words + ",” " + speaker + " said on Tuesday.";
  const std::string second = speaker + " added that the harbour master had promised new berths.";
  const std::string text = title + "\n\n" + body + "\n\n" + second + "\n";
  Account account;
  Document& document = account.document;
  document.origin = origin;
  document.blob = sha256(text);
  document.blob_bytes = text.size();
  document.encoding = "UTF-8";
  document.text = Text::plain(text);
  document.outlet = "Ellis Courier";
  document.title = title;
  document.language = {"en", 1, true};
  document.blocks = {{find_span(text, title), BlockKind::title, 0, "first-line"},
                     {find_span(text, body), BlockKind::body, 1, "prose"},
                     {find_span(text, second), BlockKind::body, 2, "prose"}};
  document.dates.published = make_date(2025, 3, 4, Known::stated, find_span(text, "Tuesday"));
  document.doubts = {{DoubtKind::date_open, find_span(text, "Tuesday"), "a \"quoted\" detail\n"}};

  Speech direct;
  direct.content = {find_span(text, words)};
  direct.cue = {find_span(text, "said")};
  direct.source = find_span(text, speaker);
  direct.kind = SpeechKind::direct;
  direct.channels = {{ChannelKind::briefing, find_span(text, "Tuesday")}};
  direct.basis = {"quote-then-cue", 0.1 + 0.2, {{"cue:said", 1}, {"source:name", 0.5}}};
  direct.said = make_date(2025, 3, 3, Known::resolved, find_span(text, "Tuesday"));
  Speech outer;
  outer.content = {find_span(text, "the harbour master had promised new berths")};
  outer.cue = {find_span(text, "added")};
  Speech inner = outer;
  inner.content = {find_span(text, "new berths")};
  inner.cue = {find_span(text, "promised")};
  inner.source = find_span(text, "the harbour master");
  inner.parent = 1;
  inner.depth = 1;
  inner.doubts = {{DoubtKind::speaker_unknown, inner.source, ""}};
  account.speeches = {direct, outer, inner};

  Person person;
  person.key = speaker;
  person.name = speaker;
  person.mentions = {find_span(text, speaker)};
  person.offices = {"ellis/port-minister"};
  Person master;
  master.key = "harbour master";
  master.name = "the harbour master";
  master.kind = PersonKind::unnamed;
  account.persons = {person, master};
  account.speakers = {{0, {}, {"name-before-cue", 0.9, {}}}, {0, {}, {}}, {-1, {1, 0}, {}}};
  account.statements = {to_hex(sha256(speaker + words)).substr(0, 16), "", ""};
  return account;
}

// A folder of its own for each test, gone afterwards.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "readout-test-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code status;
    std::filesystem::permissions(path_, std::filesystem::perms::owner_all, status);
    std::filesystem::remove_all(path_, status);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string file(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

inline std::unique_ptr<Record> open_for_test(const std::string& path, OpenMode mode = OpenMode::write,
                                             const std::string& engine = "test-1") {
  Result<std::unique_ptr<Record>> record = open_record(path, {mode, engine});
  return record ? std::move(*record) : nullptr;
}

inline std::string export_of(Record& record, ExportFormat format = ExportFormat::jsonl) {
  std::string all;
  const Result<void> done = write_export(record, format, [&](std::string_view line) {
    all += line;
    return true;
  });
  return done ? all : "export failed: " + done.error().message;
}

}  // namespace readout
