// JSON Lines for `--json`: every line {"type":TYPE,"data":{...}}, safe to show. Documents and speeches read as in an
// export (docs/formats/export.md), so that a program that knows one knows the other.
//
//   screen.out(json_line("totals", [&](JsonWriter& json) { json.key("files").value(3); }));
#pragma once

#include <string>
#include <string_view>

#include "readout/base/json.h"
#include "readout/record/account.h"
#include "readout/record/rows.h"
#include "readout/view/visible.h"

namespace readout {

template <class Write>
std::string json_line(std::string_view type, Write write) {
  JsonWriter json;
  json.object().key("type").value(type).key("data").object();
  write(json);
  json.end().end();
  return visible_json(json.take()) + "\n";
}

// The account's document must bear its name.
std::string document_json(const Account& account, const DocumentRow& row);
std::string speech_json(const Account& account, std::size_t number);

}  // namespace readout
