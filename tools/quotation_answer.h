// What score_quotations asks of room verify, and how it reads the answer: the one place that knows verify's interface.
//
//   QuotationDesk desk(sources);
//   desk.answer(c).verdict == c.verdict
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/span.h"
#include "readout/document/document.h"
#include "readout/record/account.h"
#include "readout/verify/attest.h"
#include "readout/verify/retold.h"
#include "readout/verify/sources.h"

namespace readout {

struct NamedChange {
  std::string words;
  std::string type;  // "negation", "number", ...; empty where the answer names none
};

struct QuotationCase {
  std::string id, kind, by, quote, source, speaker, verdict;
  std::vector<std::string> also;
  std::string place_file;  // empty: stands nowhere
  Span place;              // bytes of the source as delivered
  std::vector<NamedChange> changed;
};

struct QuotationAnswer {
  std::string verdict;
  bool warns = false;   // words outside, or left out, that turn the meaning; or a caution
  std::string speaker;  // who speaks there
  std::string place_file;
  Span place;
  std::vector<NamedChange> changed;
  std::vector<std::string> cut;  // words of the source that were left out without a mark
};

struct QuotedSource {
  std::string name;
  Document document;
};

// Keeps a view of `sources`.
class QuotationDesk {
 public:
  explicit QuotationDesk(const std::vector<QuotedSource>& sources);
  QuotationAnswer answer(const QuotationCase& asked) const;
  // What is otherwise made when the first quotation needs it.
  void make_ready() const;

 private:
  struct Reading {
    Account account;
    std::unique_ptr<Voices> voices;
  };

  const Voices& voices_of(std::size_t text) const;

  const std::vector<QuotedSource>& sources_;
  Sources texts_;
  std::vector<std::string> names_;
  mutable std::vector<Reading> readings_;        // made when first asked for
  mutable std::unique_ptr<RetoldIndex> retold_;  // the same
};

// Appends the cases of one file; false where a line is none.
bool read_quotation_cases(std::string_view lines, std::vector<QuotationCase>& cases);

// Are the words of `wanted` among those of `named`, case aside, or the other way round?
bool names_words(std::string_view named, std::string_view wanted);

}  // namespace readout
