// A citation of a statement, or of any words of a document, for the programs that people keep citations in
// (docs/formats/citations.md). The plain line to paste is citation() of statement_view.h.
//
//   const CitedPassage cited = cite(page.row, page.account.document);
//   cite_news(cited)     {{cite news |title=Talks in Port Ellis |work=Ellis Courier |date=2025-03-04 |quote=...}}
//   ris_entry(cited)     TY  - NEWS ... ER  -
//   csl_items(...)       [{"id":"004:268-413","type":"article-newspaper",...}]: CSL-JSON
//
// What is cited is the document, with the words in it and who is said to have said them. Authors are the document's,
// whole as printed: a name is never split into parts. Dates are given as far as they are known: "2025-03" stays a
// month; an interval that is no day, month or year is left out.
//
// Without words (`with_words` false) a citation holds labels, numbers and digests only.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/base/json.h"
#include "readout/record/rows.h"

namespace readout {

struct CitedPassage {
  std::string id;                  // span id
  std::vector<std::string> words;  // piece by piece, as they stand in the document; empty: not told
  std::string speaker;             // who said it, and via whom; "" where it is no statement
  std::string said;                // when, ISO 8601; "" where unknown
  std::string manner;              // "direct", "indirect, denied"; "" where it is no statement
  std::string title;
  std::string outlet;
  std::string agency;
  std::string file;  // name of the file, without its folders
  std::string url;   // http and https only
  std::string language;
  std::vector<std::string> authors;
  Form form = Form::unknown;
  Moment published;
  Moment crawled;
  Digest blob;
  Span delivered;
};

// A statement; `document` is the one it stands in.
CitedPassage cite(const SpeechRow& row, const Document& document, bool with_words = true);

// Any words: `span` counts in the document's text.
CitedPassage cite(const Document& document, Span span, bool with_words = true);

// The address where it is one of http or https, "" else; as it may stand in JSON-LD and citations (iri_of).
std::string web_address(std::string_view url);

// Its title; where it has none the file's name, else the id: programs that keep citations want some title.
const std::string& title_of(const CitedPassage& cited);

// "Bytes 268-413 of sha256:3fe1…"
std::string place_of(const CitedPassage& cited);

// One item of CSL-JSON (Citation Style Language 1.0.2); csl_items: the array of them, an item a line.
void write_csl_item(JsonWriter& json, const CitedPassage& cited);
std::string csl_items(std::span<const CitedPassage> cited);

// One entry of RIS, lines ended by "\n", with an empty line behind it. Values stand on one line each.
std::string ris_entry(const CitedPassage& cited);

// MediaWiki's {{cite news}}, one line. Whatever the words hold, they are text: what wikitext reads as markup is written
// as entities.
std::string cite_news(const CitedPassage& cited);
std::string escape_wikitext(std::string_view text);

}  // namespace readout
