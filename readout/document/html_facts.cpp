#include <gumbo.h>

#include <algorithm>
#include <string>
#include <utility>

#include "readout/document/html_names.h"
#include "readout/document/html_tree.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

void keep_first(std::string& field, std::string_view value) {
  if (!field.empty()) return;
  const Span inner = trim(value, make_span(0, value.size()));
  field = slice(value, inner);
}

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += static_cast<char>(to_lower(static_cast<unsigned char>(c)));
  return out;
}

// Meta names in the order of trust for one field.
int rank_of(std::string_view name, std::initializer_list<std::string_view> names) {
  int rank = 0;
  for (const std::string_view known : names) {
    ++rank;
    if (name == known) return rank;
  }
  return 0;
}

// A value with the rank of the name that gave it: the lowest rank wins, then the first in the source.
struct Ranked {
  std::string value;
  int rank = 99;

  void offer(int offered, std::string_view text) {
    if (offered == 0 || offered >= rank || text.empty()) return;
    value.clear();
    keep_first(value, text);
    rank = offered;
  }
};

}  // namespace

PageFacts PageTree::read_facts() const {
  PageFacts facts;
  facts.script_bytes = script_bytes_;
  for (const Node* node : facts_)
    if (tag_of(node) == GUMBO_TAG_SCRIPT && node->v.element.children.length > 0) {
      const auto* inner = static_cast<const Node*>(node->v.element.children.data[0]);
      const GumboStringPiece& original = inner->v.text.original_text;
      const std::size_t at = offset_of(original.data);
      if (at != std::string_view::npos) read_json_ld(source_.substr(at, original.length), at, facts);
    }
  Ranked title, description, outlet, url, published, modified, section, type, language;
  std::vector<std::string> authors;
  for (const Node* node : facts_) {
    switch (tag_of(node)) {
      case GUMBO_TAG_HTML:
        language.offer(1, attribute(node, "lang"));
        break;
      case GUMBO_TAG_TITLE:
        if (node->v.element.children.length > 0) {
          const auto* inner = static_cast<const Node*>(node->v.element.children.data[0]);
          if (inner->type == GUMBO_NODE_TEXT) title.offer(3, inner->v.text.text);
        }
        break;
      case GUMBO_TAG_LINK:
        if (lower(attribute(node, "rel")) == "canonical") url.offer(1, attribute(node, "href"));
        break;
      case GUMBO_TAG_TIME:
        if (attribute(node, "itemprop") == "datePublished" || !attribute(node, "pubdate").empty())
          published.offer(2, attribute(node, "datetime"));
        else
          published.offer(9, attribute(node, "datetime"));
        break;
      case GUMBO_TAG_META: {
        const std::string_view content = attribute(node, "content");
        std::string name = lower(attribute(node, "property"));
        if (name.empty()) name = lower(attribute(node, "name"));
        if (name.empty()) name = lower(attribute(node, "itemprop"));
        if (name.empty()) name = lower(attribute(node, "http-equiv"));
        title.offer(rank_of(name, {"og:title", "twitter:title"}), content);
        description.offer(rank_of(name, {"og:description", "description", "twitter:description"}), content);
        outlet.offer(rank_of(name, {"og:site_name", "application-name", "publisher", "dc.publisher"}), content);
        url.offer(rank_of(name, {"", "og:url"}), content);
        published.offer(rank_of(name, {"article:published_time", "datepublished", "publish-date", "pubdate",
                                       "dc.date.issued", "dc.date", "sailthru.date", "date"}),
                        content);
        modified.offer(rank_of(name, {"article:modified_time", "datemodified", "og:updated_time", "last-modified"}),
                       content);
        section.offer(rank_of(name, {"article:section"}), content);
        type.offer(rank_of(name, {"og:type"}), content);
        language.offer(rank_of(name, {"", "content-language", "og:locale"}), content);
        const bool author = name == "author" || name == "article:author" || name == "dc.creator" || name == "byl";
        if (author && !content.empty() && !content.starts_with("http") &&
            std::find(authors.begin(), authors.end(), content) == authors.end())
          authors.emplace_back(content);
        break;
      }
      default:
        break;
    }
  }
  Metadata& metadata = facts.metadata;
  keep_first(metadata.title, title.value);
  keep_first(metadata.description, description.value);
  keep_first(metadata.outlet, outlet.value);
  keep_first(metadata.url, url.value);
  keep_first(metadata.published, published.value);
  keep_first(metadata.modified, modified.value);
  keep_first(metadata.section, section.value);
  keep_first(metadata.type, type.value);
  keep_first(metadata.language, language.value);
  if (metadata.authors.empty()) metadata.authors = std::move(authors);
  return facts;
}

}  // namespace readout
