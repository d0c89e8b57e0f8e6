#include "readout/document/html.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <utility>

#include "readout/document/html_tree.h"
#include "readout/document/json_string.h"
#include "readout/document/page.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::uint64_t kMaxCost = 250'000;  // elements and attributes: some 400 bytes each in a tree

struct DestroyOutput {
  GumboOptions options;
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&options, output); }
};

// The length of a tag that some outlets leave in the body they print as data; 0 where a '<' is only that.
std::size_t markup_size(std::string_view text) {
  std::size_t i = 1;
  while (i < text.size() && (text[i] == '\\' || text[i] == '/')) ++i;
  if (i >= text.size() || (text[i] | 0x20) < 'a' || (text[i] | 0x20) > 'z') return 0;
  const std::size_t end = text.find('>', i);
  return end == std::string_view::npos ? 0 : end + 1;
}

bool parts_paragraphs(std::string_view tag) {
  const std::string_view name = tag.substr(std::min(tag.find_first_not_of("<\\/"), tag.size()));
  for (const std::string_view block : {"p>", "p ", "br", "div", "li", "h1", "h2", "h3", "blockquote"})
    if (same_ascii(name.substr(0, block.size()), block)) return true;
  return false;
}

// The article's words as JSON-LD carries them: one piece a line.
void write_json_body(std::string_view source, const PageFacts& facts, PageWriter& writer) {
  writer.break_piece(Piece{});
  const std::string_view json = source.substr(0, facts.body_end);
  std::size_t done = facts.body_begin;
  std::size_t i = done;
  while (i < json.size()) {
    if (json[i] != '\\' && json[i] != '&' && json[i] != '<') {
      ++i;
      continue;
    }
    if (json[i] == '<') {
      const std::size_t size = markup_size(json.substr(i, 400));
      if (size > 0) {
        writer.put_source(done, i);
        if (parts_paragraphs(json.substr(i, size))) writer.break_piece(Piece{});
        done = i + size;
      }
      i += std::max<std::size_t>(size, 1);
      continue;
    }
    JsonEscape escape;
    if (json[i] == '\\') {
      escape = json_escape_at(json, i);
    } else {
      const Reference reference = reference_at(json, i);
      escape.text = reference.text;
      escape.size = reference.size;
    }
    if (escape.size == 0) {
      ++i;
      continue;
    }
    writer.put_source(done, i);
    if (escape.text == "\n")
      writer.break_piece(Piece{});
    else
      writer.put_converted(escape.text, i, escape.size);
    i += escape.size;
    done = i;
  }
  writer.put_source(done, json.size());
}

void strip(Draft& draft, std::string_view source, const std::string& why) {
  PageWriter writer(source);
  strip_tags(source, 0, source.size(), writer);
  draft.text = writer.take(draft.text.map(), draft.layout.pieces, draft.layout.links);
  draft.doubts.push_back({DoubtKind::nested_too_deep, {}, why});
}

// What the caller knew stands before what the page says.
void adopt(Metadata& known, Metadata&& page) {
  const auto take = [](std::string& a, std::string& b) {
    if (a.empty()) a = std::move(b);
  };
  take(known.title, page.title);
  take(known.description, page.description);
  take(known.outlet, page.outlet);
  take(known.url, page.url);
  take(known.published, page.published);
  take(known.modified, page.modified);
  take(known.section, page.section);
  take(known.type, page.type);
  take(known.language, page.language);
  if (known.authors.empty()) known.authors = std::move(page.authors);
}

// "Talks useful | The Marlow Post" over a heading "Talks useful": the title, and who publishes it.
void part_title(Draft& draft) {
  Metadata& metadata = draft.layout.metadata;
  for (const Piece& piece : draft.layout.pieces) {
    if (piece.kind != PieceKind::heading || piece.level != 1) continue;
    const std::string_view heading = draft.text[piece.span];
    const std::string_view title = metadata.title;
    if (!title.starts_with(heading) || title.size() <= heading.size()) return;
    std::string_view rest = title.substr(heading.size());
    for (const std::string_view sign : {" | ", " - ", " – ", " — ", " :: ", " · "}) {
      if (!rest.starts_with(sign)) continue;
      rest.remove_prefix(sign.size());
      const bool one = rest.find(" | ") == std::string_view::npos && rest.find(" - ") == std::string_view::npos;
      if (metadata.outlet.empty() && one && rest.size() <= 40) metadata.outlet = rest;
      metadata.title = std::string(heading);
      return;
    }
    return;
  }
}

void write_page(Draft& draft, std::uint32_t max_nesting) {
  unescape_twice_escaped(draft.text, true, draft.doubts);
  const Text page = draft.text;
  const std::string_view source = page.view();
  const TagScan scan = scan_tags(source);
  if (scan.depth > max_nesting) return strip(draft, source, "depth:" + std::to_string(scan.depth));
  if (scan.cost > kMaxCost || scan.single_tag_heavy)
    return strip(draft, source, "elements:" + std::to_string(scan.cost));

  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, DestroyOutput> output(
      gumbo_parse_with_options(&options, source.data(), source.size()), DestroyOutput{options});
  if (output == nullptr || output->root == nullptr) return strip(draft, source, "");

  PageTree tree(source, *output);
  PageFacts facts = tree.read_facts();
  PageWriter writer(source);
  const std::size_t words = tree.main_size();
  const std::size_t in_json = facts.body_end - facts.body_begin;
  const bool only_json = in_json > 200 && words * 3 < in_json;
  if (only_json) write_json_body(source, facts, writer);
  tree.write(writer, only_json);
  if (!only_json && words < 200 && facts.script_bytes > 2000 && facts.script_bytes > 4 * words && tree.has_empty_root())
    draft.doubts.push_back({DoubtKind::script_rendered, {}, ""});
  if (facts.paid) draft.doubts.push_back({DoubtKind::paywall, {}, "isAccessibleForFree"});
  adopt(draft.layout.metadata, std::move(facts.metadata));
  draft.text = writer.take(page.map(), draft.layout.pieces, draft.layout.links);
  part_title(draft);
}

}  // namespace

void lay_out_html(Draft& draft, std::uint32_t max_nesting) {
  const Text received = draft.text;
  write_page(draft, max_nesting);
  move_doubts(draft.doubts, received, draft.text);
}

}  // namespace readout
