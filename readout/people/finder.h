// Finder: one pass over the words of a document that collects its mentions. Used by find_mentions alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "readout/people/markers.h"
#include "readout/people/mention.h"

namespace readout {

constexpr unsigned kModifiers =
    bit(PhraseKind::adjective) | bit(PhraseKind::country) | bit(PhraseKind::capital) | bit(PhraseKind::place);
constexpr unsigned kAll = kModifiers | bit(PhraseKind::role) | bit(PhraseKind::roles) | bit(PhraseKind::institution) |
                          bit(PhraseKind::noun) | bit(PhraseKind::people) | bit(PhraseKind::time);
constexpr unsigned kHeads =
    bit(PhraseKind::role) | bit(PhraseKind::roles) | bit(PhraseKind::institution) | bit(PhraseKind::noun);

struct Finder {
  std::string_view text;
  const std::vector<Word>& words;
  const Book& book;
  Mentions found;
  std::vector<std::uint64_t> odd_surnames;  // those that are also roles or places: Howard Dean, Clara Rome

  std::size_t size() const { return words.size(); }
  bool has_small_word(std::size_t j, std::size_t k) const {
    for (; j < k; ++j)
      if (!words[j].capital || words[j].initial || is_particle(words[j])) return true;
    return false;
  }
  bool joined(std::size_t i) const { return i < size() && words[i].gap == Gap::space && !words[i - 1].possessive; }
  bool begins_name(std::size_t i) const {
    return i < size() && words[i].capital && book.match(words, i, size(), kAll & ~kModifiers) == nullptr;
  }

  // One noun phrase with a name in it, or one word. Returns where to go on.
  std::size_t read(std::size_t i);
  std::size_t read_run(std::size_t i, std::size_t j, std::uint16_t country);
  std::size_t name_after_complement(std::size_t j) const;
  void read_apposition(Mention& mention);
  void find_odd_surnames();
  bool is_organisation(std::size_t j, std::size_t k) const;
  bool is_set_beside(std::size_t start, std::size_t k) const;
  std::size_t emit(MentionKind kind, std::size_t outer, std::size_t first, std::size_t last, std::uint16_t id,
                   std::uint16_t country);
  std::uint16_t country_of(std::size_t k) const;
  void note_role(std::uint16_t role, std::uint16_t country, std::uint16_t institution, std::size_t first,
                 std::size_t last) {
    found.roles.push_back(
        {role, country, institution, static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last)});
  }
};

}  // namespace readout
