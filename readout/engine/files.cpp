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
constexpr std::size_t kSniffed = 4096;

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
    // A link that leads nowhere is kept, so that it becomes a row that says so.
    const bool is_lost = at->is_symlink(kind) && !fs::exists(at->path(), kind);
    if (is_lost || at->is_regular_file(kind)) found.push_back(at->path().lexically_normal().string());
  }
}

// A file, or some whole lines of one.
struct Part {
  std::string path;
  std::uint64_t begin = 0;
  std::uint64_t size = 0;
  std::uint32_t first_line = 0;  // 0: the whole file
  bool long_line = false;        // one line, past the cap
};

// Calls take(offset, bytes) for the pieces of a file from `begin` on, until the end or until it returns false.
template <class Take>
Result<void> read_pieces(const std::string& path, std::uint64_t begin, Take take) {
  errno = 0;
  const File file(path);
  if (file.stream() == nullptr) return unreadable(path);
  if (begin > 0 && fseeko(file.stream(), static_cast<off_t>(begin), SEEK_SET) != 0) return unreadable(path);
  std::vector<char> piece(kPiece);
  for (std::uint64_t at = begin;;) {
    const std::size_t got = std::fread(piece.data(), 1, piece.size(), file.stream());
    if (got == 0 || !take(at, std::string_view(piece.data(), got))) break;
    at += got;
  }
  if (std::ferror(file.stream()) != 0) return unreadable(path);
  return {};
}

// Bytes up to the cap are held; past it only digest and size are told.
Result<Loaded> load(const Part& part, std::uint64_t most) {
  Loaded loaded;
  loaded.source.origin = part.path;
  loaded.first_line = part.first_line;
  std::string& bytes = loaded.source.bytes;
  std::optional<Hasher> hasher;
  std::uint64_t size = 0;
  if (part.first_line > 0 && !part.long_line) most = part.size;  // each line is held to the cap by itself
  const Result<void> done = read_pieces(part.path, part.begin, [&](std::uint64_t, std::string_view piece) {
    if (part.first_line > 0) piece = piece.substr(0, static_cast<std::size_t>(part.size - size));
    size += piece.size();
    if (!hasher && size > most) {
      hasher.emplace();
      hasher->add(bytes);
      bytes = std::string();
    }
    if (hasher)
      hasher->add(piece);
    else
      bytes += piece;
    return part.first_line == 0 || size < part.size;
  });
  if (!done) return tl::unexpected(done.error());
  if (hasher) {
    loaded.too_large = Loaded::TooLarge{hasher->finish(), size};
    if (part.first_line > 0) loaded.source.origin += ":" + std::to_string(part.first_line);
  }
  return loaded;
}

// A large file of JSON Lines in parts; every other file as it is. A line that is longer than a document may be stands
// alone, without its line break, so that it is refused by itself.
void split(const std::string& path, std::uint64_t most, std::vector<Part>& parts) {
  std::error_code status;
  const std::uint64_t size = path == "-" ? 0 : fs::file_size(path, status);
  if (path == "-" || status || size <= kPartBytes) return parts.push_back({path, 0, status ? 0 : size, 0});
  Source head;
  head.origin = path;
  const Result<void> sniffed = read_pieces(path, 0, [&](std::uint64_t, std::string_view piece) {
    head.bytes = piece.substr(0, kSniffed);
    return false;
  });
  if (!sniffed || !is_json_lines(head) || head.bytes.find('\0') != std::string::npos)
    return parts.push_back({path, 0, size, 0});
  Part part{path, 0, 0, 1};
  std::uint64_t line_begin = 0;
  std::uint32_t line = 1;
  const auto cut = [&](std::uint64_t end, std::uint32_t next_line) {
    part.size = end - part.begin;
    if (part.size > 0) parts.push_back(part);
    part.begin = end;
    part.first_line = next_line;
  };
  const auto end_line = [&](std::uint64_t end, std::uint64_t next) {
    if (end - line_begin > most) {
      cut(line_begin, line);
      part.long_line = true;
      cut(end, line + 1);
      part.long_line = false;
      part.begin = next;
    } else if (next - part.begin >= kPartBytes) {
      cut(next, line + 1);
    }
    line_begin = next;
    ++line;
  };
  const Result<void> done = read_pieces(path, 0, [&](std::uint64_t at, std::string_view piece) {
    for (std::size_t eol = piece.find('\n'); eol != std::string_view::npos; eol = piece.find('\n', eol + 1))
      end_line(at + eol, at + eol + 1);
    return true;
  });
  if (!done) return parts.push_back({path, 0, size, 0});
  end_line(size, size);
  cut(size, line);
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

Pile pile_of_files(const std::vector<std::string>& files, const ReadLimits& limits) {
  const std::uint64_t most = limits.max_document_bytes;
  const auto parts = std::make_shared<std::vector<Part>>();
  for (const std::string& file : files) split(file, most, *parts);
  Pile pile;
  pile.size = parts->size();
  pile.origin = [parts](std::size_t i) { return (*parts)[i].path; };
  pile.bytes = [parts, most](std::size_t i) {
    return (*parts)[i].path == "-" ? most : std::min((*parts)[i].size, most);
  };
  pile.load = [parts, most](std::size_t i) { return load((*parts)[i], most); };
  return pile;
}

}  // namespace readout
