#include "cli/files.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <thread>

#include "cli/input.h"
#include "readout/base/parallel.h"
#include "readout/desk/draft.h"
#include "readout/view/document_view.h"

namespace readout::cli {
namespace {

namespace fs = std::filesystem;

// A folder that cannot be entered might hold the source: it is never taken for an empty one.
Result<std::vector<std::string>> find_below(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code status;
  fs::recursive_directory_iterator at(folder, status);
  for (const fs::recursive_directory_iterator end; !status && at != end; at.increment(status)) {
    std::error_code kind;
    if (at->path().filename().native().starts_with('.')) {
      if (at->is_directory(kind)) at.disable_recursion_pending();
      continue;
    }
    if (at->is_regular_file(kind)) found.push_back(at->path().lexically_normal().string());
  }
  if (status) return fail(ErrorCode::unreadable, "a folder in it may not be read: " + status.message(), folder);
  std::ranges::sort(found);
  return found;
}

struct ReadOne {
  std::optional<Error> error;
  std::vector<Document> documents;
  std::vector<std::shared_ptr<const std::string>> bytes;  // one for each document
};

ReadOne read_one(const std::string& path, const ReadLimits& limits) {
  ReadOne out;
  Result<Source> source = load(path, limits.max_document_bytes);
  if (!source) {
    out.error = source.error();
    return out;
  }
  out.documents = read(*source, limits);
  if (is_json_lines(*source)) {
    const std::vector<RecordLine> lines = split_records(source->bytes);
    if (lines.size() == out.documents.size()) {
      for (const RecordLine& line : lines) out.bytes.push_back(std::make_shared<const std::string>(line.bytes));
      return out;
    }
  }
  const auto whole = std::make_shared<const std::string>(std::move(source->bytes));
  out.bytes.assign(out.documents.size(), whole);
  return out;
}

// The same for every path that leads to the file.
std::string one_path(const std::string& path) {
  if (path == "-") return path;
  std::error_code unknown;
  const fs::path found = fs::canonical(path, unknown);
  return unknown ? path : found.string();
}

bool is_empty(const Document& document) {
  return std::ranges::any_of(document.doubts, [](const Doubt& doubt) { return doubt.kind == DoubtKind::empty; });
}

}  // namespace

Result<std::vector<NamedFile>> find_named(const std::vector<std::string>& paths) {
  std::vector<NamedFile> files;
  std::set<std::string> known;
  for (const std::string& path : paths) {
    std::error_code ignored;
    if (path == "-" || !fs::is_directory(path, ignored)) {
      if (path != "-" && !fs::exists(path, ignored))
        return fail(ErrorCode::unreadable, "no such file; check the path", path);
      if (known.insert(path).second) files.push_back({path, false, {}});
      continue;
    }
    Result<std::vector<std::string>> below = find_below(path);
    if (!below) return tl::unexpected(below.error());
    for (std::string& file : *below)
      if (known.insert(file).second) files.push_back({std::move(file), true, path});
  }
  return files;
}

void part_files(std::vector<NamedFile>& drafts, std::vector<NamedFile>& sources) {
  std::map<std::string, std::size_t> own;  // how deep the folder is named from which a draft comes; a name is deepest
  const auto depth = [](const NamedFile& file) {
    return file.from_folder ? one_path(file.folder).size() : std::string::npos;
  };
  for (const NamedFile& draft : drafts) own[one_path(draft.path)] = depth(draft);
  std::set<std::string> kept;
  std::erase_if(sources, [&](const NamedFile& source) {
    const auto known = own.find(one_path(source.path));
    if (known == own.end()) return false;
    if (depth(source) <= known->second) return true;
    kept.insert(known->first);
    return false;
  });
  std::erase_if(drafts, [&](const NamedFile& draft) { return kept.contains(one_path(draft.path)); });
}

Result<ReadFiles> read_files(const std::vector<NamedFile>& files) {
  ReadLimits limits = limits_for_words();
  limits.footnote_marks = false;
  ReadFiles read;
  std::optional<Error> failed;
  const std::size_t threads = std::max(1u, std::thread::hardware_concurrency());
  const auto take = [&](std::size_t i, ReadOne one) {
    failed = std::move(one.error);
    for (std::size_t k = 0; !failed && k < one.documents.size(); ++k) {
      Document& document = one.documents[k];
      std::string name = document.origin == "-" ? "stdin" : document.origin;
      if (is_refused(document)) {
        Error error{ErrorCode::unreadable, "no words to compare with: " + refusal_label(document), std::move(name)};
        const bool fatal = !files[i].from_folder && one.documents.size() == 1 && !is_empty(document);
        if (fatal) error.message += "; only text can be compared";
        if (fatal)
          failed = std::move(error);
        else
          read.passed_over.push_back(std::move(error));
        continue;
      }
      Compared text;
      text.name = std::move(name);
      text.account.document = std::move(document);
      text.account.document.name = text.name;
      text.account.bytes = one.bytes[k];
      read.texts.push_back(std::move(text));
    }
    return !failed;
  };
  ordered_map(threads, files.size(), [&](std::size_t i) { return read_one(files[i].path, limits); }, take);
  if (failed) return tl::unexpected(*failed);
  return read;
}

}  // namespace readout::cli
