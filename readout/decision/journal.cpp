#include "readout/decision/journal.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "readout/decision/journal_disk.h"

namespace readout {
namespace {

constexpr std::size_t kLongestLine = 1 << 20;

// Whether any character stands there at all.
bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

std::string journal_path(const std::string& record_path) {
  constexpr std::string_view kEnding = ".db";
  const bool named = record_path.ends_with(kEnding) && record_path.size() > kEnding.size();
  return record_path.substr(0, record_path.size() - (named ? kEnding.size() : 0)) + ".decisions.jsonl";
}

Journal parse_journal(std::string_view lines) {
  Journal journal;
  journal.bytes = lines.size();
  std::size_t number = 0;
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    std::string_view line = lines.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool ended = end < lines.size();
    at = end + 1;
    ++number;
    if (is_blank(line)) continue;
    if (line.size() > kLongestLine) {
      journal.faults.push_back({number, "longer than any decision"});
      continue;
    }
    Result<Decision> decision = parse_decision(line);
    if (decision)
      journal.decisions.push_back(std::move(*decision));
    else
      journal.faults.push_back({number, ended ? decision.error().message : "cut off: " + decision.error().message});
  }
  const auto order = [](const Decision& x, const Decision& y) {
    return std::tie(x.time, x.id) < std::tie(y.time, y.id);
  };
  std::ranges::sort(journal.decisions, order);
  const auto again = std::ranges::unique(journal.decisions, {}, &Decision::id);
  journal.decisions.erase(again.begin(), again.end());
  return journal;
}

Result<void> append_decision(const std::string& path, const Decision& decision) {
  const Result<std::size_t> appended =
      append_lines(path, system_disk(), [&](std::string_view) { return std::vector<std::string>{decision.line}; });
  if (!appended) return tl::unexpected(appended.error());
  return {};
}

Result<ImportCounts> import_decisions(const std::string& path, std::string_view other) {
  Journal theirs = parse_journal(other);
  ImportCounts counts;
  counts.faults = std::move(theirs.faults);
  const auto wanted = [&](std::string_view ours) {
    std::set<std::string> known;
    for (const Decision& decision : parse_journal(ours).decisions) known.insert(decision.id);
    std::vector<std::string> lines;
    for (const Decision& decision : theirs.decisions)
      if (known.insert(decision.id).second) lines.push_back(decision.line);
    counts.known = theirs.decisions.size() - lines.size();
    return lines;
  };
  if (theirs.decisions.empty()) return counts;
  const Result<std::size_t> appended = append_lines(path, system_disk(), wanted);
  if (!appended) return tl::unexpected(appended.error());
  counts.added = *appended;
  return counts;
}

}  // namespace readout
