// Keys: FNV-1a hashes of forms, and the flat table that looks them up.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace readout {

// Never 0: 0 means "has none".
constexpr std::uint64_t form_key(std::string_view form) {
  std::uint64_t key = 0xcbf29ce484222325u;
  for (const char c : form) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return key == 0 ? 1 : key;
}

// One key of two, the order counting. Never 0.
constexpr std::uint64_t join_keys(std::uint64_t a, std::uint64_t b) {
  std::uint64_t key = a * 0x9e3779b97f4a7c15u + (b ^ (b >> 31)) * 0xbf58476d1ce4e5b9u;
  key ^= key >> 29;
  return key == 0 ? 1 : key;
}

// Keys to numbers; open addressing, no deletion, never iterated.
class KeyTable {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFFu;

  explicit KeyTable(std::size_t expected = 16) {
    std::size_t size = 16;
    while (size < expected * 2) size *= 2;
    slots_.resize(size);
  }

  // The number of `key`; kAbsent where it has none.
  std::uint32_t find(std::uint64_t key) const {
    for (std::size_t i = spread(key);; ++i) {
      const Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.key == key) return slot.number;
      if (slot.key == 0) return kAbsent;
    }
  }

  // Gives `key` the number; the first that was given stays. Returns the number that holds.
  std::uint32_t add(std::uint64_t key, std::uint32_t number) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    for (std::size_t i = spread(key);; ++i) {
      Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.key == key) return slot.number;
      if (slot.key != 0) continue;
      slot = {key, number};
      ++used_;
      return number;
    }
  }

  std::size_t memory_bytes() const { return slots_.capacity() * sizeof(Slot); }

  // Changes the number of a key that is there; adds one that is not.
  void set(std::uint64_t key, std::uint32_t number) {
    if (add(key, number) == number) return;
    for (std::size_t i = spread(key);; ++i) {
      Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.key != key) continue;
      slot.number = number;
      return;
    }
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t number = 0;
  };

  // Keys made of two small numbers must not stand side by side: probing would walk through whole clusters.
  static std::size_t spread(std::uint64_t key) { return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15u) >> 32); }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.key == 0) continue;
      std::size_t i = spread(slot.key);
      while (slots_[i & (slots_.size() - 1)].key != 0) ++i;
      slots_[i & (slots_.size() - 1)] = slot;
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace readout
