#include "readout/people/cast.h"

#include <algorithm>
#include <limits>

#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::int64_t kThreeYears = 3ll * 366 * 24 * 3600;

std::optional<std::int64_t> time_of(const Dates& dates) {
  for (const Moment* moment : {&dates.said, &dates.published, &dates.copied, &dates.crawled})
    if (is_known(*moment)) return moment->begin_s;
  return std::nullopt;
}

// Sorted low to high by how well the row fits: 0 in office, 1 left before, 2 comes later.
int fit(const Holder& holder, std::optional<std::int64_t> at_s) {
  if (!at_s) return holder.until_s == std::numeric_limits<std::int64_t>::max() ? 0 : 1;
  if (in_office(holder, at_s)) return 0;
  return holder.until_s <= *at_s ? 1 : 2;
}

}  // namespace

std::uint32_t FoldTable::number(const Word& word, std::string_view text) {
  const auto known = by_hash_.find(word.hash);
  if (known != by_hash_.end()) return known->second;
  std::string folded = fold_name(slice(text, word.span()));
  const auto [at, fresh] = by_fold_.try_emplace(folded, static_cast<std::uint32_t>(strings_.size()));
  if (fresh) strings_.push_back(std::move(folded));
  by_hash_.emplace(word.hash, at->second);
  return at->second;
}

bool same_sex(char a, char b) {
  return a == '-' || b == '-' || a == b;
}

std::uint16_t role_of(const Cast& cast, std::uint32_t row) {
  return cast.book.find_role(cast.offices.holders()[row].office);
}

std::uint16_t country_of(const Cast& cast, std::uint32_t row) {
  return cast.book.find_country(cast.offices.holders()[row].country);
}

std::int32_t best_row(const Cast& cast, std::span<const std::uint32_t> rows, bool may_follow) {
  std::int32_t best = -1;
  int best_fit = 3;
  bool tied = false;
  for (const std::uint32_t row : rows) {
    const Holder& holder = cast.offices.holders()[row];
    const int here = fit(holder, cast.at_s);
    if (here == 2 && (!may_follow || holder.from_s - *cast.at_s > kThreeYears)) continue;
    if (best >= 0) {
      const Holder& other = cast.offices.holders()[static_cast<std::size_t>(best)];
      if (here > best_fit) continue;
      if (here == best_fit) {
        if (holder.name != other.name && here == 0) tied = true;
        const bool later = here == 1 ? holder.until_s > other.until_s : holder.from_s > other.from_s;
        if (!later) continue;
      } else {
        tied = false;
      }
    }
    best = static_cast<std::int32_t>(row);
    best_fit = here;
  }
  return tied ? -1 : best;
}

std::int32_t actor_of_holder(Cast& cast, std::uint32_t row) {
  const std::string& name = cast.offices.holders()[row].name;
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    const Actor& actor = cast.actors[i];
    if (actor.holder >= 0 && cast.offices.holders()[static_cast<std::size_t>(actor.holder)].name == name)
      return static_cast<std::int32_t>(i);
  }
  Actor actor;
  actor.holder = static_cast<std::int32_t>(row);
  actor.sure = true;
  const std::size_t blank = name.find(' ');
  if (const GivenName* given = cast.book.given_name(hash_word(name.substr(0, blank)))) actor.gender = given->gender;
  cast.actors.push_back(std::move(actor));
  return static_cast<std::int32_t>(cast.actors.size() - 1);
}

// Offices that an actor held at the document's time are roles like those printed beside the name.
void learn_offices(Cast& cast) {
  for (Actor& actor : cast.actors) {
    if (actor.holder < 0) continue;
    const Holder& own = cast.offices.holders()[static_cast<std::size_t>(actor.holder)];
    for (const std::uint32_t row : cast.offices.find_name(fold_name(own.name))) {
      const Holder& holder = cast.offices.holders()[row];
      if (holder.name != own.name || fit(holder, cast.at_s) != 0) continue;
      const RoleHeld held{role_of(cast, row), country_of(cast, row), 0, 0, 0};
      if (held.role != 0) actor.roles.push_back(held);
      if (actor.gender == '-') actor.gender = cast.book.role(held.role).gender;
    }
  }
}

