#include "readout/page/csv.h"

namespace readout {
namespace {

void append_field(std::string& out, std::string_view field) {
  const bool plain = field.find_first_of(",\"\r\n") == std::string_view::npos && field.find_first_of("=+-@\t ") != 0;
  if (plain) {
    out.append(field);
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace

Csv::Csv(const std::vector<std::string_view>& head) : columns_(head.size()) {
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (i > 0) out_ += ',';
    append_field(out_, head[i]);
  }
  out_ += "\r\n";
}

Csv& Csv::row(const std::vector<std::string>& fields) {
  for (std::size_t i = 0; i < columns_; ++i) {
    if (i > 0) out_ += ',';
    if (i < fields.size()) append_field(out_, fields[i]);
  }
  out_ += "\r\n";
  return *this;
}

}  // namespace readout
