#include "readout/view/decided_remark.h"

#include "readout/view/visible.h"

namespace readout {

std::vector<DecidedRemark> remarks_of(const Standing& standing) {
  std::vector<DecidedRemark> remarks;
  if (standing.by != nullptr)
    remarks.push_back({std::string(to_string(standing.stand)), "", credit(*standing.by), standing.by->id});
  for (const Decision* note : standing.notes) remarks.push_back({"note", "", credit(*note), note->id});
  return remarks;
}

std::string remark_label(const DecidedRemark& remark) {
  return remark.label + (remark.id.empty() ? "" : " " + visible(remark.id)) + " · " + visible(remark.credit) + " (" +
         remark.decision + ")";
}

}  // namespace readout
