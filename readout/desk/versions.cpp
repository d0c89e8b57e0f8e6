#include "readout/desk/versions.h"

#include <algorithm>
#include <map>

#include "readout/desk/statement_page.h"

namespace readout {
namespace {

constexpr std::uint32_t kFarLonger = 3;  // times the linked passages

using Key = std::pair<std::string, std::uint32_t>;  // document and number of a speech

// What is known of a version: its linked passages; none where it has the same words.
using Versions = std::map<Key, std::vector<Span>>;

Result<Versions> find_versions(Record& record, const StatementPage& page) {
  const SpeechRow& row = page.row;
  Versions versions;
  const Result<std::vector<LinkRow>> links = record.links_of(row.document);
  if (!links) return tl::unexpected(links.error());
  for (const LinkRow& link : *links) {
    if (!joins_statement(link.kind)) continue;
    if (link.a_speech == row.number) versions[{link.b_document, link.b_speech}].push_back(link.b_span);
    if (link.b_document == row.document && link.b_speech == row.number)
      versions[{link.a_document, link.a_speech}].push_back(link.a_span);
  }
  for (const SpeechRow& other : page.witnesses) versions[{other.document, other.number}].clear();
  return versions;
}

Result<VersionWitness> load_witness(Record& record, const Key& key, std::vector<Span> linked) {
  Result<Account> account = record.account(key.first);
  if (!account) return tl::unexpected(account.error());
  VersionWitness witness{{}, std::move(*account), key.second, {}};
  witness.content = witness.account.speeches[key.second].content;
  linked = join_spans(std::move(linked));
  if (is_far_longer(witness.content, linked)) witness.content = std::move(linked);
  const Span whole = {witness.content.front().begin, witness.content.back().end};
  witness.id = span_id(key.first, witness.account.document.text.to_blob(whole));
  return witness;
}

}  // namespace

std::uint32_t size_of_spans(const std::vector<Span>& spans) {
  std::uint32_t size = 0;
  for (const Span span : spans) size += span.size();
  return size;
}

std::vector<Span> join_spans(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> out;
  for (const Span span : spans)
    if (!out.empty() && span.begin <= out.back().end + 1)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  return out;
}

bool is_far_longer(const std::vector<Span>& whole, const std::vector<Span>& linked) {
  return !linked.empty() && size_of_spans(whole) > kFarLonger * size_of_spans(linked);
}

Result<std::vector<VersionWitness>> load_versions(Record& record, const std::vector<std::string>& ids) {
  std::vector<VersionWitness> witnesses;
  const auto add = [&](const Key& key, std::vector<Span> linked) -> Result<void> {
    Result<VersionWitness> witness = load_witness(record, key, std::move(linked));
    if (!witness) return tl::unexpected(witness.error());
    witnesses.push_back(std::move(*witness));
    return {};
  };
  for (const std::string& id : ids) {
    const Result<StatementPage> page = load_statement_page(record, id);
    if (!page) return tl::unexpected(page.error());
    const Key asked = {page->row.document, page->row.number};
    if (const Result<void> added = add(asked, {}); !added) return tl::unexpected(added.error());
    if (ids.size() > 1) continue;
    Result<Versions> versions = find_versions(record, *page);
    if (!versions) return tl::unexpected(versions.error());
    versions->erase(asked);
    for (auto& [key, linked] : *versions)
      if (const Result<void> added = add(key, std::move(linked)); !added) return tl::unexpected(added.error());
  }
  return witnesses;
}

}  // namespace readout
