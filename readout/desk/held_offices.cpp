#include "readout/desk/held_offices.h"

#include <limits>

#include "readout/base/moment.h"
#include "readout/people/offices.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::int64_t kDay = 86400;

std::string day_of(std::int64_t second) {
  Moment day;
  day.begin_s = second;
  day.end_s = second + kDay;
  day.grain = Grain::day;
  day.known = Known::stated;
  return to_iso(day);
}

// Terms without a beginning or an end stand at the ends of what a number can tell.
bool is_day(std::int64_t second) {
  return second != std::numeric_limits<std::int64_t>::min() && second != std::numeric_limits<std::int64_t>::max();
}

}  // namespace

std::vector<HeldOffice> held_offices(const std::string& name, const std::vector<std::string>& offices) {
  std::vector<HeldOffice> out;
  if (offices.empty()) return out;
  const Offices known = default_offices();
  for (const std::string& id : offices) {
    const std::size_t before = out.size();
    if (id.find('/') != std::string::npos) {
      for (const std::uint32_t row : known.find_name(fold_name(name))) {
        const Holder& holder = known.holders()[row];
        if (office_id(holder) != id) continue;
        out.push_back({holder.office, holder.country, is_day(holder.from_s) ? day_of(holder.from_s) : "",
                       is_day(holder.until_s) ? day_of(holder.until_s - kDay) : "", holder.source});
      }
    }
    if (out.size() == before) out.push_back({id, {}, {}, {}, {}});
  }
  return out;
}

}  // namespace readout
