#include "readout/base/lexicon.h"

#include <string>

#include "readout/base/embedded_file.h"

namespace readout {

std::string_view embedded(std::string_view name) {
  for (const EmbeddedFile* file = kEmbeddedFiles; file->name != nullptr; ++file)
    if (name == file->name) return {reinterpret_cast<const char*>(file->bytes), file->size};
  return {};
}

std::vector<std::string_view> embedded_names() {
  std::vector<std::string_view> names;
  for (const EmbeddedFile* file = kEmbeddedFiles; file->name != nullptr; ++file) names.emplace_back(file->name);
  return names;
}

Digest lexicon_digest() {
  std::string lines;
  for (const std::string_view name : embedded_names())
    lines += to_hex(sha256(embedded(name))) + "  " + std::string(name) + "\n";
  return sha256(lines);
}

std::vector<std::vector<std::string_view>> rows(std::string_view tsv) {
  std::vector<std::vector<std::string_view>> table;
  while (!tsv.empty()) {
    const std::size_t eol = tsv.find('\n');
    std::string_view line = tsv.substr(0, eol);
    tsv.remove_prefix(eol == std::string_view::npos ? tsv.size() : eol + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    auto& row = table.emplace_back();
    for (;;) {
      const std::size_t tab = line.find('\t');
      row.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
  }
  return table;
}

std::vector<std::string_view> split(std::string_view column, char mark) {
  std::vector<std::string_view> parts;
  while (!column.empty()) {
    const std::size_t at = column.find(mark);
    if (at != 0) parts.push_back(column.substr(0, at));
    column.remove_prefix(at == std::string_view::npos ? column.size() : at + 1);
  }
  return parts;
}

}  // namespace readout
