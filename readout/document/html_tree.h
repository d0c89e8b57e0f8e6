// PageTree: the elements of a page, measured; where its main content is, and its text in order. Internal to the room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readout/document/html.h"
#include "readout/document/page.h"

struct GumboInternalNode;
struct GumboInternalOutput;

namespace readout {

class PageTree {
 public:
  using Node = GumboInternalNode;

  PageTree(std::string_view source, const GumboInternalOutput& output);

  PageFacts read_facts() const;

  // Bytes of words, links apart, in the main content.
  std::size_t main_size() const;

  // A place that a script would have filled: <div id="root"></div>, or a word to turn scripts on.
  bool has_empty_root() const { return empty_root_; }

  // All text in the order of the source. `no_main`: every piece lies outside the main content, which stands elsewhere.
  void write(PageWriter& writer, bool no_main) const;

 private:
  struct Measure {
    std::uint32_t text = 0;  // bytes that are not white
    std::uint32_t link = 0;  // of them inside links
    std::uint32_t own = 0;   // of them in no inner block
    std::uint32_t own_link = 0;
    std::uint32_t commas = 0;  // in own
    std::uint32_t prose = 0;   // bytes of paragraphs in it that are hardly linked
    std::uint32_t rows = 0;
    std::uint32_t cells = 0;
    std::uint32_t longest_cell = 0;
    bool inner_table = false;
    Region region = Region::main;  // the element's own, as its tag and words say
    double score = 0;
  };

  // What a walk carries down.
  struct Place {
    Region region = Region::main;
    PieceKind kind = PieceKind::paragraph;
    std::uint8_t level = 0;
    bool in_main = false;
    bool pre = false;
    bool data_table = false;
    std::uint32_t link = 0;  // 1 + index into links_, 0 outside links
  };

  enum class LeafKind : std::uint8_t { text, line_break, block_break, tab, opening_mark, closing_mark };
  struct Leaf {
    std::size_t begin = 0;
    std::size_t end = 0;
    const Node* node = nullptr;
    std::uint32_t block = 0;
    std::uint32_t link = 0;
    std::uint32_t order = 0;  // in the tree
    LeafKind kind = LeafKind::text;
  };
  struct Flow {
    std::vector<Leaf> leaves;
    std::vector<Place> blocks;
    std::vector<std::string> links;
    bool broken = true;  // the next text opens a block
  };

  void measure(const Node* node, const Node* block, bool in_link, std::uint32_t depth);
  void place_regions(const Node* node, Region outer, std::uint32_t depth);
  void choose_main();
  Region region_of(const Node* node, Region outer) const;
  void walk(const Node* node, Place place, Flow& flow, std::uint32_t depth) const;
  void add_text(const Node* node, const Place& place, Flow& flow) const;
  void play(const Flow& flow, PageWriter& writer, bool no_main) const;
  void align(const Leaf& leaf, PageWriter& writer) const;
  std::size_t offset_of(const char* pointer) const;

  std::string_view source_;
  const Node* root_ = nullptr;
  const Node* body_ = nullptr;
  std::vector<const Node*> main_;
  std::vector<const Node*> elements_;  // in order of the tree, so that ties are broken by the source
  std::vector<const Node*> facts_;     // meta, link, title, time and JSON-LD scripts
  std::unordered_map<const Node*, Measure> measures_;
  std::size_t script_bytes_ = 0;
  bool empty_root_ = false;
};

}  // namespace readout
