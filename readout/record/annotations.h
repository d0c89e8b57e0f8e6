// annotations: what the record holds, as the W3C's Web Annotations in JSON-LD (docs/formats/annotations.md).
//
//   write_annotations(*record, [&](std::string_view line) { std::cout << line; return true; });
//
// One AnnotationPage, an item a line: for every speech its words, its source, cue, channels and insertions; then, for
// every link between versions, the passage in one document with the passage in the other as its body. The same content
// gives the same bytes and the same ids: an id is a digest of what the annotation says.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/record/selectors.h"

namespace readout {

// `take` ends the export early by returning false.
Result<void> write_annotations(Record& record, const std::function<bool(std::string_view)>& take);

// An annotation as JSON: `write` writes its motivation, body and target.
std::string annotation(const std::function<void(JsonWriter&)>& write);

// {"type":"TextualBody","purpose":PURPOSE,"value":VALUE}
void write_label(JsonWriter& json, std::string_view purpose, std::string_view value);

// Puts items into one AnnotationPage.
class AnnotationPage {
 public:
  explicit AnnotationPage(const std::function<bool(std::string_view)>& take) : take_(take) {}

  bool add(const std::string& annotation);
  bool finish();

 private:
  const std::function<bool(std::string_view)>& take_;
  Hasher hasher_;
  bool any_ = false;
};

// The text of every document, a JSON line each: what TextPositionSelector counts in.
Result<void> write_texts(Record& record, const std::function<bool(std::string_view)>& take);

}  // namespace readout
