#include "readout/desk/claim_groups.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "readout/desk/query.h"
#include "readout/desk/versions.h"
#include "readout/view/claim.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

std::string words_of(const SpeechRow& row) {
  std::string out;
  for (const std::string& piece : row.words) out += visible(piece) + ' ';
  return out;
}

// The statements of one key, joined into groups.
class Joining {
 public:
  explicit Joining(std::vector<SpeechRow> rows) : rows_(std::move(rows)), root_(rows_.size()) {
    std::iota(root_.begin(), root_.end(), std::size_t{0});
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      number_[{rows_[i].document, rows_[i].number}] = i;
      const auto [same, is_new] = words_.try_emplace(words_of(rows_[i]), i);
      if (!is_new) join(same->second, i);
    }
  }

  std::set<std::string> documents() const {
    std::set<std::string> names;
    for (const SpeechRow& row : rows_) names.insert(row.document);
    return names;
  }

  void take(const LinkRow& link) {
    const auto a = number_.find({link.a_document, link.a_speech}), b = number_.find({link.b_document, link.b_speech});
    if (!joins_statement(link.kind) || a == number_.end() || b == number_.end() || a == b) return;
    const bool all_of_a = 2 * link.a_span.size() >= size_of_spans(rows_[a->second].speech.content);
    const bool all_of_b = 2 * link.b_span.size() >= size_of_spans(rows_[b->second].speech.content);
    if (all_of_a && all_of_b)
      join(a->second, b->second);
    else if (all_of_a)
      within_.push_back({a->second, {b->first, link.b, link.b_words}});
    else if (all_of_b)
      within_.push_back({b->second, {a->first, link.a, link.a_words}});
  }

  std::vector<ClaimGroup> groups() {
    std::map<std::size_t, ClaimGroup> by_root;
    for (const auto& [place, i] : number_) by_root[root_of(i)].members.push_back(place);
    for (const auto& [i, passage] : within_) by_root[root_of(i)].passages.push_back(passage);
    std::vector<ClaimGroup> out;
    for (auto& [root, group] : by_root) {
      std::erase_if(group.passages, [&](const ClaimPassage& passage) {
        return std::ranges::find(group.members, passage.within.document, &SpeechPlace::document) != group.members.end();
      });
      std::ranges::sort(group.passages);
      const auto again = std::ranges::unique(group.passages);
      group.passages.erase(again.begin(), again.end());
      out.push_back(std::move(group));
    }
    return out;
  }

 private:
  std::size_t root_of(std::size_t i) {
    while (root_[i] != i) i = root_[i] = root_[root_[i]];
    return i;
  }
  void join(std::size_t a, std::size_t b) {
    root_[std::max(root_of(a), root_of(b))] = std::min(root_of(a), root_of(b));
  }

  std::vector<SpeechRow> rows_;
  std::vector<std::size_t> root_;
  std::map<SpeechPlace, std::size_t> number_;
  std::map<std::string, std::size_t> words_;
  std::vector<std::pair<std::size_t, ClaimPassage>> within_;
};

}  // namespace

Result<void> ClaimGroups::settle(const std::string& statement) {
  SpeechFilter filter;
  filter.statement = statement;
  std::vector<SpeechRow> rows;
  const Result<std::size_t> read = for_each_speech(record_, filter, [&](const SpeechRow& row) {
    if (is_claim(row.speech)) rows.push_back(row);
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  Joining joining(std::move(rows));
  for (const std::string& document : joining.documents()) {
    const Result<std::vector<LinkRow>> links = record_.links_of(document);
    if (!links) return tl::unexpected(links.error());
    for (const LinkRow& link : *links) joining.take(link);
  }
  groups_[statement] = joining.groups();
  return {};
}

Result<ClaimGroup> ClaimGroups::of(const SpeechRow& row) {
  const SpeechPlace place{row.document, row.number};
  if (row.statement.empty() || row.versions < 2) return ClaimGroup{{place}, {}};
  if (!groups_.contains(row.statement))
    if (const Result<void> settled = settle(row.statement); !settled) return tl::unexpected(settled.error());
  for (const ClaimGroup& group : groups_[row.statement])
    if (std::ranges::binary_search(group.members, place)) return group;
  return ClaimGroup{{place}, {}};
}

}  // namespace readout
