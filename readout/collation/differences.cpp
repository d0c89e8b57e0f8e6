#include "readout/collation/differences.h"

#include <algorithm>
#include <map>

#include "readout/align/keys.h"
#include "readout/collation/change_words.h"
#include "readout/collation/collation.h"

namespace readout {
namespace {

// Two neighbouring lines of a and b, and whether they were told already.
struct Line {
  std::uint32_t a = kNoUnit;
  std::uint32_t b = kNoUnit;
  Likeness alike;
  bool told = false;
};

class Reader {
 public:
  Reader(std::span<const Unit> a, std::span<const Unit> b) : a_(a), b_(b) {
    const std::vector<std::vector<Unit>> both = {{a.begin(), a.end()}, {b.begin(), b.end()}};
    const Collation table = collate(both);
    for (std::size_t c = 0; c < table.columns(); ++c) {
      Line line{table.at(c, 0), table.at(c, 1), {}, false};
      if (line.a != kNoUnit && line.b != kNoUnit) line.alike = likeness(a_[line.a], b_[line.b]);
      // A word and a mark in one column stand for nothing.
      if (line.a != kNoUnit && line.b != kNoUnit && is_word(a_[line.a].kind) != is_word(b_[line.b].kind)) {
        lines_.push_back({line.a, kNoUnit, {}, false});
        line.a = kNoUnit;
      }
      lines_.push_back(line);
    }
  }

  Differences run() {
    first_met_ = lines_.size();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      out_.shared += is_shared(lines_[i]) ? 1 : 0;
      if (only_a(i) || only_b(i) || !is_word(b_[lines_[i].b].kind)) continue;
      first_met_ = std::min(first_met_, i);
      last_met_ = i;
    }
    tell_brackets();
    tell_moves();
    tell_runs();
    std::ranges::stable_sort(out_.changes, {}, [](const Change& c) { return std::pair(c.b, c.a); });
    return std::move(out_);
  }

 private:
  static bool is_same(const Line& line) {
    return line.alike.kind == Alike::same || line.alike.kind == Alike::letter_case;
  }
  bool is_shared(const Line& line) const {
    if (line.a == kNoUnit || line.b == kNoUnit || !is_word(b_[line.b].kind)) return false;
    return is_same(line) || line.alike.kind == Alike::spelling || line.alike.kind == Alike::value ||
           line.alike.kind == Alike::name || line.alike.kind == Alike::stem;
  }
  bool is_open(std::size_t i) const { return !lines_[i].told && !is_same(lines_[i]); }
  bool only_a(std::size_t i) const { return lines_[i].b == kNoUnit; }
  bool only_b(std::size_t i) const { return lines_[i].a == kNoUnit; }
  bool is_ellipsis(std::size_t i) const {
    return lines_[i].b != kNoUnit && b_[lines_[i].b].kind == UnitKind::ellipsis &&
           (only_b(i) || a_[lines_[i].a].kind != UnitKind::ellipsis);
  }

  // The bytes of one side in lines [begin, end); where it has none, the empty place before what follows.
  Span span_of(bool side_a, std::size_t begin, std::size_t end) const {
    const std::span<const Unit> units = side_a ? a_ : b_;
    const auto unit_of = [&](std::size_t i) { return side_a ? lines_[i].a : lines_[i].b; };
    Span span;
    bool any = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (unit_of(i) == kNoUnit) continue;
      if (!any) span.begin = units[unit_of(i)].span.begin;
      span.end = units[unit_of(i)].span.end;
      any = true;
    }
    if (any) return span;
    for (std::size_t i = end; i < lines_.size(); ++i)
      if (unit_of(i) != kNoUnit) return {units[unit_of(i)].span.begin, units[unit_of(i)].span.begin};
    return units.empty() ? Span{} : Span{units.back().span.end, units.back().span.end};
  }

