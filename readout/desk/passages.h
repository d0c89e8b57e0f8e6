// Passages that `collate` and `diff` set against each other: statements by id, any bytes of a document by span id, and
// the versions of one that the record links.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/view/collation_view.h"

namespace readout {

// Any bytes of a document, "004:268-300", as a span of its text.
struct DocumentBytes {
  Account account;
  Span span;
};

// Error: not_found where the id names no document or no bytes; bad_argument where the document has no such bytes, or no
// words stand there.
Result<DocumentBytes> load_bytes(Record& record, const std::string& id);

// A statement (its id, or a beginning of one), or any bytes of a document: "004:268-300".
Result<CollatedPassage> load_passage(Record& record, const std::string& id);

// The passage and its versions: where the same words stand, and in each other document what the record links with it,
// in order of name. A document that carries it in several passages gives one row of them all.
Result<std::vector<CollatedPassage>> load_passage_versions(Record& record, const std::string& id);

// The passages of these ids; of a single one, with its versions.
Result<std::vector<CollatedPassage>> load_passages(Record& record, const std::vector<std::string>& ids);

// Which of them is meant: by its id or document, else by a beginning of the id.
std::optional<std::size_t> find_passage(const std::vector<CollatedPassage>& passages, std::string_view wanted);

}  // namespace readout
