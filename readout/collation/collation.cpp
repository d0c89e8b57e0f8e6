#include "readout/collation/collation.h"

#include "readout/collation/forms.h"
#include "readout/collation/guide.h"
#include "readout/collation/letters.h"
#include "readout/collation/profile.h"

namespace readout {

namespace {

Collation collate_forms(std::span<const std::vector<Unit>> witnesses, int passes, bool by_letters) {
  FormTable forms(by_letters);
  const Guide guide = make_guide(witnesses, forms);
  Profile profile(forms, guide);
  for (const std::uint32_t text : guide.order) profile.join(text);
  for (int pass = 0; pass < passes && guide.texts.size() > 2; ++pass)
    for (const std::uint32_t text : guide.order) {
      profile.leave(text);
      profile.join(text);
    }

  Collation collation;
  collation.witnesses = witnesses.size();
  collation.cells.reserve(profile.columns() * witnesses.size());
  for (std::size_t c = 0; c < profile.columns(); ++c)
    for (std::size_t w = 0; w < witnesses.size(); ++w) collation.cells.push_back(profile.at(c, guide.text_of[w]));
  return collation;
}

}  // namespace

Collation collate(std::span<const std::vector<Unit>> witnesses, int passes) {
  if (!is_unknown_language(witnesses)) return collate_forms(witnesses, passes, false);
  std::vector<std::vector<Unit>> plain;
  plain.reserve(witnesses.size());
  for (const std::vector<Unit>& witness : witnesses) plain.push_back(make_plain(witness));
  return collate_forms(plain, passes, true);
}

}  // namespace readout
