#include "readout/speech/exchange.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "readout/text/tokens.h"

namespace readout {
namespace {

constexpr std::uint32_t kLongestHeading = 160;  // bytes
constexpr std::uint32_t kLongestQuestion = 300;
constexpr std::size_t kKindWithin = 3;  // "Supplementary written question": the kind is among the first words
constexpr std::size_t kLeastPairs = 2;

struct Heading {
  std::uint32_t at = 0;
  TranscriptTurn turn;
};

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Question 12 by Ms. Toll to the Minister", "Answer": who speaks below it, and whether to ask.
std::optional<Heading> read_heading(std::string_view text, Span span) {
  if (span.size() > kLongestHeading) return std::nullopt;
  const std::vector<Token> tokens = tokenize(text, span);
  Heading heading;
  std::size_t kind = 0;
  for (; kind < tokens.size() && kind < kKindWithin; ++kind) {
    const LowerWord word(slice(text, tokens[kind].span));
    heading.turn.question = is_any(word.view(), {"question", "questions"});
    if (heading.turn.question || is_any(word.view(), {"answer", "answers", "reply", "response"})) break;
  }
  if (kind == tokens.size() || kind == kKindWithin) return std::nullopt;
  heading.at = span.begin;
  heading.turn.label = tokens[kind].span;
  for (std::size_t i = kind + 1; i < tokens.size(); ++i) {
    const LowerWord word(slice(text, tokens[i].span));
    const bool named = i > kind + 1 && heading.turn.label != tokens[kind].span;
    if (!named && is_any(word.view(), {"by", "of", "from"}) && i + 1 < tokens.size()) {
      heading.turn.label = tokens[i + 1].span;
      continue;
    }
    if (is_any(word.view(), {"to", "on", "(", "concerning", "regarding", "about"})) break;
    if (is_any(word.view(), {"?", "!", ":"})) return std::nullopt;
    if (heading.turn.label != tokens[kind].span) heading.turn.label.end = tokens[i].span.end;
    // "Answer 4" numbers it; any other word without "by" makes it a headline ("Answers are few").
    else if (tokens[i].kind == TokenKind::word)
      return std::nullopt;
  }
  return heading;
}

std::vector<TranscriptTurn> under_headings(const Document& document) {
  std::vector<TranscriptTurn> turns;
  std::size_t asked = 0;
  for (const Block& block : document.blocks) {
    const bool heads = block.kind == BlockKind::title || block.kind == BlockKind::subhead;
    if (heads) {
      if (auto heading = read_heading(document.text.view(), block.span)) {
        asked += heading->turn.question;
        turns.push_back(std::move(heading->turn));
      }
    } else if (block.kind == BlockKind::body && !turns.empty()) {
      turns.back().content.push_back(block.span);
    }
  }
  std::erase_if(turns, [](const TranscriptTurn& turn) { return turn.content.empty(); });
  const bool both = asked > 0 && asked < turns.size();
  return both && turns.size() >= 2 ? turns : std::vector<TranscriptTurn>{};
}

class Interview {
 public:
  explicit Interview(const Prose& prose) : prose_(prose) {}

  std::vector<TranscriptTurn> find() {
    std::size_t pairs = 0;
    bool answering = false;
    bool block = false;  // the answer stands in a block quotation
    for (std::size_t p = 0; p < prose_.paragraphs.size(); ++p) {
      const Span span = prose_.paragraphs[p].span;
      const Span next = p + 1 < prose_.paragraphs.size() ? prose_.paragraphs[p + 1].span : Span{};
      if (asks(span) && !next.empty() && (speaks_of_itself(next) || in_block_quotation(next))) {
        pairs += speaks_of_itself(next);
        open(span, true);
        answering = false;
        continue;
      }
      if (!turns_.empty() && turns_.back().question) {
        open(span, false);
        answering = true;
        block = in_block_quotation(span);
      } else if (answering && (block ? in_block_quotation(span) : speaks_of_itself(span))) {
        turns_.back().content.push_back(span);
      } else {
        answering = false;
      }
    }
    return pairs >= kLeastPairs ? std::move(turns_) : std::vector<TranscriptTurn>{};
  }

 private:
  void open(Span span, bool question) {
    TranscriptTurn turn;
    turn.content.push_back(span);
    turn.question = question;
    turns_.push_back(std::move(turn));
  }

  bool asks(Span span) const {
    std::string_view words = slice(prose_.text, span);
    while (words.ends_with('*') || words.ends_with('_')) words.remove_suffix(1);
    return span.size() <= kLongestQuestion && words.ends_with('?') && !has_first_person(span) && !opens_quoted(span);
  }

  bool speaks_of_itself(Span span) const { return has_first_person(span) && !opens_quoted(span); }

  bool opens_quoted(Span span) const {
    return std::any_of(prose_.quotations.begin(), prose_.quotations.end(),
                       [&](const Quotation& quotation) { return quotation.outer.begin == span.begin; });
  }

  // Outside quotations.
  bool has_first_person(Span span) const {
    auto word = std::lower_bound(prose_.words.begin(), prose_.words.end(), span.begin,
                                 [](const ProseWord& w, std::uint32_t at) { return w.span.begin < at; });
    for (; word != prose_.words.end() && word->span.begin < span.end; ++word) {
      const LowerWord lower(slice(prose_.text, word->span));
      const bool first = is_any(lower.view(), {"i", "i'm", "i'd", "i've", "i'll", "my", "me", "we", "our", "us"});
      if (first && !(lower.view() == "us" && word->all_capitals) && !is_quoted(word->span)) return true;
    }
    return false;
  }

  bool is_quoted(Span span) const {
    const auto after = std::upper_bound(prose_.quotations.begin(), prose_.quotations.end(), span.begin,
                                        [](std::uint32_t at, const Quotation& q) { return at < q.outer.begin; });
    return after != prose_.quotations.begin() && std::prev(after)->outer.contains(span);
  }

  bool in_block_quotation(Span span) const {
    const std::size_t line = prose_.text.rfind('\n', span.begin);
    return prose_.text.substr(line == std::string_view::npos ? 0 : line + 1).starts_with('>');
  }

  const Prose& prose_;
  std::vector<TranscriptTurn> turns_;
};

}  // namespace

std::vector<TranscriptTurn> find_exchange(const Document& document, const Prose& prose) {
  std::vector<TranscriptTurn> turns = under_headings(document);
  return turns.empty() ? Interview(prose).find() : turns;
}

}  // namespace readout
