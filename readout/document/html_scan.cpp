#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "readout/document/html.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// Elements without an end tag, and those whose end tag is commonly left out because the next one closes them. Sorted.
constexpr auto kVoid = std::to_array<std::string_view>(
    {"area",   "base", "br",    "col",    "dd",    "dt", "embed", "hr", "img",   "input", "li",    "link", "meta",
     "option", "p",    "param", "source", "tbody", "td", "tfoot", "th", "thead", "tr",    "track", "wbr"});
constexpr auto kFormatting = std::to_array<std::string_view>(
    {"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"});
constexpr auto kRaw = std::to_array<std::string_view>({"script", "style", "template", "textarea", "title"});
constexpr auto kBlocks = std::to_array<std::string_view>(
    {"address", "article",  "aside",      "blockquote", "body",   "center", "dd", "div",  "dl",
     "dt",      "fieldset", "figcaption", "figure",     "footer", "form",   "h1", "h2",   "h3",
     "h4",      "h5",       "h6",         "header",     "hr",     "html",   "li", "main", "nav",
     "ol",      "p",        "pre",        "section",    "table",  "td",     "th", "tr",   "ul"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

struct Tag {
  char name[16] = {};
  std::size_t length = 0;
  bool closing = false;
  bool self_closed = false;
  std::size_t end = 0;         // past its '>'
  std::size_t attributes = 0;  // at most: white space and '=' counted
  std::string_view view() const { return {name, length}; }
};

// The tag or comment that begins at `i`; false where a '<' is only a character.
bool tag_at(std::string_view source, std::size_t i, Tag& tag) {
  tag = Tag{};
  std::size_t at = i + 1;
  if (at >= source.size()) return false;
  if (source.substr(i).starts_with("<!--")) {
    const std::size_t end = source.find("-->", i + 4);
    tag.end = end == std::string_view::npos ? source.size() : end + 3;
    return true;
  }
  tag.closing = source[at] == '/';
  if (tag.closing) ++at;
  if (at >= source.size()) return false;
  const bool letter =
      is_letter(static_cast<unsigned char>(source[at]) & 0x7Fu) && static_cast<unsigned char>(source[at]) < 0x80;
  if (!letter && source[at] != '!' && source[at] != '?') return false;
  while (at < source.size() && tag.length < sizeof tag.name) {
    const auto c = static_cast<unsigned char>(source[at]);
    if (c <= ' ' || c == '>' || c == '/') break;
    tag.name[tag.length++] = static_cast<char>(to_lower(c));
    ++at;
  }
  char quote = 0;
  for (; at < source.size(); ++at) {
    const char c = source[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      tag.self_closed = source[at - 1] == '/';
      tag.end = at + 1;
      return true;
    } else if ((c == '"' || c == '\'') && source[at - 1] == '=') {
      quote = c;
    } else if (c == '=' || c == '/' || static_cast<unsigned char>(c) <= ' ') {
      ++tag.attributes;
    }
  }
  tag.end = source.size();
  return true;
}

// Past the end tag of a raw element.
std::size_t raw_end(std::string_view source, std::size_t i, std::string_view name) {
  while (i < source.size()) {
    i = source.find("</", i);
    if (i == std::string_view::npos) return source.size();
    if (same_ascii(source.substr(i + 2, name.size()), name)) return i;
    i += 2;
  }
  return source.size();
}

}  // namespace

TagScan scan_tags(std::string_view source) {
  TagScan scan;
  std::uint32_t depth = 0;
  std::uint64_t formatting = 0;
  bool foreign = false;
  std::unordered_map<std::string, std::uint32_t> open;  // an end tag of what is not open closes nothing
  Tag tag;
  for (std::size_t i = source.find('<'); i != std::string_view::npos; i = source.find('<', i)) {
    if (!tag_at(source, i, tag)) {
      ++i;
      continue;
    }
    i = tag.end;
    const std::string_view name = tag.view();
    if (name.empty() || name[0] == '!' || name[0] == '?') continue;
    scan.cost += 1 + tag.attributes;
    if (tag.attributes > 4000) scan.single_tag_heavy = true;
    if (name == "svg" || name == "math") foreign = true;
    const bool format = holds(kFormatting, name);
    const bool deep = !tag.self_closed && (foreign || !holds(kVoid, name));
    if (tag.closing) {
      const auto found = open.find(std::string(name));
      if (found == open.end() || found->second == 0) continue;
      --found->second;
      if (depth > 0) --depth;
      if (format && formatting > 0) --formatting;
      continue;
    }
    if (holds(kRaw, name) && name != "template") {
      i = raw_end(source, i, name);
      continue;
    }
    // Every block reopens the formatting that was never closed.
    if (format)
      ++formatting;
    else
      scan.cost += formatting;
    if (!deep) continue;
    scan.depth = std::max(scan.depth, ++depth);
    ++open[std::string(name)];
  }
  return scan;
}

void strip_tags(std::string_view source, std::size_t begin, std::size_t end, PageWriter& writer) {
  source = source.substr(0, end);
  Tag tag;
  std::size_t done = begin;
  const auto flush = [&](std::size_t stop) {
    while (done < stop) {
      const std::size_t sign = std::min(source.substr(0, stop).find('&', done), stop);
      writer.put_source(done, sign);
      done = sign;
      if (sign == stop) break;
      const Reference reference = reference_at(source, sign);
      if (reference.size == 0) {
        writer.put_source(sign, sign + 1);
        done = sign + 1;
      } else {
        writer.put_converted(reference.text, sign, reference.size);
        done = sign + reference.size;
      }
    }
  };
  std::size_t i = source.find('<', begin);
  for (; i != std::string_view::npos; i = source.find('<', i)) {
    if (!tag_at(source, i, tag)) {
      ++i;
      continue;
    }
    flush(i);
    const std::string_view name = tag.view();
    done = i = tag.end;
    if (!tag.closing && holds(kRaw, name)) done = i = raw_end(source, i, name);
    if (holds(kBlocks, name) || name == "br") {
      Piece next;
      next.tight = name == "br";
      writer.break_piece(next);
    }
  }
  flush(source.size());
}

}  // namespace readout
