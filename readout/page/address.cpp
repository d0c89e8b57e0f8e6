#include "readout/page/address.h"

#include <fmt/format.h>

namespace readout {
namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == ':';
}

void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  for (const char c : text) {
    if (is_plain(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_blank) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && plus_is_blank) {
      c = ' ';
    } else if (c == '%') {
      if (i + 2 >= text.size()) return std::nullopt;
      const int high = digit_of(text[i + 1]);
      const int low = digit_of(text[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (c == '\0') return std::nullopt;
    out += c;
  }
  return out;
}

// A path that ends so must not ask for another form.
void shield_end(std::string& path) {
  for (const std::string_view end : {".json", ".csv"})
    if (path.ends_with(end)) path.replace(path.size() - end.size(), 1, "%2E");
}

// A name at the end of a path.
std::string encoded_name(std::string_view name) {
  std::string out = percent_encode(name);
  shield_end(out);
  return out;
}

std::string span_end(Span span) {
  return fmt::format("{}-{}", span.begin, span.end);
}

bool has_digits(std::string_view digest) {
  return !digest.empty() && digest.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string percent_encode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_encoded(out, text);
  return out;
}

std::string source_anchor(std::string_view name) {
  return "source-" + percent_encode(name);
}

std::string place_anchor(Ground ground, std::string_view name, Span delivered) {
  const std::string at = "at-" + span_end(delivered);
  return ground == Ground::site ? at : source_anchor(name) + "-" + at;
}

std::string statement_anchor(std::string_view id) {
  return "statement-" + percent_encode(id);
}

std::string person_anchor(std::string_view key) {
  return "person-" + percent_encode(key);
}

Address Address::home(Ground ground) {
  return Address(ground == Ground::site ? "/" : "#top");
}

Address Address::source(Ground ground, std::string_view name) {
  return Address(ground == Ground::site ? "/source/" + encoded_name(name) : "#" + source_anchor(name));
}

Address Address::place(Ground ground, std::string_view name, Span delivered) {
  const std::string anchor = "#" + place_anchor(ground, name, delivered);
  return Address(ground == Ground::site ? source(ground, name).text_ + anchor : anchor);
}

Address Address::bytes(Ground ground, std::string_view name, Span delivered, std::string_view digest) {
  if (ground == Ground::file) return place(ground, name, delivered);
  Address address("/" + percent_encode(name) + ":" + span_end(delivered));
  return has_digits(digest) ? address.with("digest", digest) : address;
}

Address Address::statement(Ground ground, std::string_view id) {
  return Address(ground == Ground::site ? "/statement/" + encoded_name(id) : "#" + statement_anchor(id));
}

Address Address::person(Ground ground, std::string_view key) {
  return Address(ground == Ground::site ? "/person/" + encoded_name(key) : "#" + person_anchor(key));
}

Address Address::discrepancy(Ground ground, std::string_view id) {
  return Address((ground == Ground::site ? "/inbox/" : "#discrepancy-") + encoded_name(id));
}

Address Address::verify(Ground ground, std::string_view quote) {
  return quote.empty() ? page(ground, "verify") : page(ground, "verify").with("q", quote);
}

Address Address::search(Ground ground, std::string_view query) {
  return query.empty() ? page(ground, "search") : page(ground, "search").with("q", query);
}

Address Address::page(Ground ground, std::string_view name) {
  return Address((ground == Ground::site ? "/" : "#") + encoded_name(name));
}

Address Address::again(const PageAsk& ask, PageForm form) {
  std::string path;
  for (const char c : ask.path) {
    if (c == '/')
      path += c;
    else
      append_encoded(path, std::string_view(&c, 1));
  }
  if (path.empty() || path.front() != '/' || path.starts_with("//")) path = "/";
  if (form == PageForm::html) {
    shield_end(path);
  } else {
    if (path == "/") path = "/index";
    path += form == PageForm::json ? ".json" : ".csv";
  }
  Address address(std::move(path));
  for (const auto& [key, value] : ask.params) address = address.with(key, value);
  return address;
}

std::optional<Address> Address::web(std::string_view url) {
  const auto starts = [&](std::string_view scheme) {
    if (url.size() <= scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i)
      if ((url[i] | (scheme[i] >= 'a' ? 0x20 : 0)) != scheme[i]) return false;
    return true;
  };
  if (!starts("http://") && !starts("https://")) return std::nullopt;
  const std::string_view host = url.substr(url.find("//") + 2);
  if (host.substr(0, host.find_first_of("/?#")).find('@') != std::string_view::npos) return std::nullopt;
  for (const char c : url)
    if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F || c == '\\' || c == '"' || c == '<' || c == '>')
      return std::nullopt;
  return Address(std::string(url));
}

Address Address::with(std::string_view key, std::string_view value) const {
  std::string out = text_;
  out += out.find('?') == std::string::npos ? '?' : '&';
  append_encoded(out, key);
  out += '=';
  append_encoded(out, value);
  return Address(std::move(out));
}

std::optional<Params> read_params(std::string_view query) {
  Params params;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view one = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (one.empty()) continue;
    const std::size_t equals = std::min(one.find('='), one.size());
    std::optional<std::string> key = decoded(one.substr(0, equals), true);
    std::optional<std::string> value = decoded(one.substr(std::min(equals + 1, one.size())), true);
    if (!key || !value) return std::nullopt;
    params.emplace_back(std::move(*key), std::move(*value));
  }
  return params;
}

std::optional<PageAsk> read_address(std::string_view target) {
  if (!target.starts_with('/')) return std::nullopt;
  target = target.substr(0, target.find('#'));
  const std::size_t mark = std::min(target.find('?'), target.size());
  std::string_view path = target.substr(0, mark);
  PageAsk ask;
  if (path.ends_with(".json")) {
    ask.form = PageForm::json;
    path.remove_suffix(5);
  } else if (path.ends_with(".csv")) {
    ask.form = PageForm::csv;
    path.remove_suffix(4);
  }
  std::optional<std::string> plain = decoded(path, false);
  std::optional<Params> params = read_params(target.substr(std::min(mark + 1, target.size())));
  if (!plain || !params) return std::nullopt;
  ask.path = std::move(*plain);
  ask.params = std::move(*params);
  return ask;
}

std::string_view param_of(const Params& params, std::string_view name) {
  for (const auto& [key, value] : params)
    if (key == name) return value;
  return {};
}

}  // namespace readout
