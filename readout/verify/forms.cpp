// compare_forms: what differs in form alone.
#include <algorithm>
#include <string>

#include "readout/text/characters.h"
#include "readout/text/fold.h"
#include "readout/verify/judge.h"

namespace readout {
namespace {

bool is_quote_mark(char32_t c) {
  return c == '"' || c == '\'' || c == '`' || (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 ||
         c == 0x203A || c == 0x2032 || c == 0x2033 || c == 0xB4 || c == 0x2BC;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xAD;
}

// The marks between two words, by class, so that a difference can be named.
struct Between {
  std::string white;
  std::string quotes;
  std::string dashes;
  std::string invisible;
  std::string brackets;
  std::string rest;
  bool asks = false;
};

Between classify(std::string_view between) {
  Between marks;
  for (std::size_t i = 0; i < between.size();) {
    const CodePoint c = code_point_at(between, i);
    const std::string_view bytes = between.substr(i, c.size);
    i += c.size;
    if (is_white(c.value))
      marks.white += bytes;
    else if (is_quote_mark(c.value))
      marks.quotes += bytes;
    else if (is_dash(c.value))
      marks.dashes += bytes;
    else if (is_invisible(c.value) || is_bidi_control(c.value))
      marks.invisible += bytes;
    else if (c.value == '[' || c.value == ']' || c.value == '(' || c.value == ')')
      marks.brackets += bytes;
    else
      marks.rest += bytes;
    marks.asks = marks.asks || c.value == '?';
  }
  return marks;
}

std::string lower(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += code_point_at(text, i).size)
    append_utf8(out, to_lower(code_point_at(text, i).value));
  return out;
}

void compare_words(std::string_view a, std::string_view b, std::vector<Folding>& folded) {
  if (a == b) return;
  const auto has = [&](auto is) {
    for (const std::string_view word : {a, b})
      for (std::size_t i = 0; i < word.size(); i += code_point_at(word, i).size)
        if (is(code_point_at(word, i).value)) return true;
    return false;
  };
  bool told = false;
  const auto tell = [&](Folding folding) {
    add_folding(folded, folding);
    told = true;
  };
  if (has([](char32_t c) { return c == '\n'; })) tell(Folding::broken_words);
  if (has([](char32_t c) { return is_invisible(c); })) tell(Folding::invisible);
  if (has([](char32_t c) { return c == '['; })) tell(Folding::brackets);
  std::string plain_a;
  std::string plain_b;
  for (auto [word, plain] : {std::pair{a, &plain_a}, std::pair{b, &plain_b}}) {
    for (std::size_t i = 0; i < word.size();) {
      const CodePoint c = code_point_at(word, i);
      i += c.size;
      if (is_letter(c.value) || is_digit(c.value)) append_utf8(*plain, c.value);
    }
  }
  if (plain_a != plain_b) {
    if (lower(plain_a) == lower(plain_b))
      add_folding(folded, Folding::letter_case);
    else if (fold_words(plain_a) == fold_words(plain_b))
      add_folding(folded, Folding::characters);
    else if (!told)
      add_folding(folded, Folding::look_alikes);
  } else if (!told) {
    add_folding(folded,
                has([](char32_t c) { return is_apostrophe(c); }) ? Folding::quotation_marks : Folding::characters);
  }
}

}  // namespace

void add_folding(std::vector<Folding>& folded, Folding folding) {
  const auto at = std::ranges::lower_bound(folded, folding);
  if (at == folded.end() || *at != folding) folded.insert(at, folding);
}

bool compare_forms(const QuoteWords& quote, std::size_t first, std::string_view text,
                   const std::vector<FoldedWord>& words, std::size_t at, std::size_t count,
                   std::vector<Folding>& folded) {
  bool same_sense = true;
  for (std::size_t k = 0; k < count; ++k) {
    const Span mine = quote.words[first + k].span;
    const Span theirs = words[at + k].span;
    compare_words(slice(quote.text, mine), slice(text, theirs), folded);
    if (k + 1 == count) break;
    const std::string_view a = slice(quote.text, {mine.end, quote.words[first + k + 1].span.begin});
    const std::string_view b = slice(text, {theirs.end, words[at + k + 1].span.begin});
    if (a == b) continue;
    const Between left = classify(a);
    const Between right = classify(b);
    if (left.white != right.white) add_folding(folded, Folding::white_space);
    if (left.quotes != right.quotes) add_folding(folded, Folding::quotation_marks);
    if (left.dashes != right.dashes) add_folding(folded, Folding::dashes);
    if (left.invisible != right.invisible) add_folding(folded, Folding::invisible);
    if (left.brackets != right.brackets) add_folding(folded, Folding::brackets);
    if (left.rest != right.rest) add_folding(folded, Folding::punctuation);
    same_sense = same_sense && left.asks == right.asks;
  }
  return same_sense;
}

}  // namespace readout
