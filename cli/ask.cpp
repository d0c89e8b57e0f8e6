#include "cli/ask.h"

#include "cli/open.h"

namespace readout::cli {

Option against_option() {
  return {"against",
          Value::path,
          "FILE|FOLDER...",
          "compare with these files, and all files below a folder, not the record",
          {},
          0,
          true};
}

Option speaker_option() {
  return {"speaker", Value::text, "NAME", "who is said to have said it", {}, 's'};
}

Option source_option() {
  return {"source", Value::text, "NAME", "where it is said to stand: a file, or a document's name, title, address", {},
          0};
}

Result<Asking> open_desk(const Arguments& arguments, std::vector<NamedFile>& drafts) {
  Asking asking;
  std::vector<std::string> paths = arguments.values("against");
  const std::vector<std::string>& loose = arguments.values("FILE");
  paths.insert(paths.end(), loose.begin(), loose.end());
  if (paths.empty()) {
    Result<std::unique_ptr<Record>> record = open_as_decided(arguments);
    if (!record) return tl::unexpected(record.error());
    asking.record = std::move(*record);
    asking.desk = std::make_unique<Desk>(*asking.record, arguments.value("document"));
    return asking;
  }
  if (arguments.has("document"))
    return fail(ErrorCode::bad_argument, "names a document of the record; with files, name the one file", "--document");
  Result<std::vector<NamedFile>> files = find_named(paths);
  if (!files) return tl::unexpected(files.error());
  part_files(drafts, *files);
  Result<ReadFiles> read = read_files(*files);
  if (!read) return tl::unexpected(read.error());
  asking.desk = std::make_unique<Desk>(std::move(read->texts));
  asking.passed_over = std::move(read->passed_over);
  return asking;
}

}  // namespace readout::cli
