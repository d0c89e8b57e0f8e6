#include "readout/verify/outside.h"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "readout/text/characters.h"
#include "readout/verify/cuts.h"

namespace readout {
namespace {

constexpr std::size_t kClauseReach = 8;     // words: further off, a negation has spent itself on another verb
constexpr std::size_t kSentenceReach = 40;  // words
constexpr std::size_t kThatReach = 3;       // words between what is believed, promised, said and "that"
constexpr std::size_t kSmallClause = 7;     // words
constexpr std::size_t kTailReach = 14;      // words after the quotation

class Surroundings {
 public:
  Surroundings(std::string_view text, const std::vector<FoldedWord>& words, std::size_t first, std::size_t last)
      : text_(text), words_(words), first_(first), last_(last) {}

  std::vector<Difference> read() {
    look_back();
    std::ranges::reverse(found_);
    look_ahead();
    return std::move(found_);
  }

 private:
  std::string_view word(std::size_t i) const { return slice(text_, words_[i].span); }

  // "un-\nless": a word that a line's end breaks is read whole.
  std::string whole(std::size_t i) const {
    std::string out(word(i));
    const std::string_view gap = after(i);
    if (gap.starts_with("-") && gap.find('\n') != std::string_view::npos) out += word(i + 1);
    return out;
  }

  bool is(std::size_t i, std::initializer_list<std::string_view> list) const {
    return i < words_.size() &&
           std::ranges::any_of(list, [&](std::string_view each) { return same_ascii(word(i), each); });
  }

  std::string_view after(std::size_t i) const {
    return i + 1 < words_.size() ? slice(text_, {words_[i].span.end, words_[i + 1].span.begin}) : std::string_view();
  }

  bool has_mark(std::size_t i) const { return after(i).find_first_of(",;:.!?()") != std::string_view::npos; }

  bool opens_clause(std::size_t i) const {
    return i == 0 || clause_ends_after(text_, words_, i - 1) || is(i - 1, {"and", "but", "or", "even", "only"});
  }

  void tell(DifferenceType type, std::size_t begin, std::size_t end) {
    found_.push_back({type, {}, {words_[begin].span.begin, words_[end].span.end}, true});
  }

  // The last word of the clause that word i opens, before the quotation.
  std::size_t clause_end(std::size_t i) const {
    while (i + 1 < first_ && !has_mark(i)) ++i;
    return i;
  }

  void look_back() {
    std::size_t clauses = 0;  // ended between here and the quotation
    for (std::size_t back = 1; back <= kSentenceReach && back <= first_; ++back) {
      const std::size_t i = first_ - back;
      if (sentence_ends_after(text_, words_, i) || after(i).find(';') != std::string_view::npos) return;
      if (clause_ends_after(text_, words_, i)) ++clauses;
      look_at(i, back, clauses);
    }
  }

  void look_at(std::size_t i, std::size_t back, std::size_t clauses) {
    switch (turn_of(whole(i))) {
      case Turn::negation:
        if (clauses == 0 && back <= kClauseReach && negates(i))
          tell(DifferenceType::negation, i, i);
        else if (clauses > 0 && is(i, {"without"}) && opens_clause(i))
          tell(DifferenceType::condition, i, clause_end(i));
        return;
      case Turn::condition:
        look_at_condition(i, clauses);
        return;
      case Turn::denial:
        if (clauses == 0 && back <= kClauseReach && denies(i)) tell(DifferenceType::speech_act, i, i);
        return;
      case Turn::limit:
        if (clauses == 0 && back == 1 && !(i > 0 && is(i - 1, {"not"})))
          tell(is(i, {"only"}) ? DifferenceType::scope : DifferenceType::hedge, i, i);
        return;
      case Turn::none:
        break;
    }
    if (clauses > 0 && is(i, {"had", "were", "should"}) && (i == 0 || sentence_ends_after(text_, words_, i - 1)) &&
        !asks(i))
      tell(DifferenceType::condition, i, clause_end(i));
    if (clauses > 0 && is(i, {"when", "once", "where"}) && opens_clause(i) && quote_holds_modal())
      tell(DifferenceType::condition, i, clause_end(i));
    if (clauses == 0) look_at_claim(i);
    if (clauses > 0) look_past_aside(i);
  }

