#include "readout/page/markup.h"

#include <fmt/format.h>

#include <array>

#include "readout/page/template.h"
#include "readout/text/characters.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

enum class Care : std::uint8_t { none, escape, decode };

constexpr std::array<Care, 256> make_cares() {
  std::array<Care, 256> cares{};
  for (std::size_t c = 0; c < 256; ++c)
    cares[c] = (c < 0x20 && c != '\n' && c != '\t') || c >= 0x7F ? Care::decode : Care::none;
  for (const char c : {'&', '<', '>', '"', '\''}) cares[static_cast<unsigned char>(c)] = Care::escape;
  return cares;
}

constexpr std::array<Care, 256> kCares = make_cares();

std::string_view escaped(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

// The line break of C1 stays, as others do; a mark of byte order inside a text is told.
bool is_shown(char32_t c) {
  return c == 0x85 || (!is_hostile(c) && c != 0xFEFF);
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Care care = kCares[static_cast<unsigned char>(text[at])];
    if (care == Care::none) {
      ++at;
      continue;
    }
    if (care == Care::escape) {
      out.append(text.substr(plain, at - plain)).append(escaped(text[at]));
      plain = ++at;
      continue;
    }
    const CodePoint character = code_point_at(text, at);
    const bool invalid = character.size == 1 && character.value == kReplacement;
    if (!invalid && is_shown(character.value)) {
      at += character.size;
      continue;
    }
    out.append(text.substr(plain, at - plain));
    if (invalid)
      append_utf8(out, kReplacement);
    else if (character.value != '\r' || at + 1 == text.size() || text[at + 1] != '\n')
      fmt::format_to(std::back_inserter(out), "&lt;U+{:04X}&gt;", static_cast<std::uint32_t>(character.value));
    at += character.size;
    plain = at;
  }
  out.append(text.substr(plain));
}

Markup& Markup::text(std::string_view words) {
  append_html(out_, words);
  return *this;
}

Markup& Markup::number(std::uint64_t value) {
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

Markup& Markup::bdi(std::string_view words) {
  return html("<bdi>").text(words).html("</bdi>");
}

Markup& Markup::bdi(std::string_view words, std::string_view lang) {
  if (lang.empty()) return bdi(words);
  return html("<bdi").attribute("lang", lang).html(">").text(words).html("</bdi>");
}

Markup& Markup::attribute(AttributeName name, std::string_view value) {
  out_.append(" ").append(name.name()).append("=\"");
  append_html(out_, value);
  out_.append("\"");
  return *this;
}

Markup& Markup::href(const Address& address) {
  out_.append(" href=\"");
  append_html(out_, address.str());
  out_.append("\"");
  return *this;
}

Markup& Markup::link(const Address& address, std::string_view words) {
  return html("<a").href(address).html(">").bdi(words).html("</a>");
}

Markup& Markup::style_sheet() {
  out_.append("<style>").append(ui_file("style.css")).append("</style>");
  return *this;
}

Markup& Markup::picture(const TimelinePlot& plot) {
  out_ += plot.svg();
  return *this;
}

Markup& Markup::add(const Markup& other) {
  out_.append(other.out_);
  return *this;
}

}  // namespace readout
