#include "readout/discrepancy/weight.h"

#include <algorithm>
#include <string_view>

#include "readout/align/keys.h"
#include "readout/align/likeness.h"
#include "readout/align/units.h"
#include "readout/collation/change_words.h"
#include "readout/discrepancy/word_groups.h"
#include "readout/discrepancy/word_values.h"
#include "readout/statement/rarity.h"

namespace readout {
namespace {

constexpr int kSynonymGrade = 55;

class Scales {
 public:
  Scales(const Counterpart& counterpart, std::string_view base, std::string_view other, bool in_marks)
      : counterpart_(counterpart), base_text_(base), other_text_(other), in_marks_(in_marks) {
    base_ = make_units(base, counterpart.base().span);
    other_ = make_units(other, counterpart.other().span);
  }

  Weighing run() {
    count();
    Weighing out = std::move(out_);
    for (const Change& change : counterpart_.pair.changes) out.weights.push_back(out.is_near ? weight_of(change) : 0);
    return out;
  }

 private:
  void count() {
    std::uint32_t telling[2] = {0, 0}, met[2] = {0, 0}, plain[2] = {0, 0};
    met_base_.assign(base_.size(), false);
    met_other_.assign(other_.size(), false);
    for (const int side : {0, 1}) {
      const std::vector<Unit>& mine = side == 0 ? base_ : other_;
      const std::vector<Unit>& yours = side == 0 ? other_ : base_;
      const std::string_view text = side == 0 ? base_text_ : other_text_;
      bool in_brackets = false;  // what an outlet put in is not the speaker's
      for (std::size_t i = 0; i < mine.size(); ++i) {
        if (mine[i].kind == UnitKind::bracket) in_brackets = text[mine[i].span.begin] == '[';
        if (in_brackets || !is_content(mine[i]) || rarity_of(mine[i]) == 0) continue;
        ++telling[side];
        const bool found =
            std::ranges::any_of(yours, [&](const Unit& one) { return stand_for_each_other(mine[i], one); });
        (side == 0 ? met_base_ : met_other_)[i] = found;
        if (found) {
          ++met[side];
          if (mine[i].kind != UnitKind::name && !has_class(mine[i], MeaningClass::title)) ++plain[side];
        } else if (side == 1 && is_name(mine[i])) {
          out_.other_names.push_back(mine[i].span);
        }
      }
    }
    const int shorter = telling[0] <= telling[1] ? 0 : 1;
    out_.met = met[shorter];
    out_.plain = plain[shorter];
    out_.telling = telling[shorter];
    out_.unmet_base = telling[0] - met[0];
    out_.unmet_other = telling[1] - met[1];
    const std::uint32_t words = std::min(counterpart_.pair.words_a, counterpart_.pair.words_b);
    out_.is_near = counterpart_.pair.shared * 20 >= words * 11 && out_.met * 2 >= out_.telling && out_.met >= 2;
    if (in_marks_) find_lost_clauses();
  }

  // Clauses of the base, by its commas and the like, of which no telling word is met.
  void find_lost_clauses() {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= base_.size(); ++i) {
      const bool ends =
          i == base_.size() || base_[i].kind == UnitKind::punctuation || base_[i].kind == UnitKind::bracket;
      if (!ends) continue;
      take_clause(begin, i);
      begin = i + 1;
    }
  }

