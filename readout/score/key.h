// AnswerKey: what a careful reader finds in a few documents: statements, noise, what must never come out.
//
//   {"about": "...", "seeds": {"001_x.txt": {...}},
//    "statements": [{"id": "s1", "seed": "001_x.txt", "speaker": "Anna Kovel", "channel": "briefing", "date":
//    "2031-04-02",
//                    "kind": "indirect", "depth": 0, "span": [43, 193], "polarity": "said"}],
//    "noise": [{"id": "n1", "seed": "001_x.txt", "why": "photo credit", "snippet": "...", "span": [1, 16]}],
//    "author_claims": [...], "must_not": [{"what": "a speaker or author \"Lind\"", "seed": "001_x.txt"}]}
//
// Spans are bytes of the files as delivered. A seed is the name of a file beside the key. Other members are left alone.
// Error: bad_argument for text that is no JSON, a key without statements and discrepancies, or a statement without id,
// seed, kind or span.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/result.h"
#include "readout/base/span.h"
#include "readout/speech/speech.h"

namespace readout {

struct KeyStatement {
  std::string id;
  std::string seed;
  std::string speaker;
  std::string channel;
  std::string date;
  std::string reported_by;
  SpeechKind kind = SpeechKind::indirect;
  std::optional<Polarity> polarity;  // empty where the key does not say
  std::uint32_t depth = 0;
  Span span;
};

// Words with a remark: a noise item (`why`) or an author's claim (`note`).
struct KeyRemark {
  std::string id;
  std::string seed;
  std::string remark;
  std::string snippet;
  Span span;
};

struct KeyMustNot {
  std::string what;
  std::string seed;
};

// Two places that somebody may take for versions of one statement, and what the careful reader says of them.
struct KeyVersion {
  std::string id;
  std::string relation;  // "verbatim", "retranslated", "omitted", "same-position-other-occasion", ...
  std::string a_seed;
  Span a;
  std::string b_seed;
  std::optional<Span> b;  // none: omitted there
};

// Places that a careful reader finds in disagreement, with each other or with their own document.
struct KeyDiscrepancy {
  struct Place {
    std::string seed;
    Span span;
  };

  std::string id;
  std::string what;
  std::vector<Place> places;
};

struct AnswerKey {
  std::vector<std::string> documents;  // file names, in the order of the key
  std::vector<KeyStatement> statements;
  std::vector<KeyRemark> noise;
  std::vector<KeyRemark> author_claims;
  std::vector<KeyVersion> versions;
  std::vector<KeyDiscrepancy> discrepancies;
  std::vector<KeyMustNot> must_not;
};

Result<AnswerKey> parse_key(std::string_view json, const std::string& where = {});

}  // namespace readout
