#include "readout/document/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <string>

#include "readout/document/html_names.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::uint32_t kDeepest = 4000;  // of a walk; the scan of tags let at most max_nesting through

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA;
}

// What an element's class, id, role and itemprop say, in one string of words.
std::string words_of(const GumboNode* node) {
  std::string words(attribute(node, "class"));
  for (const char* name : {"id", "itemprop", "role", "rel"}) {
    words += ' ';
    words += attribute(node, name);
  }
  return words;
}

// How much an element's own words speak for its being the article.
double content_weight(const GumboNode* node) {
  if (attribute(node, "itemprop").find("articleBody") != std::string_view::npos) return 2;
  const std::string_view name = attribute(node, "class");
  for (const std::string_view word : {"article-body", "article__body", "articleBody", "story-body", "entry-content",
                                      "post-content", "article-content", "article-text", "article__content"})
    if (name.find(word) != std::string_view::npos) return 1.6;
  if (tag_of(node) == GUMBO_TAG_ARTICLE) return 1.3;
  if (tag_of(node) == GUMBO_TAG_MAIN || attribute(node, "role") == "main") return 1.2;
  return 1;
}

}  // namespace

PageTree::PageTree(std::string_view source, const GumboInternalOutput& output) : source_(source), root_(output.root) {
  measure(root_, root_, false, 0);
  for (const Node* node : elements_)
    if (tag_of(node) == GUMBO_TAG_BODY && body_ == nullptr) body_ = node;
  if (body_ == nullptr) body_ = root_;
  place_regions(body_, Region::main, 0);
  choose_main();
}

void PageTree::measure(const Node* node, const Node* block, bool in_link, std::uint32_t depth) {
  if (depth > kDeepest) return;
  if (is_text(node)) {
    std::uint32_t bytes = 0;
    std::uint32_t commas = 0;
    for (const char* c = node->v.text.text; *c != 0; ++c) {
      if (static_cast<unsigned char>(*c) > ' ') ++bytes;
      if (*c == ',') ++commas;
    }
    Measure& own = measures_[block];
    own.own += bytes;
    own.text += bytes;
    if (!in_link) own.commas += commas;
    if (in_link) {
      own.own_link += bytes;
      own.link += bytes;
    }
    return;
  }
  if (!is_element(node)) return;
  const GumboTag tag = tag_of(node);
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
      script_bytes_ += node->v.element.children.length > 0
                           ? static_cast<const Node*>(node->v.element.children.data[0])->v.text.original_text.length
                           : 0;
      if (!attribute(node, "src").empty()) script_bytes_ += 1000;
      if (attribute(node, "type") == "application/ld+json") facts_.push_back(node);
      break;
    case GUMBO_TAG_META:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_HTML:
      facts_.push_back(node);
      break;
    default:
      break;
  }
  if (is_silent(node) && tag != GUMBO_TAG_HEAD) return;
  const bool is_own_block = is_block(node);
  const Node* inner = is_own_block ? node : block;
  if (is_own_block) {
    elements_.push_back(node);
    measures_[node];
  }
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    measure(static_cast<const Node*>(children.data[i]), inner, in_link || tag == GUMBO_TAG_A, depth + 1);
  if (!is_own_block) return;
  const Measure mine = measures_[node];
  const std::string_view id = attribute(node, "id");
  if (mine.text < 40 && (id == "root" || id == "app" || id == "__next" || id == "___gatsby" || id == "__nuxt"))
    empty_root_ = true;
  if (node == block) return;
  Measure& outer = measures_[block];
  outer.text += mine.text;
  outer.link += mine.link;
  outer.inner_table = outer.inner_table || mine.inner_table || tag == GUMBO_TAG_TABLE;
  outer.rows += mine.rows + (tag == GUMBO_TAG_TR ? 1 : 0);
  outer.cells += mine.cells + (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH ? 1 : 0);
  outer.longest_cell =
      std::max({outer.longest_cell, mine.longest_cell, tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH ? mine.text : 0u});
}

Region PageTree::region_of(const Node* node, Region outer) const {
  // Only a place that says nothing firm lets an inner element speak.
  if (outer != Region::main && outer != Region::header) return outer;
  const auto found = measures_.find(node);
  const Measure& mine = found->second;
  const Measure& page = measures_.find(body_)->second;
  const GumboTag tag = tag_of(node);
  if (node == body_) return Region::main;
  if (tag == GUMBO_TAG_NAV || attribute(node, "role") == "navigation") return Region::navigation;
  // A wrapper of most of the page is no sidebar whatever its classes say.
  if (mine.text * 2 > page.text) return outer;
  const Region said = region_of_words(words_of(node));
  const bool small_one = said == Region::byline || said == Region::dateline || said == Region::credit;
  if (said != Region::main && !(small_one && mine.text > 300)) return said;
  switch (tag) {
    case GUMBO_TAG_ASIDE:
      return Region::sidebar;
    case GUMBO_TAG_FOOTER:
      return Region::footer;
    case GUMBO_TAG_HEADER:
      return Region::header;
    case GUMBO_TAG_FORM:
      return Region::notice;
    case GUMBO_TAG_ADDRESS:
      return Region::byline;
    default:
      return outer;
  }
}

