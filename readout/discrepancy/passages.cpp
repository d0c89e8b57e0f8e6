// The words of two passages that are one statement.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "readout/align/units.h"
#include "readout/discrepancy/rules.h"
#include "readout/discrepancy/weight.h"
#include "readout/statement/rarity.h"
#include "readout/text/fold.h"
#include "readout/text/sentences.h"

namespace readout {
namespace {

constexpr double kFirmScore = 0.42;  // of a link between passages that share too few words to be weighed one by one
constexpr std::uint32_t kFirmWords = 3;
constexpr std::size_t kCompany = 3;  // passages shared by documents of one occasion
constexpr double kLongRun = 7;
constexpr double kCertainRun = 12;

class WordRule {
 public:
  WordRule(const Edition& a, const Edition& b, bool self, std::span<const Counterpart> all)
      : a_(a), b_(b), self_(self) {
    std::set<LinkEnd> passages_a, passages_b;
    for (const Counterpart& one : all) {
      if (!has_evidence(one.basis, "speaker:other") && one.basis.score >= kFirmScore) {
        passages_a.insert(one.a);
        passages_b.insert(one.b);
      }
      double& best_a = best_a_[{one.a, kind_b(one)}];
      best_a = std::max(best_a, one.basis.score);
      double& best_b = best_b_[{one.b, kind_a(one)}];
      best_b = std::max(best_b, one.basis.score);
    }
    const std::size_t company = std::min(passages_a.size(), passages_b.size());
    one_occasion_ = company >= kCompany && 4 * company >= std::min(count_sentences(a), count_sentences(b));
  }

  // Of speeches that are not inside others.
  static std::size_t count_sentences(const Edition& edition) {
    std::size_t count = 0;
    for (const Speech& speech : edition.speeches)
      if (speech.parent < 0)
        for (const Span content : speech.content)
          count += split_sentences(edition.document.text.view(), content).size();
    return count;
  }

  std::optional<Discrepancy> judge(const Counterpart& one) const {
    const Edition& base = one.base_is_b ? b_ : a_;
    const Edition& other = one.base_is_b ? a_ : b_;
    const SpeechKind base_kind = base.speeches[one.base().speech].kind;
    const SpeechKind other_kind = other.speeches[one.other().speech].kind;
    const bool in_marks = gives_words(base_kind) && gives_words(other_kind);
    if (one.relation == PassageRelation::verbatim) return std::nullopt;
    const Weighing weighing = weigh(one, base.document.text.view(), other.document.text.view(), in_marks);
    if (!is_firm(one, weighing)) return std::nullopt;
    Discrepancy found = make(one, in_marks);
    // Inside one document, two sentences on one subject by one speaker are like each other without being one.
    const int least = self_ && 10 * weighing.met < 8 * weighing.telling ? kQuotation : 0;
    for (std::size_t i = 0; i < weighing.weights.size(); ++i) {
      const Change& change = one.pair.changes[i];
      if (weighing.weights[i] == 0) continue;
      if (one.reported && change.type == ChangeType::silent_insertion && (self_ || names_persons(other, change.b)))
        continue;
      found.changes.push_back({change.type, change.a, change.b, weighing.weights[i]});
      if (weighing.weights[i] <= found.weight) continue;
      found.weight = weighing.weights[i];
      found.kind = change.opposite                                      ? DiscrepancyKind::meaning
                   : change.sentence && weighing.weights[i] >= kMeaning ? DiscrepancyKind::splice
                                                                        : kind_of(change.type);
    }
    take_lost(one, weighing, found);
    if (!weighing.is_near) judge_far(one, weighing, in_marks, found);
    if (in_marks && one.relation == PassageRelation::spliced) {
      found.kind = DiscrepancyKind::splice;
      found.weight = std::max(found.weight, 100);
      if (const auto seam = seam_of(one)) found.changes = {*seam};
    }
    if (base_kind != SpeechKind::indirect && other_kind == SpeechKind::mixed) judge_fragments(one, base, other, found);
    if (in_marks && found.weight == 0 && differs_in_words(one)) found.weight = 10;
    if (found.weight < least) return std::nullopt;
    // One more difference of weight tips the scale between equals, no more.
    if (found.weight == 0) return std::nullopt;
    const auto more = std::ranges::count_if(found.changes, [](const TellingChange& c) { return c.weight >= kWording; });
    found.weight += std::min<int>(4, std::max<int>(0, static_cast<int>(more) - 1));
    return found;
  }

