// Statements in a list: the same entry on every page (ui/statement_item.html), the same JSON, the same columns.
//
//   for (const SpeechRow& row : rows) show_speech(values.each("statements"), row, visit.frame);
//
// An entry's link is its date, outlet and span id, so that no two entries have links of one name. Words longer than
// kMostListedWords are cut with a mark; the statement's own page has all of them.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readout/base/json.h"
#include "readout/page/page.h"
#include "readout/page/sought_words.h"
#include "readout/page/template.h"
#include "readout/record/rows.h"

namespace readout {

inline constexpr std::size_t kMostListedWords = 480;  // bytes of one entry

// `sought`: words that are marked where they stand.
void show_speech(PageValues& values, const SpeechRow& row, const PageFrame& frame, const SoughtWords& sought = {});

// One object: {"id":"104:22-66","who":...}.
void write_speech_entry(JsonWriter& json, const SpeechRow& row, const PageFrame& frame);

// A column more: its name, and what stands there.
using SpeechColumn = std::pair<std::string_view, std::function<std::string(const SpeechRow&)>>;

std::string speech_csv(const std::vector<SpeechRow>& rows, const PageFrame& frame,
                       const std::vector<SpeechColumn>& further);

// "2026-03-12 18:40"; "not after 2026-03-12 (published)" where only a later date is known; "no date".
std::string dated(const SpeechRow& row);

// For people: "2026-03-12 18:40 +03:00" of "2026-03-12T18:40+03:00".
std::string readable_time(const Moment& moment);

// The outlet, else the agency; "" where neither is named.
std::string outlet_label(const std::string& outlet, const std::string& agency);

// At most `most` bytes, cut between words; `cut` is set where something is left out.
std::string shortened(std::string_view words, std::size_t most, bool& cut);

}  // namespace readout