// "Miguel Rubio" for a known office holder: the same person, and said so. One who holds another post, or whose name
// begins with another letter, or who is of the other sex, is somebody else of that surname.
void judge_first_names(Cast& cast) {
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    if (cast.actors[i].kind != PersonKind::person || cast.actors[i].holder >= 0) continue;
    if (cast.actors[i].first == 0 || cast.actors[i].last == 0 || cast.actors[i].mentions.empty()) continue;
    const std::string surname = cast.folds.folded(cast.actors[i].last - 1);
    const std::int32_t row = best_row(cast, cast.offices.find_surname(surname), false);
    if (row < 0) continue;
    const Holder& holder = cast.offices.holders()[static_cast<std::size_t>(row)];
    const std::uint16_t office = role_of(cast, static_cast<std::uint32_t>(row));
    const std::uint16_t country = country_of(cast, static_cast<std::uint32_t>(row));
    const GivenName* known = cast.book.given_name(hash_word(holder.name.substr(0, holder.name.find(' '))));
    if (known != nullptr && !same_sex(known->gender, cast.actors[i].gender)) continue;
    bool named_office = false;
    bool other_office = false;
    for (const std::uint32_t m : cast.actors[i].mentions)
      other_office = other_office || cast.mentions.list[m].described;
    for (const RoleHeld& held : cast.actors[i].roles) {
      if (cast.book.role(held.role).honorific) continue;
      const bool same = cast.book.role(held.role).norm == cast.book.role(office).norm &&
                        (held.country == 0 || held.country == country);
      named_office = named_office || same;
      other_office = other_office || !(same || cast.book.is_a(office, held.role));
    }
    const std::string folded_name = fold_name(holder.name);
    const std::string& first = cast.folds.folded(cast.actors[i].first - 1);
    const bool same_letter = !first.empty() && !folded_name.empty() && first[0] == folded_name[0];
    std::int32_t present = -1;
    for (std::size_t k = 0; k < cast.actors.size(); ++k) {
      const std::int32_t other = cast.actors[k].holder;
      if (other >= 0 && cast.offices.holders()[static_cast<std::size_t>(other)].name == holder.name)
        present = static_cast<std::int32_t>(k);
    }
    const Word& last_word = cast.words[cast.mentions.list[cast.actors[i].mentions[0]].last - 1];
    bool country_named = false;
    for (const Mention& mention : cast.mentions.list)
      country_named = country_named || (mention.kind == MentionKind::country && mention.id == country);
    const bool in_context = same_letter && !cast.book.is_common_surname(last_word.hash) &&
                            (present >= 0 || (country_named && in_office(holder, cast.at_s)));
    if (!named_office && (other_office || !in_context)) continue;
    const std::int32_t target = present >= 0 ? present : static_cast<std::int32_t>(i);
    Actor& actor = cast.actors[static_cast<std::size_t>(target)];
    for (const std::uint32_t m : cast.actors[i].mentions) {
      const Mention& mention = cast.mentions.list[m];
      if (mention.last - mention.first > 1)
        actor.doubts.push_back({DoubtKind::wrong_first_name,
                                {cast.words[mention.first].begin, cast.words[mention.last - 1].end},
                                holder.name});
    }
    actor.holder = row;
    if (present < 0) continue;
    for (const std::uint32_t m : cast.actors[i].mentions) {
      cast.mentions.list[m].actor = target;
      actor.mentions.push_back(m);
    }
    std::sort(actor.mentions.begin(), actor.mentions.end());
    actor.roles.insert(actor.roles.end(), cast.actors[i].roles.begin(), cast.actors[i].roles.end());
    cast.actors[i].mentions.clear();
  }
}

Cast gather_cast(const Document& document, const Offices& offices) {
  Cast cast{
      document, offices, english_book(), document.text.view(), time_of(document.dates), scan_words(document), {}, {},
      {},       {}};
  cast.mentions = find_mentions(cast.text, cast.words, cast.book);
  gather_persons(cast);
  learn_offices(cast);
  gather_institutions(cast);
  return cast;
}

}  // namespace readout
