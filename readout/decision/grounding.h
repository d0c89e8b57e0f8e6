// Grounding: where the places and persons of decisions stand in the record at hand. Only this room asks it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "readout/base/result.h"
#include "readout/decision/decision.h"
#include "readout/record/record.h"

namespace readout {

// Where a place stands: in the same bytes, under the name they have now, and in the newer version of their document.
struct Footing {
  std::vector<TextAnchor> at;
  std::vector<std::string> names;  // of all documents with the same bytes
  bool carried = false;            // to a newer version
  std::string gone;                // why it stands nowhere; "" where it does
};

class Grounding {
 public:
  explicit Grounding(Record& record) : record_(record) {}

  // Looks them all up, document by document, each once. Error: of the record.
  Result<void> survey(std::vector<TextAnchor> places);
  const Footing& footing(const TextAnchor& place) const;

  // The key under which the record knows this person: its own, or that of its names where that is one person only.
  Result<std::optional<std::string>> find_person(const DecisionTarget& target);

 private:
  using Key = std::tuple<std::string, Digest, Span, std::string, std::string, std::string>;

  static Key key_of(const TextAnchor& place);
  Result<void> survey_document(std::span<const TextAnchor> places);
  Result<bool> has_person(const std::string& key);

  Record& record_;
  std::map<Key, Footing> footings_;
  std::map<std::string, bool, std::less<>> persons_;
};

// Where the words stand in a text with the same words around them. Units: bytes of the text.
std::vector<Span> find_anchor(std::string_view text, const TextAnchor& place);

}  // namespace readout
