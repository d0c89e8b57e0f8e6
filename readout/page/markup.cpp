#include "readout/page/markup.h"

#include <fmt/format.h>

#include <array>

#include "readout/page/template.h"

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

// Controls, and the marks, embeddings, overrides and isolates of bidirectional text; as view/visible.h has them.
bool is_hostile(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F && c != 0x85) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || (c >= 0xFFF9 && c <= 0xFFFB) ||
         (c >= 0xE0000 && c <= 0xE007F) || c == 0xFEFF;
}

struct Character {
  char32_t code = 0;
  std::size_t length = 0;  // 0: no character begins here
};

// Strict: no overlong forms, no surrogates, nothing beyond U+10FFFF.
Character read_character(std::string_view s) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
  const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
  const unsigned b = byte(0);
  if (b < 0x80) return {b, 1};
  if (b >= 0xC2 && b <= 0xDF && tail(1)) return {((b & 0x1Fu) << 6) | (byte(1) & 0x3Fu), 2};
  if (b >= 0xE0 && b <= 0xEF && tail(1) && tail(2)) {
    const char32_t code = ((b & 0xFu) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu);
    if (code >= 0x800 && (code < 0xD800 || code > 0xDFFF)) return {code, 3};
  }
  if (b >= 0xF0 && b <= 0xF4 && tail(1) && tail(2) && tail(3)) {
    const char32_t code = ((b & 0x7u) << 18) | ((byte(1) & 0x3Fu) << 12) | ((byte(2) & 0x3Fu) << 6) | (byte(3) & 0x3Fu);
    if (code >= 0x10000 && code <= 0x10FFFF) return {code, 4};
  }
  return {};
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
    const Character character = read_character(text.substr(at));
    if (character.length > 0 && !is_hostile(character.code)) {
      at += character.length;
      continue;
    }
    out.append(text.substr(plain, at - plain));
    if (character.length == 0)
      out.append("\xEF\xBF\xBD");
    else if (character.code != '\r' || at + 1 == text.size() || text[at + 1] != '\n')
      fmt::format_to(std::back_inserter(out), "&lt;U+{:04X}&gt;", static_cast<std::uint32_t>(character.code));
    at += character.length == 0 ? 1 : character.length;
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
