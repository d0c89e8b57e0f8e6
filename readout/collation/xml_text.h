// Words of a text as XML 1.0 takes them, in an element or in an attribute between double marks.
//
//   escape_xml("A & \"B\"\x01")  ->  A &amp; &quot;B&quot;U+FFFD
//
// A carriage return becomes a line feed, as every reader of XML would have it; what XML cannot hold becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace readout {

std::string escape_xml(std::string_view text);

}  // namespace readout
