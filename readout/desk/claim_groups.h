// Which statements make the same claim: a finer answer than "versions of one statement", for a communiqué and all that
// was quoted from it are one statement, but each quotation is a claim of its own.
//
//   ClaimGroups groups(record);
//   const ClaimGroup group = *groups.of(row);   // members: versions of the whole of it; passages: where it stands
//   within
//
// Two statements make the same claim where a link joins them that covers half or more of the words of either, or their
// words are the same. One that covers half of one side only tells that the one's words stand within the other: a
// passage there is where the claim appears.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"

namespace readout {

// A statement by its place in the record.
struct SpeechPlace {
  std::string document;
  std::uint32_t number = 0;

  friend auto operator<=>(const SpeechPlace&, const SpeechPlace&) = default;
};

// Words within another statement.
struct ClaimPassage {
  SpeechPlace within;
  std::string id;
  std::string words;

  friend auto operator<=>(const ClaimPassage&, const ClaimPassage&) = default;
};

struct ClaimGroup {
  std::vector<SpeechPlace> members;    // sorted; at least one
  std::vector<ClaimPassage> passages;  // sorted, of documents that hold no member
};

class ClaimGroups {
 public:
  explicit ClaimGroups(Record& record) : record_(record) {}

  // The group of a statement that was said. Remembers the groups of every statement that was asked about.
  Result<ClaimGroup> of(const SpeechRow& row);

 private:
  Result<void> settle(const std::string& statement);

  Record& record_;
  std::map<std::string, std::vector<ClaimGroup>, std::less<>> groups_;  // by key of the statement
};

}  // namespace readout
