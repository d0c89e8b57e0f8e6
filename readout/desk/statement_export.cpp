#include "readout/desk/statement_export.h"

#include <algorithm>
#include <set>

#include "readout/desk/claim_groups.h"
#include "readout/desk/passages.h"
#include "readout/desk/query.h"
#include "readout/desk/statement_page.h"
#include "readout/view/brief.h"
#include "readout/view/claim.h"

namespace readout {
namespace {

constexpr std::string_view kClaimsHead = "{\"@context\":\"https://schema.org\",\"@graph\":[";

// Writes one statement after another; the rows of a document come together.
class StatementWriter {
 public:
  StatementWriter(Record& record, StatementFormat format, const std::function<bool(std::string_view)>& take)
      : record_(record), format_(format), take_(take), groups_(record) {}

  bool add(const SpeechRow& row) {
    if (format_ == StatementFormat::claims) return add_claim(row);
    const bool fresh = document_.document.name != row.document;
    if (fresh && !load(row.document)) return false;
    if (format_ == StatementFormat::brief) {
      if (fresh && !take_(brief_heading(document_))) return false;
      return put(brief_line(row));
    }
    const CitedPassage cited = cite(row, document_.document);
    if (format_ == StatementFormat::ris) return put(ris_entry(cited));
    if (format_ == StatementFormat::wikitext) return put("* " + cite_news(cited) + "\n");
    JsonWriter json;
    write_csl_item(json, cited);
    return put_item("[", json.take());
  }

  bool finish() {
    if (format_ == StatementFormat::claims)
      return take_(done_.written == 0 ? std::string(kClaimsHead) + "]}\n" : "\n]}\n");
    if (format_ == StatementFormat::csl) return take_(done_.written == 0 ? "[]\n" : "\n]\n");
    return true;
  }

  const StatementsWritten& done() const { return done_; }
  const std::optional<Error>& error() const { return error_; }

 private:
  bool load(const std::string& name) {
    Result<DocumentRow> row = record_.document(name);
    if (!row) {
      error_ = row.error();
      return false;
    }
    document_ = std::move(*row);
    return true;
  }

  bool put(const std::string& text) {
    ++done_.written;
    return take_(text);
  }

  bool put_item(std::string_view head, const std::string& item) {
    std::string text = done_.written == 0 ? std::string(head) + "\n" : std::string(",\n");
    return put(text + item);
  }

  bool add_claim(const SpeechRow& row) {
    if (!is_claim(row.speech)) {
      ++done_.left_out;
      return true;
    }
    if (told_.erase({row.document, row.number}) > 0) return true;
    const Result<ClaimGroup> group = groups_.of(row);
    if (!group) error_ = group.error();
    std::vector<ClaimWitness> witnesses;
    if (group) {
      for (const SpeechPlace& member : group->members)
        if (!add_witness(member, nullptr, witnesses)) return false;
      for (const ClaimPassage& passage : group->passages)
        if (!add_witness(passage.within, &passage, witnesses)) return false;
      // Its other members come later, unless they were filtered out.
      for (const SpeechPlace& member : group->members)
        if (member != SpeechPlace{row.document, row.number}) told_.insert(member);
    }
    if (error_) return false;
    std::ranges::stable_sort(witnesses, {}, [](const ClaimWitness& witness) { return witness.row.document; });
    return put_item(kClaimsHead, claim_json(witnesses));
  }

  bool add_witness(const SpeechPlace& place, const ClaimPassage* passage, std::vector<ClaimWitness>& witnesses) {
    if (rows_.empty() || rows_.front().document != place.document) {
      Result<std::vector<SpeechRow>> rows = record_.speeches_of(place.document);
      if (!rows) {
        error_ = rows.error();
        return false;
      }
      rows_ = std::move(*rows);
    }
    if (document_.document.name != place.document && !load(place.document)) return false;
    if (place.number >= rows_.size()) return true;  // read anew in between
    witnesses.push_back({rows_[place.number], document_.document});
    if (passage == nullptr) return true;
    SpeechRow& row = witnesses.back().row;
    row.id = passage->id;
    row.words = {passage->words};
    return true;
  }

  Record& record_;
  StatementFormat format_;
  const std::function<bool(std::string_view)>& take_;
  DocumentRow document_;
  ClaimGroups groups_;
  std::vector<SpeechRow> rows_;
  std::set<SpeechPlace> told_;
  StatementsWritten done_;
  std::optional<Error> error_;
};

}  // namespace

std::optional<StatementFormat> parse_statement_format(std::string_view name) {
  if (name == "claims") return StatementFormat::claims;
  if (name == "csl") return StatementFormat::csl;
  if (name == "ris") return StatementFormat::ris;
  if (name == "wikitext") return StatementFormat::wikitext;
  if (name == "brief") return StatementFormat::brief;
  return std::nullopt;
}

Result<StatementsWritten> write_statements(Record& record, const SpeechFilter& filter, StatementFormat format,
                                           const std::function<bool(std::string_view)>& take) {
  StatementWriter writer(record, format, take);
  bool open = true;
  const Result<std::size_t> read =
      for_each_speech(record, filter, [&](const SpeechRow& row) { return open = writer.add(row); });
  if (!read) return tl::unexpected(read.error());
  if (writer.error()) return tl::unexpected(*writer.error());
  if (open) writer.finish();
  return writer.done();
}

Result<CitedPassage> find_cited(Record& record, const std::string& id, bool with_words) {
  const Result<StatementPage> page = load_statement_page(record, id);
  if (page) return cite(page->row, page->account.document, with_words);
  if (page.error().code != ErrorCode::not_found) return tl::unexpected(page.error());
  const Result<DocumentBytes> bytes = load_bytes(record, id);
  if (!bytes) return tl::unexpected(id.find('-') == std::string::npos ? page.error() : bytes.error());
  return cite(bytes->account.document, bytes->span, with_words);
}

std::string citation_file(std::span<const CitedPassage> cited, StatementFormat format) {
  if (format == StatementFormat::csl) return csl_items(cited);
  std::string out;
  for (const CitedPassage& one : cited) out += format == StatementFormat::ris ? ris_entry(one) : cite_news(one) + "\n";
  return out;
}

}  // namespace readout
