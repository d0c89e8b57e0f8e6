#include "readout/view/json_view.h"

#include "readout/record/export_rows.h"

namespace readout {

std::string document_json(const Account& account, const DocumentRow& row) {
  return visible_json(document_line(account, row));
}

std::string speech_json(const Account& account, std::size_t number) {
  return visible_json(speech_line(account, number));
}

}  // namespace readout
