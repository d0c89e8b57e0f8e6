// Any bytes as a record: opened, listed, searched and checked, or refused in words. Bytes that open with 'P' are
// patches of a whole record instead, three bytes each: where (two bytes, of every page in turn) and what; else few
// inputs would get past the first page.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "fuzz/hold.h"
#include "readout/record/record.h"

namespace {

using namespace readout;

std::string record_path() {
  static const fuzz::ScratchFolder kFolder;
  return kFolder.file("readout.db");
}

void clear() {
  for (const char* tail : {"", "-wal", "-shm", "-journal"}) std::filesystem::remove(record_path() + tail);
}

std::string whole_record() {
  clear();
  fuzz::make_record(record_path(), {"pile/001.txt", "“We will wait,” the minister said. “Until spring.”\n", "", ""});
  std::ifstream in(record_path(), std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string patched(std::string_view patches) {
  static const std::string kWhole = whole_record();
  std::string bytes = kWhole;
  constexpr std::size_t kPage = 4096;
  for (std::size_t i = 0; i + 2 < patches.size(); i += 3) {
    const auto high = static_cast<unsigned char>(patches[i]);
    const auto low = static_cast<unsigned char>(patches[i + 1]);
    bytes[(high * kPage + low * 16U + i % 16) % bytes.size()] = patches[i + 2];
  }
  return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view given = fuzz::view(data, size);
  const std::string bytes = given.starts_with('P') ? patched(given.substr(1)) : std::string(given);
  clear();
  std::ofstream(record_path(), std::ios::binary) << bytes;
  for (const OpenMode mode : {OpenMode::read, OpenMode::write}) {
    const auto record = open_record(record_path(), OpenOptions{mode, "fuzz"});
    fuzz::hold(record || !record.error().message.empty(), "an error says what is wrong");
    if (!record) continue;
    const auto documents = (*record)->documents();
    if (documents && !documents->empty()) (void)(*record)->account(documents->front().document.name);
    (void)(*record)->speeches({});
    (void)(*record)->persons();
    (void)(*record)->counts();
    (void)(*record)->check();
  }
  return 0;
}
