// StrandView: questions about the items of one strand, by index. An index outside the strand answers no to everything.
#pragma once

#include <string_view>

#include "readout/speech/prose.h"

namespace readout {

class StrandView {
 public:
  StrandView(const Prose& prose, const Strand& strand) : prose_(&prose), strand_(&strand) {}

  int size() const { return static_cast<int>(strand_->items.size()); }
  const Prose& prose() const { return *prose_; }
  const Strand& strand() const { return *strand_; }
  const Item& item(int i) const { return strand_->items[static_cast<std::size_t>(i)]; }
  bool inside(int i) const { return i >= 0 && i < size(); }

  const ProseWord* word(int i) const {
    if (!inside(i) || item(i).word < 0) return nullptr;
    return &prose_->words[static_cast<std::size_t>(item(i).word)];
  }
  const Quotation* quotation(int i) const {
    if (!inside(i) || item(i).quotation < 0) return nullptr;
    return &prose_->quotations[static_cast<std::size_t>(item(i).quotation)];
  }
  std::string_view text(int i) const { return inside(i) ? slice(prose_->text, item(i).span) : std::string_view(); }

  bool is(int i, WordClass c) const {
    const ProseWord* w = word(i);
    return w != nullptr && w->entry.is(c);
  }
  // The word, whatever its case ("lower" must be in lower case).
  bool is_word(int i, std::string_view lower) const {
    const ProseWord* w = word(i);
    return w != nullptr && w->span.size() == lower.size() && LowerWord(text(i)).view() == lower;
  }
  bool is_mark(int i, std::string_view mark) const {
    const ProseWord* w = word(i);
    return w != nullptr && w->kind == TokenKind::mark && text(i) == mark;
  }
  bool is_any_mark(int i) const {
    const ProseWord* w = word(i);
    return w != nullptr && w->kind == TokenKind::mark;
  }
  bool is_comma(int i) const { return is_mark(i, ","); }
  bool is_dash(int i) const {
    return is_mark(i, "—") || is_mark(i, "–") || is_mark(i, "--") || is_mark(i, "-") || is_mark(i, "―");
  }
  bool is_end_mark(int i) const {
    return is_mark(i, ".") || is_mark(i, "?") || is_mark(i, "!") || is_mark(i, "…") || is_mark(i, "...");
  }
  bool is_capital(int i) const {
    const ProseWord* w = word(i);
    return w != nullptr && w->kind == TokenKind::word && w->capital;
  }
  bool is_clitic(int i) const { return is_word(i, "'s") || text(i) == "’s" || text(i) == "’" || text(i) == "'"; }
  bool is_auxiliary(int i) const {
    return is(i, WordClass::be) || is(i, WordClass::have) || is(i, WordClass::do_verb) || is(i, WordClass::modal);
  }
  bool is_adverb(int i) const {
    if (is(i, WordClass::adverb)) return true;
    const ProseWord* w = word(i);
    return w != nullptr && w->kind == TokenKind::word && !w->capital && w->span.size() > 4 && text(i).ends_with("ly") &&
           !is_word(i, "family") && !is_word(i, "ally") && !is_word(i, "reply") && !is_word(i, "assembly");
  }
  const CueVerb* cue_verb(int i) const {
    const ProseWord* w = word(i);
    return w != nullptr && w->entry.verb >= 0 ? &lexicon().verbs()[static_cast<std::size_t>(w->entry.verb)] : nullptr;
  }
  const CueNoun* cue_noun(int i) const {
    const ProseWord* w = word(i);
    return w != nullptr && w->entry.noun >= 0 ? &lexicon().nouns()[static_cast<std::size_t>(w->entry.noun)] : nullptr;
  }

  // The index of the last item that is no closing mark of the sentence, plus one.
  int body_end() const {
    int end = size();
    while (end > 0 && (is_end_mark(end - 1) || is_mark(end - 1, ";") || is_mark(end - 1, ":") || is_mark(end - 1, ")")))
      --end;
    return end;
  }
  Span span(int begin, int end) const {
    if (begin >= end) return {};
    return {item(begin).span.begin, item(end - 1).span.end};
  }

 private:
  const Prose* prose_;
  const Strand* strand_;
};

}  // namespace readout
