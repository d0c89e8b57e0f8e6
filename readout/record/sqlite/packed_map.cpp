// An OffsetMap in bytes: for each run, as base-128 numbers, least digits first: text size * 2 + linear; the distance
// from the end of the run before it in the blob, zigzag; and, where not linear, the size in the blob. A run of
// converted characters, whose two sides advance by steps, has 1 (no size) there; then the distance, how many steps, and
// the two steps.
#include "readout/record/sqlite/packed.h"

namespace readout {
namespace {

constexpr std::uint64_t kStepped = 1;
constexpr std::int64_t kMax = 0xFFFFFFFF;

void put(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out += static_cast<char>((number & 0x7F) | 0x80);
    number >>= 7;
  }
  out += static_cast<char>(number);
}

std::uint64_t take(std::string_view bytes, std::size_t& at, bool& bad) {
  std::uint64_t number = 0;
  for (int shift = 0; shift < 63 && at < bytes.size(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    number |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return number;
  }
  bad = true;
  return 0;
}

std::uint64_t zigzag(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
}

}  // namespace

std::string pack_map(const OffsetMap& map) {
  if (map.is_identity()) return {};
  std::string out;
  std::int64_t blob_end = 0;
  const std::vector<OffsetMap::Run>& runs = map.runs();
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const OffsetMap::Run& run = runs[i];
    const std::uint32_t end = i + 1 < runs.size() ? runs[i + 1].text : map.text_size();
    const bool is_stepped = run.linear && (run.text_step != 1 || run.blob_step != 1);
    put(out, is_stepped ? kStepped : std::uint64_t{end - run.text} * 2 + (run.linear ? 1 : 0));
    put(out, zigzag(std::int64_t{run.blob} - blob_end));
    if (is_stepped) {
      put(out, (end - run.text) / run.text_step);
      put(out, run.text_step);
      put(out, run.blob_step);
    } else if (!run.linear) {
      put(out, run.blob_size);
    }
    blob_end = std::int64_t{run.blob} + run.blob_size;
  }
  return out;
}

OffsetMap unpack_map(std::string_view packed, std::uint32_t text_size, bool& bad) {
  if (packed.empty()) return OffsetMap::identity(text_size);
  OffsetMap map;
  std::int64_t blob_end = 0;
  for (std::size_t at = 0; at < packed.size() && !bad;) {
    const std::uint64_t head = take(packed, at, bad);
    const std::int64_t gap = unzigzag(take(packed, at, bad));
    const bool linear = (head & 1) != 0;
    const bool is_stepped = head == kStepped;
    const std::uint64_t count = is_stepped ? take(packed, at, bad) : head >> 1;
    const std::uint64_t text_step = is_stepped ? take(packed, at, bad) : 1;
    const std::uint64_t blob_step = is_stepped ? take(packed, at, bad) : 1;
    const std::uint64_t room = text_size - map.text_size();
    if (bad || count == 0 || text_step == 0 || text_step > 0xFF || blob_step > 0xFF || count > room / text_step ||
        gap < -kMax || gap > kMax) {
      bad = true;
      break;
    }
    const std::uint64_t blob_size = linear ? count * blob_step : take(packed, at, bad);
    const std::int64_t blob = blob_end + gap;
    if (bad || blob < 0 || blob_size > static_cast<std::uint64_t>(kMax) ||
        blob + static_cast<std::int64_t>(blob_size) > kMax) {
      bad = true;
      break;
    }
    if (is_stepped)
      map.append_steps(static_cast<std::uint32_t>(count), static_cast<std::uint8_t>(text_step),
                       static_cast<std::uint32_t>(blob), static_cast<std::uint8_t>(blob_step));
    else
      map.append(static_cast<std::uint32_t>(count), static_cast<std::uint32_t>(blob),
                 static_cast<std::uint32_t>(blob_size), linear);
    blob_end = blob + static_cast<std::int64_t>(blob_size);
  }
  if (map.text_size() != text_size) bad = true;
  return map;
}

}  // namespace readout
