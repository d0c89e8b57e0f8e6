#include "readout/speech/transcript.h"

#include <algorithm>
#include <optional>
#include <string>

#include "readout/speech/label.h"

namespace readout {
namespace {

class TurnFinder {
 public:
  explicit TurnFinder(const Prose& prose) : prose_(prose) {}

  std::vector<TranscriptTurn> find() {
    find_paragraph_turns();
    for (std::size_t q = 0; q < prose_.quotations.size(); ++q)
      if (prose_.quotations[q].parent < 0) find_quoted_turns(q);
    std::erase_if(turns_, [](const TranscriptTurn& t) { return t.content.empty(); });
    return std::move(turns_);
  }

 private:
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
      labels.push_back(label_at(prose_, paragraph.span.begin, paragraph.span));
      if (!labels.back()) continue;
      strong += labels.back()->strong ? 1 : 0;
      const std::string name(slice(prose_.text, labels.back()->span));
      if (different.size() < 2 && std::find(different.begin(), different.end(), name) == different.end())
        different.push_back(name);
    }
    const auto count = static_cast<std::size_t>(
        std::count_if(labels.begin(), labels.end(), [](const auto& l) { return l.has_value(); }));
    if (strong == 0 && (different.size() < 2 || count < 3 || 3 * count < labels.size())) return;
    if (strong > 0 && count < 2 && labels.size() > 1 && different.size() < 2) return;
    TranscriptTurn* turn = nullptr;
    for (std::size_t p = 0; p < labels.size(); ++p) {
      const Span paragraph = prose_.paragraphs[p].span;
      if (labels[p]) {
        add_turns(cut(paragraph, *labels[p]), paragraph.end);
        turn = &turns_.back();
      } else if (turn != nullptr && !is_stage_note(paragraph)) {
        turn->content.push_back(paragraph);
      }
    }
  }

  void find_quoted_turns(std::size_t q) {
    const Span inner = prose_.quotations[q].inner;
    const std::vector<Label> labels = strong_labels(prose_, inner);
    if (labels.empty()) return;
    const std::size_t first = turns_.size();
    if (labels.front().span.begin > inner.begin) {
      TranscriptTurn before;
      before.content.push_back(trimmed(inner.begin, labels.front().span.begin));
      before.question = slice(prose_.text, before.content.front()).ends_with('?');
      turns_.push_back(before);
    }
    add_turns(labels, inner.end);
    for (std::size_t t = first; t < turns_.size(); ++t) turns_[t].quotation = static_cast<std::int32_t>(q);
  }

  // The labels of a paragraph that opens with one: strong ones in the middle of it open turns of their own.
  std::vector<Label> cut(Span paragraph, const Label& first) const {
    std::vector<Label> labels{first};
    if (first.strong)
      for (const Label& label : strong_labels(prose_, {first.after, paragraph.end})) labels.push_back(label);
    return labels;
  }

  void add_turns(const std::vector<Label>& labels, std::uint32_t end) {
    for (std::size_t l = 0; l < labels.size(); ++l) {
      TranscriptTurn turn;
      turn.label = labels[l].span;
      turn.question = labels[l].question;
      const Span content = trimmed(labels[l].after, l + 1 < labels.size() ? labels[l + 1].span.begin : end);
      if (!content.empty()) turn.content.push_back(content);
      turns_.push_back(turn);
    }
  }

  Span trimmed(std::uint32_t begin, std::uint32_t end) const {
    while (end > begin && (prose_.text[end - 1] == ' ' || prose_.text[end - 1] == '\n')) --end;
    return {begin, end};
  }

  const Prose& prose_;
  std::vector<TranscriptTurn> turns_;
};

}  // namespace

std::vector<TranscriptTurn> find_turns(const Prose& prose) {
  return TurnFinder(prose).find();
}

}  // namespace readout
