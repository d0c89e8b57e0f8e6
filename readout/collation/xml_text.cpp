#include "readout/collation/xml_text.h"

#include <algorithm>

#include "readout/text/characters.h"

namespace readout {

// XML 1.0 has no way to write most control characters.
std::string escape_xml(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    i += std::max<std::size_t>(c.size, 1);
    if (c.value == '&')
      out += "&amp;";
    else if (c.value == '<')
      out += "&lt;";
    else if (c.value == '>')
      out += "&gt;";
    else if (c.value == '"')
      out += "&quot;";
    else if ((c.value < 0x20 && c.value != '\t' && c.value != '\n') || c.value == 0xFFFE || c.value == 0xFFFF)
      append_utf8(out, c.value == '\r' ? U'\n' : kReplacement);
    else
      append_utf8(out, c.value);
  }
  return out;
}

}  // namespace readout
