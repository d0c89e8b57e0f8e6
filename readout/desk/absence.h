// Absence: why a list came out empty. Three different answers, never one:
//
//   not_in_pile     nobody of this name, or no such document, stands in the pile at all
//   unknown         statements answer to the rest, but whose words they are is unknown
//   not_mentioned   who and where are in the pile; nothing there answers to this
//
//   Absence absence = find_absence(record, filter);   // only where the list was empty
//   absence.kind, absence.of, absence.asked           // unknown, "speaker", "the harbour master"
//
// Bounded: reads one page of statements at most.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readout/record/record.h"

namespace readout {

enum class AbsenceKind : std::uint8_t { not_in_pile, unknown, not_mentioned };

struct Absence {
  AbsenceKind kind = AbsenceKind::not_mentioned;
  std::string of;             // of not_in_pile: "documents" (there are none), "document" or "speaker"; else ""
  std::string asked;          // the name asked for
  std::size_t unnamed = 0;    // of unknown: how many statements answer to the rest
  bool more_unnamed = false;  // at least so many
};

Absence find_absence(Record& record, const SpeechFilter& filter);

// "not in the pile", "unknown", "not mentioned here".
std::string_view to_string(AbsenceKind kind);

}  // namespace readout
