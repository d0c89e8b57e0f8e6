// Invented documents for the bench: reports of about 5 KB with a title, a dateline, direct, mixed and indirect speech,
// plain sentences, and sometimes a sidebar of headlines. The same seed and index give the same bytes on any machine.
//
//   std::string text = invent_document(1, 42);
//
// Words follow a skewed distribution (a few frequent, many rare), so that the word index has real work; people and
// places are made of syllables and name nobody.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace readout::bench {

inline constexpr std::size_t kUsualBytes = 5000;

std::string invent_document(std::uint64_t seed, std::uint64_t index, std::size_t bytes = kUsualBytes);

// A folder of `count` documents, a thousand to a subfolder. Returns the bytes written.
std::uint64_t invent_pile(const std::string& folder, std::uint64_t seed, std::size_t count);

}  // namespace readout::bench