  void take_clause(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    int telling = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_content(base_[i]) || rarity_of(base_[i]) == 0) continue;
      if (met_base_[i]) return;
      ++telling;
    }
    const bool condition = english_word_groups().conditions(base_[begin].folded);
    if (telling < (condition ? 2 : 3) || end - begin < (condition ? 3u : 5u)) return;
    // At an end it is the quoter's to stop, unless the clause qualifies what he quotes.
    if (begin == 0 || (is_last(end) && !condition && !english_word_groups().qualifies(base_[begin].folded))) return;
    // What a mark of omission stands for was owned up to.
    if (std::ranges::any_of(other_, [](const Unit& u) { return u.kind == UnitKind::ellipsis; })) return;
    out_.lost.push_back({{base_[begin].span.begin, base_[end - 1].span.end}, telling, condition, is_last(end)});
  }

  bool is_last(std::size_t end) const {
    return std::ranges::none_of(base_.begin() + static_cast<std::ptrdiff_t>(end), base_.end(), is_spoken);
  }

  // Of those made for the whole passage: cut out of it, a name in the middle would look like a sentence's first word.
  static std::vector<Unit> within(const std::vector<Unit>& units, Span span) {
    std::vector<Unit> out;
    for (const Unit& unit : units)
      if (span.contains(unit.span)) out.push_back(unit);
    return out;
  }

  static bool all_stand_in(const std::vector<Unit>& words, const std::vector<Unit>& where) {
    return std::ranges::all_of(words, [&](const Unit& one) {
      return !is_content(one) ||
             std::ranges::any_of(where, [&](const Unit& u) { return stand_for_each_other(one, u); });
    });
  }

  // The content word after the "not" (or the last before it, where none comes) has a partner.
  bool stands_denied(const Change& change) const {
    for (const bool in_base : {true, false}) {
      const std::vector<Unit>& mine = in_base ? base_ : other_;
      const std::vector<Unit>& yours = in_base ? other_ : base_;
      const Span span = in_base ? change.a : change.b;
      const auto no = std::ranges::find_if(
          mine, [&](const Unit& unit) { return span.contains(unit.span) && has_class(unit, MeaningClass::negation); });
      if (no == mine.end()) continue;
      const auto next = std::find_if(std::next(no), mine.end(), is_content);
      if (next == mine.end()) return false;
      return std::ranges::any_of(yours, [&](const Unit& one) { return stand_for_each_other(*next, one); });
    }
    return true;
  }

  // Every word stands on the other side as well.
  static bool repeats(const std::vector<Unit>& words, const std::vector<Unit>& where) {
    return std::ranges::all_of(words, [&](const Unit& one) {
      return !is_word(one.kind) || std::ranges::find(where, one.folded, &Unit::folded) != where.end();
    });
  }

  int weight_of(const Change& change) const {
    const std::vector<Unit> a = within(base_, change.a);
    const std::vector<Unit> b = within(other_, change.b);
    switch (change.type) {
      case ChangeType::negation:
        // Two negations less one in each: "never be allowed" and "not be avoided" say no otherwise.
        if (change.edge && !in_marks_) return 0;
        if (is_question(base_) != is_question(other_)) return 0;
        // As many on both sides: the same "no" in another place. What is denied must stand on the other side.
        if (count_negations(base_) == count_negations(other_)) return 0;
        if (!stands_denied(change)) return 0;
        // Other words went or came with the "not": what it denied may be another thing.
        if (says_more(a) || says_more(b)) return in_marks_ ? 60 : 0;
        return denies(base_) || denies(other_) || count_negations(base_) % 2 == count_negations(other_) % 2 ? 60 : 100;
      case ChangeType::number:
        return std::max(weigh_number(a, b, is_clean(change)), weigh_date(a, b));
      case ChangeType::date:
        return weigh_date(a, b);
      case ChangeType::modal:
        return weigh_modal(a, b);
      case ChangeType::hedge:
      case ChangeType::intensifier:
        // "Perhaps" before the words is of them; "So" and "Only" may hang on what stood before.
        if (change.edge && (!in_marks_ || change.type == ChangeType::intensifier)) return 0;
        if (count_content(a) > 0 && count_content(b) > 0) return 0;
        if (repeats(a, other_) && repeats(b, base_)) return 0;  // "very, very"
        return is_one_sided(a, b) ? 70 : 0;
      case ChangeType::name:
        return weigh_name(a, b, is_clean(change));
      case ChangeType::term:
        if (change.opposite) return 95;
        return weigh_term(a, b);
      case ChangeType::unmarked_cut:
        return weigh_cut(change, a);
      case ChangeType::silent_insertion:
        return weigh_insertion(b);
      default:
        return 0;
    }
  }

  // Words of the class stand on one side, and the other has none of any class in their place.
  static bool is_one_sided(const std::vector<Unit>& a, const std::vector<Unit>& b) {
    return std::ranges::none_of(a, is_spoken) || std::ranges::none_of(b, is_spoken);
  }
  static bool is_spoken(const Unit& unit) { return is_word(unit.kind); }

  // Nothing else that differs touches it: one stands in the other's place.
  bool is_clean(const Change& change) const {
    return std::ranges::none_of(counterpart_.pair.changes, [&](const Change& other) {
      if (other == change || other.slight || other.type == ChangeType::punctuation ||
          other.type == ChangeType::spelling || other.type == ChangeType::title)
        return false;
      const auto touch = [](Span x, Span y) {
        return !x.empty() && !y.empty() && x.begin <= y.end + 1 && y.begin <= x.end + 1;
      };
      return touch(change.a, other.a) || touch(change.b, other.b);
    });
  }

  int weigh_number(const std::vector<Unit>& a, const std::vector<Unit>& b, bool clean) const {
    std::vector<std::uint64_t> x = number_values(a), y = number_values(b);
    if (x == y) return 0;
    if (!x.empty() && !y.empty()) return clean || has_figure(a) || has_figure(b) ? 95 : 40;
    // Who reports may leave a number out. One side has it where the other has none: it may stand elsewhere.
    if (!in_marks_ && y.empty()) return 0;
    const std::vector<Unit>& mine = x.empty() ? b : a;
    const std::vector<Unit>& yours = x.empty() ? base_ : other_;
    const std::vector<std::uint64_t> all = number_values(yours);
    if (std::ranges::all_of(mine, is_vague)) return 0;
    for (const std::uint64_t value : number_values(mine))
      if (std::ranges::find(all, value) == all.end()) return !in_marks_ ? 45 : clean ? 85 : 40;
    return 0;
  }

  int weigh_date(const std::vector<Unit>& a, const std::vector<Unit>& b) const {
    std::vector<std::uint64_t> x = time_values(a), y = time_values(b);
    const std::uint64_t meanwhile = english_word_groups().same(form_key("during"));
    std::erase(x, meanwhile);
    std::erase(y, meanwhile);
    if (x == y) return 0;
    if (!x.empty() && !y.empty()) return 90;
    const std::vector<std::uint64_t> all = time_values(x.empty() ? base_ : other_);
    for (const std::uint64_t one : x.empty() ? y : x)
      if (std::ranges::find(all, one) == all.end()) return in_marks_ ? 85 : 0;
    return 0;
  }

  int weigh_modal(const std::vector<Unit>& a, const std::vector<Unit>& b) const {
    const ChangeWords& words = english_change_words();
    const auto modal_of = [&](const std::vector<Unit>& units) {
      std::uint64_t modal = 0;
      for (const Unit& unit : units)
        if (words.modal(unit.folded) != 0) modal = words.modal(unit.folded);
      return modal;
    };
    const std::uint64_t x = modal_of(a), y = modal_of(b);
    if (x == y) return 0;
    if (x != 0 && y != 0) return words.is_backshift(x, y) || words.is_backshift(y, x) ? 0 : 85;
    // Put in or left out; "is" and "would be" in marks differ, in reported speech "would" is grammar.
    return in_marks_ && is_one_sided(a, b) ? 60 : 0;
  }

  int weigh_name(const std::vector<Unit>& a, const std::vector<Unit>& b, bool clean) const {
    const auto unknown = [](const std::vector<Unit>& mine, const std::vector<Unit>& yours) {
      return std::ranges::any_of(mine, [&](const Unit& one) {
        return is_name(one) && std::ranges::none_of(yours, [&](const Unit& u) { return stand_for_each_other(one, u); });
      });
    };
    const bool lost = unknown(a, other_);
    const bool new_one = unknown(b, base_);
    if (lost && new_one) return clean ? 90 : 40;
    if (!lost && !new_one) return 0;
    // A name for a pronoun, an article or a title says who was meant.
    const std::vector<Unit>& opposite = lost ? b : a;
    return in_marks_ && clean && count_content(opposite) > 0 ? 40 : 0;
  }

  int weigh_term(const std::vector<Unit>& a, const std::vector<Unit>& b) const {
    if (!in_marks_) return 0;
    if (count_content(a) == 0 || count_content(b) == 0) return 0;
    if (all_stand_in(a, other_) || all_stand_in(b, base_)) return 0;
    return by_closeness(52, 40, 33);
  }

  // A single word says the more, the more of the others are the same: in another translation it says little.
  int by_closeness(int nearly_all, int most, int many) const {
    const std::uint32_t shared = counterpart_.pair.shared * 100;
    const std::uint32_t words = std::min(counterpart_.pair.words_a, counterpart_.pair.words_b);
    return shared >= words * 80 ? nearly_all : shared >= words * 65 ? most : many;
  }

  int weigh_cut(const Change& change, const std::vector<Unit>& words) const {
    if (!in_marks_ || change.edge) return 0;
    // Who tells it anew may make one sentence of two.
    if (change.sentence) return by_closeness(90, 58, 45);
    if (change.slight || all_stand_in(words, other_) || is_abbreviated(change)) return 0;
    const std::size_t content = count_content(words);
    return content >= 3 ? by_closeness(66, 58, 45) : content > 0 ? by_closeness(60, 50, 36) : 0;
  }

  // The rest of a name whose first word gave way to its letters: European [Union], "EU".
  bool is_abbreviated(const Change& cut) const {
    return std::ranges::any_of(counterpart_.pair.changes, [&](const Change& change) {
      return change.type == ChangeType::spelling && change.a.end < cut.a.begin && cut.a.begin - change.a.end <= 2 &&
             change.b.size() < change.a.size() && !slice(other_text_, change.b).empty() &&
             slice(base_text_, cut.a).front() >= 'A' && slice(base_text_, cut.a).front() <= 'Z';
    });
  }

  int weigh_insertion(const std::vector<Unit>& words) const {
    const bool titles = std::ranges::any_of(words, [](const Unit& u) { return has_class(u, MeaningClass::title); });
    if (titles && std::ranges::all_of(words, [](const Unit& u) {
          return !is_content(u) || u.kind == UnitKind::name || u.capital || has_class(u, MeaningClass::title);
        }))
      return 10;
    if (all_stand_in(words, base_)) return 0;
    const bool named = std::ranges::any_of(words, [&](const Unit& u) {
      return (is_name(u) || u.kind == UnitKind::number) &&
             std::ranges::none_of(base_, [&](const Unit& one) { return stand_for_each_other(u, one); });
    });
    if (named) return in_marks_ ? 75 : 40;
    if (!in_marks_) return 0;
    return count_content(words) > 0 ? by_closeness(62, 52, 38) : 0;
  }

  const Counterpart& counterpart_;
  std::string_view base_text_;
  std::string_view other_text_;
  bool in_marks_;
  std::vector<Unit> base_;
  std::vector<Unit> other_;
  std::vector<bool> met_base_;
  std::vector<bool> met_other_;
  Weighing out_;
};

}  // namespace

bool stand_for_each_other(const Unit& a, const Unit& b) {
  if (rarity_of(a) > 0 && meeting_key(a) == meeting_key(b)) return true;
  // "Veltria" and "Veltrian": four letters and more from the beginning.
  if (a.kind == UnitKind::name && b.kind == UnitKind::name && a.head == b.head && a.size >= 4 && b.size >= 4)
    return true;
  const Likeness like = likeness(a, b);
  return like.grade >= kSynonymGrade && like.kind != Alike::opposite && like.kind != Alike::related;
}

Weighing weigh(const Counterpart& counterpart, std::string_view base_text, std::string_view other_text, bool in_marks) {
  return Scales(counterpart, base_text, other_text, in_marks).run();
}

}  // namespace readout
