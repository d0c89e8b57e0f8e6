#include "readout/speech/transcript.h"

#include <algorithm>
#include <optional>
#include <string>

namespace readout {
namespace {

constexpr int kLongestLabel = 7;  // words

struct Label {
  Span span;
  std::uint32_t after = 0;  // where the turn's words begin
  bool question = false;
  bool capitals = false;
};

bool is_question_word(std::string_view lower) {
  return lower == "question" || lower == "q" || lower == "reporter" || lower == "journalist";
}
bool is_answer_word(std::string_view lower) {
  return lower == "answer" || lower == "a";
}

// Labels of other things than speakers.
bool is_other_label(std::string_view lower) {
  for (const std::string_view word :
       {"source",  "photo",    "note",     "update",   "updated",    "date",    "by",      "correction", "more",
        "also",    "editor",   "editor's", "image",    "picture",    "video",   "watch",   "read",       "related",
        "tags",    "topics",   "contact",  "location", "venue",      "time",    "where",   "when",       "who",
        "what",    "subject",  "from",     "to",       "re",         "cc",      "sent",    "breaking",   "exclusive",
        "opinion", "analysis", "fact",     "example",  "background", "summary", "results", "tel",        "phone",
        "email",   "http",     "https",    "warning",  "deadline",   "price",   "key",     "points"})
    if (lower == word) return true;
  return false;
}

class TurnFinder {
 public:
  explicit TurnFinder(const Prose& prose) : prose_(prose) {}

  std::vector<Turn> find() {
    find_paragraph_turns();
    for (std::size_t q = 0; q < prose_.quotations.size(); ++q)
      if (prose_.quotations[q].parent < 0) find_quoted_turns(q);
    return std::move(turns_);
  }

 private:
  std::size_t word_at(std::uint32_t offset) const {
    return static_cast<std::size_t>(
        std::lower_bound(prose_.words.begin(), prose_.words.end(), offset,
                         [](const Word& w, std::uint32_t at) { return w.span.begin < at; }) -
        prose_.words.begin());
  }

  std::string_view text(const Word& word) const { return slice(prose_.text, word.span); }

  // A label that begins at `offset`, inside `limit`.
  std::optional<Label> label_at(std::uint32_t offset, Span limit) const {
    std::size_t i = word_at(offset);
    const std::size_t first = i;
    Label label;
    int words = 0;
    bool parenthesis = false;
    std::uint32_t end = 0;
    label.capitals = true;
    for (; i < prose_.words.size() && prose_.words[i].span.begin < limit.end; ++i) {
      const Word& word = prose_.words[i];
      const std::string_view t = text(word);
      if (t == "(") {
        parenthesis = true;
        continue;
      }
      if (t == ")") {
        parenthesis = false;
        continue;
      }
      if (t == ":") break;
      if (parenthesis) {
        if (word.span.end - offset > 120) return std::nullopt;
        continue;
      }
      if (++words > kLongestLabel) return std::nullopt;
      end = word.span.end;
      const LowerWord lower(t);
      const bool particle = lower.view() == "of" || lower.view() == "de" || lower.view() == "van" ||
                            lower.view() == "al" || lower.view() == "the" || lower.view() == "bin" ||
                            lower.view() == "von" || lower.view() == "for" || lower.view() == "der";
      if (word.kind == TokenKind::mark) {
        if (t != "." && t != "," && t != "-" && t != "’" && t != "'") return std::nullopt;
        --words;
        continue;
      }
      if (word.kind != TokenKind::word || (!word.capital && !(particle && i > first))) return std::nullopt;
      if (i == first && is_other_label(lower.view())) return std::nullopt;
      if (!word.all_capitals && !(word.span.size() == 1 && word.capital) && !t.ends_with('.')) label.capitals = false;
    }
    if (words == 0 || i >= prose_.words.size() || text(prose_.words[i]) != ":") return std::nullopt;
    const std::uint32_t colon = prose_.words[i].span.end;
    if (colon >= limit.end || prose_.text[colon] == '/') return std::nullopt;
    label.span = {prose_.words[first].span.begin, end};
    label.after = i + 1 < prose_.words.size() ? std::max(colon, prose_.words[i + 1].span.begin) : colon;
    const LowerWord lower(slice(prose_.text, label.span));
    label.question = is_question_word(lower.view());
    if (words == 1 && (label.question || is_answer_word(lower.view()))) label.capitals = true;
    return label;
  }

