// score_key: what the machine made of some documents, held against their answer key.
//
//   Result<AnswerKey> key = parse_key(json);
//   KeyScore score = score_key(*key, accounts);       // accounts of the documents that the key names
//   render_text(score); render_errors(score); to_json(score);
//
// - Found: the content overlaps the key's span with intersection over union >= 0.5, in bytes of the file as delivered,
//   matched one to one (maximum matching; of several partners the closest).
// - Speaker, kind, depth, polarity, date, channel: shares of the statements found. The speaker's rules stand in
//   speaker_match.h. A date is right when our interval lies in the key's ("2025-11" holds any day of it), or both are
//   unknown; a channel when a channel of ours is of a kind that the key's words name, or both are unstated.
//   A polarity counts where the key states one.
// - Extra: a speech at depth 0 without a match, over all speeches at depth 0.
// - Noise outside every statement of the key is silent when no content holds any of its words; what a statement of the
//   key covers of it does not count. Noise inside a statement is told apart when the statement is found, and the words
//   are under an insertion or a doubt (of the speech, the document or a person), or left out of the content.
// - Must-nots: must_not.h.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "readout/record/account.h"
#include "readout/score/key.h"
#include "readout/score/must_not.h"
#include "readout/score/tally.h"

namespace readout {

// A line of the table. With a floor it is held to it: at least, or for a ceiling at most.
struct Figure {
  std::string name;  // stable: the key of the JSON
  Share share;
  std::optional<double> floor;
  bool is_ceiling = false;
  bool is_count = false;  // the floor counts items; otherwise it is in per cent

  double value() const { return is_count ? static_cast<double>(share.right) : share.percent(); }
  bool is_met() const { return !floor || (is_ceiling ? value() <= *floor + 1e-9 : value() >= *floor - 1e-9); }
};

struct KeyDocumentRow {
  std::string name;
  bool present = false;  // false: no account of that name was given
  std::size_t statements = 0;
  std::size_t found = 0;
  std::size_t right_speaker = 0;
  std::size_t speeches = 0;
  std::size_t extra = 0;  // at depth 0
};

// One entry of the list of errors. `cite` is a span id ("004:268-413") of ours, or of the key where we have none.
struct KeyError {
  std::string what;  // missed | extra | speaker | kind | depth | polarity | noise
  std::string id;    // of the key; "" for an extra
  std::string cite;
  std::string words;
  std::string detail;  // "key: Anna Kovel; ours: unknown (candidates: Maria Kovel)"
};

struct KeyScore {
  std::vector<Figure> figures;
  std::vector<KeyDocumentRow> documents;
  std::vector<MustNotResult> must_not;
  std::vector<KeyError> errors;

  bool all_met() const;
};

// Accounts are told by the file name at the end of their origin; others are left alone.
KeyScore score_key(const AnswerKey& key, std::span<const Account> accounts);

std::string render_text(const KeyScore& score);
std::string render_errors(const KeyScore& score);
std::string to_json(const KeyScore& score);  // one object with every figure, one line

}  // namespace readout
