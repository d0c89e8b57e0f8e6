#include "readout/speech/prose.h"

#include <algorithm>
#include <utility>

#include "readout/text/sentences.h"

namespace readout {
namespace {

bool is_top(const Quotation& quotation) {
  return quotation.parent < 0;
}

ProseWord make_word(std::string_view text, const Token& token) {
  ProseWord word;
  word.span = token.span;
  word.kind = token.kind;
  word.capital = token.capital;
  word.all_capitals = token.all_capitals;
  if (token.kind == TokenKind::word) word.entry = lexicon().find(LowerWord(slice(text, token.span)).view());
  return word;
}

class Builder {
 public:
  explicit Builder(Prose& prose) : prose_(prose) {}

  void build() {
    std::vector<Span> spans;
    spans.reserve(prose_.paragraphs.size());
    for (const Paragraph& paragraph : prose_.paragraphs) spans.push_back(paragraph.span);
    prose_.quotations = scan_quotations(prose_.text, spans);
    children_.resize(prose_.quotations.size());
    top_.resize(spans.size());
    for (std::size_t q = 0; q < prose_.quotations.size(); ++q) {
      const Quotation& quotation = prose_.quotations[q];
      if (is_top(quotation))
        top_[quotation.paragraph].push_back(q);
      else
        children_[static_cast<std::size_t>(quotation.parent)].push_back(q);
    }
    for (std::size_t p = 0; p < spans.size(); ++p) {
      first_word_ = prose_.words.size();
      for (const Token& token : tokenize(prose_.text, spans[p])) prose_.words.push_back(make_word(prose_.text, token));
      add_level(spans[p], top_[p], static_cast<std::uint32_t>(p), -1);
    }
  }

 private:
  void add_level(Span span, const std::vector<std::size_t>& quotations, std::uint32_t paragraph, std::int32_t inside) {
    std::vector<Span> wholes;
    wholes.reserve(quotations.size());
    for (const std::size_t q : quotations) wholes.push_back(prose_.quotations[q].outer);
    bool first = true;
    for (const Span sentence : split_sentences(prose_.text, span, wholes)) {
      Strand strand;
      strand.span = sentence;
      strand.paragraph = paragraph;
      strand.quotation = inside;
      strand.first_in_paragraph = std::exchange(first, false);
      fill(strand, quotations);
      const std::vector<Item> items = strand.items;
      add_strand(std::move(strand));
      for (const Item& item : items) {
        if (item.quotation < 0) continue;
        const auto q = static_cast<std::size_t>(item.quotation);
        add_level(prose_.quotations[q].inner, children_[q], paragraph, item.quotation);
      }
    }
  }

  // What looks at a sentence from each of its words takes the square of its length: one that never ends (a list, a
  // table, a text without full stops) is cut into stretches.
  void add_strand(Strand strand) {
    constexpr std::size_t kMostItems = 600;
    if (strand.items.size() <= kMostItems) {
      prose_.strands.push_back(std::move(strand));
      return;
    }
    for (std::size_t at = 0; at < strand.items.size(); at += kMostItems) {
      Strand part;
      part.paragraph = strand.paragraph;
      part.quotation = strand.quotation;
      const std::size_t end = std::min(at + kMostItems, strand.items.size());
      part.items.assign(strand.items.begin() + static_cast<std::ptrdiff_t>(at),
                        strand.items.begin() + static_cast<std::ptrdiff_t>(end));
      part.span = {part.items.front().span.begin, part.items.back().span.end};
      part.first_in_paragraph = strand.first_in_paragraph && at == 0;
      prose_.strands.push_back(std::move(part));
    }
  }

  void fill(Strand& strand, const std::vector<std::size_t>& quotations) const {
    auto word =
        std::lower_bound(prose_.words.begin() + static_cast<std::ptrdiff_t>(first_word_), prose_.words.end(),
                         strand.span.begin, [](const ProseWord& w, std::uint32_t at) { return w.span.begin < at; });
    auto next = std::partition_point(quotations.begin(), quotations.end(), [&](std::size_t q) {
      return prose_.quotations[q].outer.end <= strand.span.begin;
    });
    while (word != prose_.words.end() && word->span.begin < strand.span.end) {
      while (next != quotations.end() && prose_.quotations[*next].outer.end <= word->span.begin) ++next;
      if (next != quotations.end() && prose_.quotations[*next].outer.begin <= word->span.begin) {
        const Span outer = prose_.quotations[*next].outer;
        strand.items.push_back({outer, -1, static_cast<std::int32_t>(*next)});
        while (word != prose_.words.end() && word->span.begin < outer.end) ++word;
        continue;
      }
      if (!is_stray(*word))
        strand.items.push_back({word->span, static_cast<std::int32_t>(word - prose_.words.begin()), -1});
      ++word;
    }
  }

  // A double mark that belongs to no quotation, or a character nobody sees, stands between words without meaning.
  bool is_stray(const ProseWord& word) const {
    const std::string_view text = slice(prose_.text, word.span);
    for (const std::string_view stray :
         {"“", "”", "\"", "«", "»", "„", "\u200B", "\u200C", "\u200D", "\uFEFF", "\u2060"})
      if (text == stray) return true;
    return false;
  }

  Prose& prose_;
  std::vector<std::vector<std::size_t>> children_;
  std::vector<std::vector<std::size_t>> top_;
  std::size_t first_word_ = 0;
};

}  // namespace

LowerWord::LowerWord(std::string_view word) {
  for (std::size_t i = 0; i < word.size() && size_ < sizeof(bytes_); ++i) {
    const char c = word[i];
    if (word.substr(i).starts_with("’")) {
      bytes_[size_++] = '\'';
      i += 2;
    } else {
      bytes_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
  }
}

Prose make_prose(std::string_view text, std::vector<Paragraph> paragraphs) {
  Prose prose;
  prose.text = text;
  prose.paragraphs = std::move(paragraphs);
  Builder(prose).build();
  return prose;
}

Prose make_prose(const Document& document) {
  std::vector<Paragraph> paragraphs;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::body) paragraphs.push_back({block.span, block.paragraph});
  return make_prose(document.text.view(), std::move(paragraphs));
}

}  // namespace readout