  // A paragraph all in brackets: "(The briefing was concluded at noon.)"
  bool is_stage_note(Span paragraph) const {
    const std::string_view t = slice(prose_.text, paragraph);
    return (t.starts_with('(') && t.ends_with(')')) || (t.starts_with('[') && t.ends_with(']'));
  }

  void find_paragraph_turns() {
    std::vector<std::optional<Label>> labels;
    int strong = 0;
    std::vector<std::string> different;
    for (const Paragraph& paragraph : prose_.paragraphs) {
      labels.push_back(label_at(paragraph.span.begin, paragraph.span));
      if (!labels.back()) continue;
      strong += labels.back()->capitals || labels.back()->question ? 1 : 0;
      const std::string name(slice(prose_.text, labels.back()->span));
      if (std::find(different.begin(), different.end(), name) == different.end()) different.push_back(name);
    }
    const auto count = static_cast<std::size_t>(
        std::count_if(labels.begin(), labels.end(), [](const auto& l) { return l.has_value(); }));
    if (strong == 0 && (different.size() < 2 || count < 3 || 3 * count < labels.size())) return;
    if (strong > 0 && count < 2 && labels.size() > 1 && different.size() < 2) return;
    Turn* turn = nullptr;
    for (std::size_t p = 0; p < labels.size(); ++p) {
      const Span paragraph = prose_.paragraphs[p].span;
      if (labels[p]) {
        turn = &turns_.emplace_back();
        turn->label = labels[p]->span;
        turn->question = labels[p]->question;
        if (labels[p]->after < paragraph.end) turn->content.push_back({labels[p]->after, paragraph.end});
      } else if (turn != nullptr && !is_stage_note(paragraph)) {
        turn->content.push_back(paragraph);
      }
    }
    std::erase_if(turns_, [](const Turn& t) { return t.content.empty(); });
  }

  void find_quoted_turns(std::size_t q) {
    const Quotation& quotation = prose_.quotations[q];
    const Span inner = quotation.inner;
    std::vector<Label> labels;
    bool sentence_start = true;
    for (std::size_t i = word_at(inner.begin); i < prose_.words.size() && prose_.words[i].span.begin < inner.end; ++i) {
      const Word& word = prose_.words[i];
      if (sentence_start && word.capital)
        if (const auto label = label_at(word.span.begin, inner); label && (label->capitals || label->question))
          labels.push_back(*label);
      const std::string_view t = text(word);
      sentence_start = t == "." || t == "?" || t == "!" || t == "…" || (sentence_start && word.kind == TokenKind::mark);
    }
    if (labels.empty()) return;
    const auto trimmed = [&](std::uint32_t begin, std::uint32_t end) {
      while (end > begin && (prose_.text[end - 1] == ' ' || prose_.text[end - 1] == '\n')) --end;
      return Span{begin, end};
    };
    if (labels.front().span.begin > inner.begin) {
      Turn before;
      before.content.push_back(trimmed(inner.begin, labels.front().span.begin));
      before.quotation = static_cast<std::int32_t>(q);
      turns_.push_back(before);
    }
    for (std::size_t l = 0; l < labels.size(); ++l) {
      Turn turn;
      turn.label = labels[l].span;
      turn.question = labels[l].question;
      turn.quotation = static_cast<std::int32_t>(q);
      turn.content.push_back(trimmed(labels[l].after, l + 1 < labels.size() ? labels[l + 1].span.begin : inner.end));
      if (!turn.content.front().empty()) turns_.push_back(turn);
    }
  }

  const Prose& prose_;
  std::vector<Turn> turns_;
};

}  // namespace

std::vector<Turn> find_turns(const Prose& prose) {
  return TurnFinder(prose).find();
}

}  // namespace readout
