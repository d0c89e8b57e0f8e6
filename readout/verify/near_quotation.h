// Who a text puts beside a quotation by form alone, where no verb of saying stands.
//
//   Mr. Brook: “Within five minutes.”         label_before: "Mr. Brook"
//   The keeper, Ida Roth, refused: “No.”      colon_sentence: from "The" to the colon
//   “No second letter.” — Ida Roth, keeper    signature_after: "Ida Roth, keeper"
//   One of the growers, Ivo Stern, kept …     apposition_after "One of the growers": "Ivo Stern"
//
// Names are words of the text, tags and emphasis off; empty where the form is not there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readout/base/span.h"

namespace readout {

// "Quote: “…”": a heading of a card, nobody's name.
bool is_card_label(std::string_view words);
std::string label_before(std::string_view text, std::uint32_t quotation);
Span colon_sentence(std::string_view text, std::uint32_t quotation);
std::string signature_after(std::string_view text, std::uint32_t quotation_end);
std::string apposition_after(std::string_view text, Span source);
// "I heard him say last year, “…”": whoever it was, it was not the one who tells it.
bool tells_of_another(std::string_view text, std::uint32_t quotation);

// The run of capitalised words, titles and particles that ends at `end`, or begins at `begin`.
std::string name_before(std::string_view words, std::size_t end);
std::string name_after(std::string_view words, std::size_t begin);

// Words that can name one person.
bool is_person_name(std::string_view words);

}  // namespace readout
