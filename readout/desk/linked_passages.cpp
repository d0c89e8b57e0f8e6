#include "readout/desk/linked_passages.h"

#include "readout/engine/disagree.h"

namespace readout {
namespace {

LinkedPassage passage_in(const Account& account, std::string_view relation, std::string_view kind, const Basis& basis,
                         Span span) {
  const Document& document = account.document;
  const Span delivered = document.text.to_blob(span);
  return {std::string(relation), std::string(kind), basis.rule, span_id(document.name, delivered), document.name,
          document.origin,       document.blob,     delivered,  std::string(document.text[span])};
}

}  // namespace

Result<std::vector<LinkedPassage>> load_linked_passages(Record& record, const SpeechRow& row) {
  std::vector<LinkedPassage> passages, others;
  const Result<void> visited = visit_pairs(record, row.document, [&](const RecordPair& pair) {
    const Edition here = edition_of(pair.a);
    const std::vector<Counterpart> counterparts =
        pair.self ? find_counterparts(here, here, pair.links) : find_counterparts(here, edition_of(pair.b), pair.links);
    for (const Counterpart& one : counterparts) {
      if (one.a.speech == row.number)
        passages.push_back(passage_in(pair.b, to_string(one.relation), to_string(one.kind), one.basis, one.b.span));
      else if (pair.self && one.b.speech == row.number)
        passages.push_back(passage_in(pair.a, to_string(one.relation), to_string(one.kind), one.basis, one.a.span));
    }
    for (const VersionLink& link : pair.links)
      if (link.kind == LinkKind::also_said && link.a.speech == row.number)
        others.push_back(passage_in(pair.b, "also said", to_string(link.kind), link.basis, link.b.span));
    return true;
  });
  if (!visited) return tl::unexpected(visited.error());
  passages.insert(passages.end(), others.begin(), others.end());
  return passages;
}

}  // namespace readout
