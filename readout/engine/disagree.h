// Discrepancies over many documents: among accounts, or over a record and its links.
//
//   for (const AccountDiscrepancy& one : find_discrepancies(accounts, compare_accounts(accounts, links)))
//     one.a, one.b, one.discrepancy.kind
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "readout/discrepancy/discrepancy.h"
#include "readout/engine/compare.h"

namespace readout {

struct AccountDiscrepancy {
  std::uint32_t a = 0;  // indices of the accounts; b == a: a document with itself
  std::uint32_t b = 0;
  std::string id;
  Discrepancy discrepancy;
};

// Heaviest first; ties by id. What has one id stands once: the same bytes under two names.
std::vector<AccountDiscrepancy> find_discrepancies(std::span<const Account> accounts,
                                                   std::span<const AccountLink> links);

}  // namespace readout