void PageTree::place_regions(const Node* node, Region outer, std::uint32_t depth) {
  if (depth > kDeepest || !is_element(node) || is_silent(node)) return;
  Region here = outer;
  if (is_block(node)) {
    const auto found = measures_.find(node);
    if (found == measures_.end()) return;
    here = region_of(node, outer);
    found->second.region = here;
  }
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i)
    place_regions(static_cast<const Node*>(children.data[i]), here, depth + 1);
}

void PageTree::choose_main() {
  const auto block_above = [&](const Node* node) -> const Node* {
    for (const Node* up = node->parent; up != nullptr; up = up->parent)
      if (is_element(up) && is_block(up)) return up;
    return nullptr;
  };
  constexpr std::uint32_t kLeast = 25;
  for (const Node* node : elements_) {
    const Measure mine = measures_[node];
    const bool heading = tag_of(node) >= GUMBO_TAG_H1 && tag_of(node) <= GUMBO_TAG_H6;
    if (mine.own < kLeast || heading || (mine.region != Region::main && mine.region != Region::header)) continue;
    double score = 1 + std::min(mine.commas, 20u) + std::min(mine.own / 100.0, 20.0);
    score *= 1.0 - static_cast<double>(mine.own_link) / mine.own;
    const bool leaf = tag_of(node) == GUMBO_TAG_P || tag_of(node) == GUMBO_TAG_LI;
    const Node* first = leaf ? block_above(node) : node;
    if (first == nullptr) continue;
    measures_[first].score += score;
    if (const Node* second = block_above(first); second != nullptr) measures_[second].score += score / 2;
  }
  const Node* best = nullptr;
  double best_score = 0;
  for (const Node* node : elements_) {
    const double score = measures_[node].score * content_weight(node);
    if (score > best_score * (1 + 1e-9)) {
      best = node;
      best_score = score;
    }
  }
  if (best == nullptr) {
    main_.push_back(body_);
    return;
  }
  // A story cut into many containers: climb while the one above holds clearly more prose and hardly any links.
  for (auto node = elements_.rbegin(); node != elements_.rend(); ++node) {
    Measure& mine = measures_[*node];
    const bool plain = mine.region == Region::main || mine.region == Region::header;
    if (plain && mine.own >= 60 && mine.own_link * 4 < mine.own) mine.prose += mine.own - mine.own_link;
    if (const Node* above = block_above(*node); above != nullptr) measures_[above].prose += mine.prose;
  }
  std::uint32_t held = measures_[best].prose;
  for (const Node* above = block_above(best); above != nullptr && best != body_; above = block_above(above)) {
    const Measure& wider = measures_[above];
    if (wider.link * 6 > wider.text) break;
    if (wider.prose * 4 < held * 5) continue;
    best = above;
    held = wider.prose;
  }
  main_.push_back(best);
  const Node* parent = block_above(best);
  if (parent == nullptr || best == body_) return;
  // Neighbours that read like more of the same article.
  for (const Node* node : elements_) {
    if (node == best || block_above(node) != parent) continue;
    const Measure& mine = measures_[node];
    if (mine.region != Region::main || mine.text == 0) continue;
    const double links = static_cast<double>(mine.link) / mine.text;
    const bool heading = tag_of(node) >= GUMBO_TAG_H1 && tag_of(node) <= GUMBO_TAG_H6;
    const bool prose = tag_of(node) == GUMBO_TAG_P && mine.own > 80 && links < 0.25;
    if (heading || prose || (mine.score * content_weight(node) > best_score * 0.2 && links < 0.3))
      main_.push_back(node);
  }
}

std::size_t PageTree::main_size() const {
  std::size_t size = 0;
  for (const Node* node : main_) {
    const auto found = measures_.find(node);
    if (found != measures_.end()) size += found->second.text - found->second.link;
  }
  return size;
}

std::size_t PageTree::offset_of(const char* pointer) const {
  if (pointer < source_.data() || pointer > source_.data() + source_.size()) return std::string_view::npos;
  return static_cast<std::size_t>(pointer - source_.data());
}

}  // namespace readout