 private:
  Discrepancy make(const Counterpart& one, bool in_marks) const {
    Discrepancy found;
    const DiscrepancyPlace place_a{0, one.a.span, static_cast<std::int32_t>(one.a.speech)};
    const DiscrepancyPlace place_b{static_cast<std::uint8_t>(self_ ? 0 : 1), one.b.span,
                                   static_cast<std::int32_t>(one.b.speech)};
    found.places = one.base_is_b ? std::vector{place_b, place_a} : std::vector{place_a, place_b};
    found.relation = one.relation;
    found.in_marks = in_marks;
    found.basis = one.basis;
    return found;
  }

  // Who reports says who acted: "he and Marlow value the work".
  static bool names_persons(const Edition& edition, Span words) {
    return std::ranges::any_of(edition.persons, [&](const Person& person) {
      return std::ranges::any_of(person.mentions, [&](Span mention) { return mention.overlaps(words); });
    });
  }

  static DiscrepancyKind kind_of(ChangeType type) {
    switch (type) {
      case ChangeType::unmarked_cut:
        return DiscrepancyKind::cut;
      case ChangeType::silent_insertion:
        return DiscrepancyKind::insertion;
      case ChangeType::term:
        return DiscrepancyKind::wording;
      default:
        return DiscrepancyKind::meaning;
    }
  }

  // All that was left out where two sentences were joined, as one change.
  static std::optional<TellingChange> seam_of(const Counterpart& one) {
    const std::vector<Change>& changes = one.pair.changes;
    const auto first = std::ranges::find(changes, true, &Change::sentence);
    if (first == changes.end()) return std::nullopt;
    TellingChange seam{ChangeType::unmarked_cut, first->a, first->b, 100};
    for (auto next = std::next(first); next != changes.end(); ++next) {
      if (next->a.empty() || next->a.begin > seam.a.end + 1) continue;
      seam.a.end = std::max(seam.a.end, next->a.end);
      seam.b.end = std::max(seam.b.end, next->b.end);
    }
    return seam;
  }

  // One of the two that an institution is said to have issued, in words that chance does not repeat.
  bool is_institution(const Counterpart& one) const {
    const Person* left = a_.speaker_of(one.a.speech);
    const Person* right = b_.speaker_of(one.b.speech);
    const auto speaks_for_many = [](const Person* person) {
      return person != nullptr && person->kind == PersonKind::institution;
    };
    return longest_run(one.basis) >= kCertainRun && (speaks_for_many(left) || speaks_for_many(right));
  }

  // All but a word in ten, both ways.
  static bool is_nearly_whole(const Counterpart& one) {
    const std::uint32_t longer = std::max(one.pair.words_a, one.pair.words_b);
    return !one.reported && one.pair.shared >= 5 && one.pair.shared * 10 >= longer * 9;
  }

  // Inside one document a speaker builds sentences alike ("some can, some can't"): of one statement are only a report
  // and a quotation, or two quotations that stand apart.
  bool may_repeat(const Counterpart& one) const {
    if (one.a.speech == one.b.speech) return false;
    const bool both_told = kind_a(one) == SpeechKind::indirect && kind_b(one) == SpeechKind::indirect;
    const auto numbers = std::ranges::count(one.pair.changes, ChangeType::number, &Change::type);
    const bool both_quoted = gives_words(kind_a(one)) && gives_words(kind_b(one));
    return !both_told && numbers < 2 && (!both_quoted || longest_run(one.basis) >= kLongRun || is_nearly_whole(one));
  }

  static double longest_run(const Basis& basis) {
    for (const Evidence& one : basis.evidence)
      if (one.name == "run") return one.weight;
    return 0;
  }

  static bool differs_in_words(const Counterpart& one) {
    return std::ranges::any_of(one.pair.changes, [](const Change& change) {
      return !change.edge && change.type != ChangeType::punctuation && change.type != ChangeType::spelling &&
             change.type != ChangeType::bracket_insertion && change.type != ChangeType::marked_cut &&
             change.type != ChangeType::addition;
    });
  }