  std::vector<Unit> words_of(bool side_a, std::size_t begin, std::size_t end) const {
    std::vector<Unit> words;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t unit = side_a ? lines_[i].a : lines_[i].b;
      if (unit != kNoUnit) words.push_back(side_a ? a_[unit] : b_[unit]);
    }
    return words;
  }

  Change make(ChangeType type, std::size_t begin, std::size_t end) const {
    Change change;
    change.type = type;
    change.a = span_of(true, begin, end);
    change.b = span_of(false, begin, end);
    return change;
  }

  void tell(const Change& change, std::size_t begin, std::size_t end) {
    out_.changes.push_back(change);
    for (std::size_t i = begin; i < end; ++i) lines_[i].told = true;
  }

  // "[the minister]", "[T]he": from the opening bracket that a has not to the closing one, and the rest of its word.
  void tell_brackets() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].b == kNoUnit || !is_open(i) || b_[lines_[i].b].kind != UnitKind::bracket || !opens(i)) continue;
      std::size_t end = i + 1;
      while (end < lines_.size() && !(lines_[end].b != kNoUnit && b_[lines_[end].b].kind == UnitKind::bracket)) ++end;
      if (end >= lines_.size() || !is_open(end)) continue;
      ++end;
      if (end < lines_.size() && lines_[end].b != kNoUnit && is_word(b_[lines_[end].b].kind) &&
          !b_[lines_[end].b].space_before)
        ++end;
      std::size_t from = i, to = end;
      while (from > 0 && only_a(from - 1) && is_open(from - 1) && is_word(a_[lines_[from - 1].a].kind)) --from;
      while (to < lines_.size() && only_a(to) && is_word(a_[lines_[to].a].kind)) ++to;
      // Words with a sentence's end beside them are no longer what the bracket stands for: they were cut.
      if (from < i && !(from > 0 && ends_alone(from - 1))) i = from;
      if (to > end && !ends_alone(to) && !ends_alone(end - 1)) end = to;
      Change insertion = make(ChangeType::bracket_insertion, i, end);
      if (ends_sentence(i, end)) {
        Change cut = make(ChangeType::unmarked_cut, i, end);
        cut.b.end = cut.b.begin;
        cut.sentence = !is_edge(i, end);
        cut.edge = !cut.sentence;
        insertion.a.begin = insertion.a.end;
        tell(cut, i, end);
      }
      tell(insertion, i, end);
      i = end - 1;
    }
  }

  // A sentence's end that a alone has.
  bool ends_alone(std::size_t i) const {
    return i < lines_.size() && only_a(i) && is_open(i) && !is_word(a_[lines_[i].a].kind) && ends_sentence(i, i + 1);
  }

  // Opening and closing marks are told apart by what follows: a closing one is never followed by its own word.
  bool opens(std::size_t i) const {
    const std::uint32_t unit = lines_[i].b;
    return unit + 1 < b_.size() && !b_[unit + 1].space_before &&
           (unit == 0 || b_[unit].space_before || b_[unit - 1].kind == UnitKind::quotation_mark);
  }

  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // Lines of one side only, by side.
  std::vector<Stretch> stretches(bool side_a) const {
    std::vector<Stretch> out;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool mine = is_open(i) && (side_a ? only_a(i) : only_b(i));
      if (!mine) continue;
      if (!out.empty() && out.back().end == i)
        ++out.back().end;
      else
        out.push_back({i, i + 1});
    }
    return out;
  }

  // The words of a stretch, marks at its ends left out.
  Stretch inner(bool side_a, Stretch stretch) const {
    const auto is_mark = [&](std::size_t i) { return !is_word(side_a ? a_[lines_[i].a].kind : b_[lines_[i].b].kind); };
    while (stretch.begin < stretch.end && is_mark(stretch.begin)) ++stretch.begin;
    while (stretch.begin < stretch.end && is_mark(stretch.end - 1)) --stretch.end;
    return stretch;
  }

  // One key for the words of a stretch, case folded; 0 where it has no content word.
  std::uint64_t key_of(bool side_a, Stretch stretch) const {
    std::uint64_t key = 1;
    bool content = false;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
      const Unit& unit = side_a ? a_[lines_[i].a] : b_[lines_[i].b];
      key = join_keys(key, unit.folded);
      content = content || (is_word(unit.kind) && unit.kind != UnitKind::function_word);
    }
    return content ? key : 0;
  }

  void tell_moves() {
    std::map<std::uint64_t, std::vector<Stretch>> put;
    for (const Stretch& whole : stretches(false)) {
      const Stretch to = inner(false, whole);
      put[key_of(false, to)].push_back(to);
    }
    for (const Stretch& whole : stretches(true)) {
      const Stretch from = inner(true, whole);
      const std::uint64_t key = key_of(true, from);
      const auto found = put.find(key);
      if (key == 0 || found == put.end() || found->second.empty()) continue;
      const Stretch to = found->second.front();
      found->second.erase(found->second.begin());
      Change change;
      change.type = ChangeType::order;
      change.a = span_of(true, from.begin, from.end);
      change.b = span_of(false, to.begin, to.end);
      tell(change, from.begin, from.end);
      for (std::size_t k = to.begin; k < to.end; ++k) lines_[k].told = true;
    }
  }

  void tell_runs() {
    for (std::size_t i = 0; i < lines_.size();) {
      if (!is_open(i)) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < lines_.size() && is_open(end)) ++end;
      tell_run(i, end);
      i = end;
    }
  }

  // Before the first word that both have, or after the last.
  bool is_edge(std::size_t begin, std::size_t end) const { return end <= first_met_ || begin > last_met_; }

  bool ends_sentence(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (lines_[i].a == kNoUnit || is_word(a_[lines_[i].a].kind)) continue;
      if (a_[lines_[i].a].folded == form_key(".") || a_[lines_[i].a].folded == form_key("!") ||
          a_[lines_[i].a].folded == form_key("?"))
        return true;
    }
    return false;
  }

  // Neighbouring lines that differ: contractions and swaps as wholes, then pairs and stretches.
  void tell_run(std::size_t begin, std::size_t end) {
    const std::vector<Unit> words_a = words_of(true, begin, end);
    const std::vector<Unit> words_b = words_of(false, begin, end);
    if (std::ranges::any_of(words_a, is_spoken) && std::ranges::any_of(words_b, is_spoken)) {
      if (name_change(words_a, words_b, ChangeType::term) == ChangeType::spelling && words_a.size() != words_b.size())
        return tell(make(ChangeType::spelling, begin, end), begin, end);
    }
    for (std::size_t i = begin; i < end;) {
      if (!only_a(i) && !only_b(i)) {
        tell_pair(i++);
        continue;
      }
      std::size_t stop = i;
      while (stop < end && (only_a(stop) || only_b(stop))) ++stop;
      tell_stretch(i, stop);
      i = stop;
    }
  }

  static bool is_spoken(const Unit& unit) { return is_word(unit.kind); }

  void tell_pair(std::size_t i) {
    Change change = make(name_pair(a_[lines_[i].a], b_[lines_[i].b], lines_[i].alike), i, i + 1);
    change.opposite = lines_[i].alike.kind == Alike::opposite;
    change.slight = a_[lines_[i].a].kind == UnitKind::function_word && b_[lines_[i].b].kind == UnitKind::function_word;
    if (change.type == ChangeType::tense && differ_by_s(a_[lines_[i].a], b_[lines_[i].b]) && follows_determiner(i))
      change.type = ChangeType::term;
    tell(change, i, i + 1);
  }

  // Lines without partners: words left out, put in, or both, one for the other.
  void tell_stretch(std::size_t begin, std::size_t end) {
    const std::vector<Unit> words_a = words_of(true, begin, end);
    const std::vector<Unit> words_b = words_of(false, begin, end);
    const bool left_out = std::ranges::any_of(words_a, is_spoken);
    const bool put_in = std::ranges::any_of(words_b, is_spoken);
    bool marked = false;
    for (std::size_t i = begin; i < end; ++i) marked = marked || is_ellipsis(i);
    marked = marked || (begin > 0 && is_ellipsis(begin - 1)) || (end < lines_.size() && is_ellipsis(end));
    const bool edge = is_edge(begin, end);
    Change change = make(ChangeType::punctuation, begin, end);
    if (left_out && put_in && !edge && ends_sentence(begin, end) && is_joint(words_a, words_b)) {
      change.type = marked ? ChangeType::marked_cut : ChangeType::unmarked_cut;
      change.sentence = true;
    } else if (left_out && put_in) {
      change.type = name_change(words_a, words_b, ChangeType::term);
    } else if (left_out) {
      const ChangeType cut = marked ? ChangeType::marked_cut : ChangeType::unmarked_cut;
      // A clause at the end that is left out takes its "not" along; a "not" alone before the words does not go unseen.
      change.type = marked ? cut : name_change(words_a, {}, cut);
      if (edge && !is_felt_from_outside(change.type, words_a)) change.type = cut;
      change.edge = edge;
      change.sentence = !edge && ends_sentence(begin, end);
    } else if (put_in) {
      change.type = name_change({}, words_b, edge ? ChangeType::addition : ChangeType::silent_insertion);
    }
    if (left_out != put_in)
      change.slight = std::ranges::none_of(left_out ? words_a : words_b, [](const Unit& unit) {
        return is_word(unit.kind) && (unit.kind != UnitKind::function_word || is_classed(unit));
      });
    tell(change, begin, end);
  }

  // "and the" where a sentence's end and more went: what joins two sentences, nothing that was said.
  static bool is_joint(const std::vector<Unit>& left_out, const std::vector<Unit>& put_in) {
    const auto tells = [](const Unit& unit) { return is_word(unit.kind) && unit.kind != UnitKind::function_word; };
    return std::ranges::none_of(put_in, tells) && std::ranges::none_of(put_in, is_classed) &&
           std::ranges::count_if(left_out, tells) >= 2;
  }

  // Where the quotation begins or ends, words outside are outside: but a "not" is not, nor a "perhaps" alone.
  static bool is_felt_from_outside(ChangeType type, const std::vector<Unit>& words) {
    if (type == ChangeType::negation) return true;
    if (type != ChangeType::hedge && type != ChangeType::intensifier && type != ChangeType::title) return false;
    const auto count = std::ranges::count_if(words, is_spoken);
    return count == 1 && std::ranges::none_of(words, [](const Unit& unit) { return unit.folded == form_key("so"); });
  }

  static bool is_classed(const Unit& unit) { return english_change_words().classes(unit.folded) != 0; }

  // "captain" and "captains" after an article, a number, a preposition: nouns.
  bool follows_determiner(std::size_t i) const {
    const std::uint32_t unit = lines_[i].b;
    if (unit == 0) return false;
    const Unit& before = b_[unit - 1];
    const std::uint32_t classes = english_change_words().classes(before.folded);
    if (before.kind == UnitKind::number || (classes & class_bit(MeaningClass::quantifier)) != 0) return true;
    return before.kind == UnitKind::function_word && classes == 0;
  }

  static bool differ_by_s(const Unit& a, const Unit& b) {
    const std::string_view x = a.folded_letters();
    const std::string_view y = b.folded_letters();
    const std::string_view longer = x.size() > y.size() ? x : y;
    const std::string_view shorter = x.size() > y.size() ? y : x;
    return longer.size() == shorter.size() + 1 && longer.starts_with(shorter) && longer.back() == 's';
  }

  std::span<const Unit> a_;
  std::span<const Unit> b_;
  std::vector<Line> lines_;
  std::size_t first_met_ = 0;
  std::size_t last_met_ = 0;
  Differences out_;
};

}  // namespace

Differences find_differences(std::span<const Unit> a, std::span<const Unit> b) {
  return Reader(a, b).run();
}

}  // namespace readout
