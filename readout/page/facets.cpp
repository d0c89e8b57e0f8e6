#include "readout/page/facets.h"

#include <algorithm>
#include <charconv>

namespace readout {
namespace {

constexpr std::size_t kShown = 50;
constexpr std::size_t kMostRows = 1000;

PageAsk without(const PageAsk& ask, std::string_view name) {
  PageAsk out = ask;
  std::erase_if(out.params, [&](const auto& param) { return param.first == name; });
  return out;
}

bool is_cursor(std::string_view name) {
  return name == "after" || name.ends_with("_after");
}

PageAsk from_the_beginning(const PageAsk& ask) {
  PageAsk out = ask;
  std::erase_if(out.params, [&](const auto& param) { return is_cursor(param.first); });
  return out;
}

}  // namespace

std::vector<FacetChoice> choices_of(const std::vector<std::string_view>& values) {
  std::vector<FacetChoice> choices;
  for (const std::string_view value : values) choices.push_back({std::string(value), {}, {}});
  return choices;
}

Address narrowed(const PageAsk& ask, std::string_view name, std::string_view value, PageForm form) {
  PageAsk out = without(from_the_beginning(ask), name);
  if (!value.empty()) out.params.emplace_back(name, value);
  return Address::again(out, form);
}

void show_facets(PageValues& values, const PageAsk& ask, const std::vector<Facet>& facets) {
  PageAsk bare = ask;
  bare.params.clear();
  values.address("facets_href", Address::again(bare, PageForm::html));
  for (const Facet& facet : facets) {
    const std::string_view asked = param_of(ask.params, facet.name);
    PageValues& row = values.each("facets");
    row.text("name", facet.name).text("label", facet.label).text("asked", std::string(asked)).text("hint", facet.hint);
    row.text("none", facet.none);
    row.flag("choose", !facet.choices.empty());
    bool known = asked.empty();
    std::string shown(asked);
    for (const FacetChoice& choice : facet.choices) {
      const std::string& label = choice.label.empty() ? choice.value : choice.label;
      PageValues& option = row.each("choices");
      option.text("value", choice.value).text("label", label).flag("chosen", choice.value == asked);
      option.text("count", choice.count ? std::to_string(*choice.count) : std::string());
      if (choice.value == asked) shown = label;
      known = known || choice.value == asked;
    }
    if (!known && !facet.choices.empty())
      row.each("choices")
          .text("value", std::string(asked))
          .text("label", std::string(asked))
          .flag("chosen")
          .text("count", "");
    if (asked.empty()) continue;
    values.flag("narrowed");
    values.each("narrowed_by")
        .text("label", facet.label)
        .text("value", shown)
        .address("without_href", narrowed(ask, facet.name, {}));
  }
}

Address further(const PageAsk& ask, std::string_view by, const std::string& cursor, PageForm form) {
  PageAsk next = without(ask, by);
  next.params.emplace_back(by, cursor);
  return Address::again(next, form);
}

void write_next(JsonWriter& json, std::string_view key, const PageAsk& ask, std::string_view by,
                const std::string& cursor) {
  json.key(key);
  if (cursor.empty())
    json.null();
  else
    json.value(further(ask, by, cursor, PageForm::json).str());
}

void show_next(PageValues& values, const PageAsk& ask, const std::string& cursor, std::string_view by) {
  if (!cursor.empty()) values.address("next_href", further(ask, by, cursor, PageForm::html));
  if (!param_of(ask.params, by).empty()) values.address("first_href", Address::again(without(ask, by), PageForm::html));
}

std::string make_cursor(const std::vector<std::string>& parts) {
  std::string cursor;
  for (std::size_t i = 0; i < parts.size(); ++i) cursor += (i == 0 ? "" : ".") + parts[i];
  return cursor;
}

Result<std::vector<std::string>> read_cursor(std::string_view cursor, std::size_t parts) {
  std::vector<std::string> out;
  std::string_view rest = cursor;
  while (out.size() + 1 < parts) {
    const std::size_t dot = rest.find('.');
    if (dot == std::string_view::npos)
      return fail(ErrorCode::bad_argument, "no place of this list; begin it anew without 'after'", std::string(cursor));
    out.emplace_back(rest.substr(0, dot));
    rest.remove_prefix(dot + 1);
  }
  out.emplace_back(rest);
  return out;
}

Result<std::int64_t> read_cursor_number(std::string_view part) {
  std::int64_t number = 0;
  const auto end = std::from_chars(part.data(), part.data() + part.size(), number);
  if (part.empty() || end.ec != std::errc() || end.ptr != part.data() + part.size())
    return fail(ErrorCode::bad_argument, "no place of this list; begin it anew without 'after'", std::string(part));
  return number;
}

Result<std::size_t> page_limit(const PageAsk& ask) {
  const std::string_view asked = param_of(ask.params, "limit");
  if (asked.empty()) return ask.form == PageForm::csv ? kMostRows : kShown;
  const Result<std::int64_t> number = read_cursor_number(asked);
  if (!number || *number < 1 || *number > static_cast<std::int64_t>(kMostRows))
    return fail(ErrorCode::bad_argument, "a page has from 1 to 1000 rows", "limit");
  return static_cast<std::size_t>(*number);
}

}  // namespace readout
