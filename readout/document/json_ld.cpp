#include <simdjson.h>

#include <string>
#include <utility>

#include "readout/document/json_string.h"
#include "readout/document/page.h"

namespace readout {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

constexpr int kDeepest = 6;  // of nested graphs and lists

std::string string_of(const object& node, const char* key) {
  std::string_view text;
  return node[key].get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

// A name that stands as a string, or as the "name" of an object.
std::string name_of(const element& value) {
  std::string_view text;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  object inner;
  return value.get(inner) == simdjson::SUCCESS ? string_of(inner, "name") : std::string();
}

bool is_article(std::string_view type) {
  return type.find("Article") != std::string_view::npos || type == "BlogPosting" || type == "Report" ||
         type == "LiveBlogPosting" || type == "PressRelease";
}

std::string type_of(const object& node) {
  element type;
  if (node["@type"].get(type) != simdjson::SUCCESS) return "";
  simdjson::dom::array list;
  if (type.get(list) == simdjson::SUCCESS) {
    for (const element item : list)
      if (const std::string name = name_of(item); is_article(name)) return name;
    return "";
  }
  return name_of(type);
}

void fill(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

void read_article(const object& node, const std::string& type, PageFacts& facts, bool& has_body) {
  Metadata& metadata = facts.metadata;
  fill(metadata.title, string_of(node, "headline"));
  fill(metadata.description, string_of(node, "description"));
  fill(metadata.published, string_of(node, "datePublished"));
  fill(metadata.modified, string_of(node, "dateModified"));
  fill(metadata.section, string_of(node, "articleSection"));
  fill(metadata.language, string_of(node, "inLanguage"));
  fill(metadata.url, string_of(node, "url"));
  fill(metadata.type, type);
  element value;
  if (node["publisher"].get(value) == simdjson::SUCCESS) fill(metadata.outlet, name_of(value));
  if (node["author"].get(value) == simdjson::SUCCESS && metadata.authors.empty()) {
    simdjson::dom::array list;
    if (value.get(list) == simdjson::SUCCESS) {
      for (const element item : list)
        if (std::string name = name_of(item); !name.empty()) metadata.authors.push_back(std::move(name));
    } else if (std::string name = name_of(value); !name.empty()) {
      metadata.authors.push_back(std::move(name));
    }
  }
  bool free = true;
  if (node["isAccessibleForFree"].get(free) == simdjson::SUCCESS)
    facts.paid = facts.paid || !free;
  else if (const std::string word = string_of(node, "isAccessibleForFree"); word == "False" || word == "false")
    facts.paid = true;
  std::string_view body;
  if (node["articleBody"].get(body) == simdjson::SUCCESS && !body.empty()) has_body = true;
}

void read_node(const element& value, PageFacts& facts, bool& has_body, int depth) {
  if (depth > kDeepest) return;
  simdjson::dom::array list;
  if (value.get(list) == simdjson::SUCCESS) {
    for (const element item : list) read_node(item, facts, has_body, depth + 1);
    return;
  }
  object node;
  if (value.get(node) != simdjson::SUCCESS) return;
  if (const std::string type = type_of(node); is_article(type)) read_article(node, type, facts, has_body);
  for (const char* key : {"@graph", "mainEntity"}) {
    element inner;
    if (node[key].get(inner) == simdjson::SUCCESS) read_node(inner, facts, has_body, depth + 1);
  }
}

}  // namespace

void read_json_ld(std::string_view json, std::size_t offset, PageFacts& facts) {
  simdjson::dom::parser parser;
  element root;
  if (parser.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS) return;
  bool has_body = false;
  read_node(root, facts, has_body, 0);
  if (!has_body || facts.body_end != 0) return;
  // The place of the value: the parser keeps none, so the key is sought as it is written.
  constexpr std::string_view kKey = "\"articleBody\"";
  std::size_t at = json.find(kKey);
  if (at == std::string_view::npos) return;
  at = json.find_first_not_of(" \t\r\n", at + kKey.size());
  if (at == std::string_view::npos || json[at] != ':') return;
  at = json.find_first_not_of(" \t\r\n", at + 1);
  if (at == std::string_view::npos || json[at] != '"') return;
  const std::size_t end = json_string_end(json, at);
  if (end == std::string_view::npos) return;
  facts.body_begin = offset + at + 1;
  facts.body_end = offset + end;
}

}  // namespace readout
