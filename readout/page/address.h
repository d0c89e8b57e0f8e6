// Address: where a link leads: a page of the site, a place in the report's file, or a page of the web (http and https
// only). There is no other way to make one, so nothing that stands in a text is ever made a link that does something.
//
//   Address::source(Ground::site, "004")             /source/004
//   Address::source(Ground::file, "004")             #source-004        (an element with id="source-004")
//   Address::bytes(Ground::site, "a b", {268, 413})  /a%20b:268-413
//   Address::web("javascript:alert(1)")              nothing
//
// read_address is the way back: read_address(Address::person(Ground::site, key).str())->path == "/person/" + key.
// Names are percent-encoded, the dot of a name that ends in ".json" or ".csv" too, for that end asks for another form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "readout/base/span.h"
#include "readout/page/page.h"

namespace readout {

class Address {
 public:
  static Address home(Ground ground);
  static Address source(Ground ground, std::string_view name);
  // Where these delivered bytes begin, in the page of their document.
  static Address place(Ground ground, std::string_view name, Span delivered);
  // `digest`: hexadecimal, of the file these bytes stood in; "" leaves the address without.
  static Address bytes(Ground ground, std::string_view name, Span delivered, std::string_view digest = {});
  static Address statement(Ground ground, std::string_view id);
  static Address person(Ground ground, std::string_view key);
  static Address discrepancy(Ground ground, std::string_view id);
  static Address verify(Ground ground, std::string_view quote);
  static Address search(Ground ground, std::string_view query);
  // "timeline", "person", "inbox", "decisions", "search", "verify", "draft", "method": a page without a name.
  static Address page(Ground ground, std::string_view name);
  // This page again, with these parameters, as HTML, JSON or CSV.
  static Address again(const PageAsk& ask, PageForm form);
  // Nothing but http and https, without user names, blanks and control characters.
  static std::optional<Address> web(std::string_view url);

  // With a parameter more: "?key=value" or "&key=value".
  Address with(std::string_view key, std::string_view value) const;

  const std::string& str() const { return text_; }

  friend bool operator==(const Address&, const Address&) = default;

 private:
  explicit Address(std::string text) : text_(std::move(text)) {}

  std::string text_;
};

// The id of the element that an address of Ground::file, or the part of one behind '#', leads to.
std::string source_anchor(std::string_view name);
std::string place_anchor(Ground ground, std::string_view name, Span delivered);
std::string statement_anchor(std::string_view id);
std::string person_anchor(std::string_view key);

// Everything but letters, digits and -._~: is written %XX.
std::string percent_encode(std::string_view text);

// An address as a browser sends it: path and query, decoded, ".json" and ".csv" taken off. Nothing where it does not
// begin with '/', is broken ("%4"), or holds NUL.
std::optional<PageAsk> read_address(std::string_view target);

// Parameters of a form that was posted: "a=b&c=d+e". Nothing where it is broken.
std::optional<Params> read_params(std::string_view query);

// The first parameter of the name, "" where there is none.
std::string_view param_of(const Params& params, std::string_view name);

}  // namespace readout
