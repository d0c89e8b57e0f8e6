// Speeches as people read them: one line each, or an entry with all the words.
//
//   Sergey Lavrov   direct     “We are waiting for a concrete reaction from…   001:1190-1232
//
// Every line or entry ends in its span id. Quotation marks stand where all the words stood in marks; a cut by the
// reporter's own words shows as " … ". Labels are fixed words; everything else is the document's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/record/account.h"
#include "readout/record/rows.h"
#include "readout/view/look.h"

namespace readout {

// The rows of one account that stands in no record yet, under the name it is shown by.
std::vector<SpeechRow> speech_rows(const Account& account, std::string_view name);

// "Sergey Lavrov", "Sergey Lavrov (decided)" where people decided that; "unknown" or "unknown: A | B" where it is not
// clear; the words of the source where no person is known.
std::string speaker_label(const SpeechRow& row);

// "Ada Marlow: the deputy answered (j-5b0c21f3a97e4d18)": who decided who spoke, and why.
std::string decided_label(const DecidedSpeaker& decided);

// One through whom the words came: the name, else what the text calls them, else "unknown".
std::string reporter_label(const Reporter& reporter);

// The speaker and through whom: "Dmitry Peskov via TASS".
std::string speaker_chain(const SpeechRow& row);

// "direct", "indirect, denied".
std::string kind_label(const Speech& speech);

// Pieces of one content, as they are, with the cut between them: "a … b".
std::string join_pieces(const std::vector<std::string>& pieces);

// The content in one line, safe to show.
std::string spoken_words(const SpeechRow& row);

// The cue, where the content alone does not tell what was done with it: "accused" of "Veltria of taking hostages"; ""
// else.
std::string telling_cue(const SpeechRow& row);

// True where `when` tells when the words were spoken; else it is a date of their document.
bool is_time_said(WhenOf of);

// "2025-08-01"; "(2025-08-01)" where it is another date than that of speaking; "unknown".
std::string when_label(const SpeechRow& row);

// How wide the columns of a list must be.
struct LineColumns {
  int when = 0;  // 0: no such column
  int speaker = 0;
  int kind = 0;
  int id = 0;
};

LineColumns fit_columns(const std::vector<SpeechRow>& rows, const Look& look, bool with_when);
std::string speech_line(const SpeechRow& row, const LineColumns& layout, const Look& look);
std::string speech_entry(const SpeechRow& row, const Look& look, bool with_when);

}  // namespace readout
