// large_record RECORD COUNT [THREADS]: writes the large record of large.h through the engine, links and all, and says
// what it cost. A file that is there already is left alone where a stamp beside it (RECORD.made) says that this very
// program wrote it whole; else it is made anew.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "bench/clock.h"
#include "bench/large.h"
#include "readout/base/digest.h"

namespace readout::bench {
namespace {

constexpr std::uint64_t kSeed = 5;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int failed(const Error& error) {
  fmt::print(stderr, "{}: {}\n", error.where, error.message);
  return 2;
}

int make_record(const std::string& program, const std::string& path, std::size_t count, std::size_t threads) {
  const std::string stamp = fmt::format("{} {}\n", to_hex(sha256(bytes_of(program))), count);
  if (std::filesystem::exists(path) && bytes_of(path + ".made") == stamp) {
    fmt::print("{}: made before\n", path);
    return 0;
  }
  for (const char* end : {"", "-wal", "-shm", ".made"}) std::filesystem::remove(path + end);
  Result<std::unique_ptr<Record>> record = open_record(path, {OpenMode::write, "large"});
  if (!record) return failed(record.error());
  AddSettings settings{default_settings(), threads};
  settings.settings.link = true;
  double added = 0;
  const auto totals = add_pile(record->get(), large_pile(kSeed, count), settings, [&](const Account&, const Added&) {
    added = cpu_s();
    return true;
  });
  if (!totals) return failed(totals.error());
  record->reset();
  std::ofstream(path + ".made", std::ios::binary) << stamp;
  fmt::print("{}: {} documents, {} statements, {} links, {:.0f} MB; {:.0f} s of CPU to add, {:.0f} s to link\n", path,
             totals->documents, totals->speeches, totals->links,
             static_cast<double>(std::filesystem::file_size(path)) / 1e6, added, cpu_s() - added);
  return 0;
}

}  // namespace
}  // namespace readout::bench

int main(int argc, char** argv) {
  if (argc < 3) return std::fputs("usage: large_record RECORD COUNT [THREADS]\n", stderr), 2;
  const std::size_t threads = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 2;
  return readout::bench::make_record("/proc/self/exe", argv[1], std::strtoull(argv[2], nullptr, 10), threads);
}
