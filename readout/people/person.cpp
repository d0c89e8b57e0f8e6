#include "readout/people/person.h"

namespace readout {

std::string_view to_string(PersonKind kind) {
  switch (kind) {
    case PersonKind::person:
      return "person";
    case PersonKind::institution:
      return "institution";
    case PersonKind::group:
      return "group";
    case PersonKind::unnamed:
      return "unnamed";
  }
  return "";
}

}  // namespace readout
