#include "cli/input.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

namespace readout::cli {
namespace {

std::string reason(int code) {
  if (code == ENOENT) return "no such file; check the path";
  if (code == EACCES) return "may not be read; check its permissions";
  return std::strerror(code);
}

}  // namespace

Result<Source> load(const std::string& path, std::uint64_t most) {
  Source source;
  source.origin = path;
  std::error_code ignored;
  if (path != "-" && std::filesystem::is_directory(path, ignored))
    return fail(ErrorCode::unreadable, "is a folder; name the files in it, or 'readout add' the folder", path);
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> opened(nullptr, &std::fclose);
  std::FILE* file = stdin;
  if (path != "-") {
    opened.reset(std::fopen(path.c_str(), "rb"));
    if (opened == nullptr) return fail(ErrorCode::unreadable, reason(errno), path);
    file = opened.get();
  }
  char buffer[1 << 16];
  while (source.bytes.size() <= most) {
    const std::size_t wanted = std::min<std::uint64_t>(sizeof buffer, most + 1 - source.bytes.size());
    const std::size_t got = std::fread(buffer, 1, wanted, file);
    source.bytes.append(buffer, got);
    if (got == 0) break;
  }
  if (std::ferror(file) != 0) return fail(ErrorCode::unreadable, reason(errno), path);
  return source;
}

Result<void> save_text(const std::string& path, std::string_view text) {
  // Named by the process, so that two at once do not write into one file.
  const std::string part = path + "." + std::to_string(getpid()) + ".part";
  const auto unwritten = [&](int code) {
    std::remove(part.c_str());
    return fail(code == ENOSPC ? ErrorCode::disk_full : ErrorCode::unreadable,
                std::string("could not be written: ") + std::strerror(code), path);
  };
  std::FILE* file = std::fopen(part.c_str(), "wb");
  if (file == nullptr) return unwritten(errno);
  const bool whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const int code = errno;
  if (std::fclose(file) != 0) return unwritten(errno);
  if (!whole) return unwritten(code);
  if (std::rename(part.c_str(), path.c_str()) != 0) return unwritten(errno);
  return {};
}

Result<std::string> load_text(const std::string& path) {
  constexpr std::uint64_t kMost = 64u << 20;
  Result<Source> source = load(path, kMost);
  if (!source) return tl::unexpected(source.error());
  if (source->bytes.size() > kMost) return fail(ErrorCode::bad_argument, "larger than 64 MB", path);
  return std::move(source->bytes);
}

}  // namespace readout::cli
