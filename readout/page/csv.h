// Csv: a table as RFC 4180 has it: a head, CRLF, fields with a comma, a quote or a line break in quotes.
//
//   Csv csv({"id", "who", "words"});
//   csv.row({row.id, who, words});
//   parts.csv = csv.take();
//
// Fields are the documents' own words, unchanged; what is no UTF-8 is not asked for here. A field that begins like a
// formula of a spreadsheet is set in quotes, as every text that is not plain, and left as it is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace readout {

class Csv {
 public:
  explicit Csv(const std::vector<std::string_view>& head);
  // As many fields as the head has; what is missing is empty, what is too much is left out.
  Csv& row(const std::vector<std::string>& fields);
  std::string take() { return std::move(out_); }

 private:
  std::size_t columns_;
  std::string out_;
};

}  // namespace readout
