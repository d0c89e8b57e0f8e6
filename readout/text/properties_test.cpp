// What holds for any text, tried on texts made at random.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "readout/text/characters.h"
#include "readout/text/decode.h"
#include "readout/text/fold.h"
#include "readout/text/language.h"
#include "readout/text/sentences.h"
#include "readout/text/tokens.h"

namespace readout {
namespace {

// Texts of the pieces that make trouble for tokens, sentences and encodings.
rc::Gen<std::string> any_text() {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "said",   "Oyle",    "U.S.",       "Mr.",  "a.m.",   "5",       "1,000.5", "–",
      "—",      "“",       "”",          "‘",    "’",      "\"",      "'",       "'s",
      "’s",     "n't",     ".",          "...",  "…",      "?",       "!",       ",",
      " ",      " ",       " ",          "\n",   "\n\n",   "\t",      "\u00A0",  "\u200B",
      "\u00AD", "\u202E",  "Нет",        "她说", "é",      "e\u0301", "😀",      "https://a.example/x",
      "www.",   "a@b.org", "marlow.org", "-",    "--",     "&",       "(",       ")",
      "[",      "]",       "%",          "€",    "\uFFFD", "_",       "`",       std::string(1, '\0'),
      "No.",    "Jan.",    "x"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const std::vector<std::string>& pieces) {
    std::string text;
    for (const std::string& p : pieces) text += p;
    return text;
  });
}

rc::Gen<std::string> any_bytes() {
  return rc::gen::container<std::string>(rc::gen::arbitrary<char>());
}

bool on_boundary(std::string_view text, std::uint32_t offset) {
  return offset == text.size() || (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80);
}

RC_GTEST_PROP(TextProperties, TokensAndTheBlanksBetweenThemGiveTheTextBack, ()) {
  const std::string text = *any_text();
  std::uint32_t at = 0;
  for (const Token& token : tokenize(text, make_span(0, text.size()))) {
    RC_ASSERT(!token.span.empty());
    RC_ASSERT(token.span.begin >= at);
    RC_ASSERT(on_boundary(text, token.span.begin) && on_boundary(text, token.span.end));
    const Span blank{at, token.span.begin};
    RC_ASSERT(trim(text, blank).empty());
    RC_ASSERT(token.space_before == !blank.empty());
    at = token.span.end;
  }
  RC_ASSERT(trim(text, make_span(at, text.size())).empty());
}

RC_GTEST_PROP(TextProperties, SentencesCoverAllButBlanks, ()) {
  const std::string text = *any_text();
  std::uint32_t at = 0;
  for (const Span sentence : split_sentences(text, make_span(0, text.size()))) {
    RC_ASSERT(!sentence.empty() && sentence == trim(text, sentence));
    RC_ASSERT(sentence.begin >= at);
    RC_ASSERT(trim(text, Span{at, sentence.begin}).empty());
    at = sentence.end;
  }
  RC_ASSERT(trim(text, make_span(at, text.size())).empty());
}

RC_GTEST_PROP(TextProperties, SentencesNeverCutAWhole, ()) {
  const std::string text = *any_text();
  const auto tokens = tokenize(text, make_span(0, text.size()));
  if (tokens.size() < 2) return;
  const auto first = *rc::gen::inRange<std::size_t>(0, tokens.size());
  const auto last = *rc::gen::inRange<std::size_t>(first, tokens.size());
  const Span whole{tokens[first].span.begin, tokens[last].span.end};
  const std::vector<Span> wholes{whole};
  for (const Span sentence : split_sentences(text, make_span(0, text.size()), wholes))
    RC_ASSERT(!sentence.overlaps(whole) || sentence.contains(whole));
}

RC_GTEST_PROP(TextProperties, AnyBytesDecodeToValidUtf8ThatMapsBack, ()) {
  const std::string bytes = *rc::gen::oneOf(any_bytes(), any_text());
  const Decoded decoded = decode(bytes);
  const std::string_view text = decoded.text.view();
  RC_ASSERT(valid_utf8_size(text) == text.size());
  RC_ASSERT(decoded.text.map().text_size() == text.size());
  RC_ASSERT(!decoded.encoding.empty());
  Span before{0, 0};
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    const Span there = decoded.text.to_blob(make_span(i, i + c.size));
    RC_ASSERT(there.begin <= there.end && there.end <= bytes.size());
    RC_ASSERT(there.begin >= before.begin);
    // From the bytes to the text again: the span comes back, or one that holds it.
    if (!there.empty()) RC_ASSERT(decoded.text.map().to_text(there).contains(make_span(i, i + c.size)));
    before = there;
    i += c.size;
  }
  if (decoded.encoding == "UTF-8" && valid_utf8_size(bytes) == bytes.size() && !bytes.starts_with("\xEF\xBB\xBF"))
    RC_ASSERT(text == bytes);
}

RC_GTEST_PROP(TextProperties, ComposedMapsAreTheOneAfterTheOther, ()) {
  // The outer text is cut anywhere by the inner map, so each of its bytes stands for itself.
  const auto make = [](std::uint32_t blob_size, bool outer) {
    OffsetMap map;
    for (std::uint32_t at = 0; at < blob_size;) {
      const auto take = std::min(blob_size - at, *rc::gen::inRange<std::uint32_t>(1, 5));
      switch (*rc::gen::inRange(0, 4)) {
        case 0:
          map.append(take, at, take, true);
          break;
        case 1:
          map.append(outer ? 1 : *rc::gen::inRange<std::uint32_t>(1, 4), at, take, false);
          break;
        case 2:
          if (outer)
            map.append_steps(take / 2, 1, at, 2);
          else
            map.append_steps(take, 2, at, 1);
          break;
        default:
          break;  // left out of the text
      }
      at += take;
    }
    return map;
  };
  const OffsetMap outer = make(*rc::gen::inRange<std::uint32_t>(1, 60), true);
  const OffsetMap inner = make(outer.text_size(), false);
  const OffsetMap both = inner.compose(outer);
  RC_ASSERT(both.text_size() == inner.text_size());
  for (std::uint32_t begin = 0; begin < both.text_size(); ++begin) {
    const auto end = *rc::gen::inRange<std::uint32_t>(begin + 1, both.text_size() + 1);
    RC_ASSERT(both.to_blob({begin, end}) == outer.to_blob(inner.to_blob({begin, end})));
  }
}

RC_GTEST_PROP(TextProperties, FoldingTwiceChangesNothing, ()) {
  const std::string text = *any_text();
  const std::string words = fold_words(text);
  RC_ASSERT(fold_words(words) == words);
  RC_ASSERT(words.empty() || (words.front() != ' ' && words.back() != ' '));
  RC_ASSERT(words.find("  ") == std::string::npos);
  RC_ASSERT(valid_utf8_size(fold_name(text)) == fold_name(text).size());
}

RC_GTEST_PROP(TextProperties, AnyBytesGoThroughTheWholeRoom, ()) {
  const std::string bytes = *any_bytes();
  tokenize(bytes, make_span(0, bytes.size()));
  split_sentences(bytes, make_span(0, bytes.size()));
  detect_language(decode(bytes).text.view());
  for (const ForeignSpan& span : find_foreign_spans(decode(bytes).text.view())) RC_ASSERT(!span.span.empty());
  fold_case(bytes);
}

}  // namespace
}  // namespace readout