  // "It is not correct, as they say, that ...": the aside stands between what is denied and its "that".
  void look_past_aside(std::size_t i) {
    if (!is(first_ - 1, {"that"}) || first_ < 2 || after(first_ - 2).find(',') == std::string_view::npos) return;
    if (after(i).find(',') == std::string_view::npos) return;
    if (is(i, {"true", "correct", "right", "so", "case"}) && i > 0) {
      for (std::size_t k = i; k-- > 0 && k + kThatReach > i;)
        if (turn_of(whole(k)) == Turn::negation) return tell(DifferenceType::negation, k, k);
    }
    if (is(i, {"incorrect"})) tell(DifferenceType::speech_act, i, i);
  }

  bool negates(std::size_t i) const {
    const bool before_quote = i + 1 < first_;
    if (before_quote && is(i + 1, {"only", "just", "merely", "least", "doubt"})) return false;
    return !is(i, {"no"}) || !has_mark(i);
  }

  void look_at_condition(std::size_t i, std::size_t clauses) {
    if (is(i, {"whether"})) {
      if (clauses == 0) {
        const std::size_t say = i >= kThatReach ? i - kThatReach : 0;
        bool told = false;
        for (std::size_t k = say; k < i; ++k)
          told = told || is(k, {"say", "tell", "ask", "asked", "comment", "confirm", "decide", "wonder", "wondered"});
        tell(told ? DifferenceType::speech_act : DifferenceType::condition, i, i);
      }
      return;
    }
    const bool main_clause =
        clauses > 0 && is(i, {"if", "unless", "provided", "providing", "supposing", "assuming", "barring"});
    if (clauses == 0 && !is(i, {"otherwise"})) tell(DifferenceType::condition, i, i);
    if (main_clause && opens_clause(i)) tell(DifferenceType::condition, i, clause_end(i));
  }

  bool denies(std::size_t i) const {
    if (is(i, {"denied", "denies", "deny", "denying"})) return true;
    if (is(i + 1, {"that", "to", "having", "claims", "reports"})) return true;
    for (std::size_t k = 0; k < after(i).size(); k += code_point_at(after(i), k).size)
      if (is_opening(code_point_at(after(i), k).value)) return true;
    return false;
  }

  // "It is likely that", "we were promised in writing that", "there are people who say that".
  void look_at_claim(std::size_t i) {
    std::size_t that = i + 1;
    while (that < first_ && that <= i + kThatReach && !is(that, {"that"})) ++that;
    if (that + 1 != first_ || !is(that, {"that"})) return;
    const bool guessed = is(i, {"likely", "unlikely", "possible", "probable", "conceivable"});
    const bool claimed =
        is(i, {"believed", "thought", "claimed", "alleged", "rumoured", "rumored", "feared", "hoped", "assumed",
               "supposed", "expected", "suggested", "said", "reported", "imagined", "told", "assured", "informed"});
    const bool impersonal =
        i > 0 && (is(i - 1, {"is", "was", "been", "be"}) || (i > 1 && is(i - 2, {"is", "was", "been"})));
    const bool promised = is(i, {"promised", "pretend", "pretended", "imagine", "suppose", "doubt", "hope", "hopes",
                                 "fear", "fears", "wish", "dreamt", "dreamed"});
    const bool rumour = is(i, {"say", "says", "claim", "believe", "think"}) && i > 0 &&
                        (is(i - 1, {"people", "some", "many", "they", "critics", "opponents"}) ||
                         (i > 1 && is(i - 1, {"who"}) && is(i - 2, {"people", "some", "many", "those"})));
    const bool noun = is(i, {"rumour", "rumor", "claim", "allegation", "lie", "myth", "suspicion", "fear", "hope"});
    if (guessed)
      tell(DifferenceType::hedge, i, i);
    else if ((claimed && impersonal) || promised || rumour || noun)
      tell(DifferenceType::speech_act, i, i);
  }

  // A question begins with its verb too.
  bool asks(std::size_t i) const {
    while (i + 1 < words_.size() && !sentence_ends_after(text_, words_, i)) ++i;
    const std::size_t end = i + 1 < words_.size() ? words_[i + 1].span.begin : text_.size();
    return slice(text_, make_span(words_[i].span.end, end)).find('?') != std::string_view::npos;
  }

  bool quote_holds_negation() const {
    for (std::size_t i = first_; i <= last_; ++i)
      if (turn_of(word(i)) == Turn::negation) return true;
    return false;
  }

  bool quote_holds_modal() const {
    for (std::size_t i = first_; i <= last_; ++i)
      if (is(i, {"will", "shall", "would", "can", "may", "must", "should", "could", "might"})) return true;
    return false;
  }