  // Whether enough speaks for one statement that its differences are differences of reports.
  bool is_firm(const Counterpart& one, const Weighing& weighing) const {
    if (has_evidence(one.basis, "speaker:other") && !is_institution(one)) return false;
    // Where nobody knows who speaks, two may have said it: only words that chance does not repeat are one statement.
    if (has_evidence(one.basis, "speaker:unknown") &&
        longest_run(one.basis) < (one.reported ? kCertainRun : kLongRun) && !is_nearly_whole(one))
      return false;
    if (self_ && !may_repeat(one)) return false;
    // Nobody knows when it was said: a politician says one thing on many days. Documents that share more passages speak
    // of one occasion; else nearly the same words, or a run that hardly comes twice, must do.
    if (!self_ && !has_evidence(one.basis, "when:meets") && !one_occasion_ && longest_run(one.basis) < kCertainRun &&
        !is_nearly_whole(one))
      return false;
    if (weighing.is_near) {
      if (self_) return weighing.met >= kFirmWords && 10 * weighing.met >= 7 * weighing.telling && weighing.plain >= 2;
      return weighing.met >= 2 && weighing.plain >= 1;
    }
    if (self_) return false;
    const bool known = has_evidence(one.basis, "speaker:equal") || has_evidence(one.basis, "speaker:office") ||
                       has_evidence(one.basis, "speaker:surname");
    if (!known || one.basis.score < kFirmScore || weighing.plain < kFirmWords) return false;
    // Nothing of the same kind in the other document is likelier for either.
    return one.basis.score >= best_a_.at({one.a, kind_b(one)}) - 1e-9 &&
           one.basis.score >= best_b_.at({one.b, kind_a(one)}) - 1e-9;
  }

  SpeechKind kind_a(const Counterpart& one) const { return a_.speeches[one.a.speech].kind; }
  SpeechKind kind_b(const Counterpart& one) const { return b_.speeches[one.b.speech].kind; }

  // Clauses that only the base has. Where the passages are near, the changes tell of those inside.
  static void take_lost(const Counterpart& one, const Weighing& weighing, Discrepancy& found) {
    const Span nowhere{one.other().span.begin, one.other().span.begin};
    for (const LostClause& lost : weighing.lost) {
      if (weighing.is_near && !lost.last) continue;
      const int weight = lost.condition ? 82 : 65;
      found.changes.push_back({ChangeType::unmarked_cut, lost.base, nowhere, weight});
      if (weight <= found.weight) continue;
      found.kind = DiscrepancyKind::cut;
      found.weight = weight;
    }
  }

  // Another translation, or a paraphrase: names that only the other has.
  void judge_far(const Counterpart& one, const Weighing& weighing, bool in_marks, Discrepancy& found) const {
    const auto raise = [&](DiscrepancyKind kind, int weight) {
      if (weight <= found.weight) return;
      found.kind = kind;
      found.weight = weight;
    };
    const Edition& base = one.base_is_b ? b_ : a_;
    const Edition& other = one.base_is_b ? a_ : b_;
    for (const Span name : weighing.other_names) {
      if (stands_near(base, one.base(), other.document.text[name])) continue;
      const Span missing{one.base().span.begin, one.base().span.begin};
      found.changes.push_back({ChangeType::silent_insertion, missing, name, 40});
      raise(DiscrepancyKind::insertion, in_marks ? 45 : 40);
    }
    if (in_marks && weighing.unmet_base >= 2 && weighing.unmet_other >= 2) raise(DiscrepancyKind::wording, 40);
  }

  // In the speech of the base, a sentence's length around the passage.
  static bool stands_near(const Edition& base, const LinkEnd& passage, std::string_view name) {
    constexpr std::uint32_t kAround = 240;
    const std::string_view text = base.document.text.view();
    const Span reach{passage.span.begin - std::min(kAround, passage.span.begin), passage.span.end + kAround};
    for (const Span content : base.speeches[passage.speech].content) {
      if (!content.overlaps(reach)) continue;
      Span around{std::max(content.begin, reach.begin), std::min(content.end, reach.end)};
      while (around.begin < around.end && (static_cast<unsigned char>(text[around.begin]) & 0xC0) == 0x80)
        ++around.begin;
      while (around.end > around.begin && around.end < text.size() &&
             (static_cast<unsigned char>(text[around.end]) & 0xC0) == 0x80)
        --around.end;
      const std::vector<Unit> wanted = make_units(name, make_span(0, name.size()));
      const std::vector<Unit> units = make_units(text, around);
      if (std::ranges::all_of(wanted, [&](const Unit& one) {
            return std::ranges::any_of(units, [&](const Unit& unit) { return stand_for_each_other(one, unit); });
          }))
        return true;
    }
    return false;
  }

