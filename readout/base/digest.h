// Digest: the SHA-256 of some bytes; the id of a Blob. `sha256sum FILE` prints the same.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "readout/base/result.h"

namespace readout {

struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  friend auto operator<=>(const Digest&, const Digest&) = default;
};

Digest sha256(std::string_view bytes);

// The digest of bytes that come in pieces: a file that is too large to be held.
class Hasher {
 public:
  Hasher();
  ~Hasher();
  Hasher(const Hasher&) = delete;
  Hasher& operator=(const Hasher&) = delete;

  void add(std::string_view bytes);
  Digest finish();  // once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// 64 lower-case hexadecimal digits.
std::string to_hex(const Digest& digest);

// The inverse of to_hex. Error: bad_argument for anything but 64 hexadecimal digits.
Result<Digest> parse_digest(std::string_view hex);

}  // namespace readout