  // "where the law permits": a condition, not a place.
  bool allows(std::size_t i) const {
    for (std::size_t k = i + 1; k < words_.size() && k <= i + kSmallClause; ++k) {
      if (is(k, {"allow", "allows", "permit", "permits", "possible", "necessary", "applicable", "appropriate",
                 "required", "practicable", "available", "needed"}))
        return true;
      if (clause_ends_after(text_, words_, k)) return false;
    }
    return false;
  }

  std::size_t sentence_end(std::size_t i) const {
    while (i + 1 < words_.size() && !sentence_ends_after(text_, words_, i)) ++i;
    return i;
  }

  void look_ahead() {
    std::size_t clauses = 0;
    for (std::size_t i = last_ + 1; i < words_.size() && i <= last_ + kTailReach; ++i) {
      if (sentence_ends_after(text_, words_, i - 1) || after(i - 1).find(';') != std::string_view::npos) return;
      const bool opens = has_mark(i - 1);
      if (opens) ++clauses;
      if (look_at_tail(i, clauses, opens)) return;
    }
  }

  // True where word i, after the quotation, turns it.
  bool look_at_tail(std::size_t i, std::size_t clauses, bool opens) {
    const bool direct = i == last_ + 1;
    const Turn turn = turn_of(whole(i));
    if (turn == Turn::condition && !is(i, {"whether", "otherwise"})) {
      const bool only_here = is(i, {"until"});
      if ((clauses == 0 && (direct || !only_here)) || (clauses == 1 && opens && !only_here)) {
        tell(DifferenceType::condition, i > last_ + 1 && is(i - 1, {"only"}) ? i - 1 : i, sentence_end(i));
        return true;
      }
    }
    const bool excepts =
        (is(i, {"save"}) && is(i + 1, {"where", "that", "as", "in", "for"})) ||
        (is(i, {"subject"}) && is(i + 1, {"to"})) || (is(i, {"other"}) && is(i + 1, {"than"})) ||
        (is(i, {"where"}) && allows(i)) || (is(i, {"apart", "aside"}) && is(i + 1, {"from"})) ||
        is(i, {"excluding", "excepting"}) || (is(i, {"with"}) && is(i + 1, {"the"}) && is(i + 2, {"exception"})) ||
        (is(i, {"on"}) && is(i + 1, {"condition"})) || (is(i, {"in"}) && is(i + 1, {"the"}) && is(i + 2, {"event"}));
    if (excepts && clauses <= 1 && (direct || opens)) {
      tell(DifferenceType::condition, i, sentence_end(i));
      return true;
    }
    if (turn == Turn::negation && direct && !opens && !is(i, {"no", "nor", "neither"})) {
      tell(DifferenceType::negation, i, i);
      return true;
    }
    if (direct && !opens && is(i, {"only", "alone"}) &&
        turn_of(i + 1 < words_.size() ? word(i + 1) : "") != Turn::condition) {
      tell(DifferenceType::scope, i, i);
      return true;
    }
    if (opens && clauses == 1 && (is(i, {"only"}) || (is(i, {"but", "and"}) && is(i + 1, {"only"})))) {
      tell(DifferenceType::scope, i, sentence_end(i));
      return true;
    }
    if (direct && !opens && is(i, {"because"}) && quote_holds_negation()) {
      tell(DifferenceType::scope, i, sentence_end(i));
      return true;
    }
    if (direct && !opens && is(i, {"while"}) && is(i + 1, {"i", "we", "he", "she", "they", "it"})) {
      tell(DifferenceType::condition, i, sentence_end(i));
      return true;
    }
    if (direct && !opens && is(i, {"as", "so"}) && is(i + 1, {"long"}) && is(i + 2, {"as"})) {
      tell(DifferenceType::condition, i, sentence_end(i));
      return true;
    }
    if (direct && !opens && is(i, {"is", "was", "are", "were"}) &&
        is(i + 1, {"false", "untrue", "wrong", "nonsense"})) {
      tell(DifferenceType::speech_act, i + 1, i + 1);
      return true;
    }
    return false;
  }

  std::string_view text_;
  const std::vector<FoldedWord>& words_;
  std::size_t first_;
  std::size_t last_;
  std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> turns_outside(std::string_view text, const std::vector<FoldedWord>& words, std::size_t first,
                                      std::size_t last) {
  return Surroundings(text, words, first, last).read();
}

}  // namespace readout
