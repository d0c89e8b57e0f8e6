// score_collation SHARED [RUNS]: every figure of the collation of many witnesses (docs/quality.md). SHARED is the
// folder of the gold that may not be shipped; RUNS how many made collations are tried, 1,000,000 where none is given.
// Ends with 1 where a promise is broken: another table in another order, a token lost, F below its floor.
#include "tools/score_collation.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>

int main(int argc, char** argv) {
  using namespace readout::score;
  if (argc < 2) {
    fmt::print(stderr, "score_collation SHARED [RUNS]\n");
    return 2;
  }
  const std::filesystem::path shared = argv[1];
  const std::uint64_t runs = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1'000'000;
  const bool table = score_aligned_table(shared / "data/notrebesoin/aligned.csv", "Notre Besoin");
  score_long_texts(shared / "data/newtestament");
  const bool old = score_old_spellings();
  const bool orders = score_orders();
  const bool losses = score_losses(runs);
  return table && old && orders && losses ? 0 : 1;
}
