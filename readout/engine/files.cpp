// Files of a pile: found, sized, loaded.
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <unordered_set>

#include "readout/engine/pile.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1 << 16;

class File {
 public:
  explicit File(const std::string& path) : stream_(path == "-" ? stdin : std::fopen(path.c_str(), "rb")) {}
  ~File() {
    if (stream_ != nullptr && stream_ != stdin) std::fclose(stream_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  std::FILE* stream() const { return stream_; }

 private:
  std::FILE* stream_;
};

tl::unexpected<Error> unreadable(const std::string& path) {
  return fail(ErrorCode::unreadable, std::generic_category().message(errno), path);
}

// All files below a folder. A folder that cannot be entered is left out as one that holds nothing.
void find_below(const fs::path& folder, std::vector<std::string>& found) {
  std::error_code status;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, options, status), end; at != end; at.increment(status)) {
    if (status) return;
    std::error_code kind;
    const bool hidden = at->path().filename().native().starts_with('.');
    if (hidden) {
      if (at->is_directory(kind)) at.disable_recursion_pending();
      continue;
    }
    if (at->is_regular_file(kind)) found.push_back(at->path().lexically_normal().string());
  }
}

// Bytes up to the cap are held; of a file past it only digest and size are told.
Result<Loaded> load(const std::string& path, std::uint64_t most) {
  errno = 0;
  const File file(path);
  if (file.stream() == nullptr) return unreadable(path);
  Loaded loaded;
  loaded.source.origin = path;
  std::string& bytes = loaded.source.bytes;
  std::vector<char> piece(kPiece);
  std::optional<Hasher> hasher;
  std::uint64_t size = 0;
  for (;;) {
    const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.stream());
    if (got == 0) break;
    const std::string_view read(piece.data(), got);
    size += got;
    if (!hasher && size > most) {
      hasher.emplace();
      hasher->add(bytes);
      bytes = std::string();
    }
    if (hasher)
      hasher->add(read);
    else
      bytes += read;
  }
  if (std::ferror(file.stream()) != 0) return unreadable(path);
  if (hasher) loaded.too_large = Loaded::TooLarge{hasher->finish(), size};
  return loaded;
}

}  // namespace

Result<std::vector<std::string>> find_files(std::span<const std::string> paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code status;
    if (path == "-") {
      files.push_back(path);
    } else if (fs::is_directory(path, status)) {
      std::vector<std::string> below;
      find_below(path, below);
      std::ranges::sort(below);
      files.insert(files.end(), below.begin(), below.end());
    } else if (!fs::exists(path, status)) {
      return fail(ErrorCode::not_found, "there is no such file or folder", path);
    } else {
      files.push_back(fs::path(path).lexically_normal().string());
    }
  }
  std::unordered_set<std::string> seen;
  std::erase_if(files, [&](const std::string& file) { return !seen.insert(file).second; });
  return files;
}

Pile pile_of_files(std::vector<std::string> files, const ReadLimits& limits) {
  const auto shared = std::make_shared<const std::vector<std::string>>(std::move(files));
  const std::uint64_t most = limits.max_document_bytes;
  Pile pile;
  pile.size = shared->size();
  pile.origin = [shared](std::size_t i) { return (*shared)[i]; };
  pile.bytes = [shared, most](std::size_t i) {
    std::error_code status;
    const std::uint64_t size = (*shared)[i] == "-" ? most : fs::file_size((*shared)[i], status);
    return status ? 0 : std::min(size, most);
  };
  pile.load = [shared, most](std::size_t i) { return load((*shared)[i], most); };
  return pile;
}

}  // namespace readout
