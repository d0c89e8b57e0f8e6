#include "readout/desk/passages.h"

#include <algorithm>
#include <map>

#include "readout/decision/anchor.h"
#include "readout/desk/statement_page.h"
#include "readout/engine/disagree.h"

namespace readout {
namespace {

struct Extract {
  std::string document;
  std::shared_ptr<const Text> text;
  std::vector<Span> spans;
  bool reported = false;

  CollatedPassage passage() const { return make_passage(document, text, spans, reported); }
};

// Whether most of the span stands in reported speech.
bool is_reported(const Account& account, Span span) {
  return std::ranges::any_of(account.speeches, [&](const Speech& speech) {
    if (speech.kind != SpeechKind::indirect) return false;
    return std::ranges::any_of(speech.content, [&](Span content) {
      return content.overlaps(span) &&
             2 * (std::min(content.end, span.end) - std::max(content.begin, span.begin)) >= span.size();
    });
  });
}

Result<Extract> extract_bytes(Record& record, const std::string& id, const Error& no_statement) {
  Result<DocumentBytes> bytes = load_bytes(record, id);
  if (!bytes && bytes.error().code == ErrorCode::not_found && bytes.error().where == id)
    return tl::unexpected(no_statement);
  if (!bytes) return tl::unexpected(bytes.error());
  const bool reported = is_reported(bytes->account, bytes->span);
  const std::string name = bytes->account.document.name;
  return Extract{name, std::make_shared<const Text>(std::move(bytes->account.document.text)), {bytes->span}, reported};
}

Result<Extract> extract(Record& record, const std::string& id) {
  Result<StatementPage> page = load_statement_page(record, id);
  if (!page) {
    if (page.error().code != ErrorCode::not_found) return tl::unexpected(page.error());
    return extract_bytes(record, id, page.error());
  }
  return Extract{page->row.document, std::make_shared<const Text>(std::move(page->account.document.text)),
                 page->row.speech.content, page->row.speech.kind == SpeechKind::indirect};
}

// Sorted, with what overlaps or repeats taken once.
std::vector<Span> merged(std::vector<Span> spans) {
  std::ranges::sort(spans);
  std::vector<Span> out;
  for (const Span span : spans) {
    if (!out.empty() && span.begin < out.back().end)
      out.back().end = std::max(out.back().end, span.end);
    else
      out.push_back(span);
  }
  return out;
}

}  // namespace

Result<DocumentBytes> load_bytes(Record& record, const std::string& id) {
  const std::optional<SpanName> asked = parse_span_id(id);
  if (!asked) return fail(ErrorCode::not_found, "bytes of a document are named as in 004:268-300", id);
  const Result<std::string> name = record.find_name(asked->document);
  if (!name) return tl::unexpected(name.error());
  Result<Account> account = record.account(*name);
  if (!account) return tl::unexpected(account.error());
  if (asked->delivered.end > account->document.blob_bytes)
    return fail(ErrorCode::bad_argument, "the document has " + std::to_string(account->document.blob_bytes) + " bytes",
                id);
  const Span span = account->document.text.map().to_text(asked->delivered);
  if (span.empty()) return fail(ErrorCode::bad_argument, "no words stand in these bytes", id);
  return DocumentBytes{std::move(*account), span};
}

Result<CollatedPassage> load_passage(Record& record, const std::string& id) {
  const Result<Extract> found = extract(record, id);
  if (!found) return tl::unexpected(found.error());
  return found->passage();
}

Result<std::vector<CollatedPassage>> load_passage_versions(Record& record, const std::string& id) {
  const Result<Extract> whole = extract(record, id);
  if (!whole) return tl::unexpected(whole.error());
  std::map<std::string, Extract> versions;
  const Result<void> visited = visit_pairs(record, whole->document, [&](const RecordPair& pair) {
    if (pair.self) {
      // What the document prints again, each place a row of its own.
      const Edition one = edition_of(pair.a);
      const auto inside = [&](Span place) {
        return std::ranges::any_of(whole->spans, [&](Span span) { return span.overlaps(place); });
      };
      for (const Counterpart& again : find_counterparts(one, one, pair.links)) {
        if (inside(again.a.span) == inside(again.b.span)) continue;
        const LinkEnd& there = inside(again.a.span) ? again.b : again.a;
        versions.try_emplace(whole->document + ":" + std::to_string(there.span.begin),
                             Extract{whole->document,
                                     whole->text,
                                     {there.span},
                                     pair.a.speeches[there.speech].kind == SpeechKind::indirect});
      }
      return true;
    }
    const Edition here = edition_of(pair.a);
    Extract version{pair.b.document.name, std::make_shared<const Text>(pair.b.document.text), {}, true};
    for (const Counterpart& one : find_counterparts(here, edition_of(pair.b), pair.links)) {
      const bool inside = std::ranges::any_of(whole->spans, [&](Span span) { return span.overlaps(one.a.span); });
      if (!inside) continue;
      version.spans.push_back(one.b.span);
      version.reported = version.reported && pair.b.speeches[one.b.speech].kind == SpeechKind::indirect;
    }
    version.spans = merged(std::move(version.spans));
    if (!version.spans.empty()) versions.emplace(version.document, std::move(version));
    return true;
  });
  if (!visited) return tl::unexpected(visited.error());
  // The same words elsewhere, which need no link.
  if (const Result<StatementPage> page = load_statement_page(record, id); page) {
    for (const SpeechRow& row : page->witnesses) {
      if (versions.contains(row.document)) continue;
      Result<Account> account = record.account(row.document);
      if (!account) return tl::unexpected(account.error());
      versions.emplace(row.document,
                       Extract{row.document, std::make_shared<const Text>(std::move(account->document.text)),
                               row.speech.content, row.speech.kind == SpeechKind::indirect});
    }
  }
  std::vector<CollatedPassage> passages = {whole->passage()};
  for (const auto& [name, version] : versions) passages.push_back(version.passage());
  return passages;
}

Result<std::vector<CollatedPassage>> load_passages(Record& record, const std::vector<std::string>& ids) {
  if (ids.size() == 1) return load_passage_versions(record, ids[0]);
  std::vector<CollatedPassage> passages;
  for (const std::string& id : ids) {
    Result<CollatedPassage> passage = load_passage(record, id);
    if (!passage) return tl::unexpected(passage.error());
    passages.push_back(std::move(*passage));
  }
  return passages;
}

std::optional<std::size_t> find_passage(const std::vector<CollatedPassage>& passages, std::string_view wanted) {
  for (std::size_t i = 0; i < passages.size(); ++i)
    if (passages[i].id == wanted || passages[i].document == wanted) return i;
  for (std::size_t i = 0; i < passages.size(); ++i)
    if (passages[i].id.starts_with(wanted)) return i;
  return std::nullopt;
}

}  // namespace readout
