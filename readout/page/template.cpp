#include "readout/page/template.h"

#include <kainjow/mustache.hpp>
#include <map>
#include <optional>

#include "readout/base/embedded_file.h"

namespace readout {

extern const EmbeddedFile kUiFiles[];

namespace mustache = kainjow::mustache;

namespace {

constexpr int kDeepest = 8;  // partials inside partials

// Partials are set in before a template is parsed: the library would parse them at every rendering.
std::optional<std::string> with_partials(std::string_view name, int depth) {
  const std::string_view file = ui_file(std::string(name) + ".html");
  if (file.empty() || depth > kDeepest) return std::nullopt;
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t begin = file.find("{{>", at);
    out.append(file.substr(at, begin == std::string_view::npos ? begin : begin - at));
    if (begin == std::string_view::npos) return out;
    const std::size_t end = file.find("}}", begin);
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view partial = file.substr(begin + 3, end - begin - 3);
    while (partial.starts_with(' ')) partial.remove_prefix(1);
    while (partial.ends_with(' ')) partial.remove_suffix(1);
    const std::optional<std::string> inner = with_partials(partial, depth + 1);
    if (!inner) return std::nullopt;
    out.append(*inner);
    at = end + 2;
  }
}

std::string escape(const std::string& text) {
  std::string out;
  out.reserve(text.size() + 16);
  append_html(out, text);
  return out;
}

}  // namespace

std::string_view ui_file(std::string_view name) {
  for (const EmbeddedFile* file = kUiFiles; file->name != nullptr; ++file)
    if (name == file->name) return {reinterpret_cast<const char*>(file->bytes), file->size};
  return {};
}

std::vector<std::string_view> ui_files() {
  std::vector<std::string_view> names;
  for (const EmbeddedFile* file = kUiFiles; file->name != nullptr; ++file) names.emplace_back(file->name);
  return names;
}

void PageValues::put(std::string name, Value value) {
  for (auto& [known, old] : values_) {
    if (known != name) continue;
    old = std::move(value);
    return;
  }
  values_.emplace_back(std::move(name), std::move(value));
}

PageValues& PageValues::text(std::string name, std::string value) {
  if (!name.ends_with("_html") && !name.ends_with("_href")) put(std::move(name), std::move(value));
  return *this;
}

PageValues& PageValues::number(std::string name, std::uint64_t value) {
  return text(std::move(name), std::to_string(value));
}

PageValues& PageValues::flag(std::string name, bool value) {
  put(std::move(name), value);
  return *this;
}

PageValues& PageValues::address(std::string name, const Address& value) {
  if (name.ends_with("_href")) put(std::move(name), value.str());
  return *this;
}

PageValues& PageValues::markup(std::string name, Markup value) {
  if (name.ends_with("_html")) put(std::move(name), value.take());
  return *this;
}

PageValues& PageValues::each(std::string name) {
  for (auto& [known, value] : values_)
    if (known == name && std::holds_alternative<List>(value)) return std::get<List>(value).emplace_back();
  put(name, List());
  return each(std::move(name));
}

class Template {
 public:
  static Markup render(std::string_view name, const PageValues& values) {
    // The library's templates keep state while they render: each thread has its own.
    thread_local std::map<std::string, mustache::mustache, std::less<>> known;
    Markup out;
    auto found = known.find(name);
    if (found == known.end()) {
      const std::optional<std::string> source = with_partials(name, 0);
      if (!source) return out.html("<p>A template of this page is missing: ").text(name).html("</p>");
      mustache::mustache parsed(*source);
      if (!parsed.is_valid())
        return out.html("<p>A template of this page is broken: ").text(name).text(parsed.error_message()).html("</p>");
      parsed.set_custom_escape(escape);
      found = known.emplace(std::string(name), std::move(parsed)).first;
    }
    out.out_ = found->second.render(data_of(values));
    return out;
  }

 private:
  static mustache::data data_of(const PageValues& values) {
    mustache::data data(mustache::data::type::object);
    for (const auto& [name, value] : values.values_) {
      if (const auto* text = std::get_if<std::string>(&value)) {
        if (text->empty())
          data.set(name, false);  // not left out: the name would be looked for around the row
        else
          data.set(name, *text);
      } else if (const auto* flag = std::get_if<bool>(&value)) {
        data.set(name, *flag);
      } else {
        mustache::data list(mustache::data::type::list);
        for (const PageValues& row : std::get<PageValues::List>(value)) list.push_back(data_of(row));
        data.set(name, std::move(list));
      }
    }
    return data;
  }
};

Markup render(std::string_view name, const PageValues& values) {
  return Template::render(name, values);
}

}  // namespace readout