  // Every piece of the fragment, between brackets and marks of omission, stands in the folded words; or it is one word.
  static bool stands_in(std::string_view fragment, const std::string& whole) {
    std::size_t begin = 0;
    bool bracket = false;
    bool stands = true;
    const auto take = [&](std::size_t end) {
      const std::string words = bracket ? std::string() : fold_words(fragment.substr(begin, end - begin));
      if (words.find(' ') != std::string::npos && (" " + whole + " ").find(" " + words + " ") == std::string::npos)
        stands = false;
    };
    for (const Unit& unit : make_units(fragment, make_span(0, fragment.size()))) {
      if (unit.kind != UnitKind::ellipsis && unit.kind != UnitKind::bracket) continue;
      take(unit.span.begin);
      begin = unit.span.end;
      bracket = unit.kind == UnitKind::bracket && fragment[unit.span.begin] == '[';
    }
    take(fragment.size());
    return stands;
  }

  // Two telling words and most of them stand in the base: the fragment is of these words, not of others nearby.
  static bool is_of(std::string_view fragment, const Edition& base, const LinkEnd& passage) {
    const std::vector<Unit> words = make_units(base.document.text.view(), passage.span);
    std::size_t telling = 0, met = 0;
    for (const Unit& unit : make_units(fragment, make_span(0, fragment.size()))) {
      if (rarity_of(unit) == 0) continue;
      ++telling;
      met += std::ranges::any_of(words, [&](const Unit& one) { return stand_for_each_other(unit, one); }) ? 1 : 0;
    }
    return met >= 2 && 10 * met >= 6 * telling;
  }

  // Words that the other has between marks and the base has otherwise.
  void judge_fragments(const Counterpart& one, const Edition& base, const Edition& other, Discrepancy& found) const {
    const std::string_view text = other.document.text.view();
    const std::string whole = fold_words(base.document.text[one.base().span]);
    std::uint32_t open = 0;  // behind the mark that opened; 0 where none did
    for (const Unit& unit : make_units(text, one.other().span)) {
      if (unit.kind != UnitKind::quotation_mark) continue;
      if (open == 0) {
        open = unit.span.end;
        continue;
      }
      const Span fragment{open, unit.span.begin};
      open = 0;
      if (stands_in(slice(text, fragment), whole) || !is_of(slice(text, fragment), base, one.base())) continue;
      const Span somewhere = one.base().span;
      found.changes.push_back({ChangeType::term, somewhere, fragment, 45});
      if (found.weight >= 45) continue;
      found.weight = 45;
      found.kind = DiscrepancyKind::wording;
    }
  }

  const Edition& a_;
  const Edition& b_;
  bool self_;
  std::map<std::pair<LinkEnd, SpeechKind>, double> best_a_;
  std::map<std::pair<LinkEnd, SpeechKind>, double> best_b_;
  bool one_occasion_ = false;  // the documents share a good part of their passages
};

}  // namespace

void compare_words(const Edition& a, const Edition& b, bool self, std::span<const Counterpart> counterparts,
                   std::vector<Discrepancy>& out) {
  const WordRule rule(a, b, self, counterparts);
  // One passage against another that its document prints twice differs once, in three places.
  std::map<std::pair<DiscrepancyPlace, std::string>, std::size_t> seen;
  for (const Counterpart& one : counterparts) {
    std::optional<Discrepancy> found = rule.judge(one);
    if (!found) continue;
    // Told by another already: then this one's own keys lead there too, for it stands at no place of its own.
    const std::size_t own = out.size();
    std::size_t told = own;
    std::vector<std::size_t*> fresh_ones;
    for (const std::size_t which : {std::size_t{0}, std::size_t{1}}) {
      const DiscrepancyPlace& repeated = found->places[which];
      const std::string words = fold_words((repeated.side == 0 ? a : b).document.text[repeated.span]);
      const auto [at, fresh] = seen.try_emplace({found->places[1 - which], words}, own);
      if (fresh) fresh_ones.push_back(&at->second);
      if (fresh || told != own || at->second == own) continue;
      out[at->second].places.push_back(repeated);
      told = at->second;
    }
    for (std::size_t* at : fresh_ones) *at = told;
    if (told == own) out.push_back(std::move(*found));
  }
}

}  // namespace readout
