// The discrepancies of a record, as `inbox` lists them and `explain` takes them up.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "readout/base/result.h"
#include "readout/record/record.h"
#include "readout/view/discrepancy_view.h"

namespace readout {

// Which of them, by what people decided (rulings_of the record).
enum class InboxScope {
  open,     // neither accepted nor rejected
  decided,  // either
  all,
};

struct Inbox {
  std::vector<ShownDiscrepancy> shown;        // heaviest first; ties by id
  std::map<std::string, std::size_t> counts;  // of all that are wanted, by weight_label
  std::size_t total = 0;                      // decided ones too
  std::size_t decided = 0;                    // of those that are wanted
  std::size_t left_out = 0;                   // below the least weight
  bool linked = false;                        // the record holds a link at all
};

// `document`: "" for all; `kinds`: empty for all. At most `limit` are shown, the heaviest; a page of any list costs
// what it shows.
Result<Inbox> read_inbox(Record& record, const std::string& document, int least, std::size_t limit,
                         const std::vector<std::string>& kinds, InboxScope scope = InboxScope::all);

// "d-3fa2c19b7c" or a beginning of at least six characters: the one whose id it is. Error: not_found, bad_argument.
Result<ShownDiscrepancy> find_discrepancy(Record& record, const std::string& id);

// Whether the argument looks like the id of a discrepancy.
bool is_discrepancy_id(const std::string& id);

}  // namespace readout
