// Labels: what pages say of a statement and of a document in fixed words, and the names by which they link.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/base/basis.h"
#include "readout/base/moment.h"
#include "readout/document/document.h"
#include "readout/page/markup.h"
#include "readout/page/page.h"
#include "readout/page/template.h"
#include "readout/record/account.h"
#include "readout/record/rows.h"

namespace readout {

// "stated in the text", "by the dateline": how a moment is known.
std::string_view known_words(Known known);

// "firm", "likely", "weak": a score is never shown.
std::string_view firmness_words(double score);

// "2025-08-01 <basis>by the dateline, “August 1”</basis>"; "unknown" where it is not known.
void write_moment(Markup& out, const Moment& moment, std::string_view text);

// "quote-then-cue, firm: cue:said, source:name"; evidence that speaks against is said to.
std::string basis_words(const Basis& basis);

// "Tolm Echo": the outlet, else the agency; "" where neither is known.
std::string outlet_of(const Document& document);

// "104:22-66" -> 22-66; empty where it is no span id.
Span delivered_of(std::string_view id);

// A name that no other document of the record has: "“Ferry to stay”, Tolm Echo, 2031-03-03 (104)".
std::string source_label(const Document& document);

// "Tolm Echo, 2031-03-03": of a row of a list, which its span id makes unique.
std::string witness_label(const Document& document, const Moment& when);

// "en", "ru"; "" where the language is not known.
std::string lang_of(std::string_view language);

// Of a run in another script: "ru", or "und-Cyrl" where only the script is known.
std::string lang_of(const ForeignSpan& foreign);

// {{#facts}}: {{label}}, {{{what_html}}}.
void show_fact(PageValues& values, std::string label, Markup what);
// One fact each; their words only where `with_text`.
void show_doubts(PageValues& values, const std::vector<Doubt>& doubts, const Document& document, bool with_text);

// The span id as a link to the bytes, which are the proof: <a class="id" href="/004:268-413?digest=…">004:268-413</a>.
void link_bytes(Markup& out, Ground ground, std::string_view document, Span delivered, const Digest& blob);

// A person's name as a link to the person; the words of the source, or "unknown", where none is known.
void write_speaker(Markup& out, Ground ground, const SpeechRow& row);

}  // namespace readout
