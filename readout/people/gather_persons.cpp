// Mentions of persons to actors: full names first, surnames after.
#include <algorithm>
#include <unordered_set>

#include "readout/people/cast.h"
#include "readout/people/markers.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

bool is_suffix(const Word& word) {
  static const std::uint64_t suffixes[] = {hash_word("jr"), hash_word("jr."), hash_word("sr"), hash_word("sr."),
                                           hash_word("ii"), hash_word("iii"), hash_word("iv")};
  return std::find(std::begin(suffixes), std::end(suffixes), word.hash) != std::end(suffixes);
}

struct Gatherer {
  Cast& cast;
  std::unordered_set<std::uint64_t> small;  // hashes of the words in lower case, collected when first asked for

  std::uint32_t surname_word(const Mention& mention) const {
    std::uint32_t last = mention.last;
    while (last > mention.first + 1 && is_suffix(cast.words[last - 1])) --last;
    return last - 1;
  }
  Span span(const Mention& mention) const {
    return {cast.words[mention.first].begin, cast.words[mention.last - 1].end};
  }

  bool first_names_agree(const Actor& actor, std::uint32_t first, const Word& word) const {
    if (actor.first == first) return true;
    const std::string& a = cast.folds.folded(actor.first - 1);
    const std::string& b = cast.folds.folded(first - 1);
    if (a.empty() || b.empty()) return false;
    if (actor.initial || word.initial) return a[0] == b[0];
    const GivenName* one = cast.book.given_name(actor.given);
    const GivenName* other = cast.book.given_name(word.hash);
    return one != nullptr && other != nullptr && one->full == other->full;
  }

  void join(std::int32_t index, std::uint32_t m) {
    Mention& mention = cast.mentions.list[m];
    Actor& actor = cast.actors[static_cast<std::size_t>(index)];
    mention.actor = index;
    actor.mentions.push_back(m);
    actor.sure = actor.sure || mention.sure;
    if (actor.gender == '-') actor.gender = mention.gender;
    if (mention.age != 0) actor.age = mention.age;
    for (std::uint32_t r = mention.roles_first; r < mention.roles_last; ++r)
      actor.roles.push_back(cast.mentions.roles[r]);
  }

  // "Yesterday Kovel": a word that stands in lower case elsewhere is no given name.
  bool is_plain_word(const Word& word) {
    if (small.empty())
      for (const Word& other : cast.words)
        if (!other.capital) small.insert(other.hash);
    return small.contains(word.hash);
  }

  void gather_full() {
    for (std::uint32_t m = 0; m < cast.mentions.list.size(); ++m) {
      Mention& mention = cast.mentions.list[m];
      if (mention.kind != MentionKind::person) continue;
      const Word& opener = cast.words[mention.first];
      if (mention.last - mention.first >= 2 && opener.opens_sentence && !mention.titled &&
          cast.book.given_name(opener.hash) == nullptr && !opener.all_capitals && is_plain_word(opener)) {
        ++mention.first;
        mention.sure = false;
      }
      const std::uint32_t surname = surname_word(mention);
      if (surname == mention.first) continue;
      const Word& first_word = cast.words[mention.first];
      const std::uint32_t first = cast.folds.number(first_word, cast.text) + 1;
      const std::uint32_t last = cast.folds.number(cast.words[surname], cast.text) + 1;
      std::int32_t found = -1;
      for (std::size_t i = 0; i < cast.actors.size() && found < 0; ++i) {
        const Actor& actor = cast.actors[i];
        if (actor.last == last && first_names_agree(actor, first, first_word) && same_sex(actor.gender, mention.gender))
          found = static_cast<std::int32_t>(i);
      }
      if (found < 0) {
        const auto rows = cast.offices.find_name(fold_name(slice(cast.text, span(mention))));
        if (!rows.empty()) {
          std::int32_t row = best_row(cast, rows, true);
          if (row < 0) row = static_cast<std::int32_t>(rows[0]);
          found = actor_of_holder(cast, static_cast<std::uint32_t>(row));
          mention.sure = true;
        } else {
          cast.actors.emplace_back();
          found = static_cast<std::int32_t>(cast.actors.size() - 1);
        }
      }
      Actor& actor = cast.actors[static_cast<std::size_t>(found)];
      if (actor.first == 0 || (actor.initial && !first_word.initial)) {
        actor.first = first;
        actor.last = last;
        actor.given = first_word.hash;
        actor.initial = first_word.initial;
      }
      join(found, m);
    }
  }

  bool title_agrees(const Actor& actor, const Mention& mention) const {
    for (std::uint32_t r = mention.roles_first; r < mention.roles_last; ++r) {
      const RoleHeld& held = cast.mentions.roles[r];
      if (cast.book.role(held.role).honorific) continue;
      for (const RoleHeld& own : actor.roles)
        if (cast.book.is_a(own.role, held.role) || cast.book.is_a(held.role, own.role)) return true;
    }
    return false;
  }

  // he or she in the sentence of the mention, outside quotations.
  char pronoun_sex(const Mention& mention) const {
    const std::uint32_t sentence = cast.words[mention.first].sentence;
    char sex = '-';
    for (std::uint32_t w = mention.last; w < cast.words.size() && cast.words[w].sentence == sentence; ++w) {
      const PronounKind kind = pronoun_of(cast.words[w]);
      if (cast.words[w].quoted) continue;
      const char here = kind == PronounKind::he ? 'm' : (kind == PronounKind::she ? 'f' : '-');
      if (here != '-' && sex != '-' && here != sex) return '-';
      if (here != '-') sex = here;
    }
    return sex;
  }

  // "his father, Ralf Kovel": press style does not call him by the surname alone.
  bool is_relative(const Actor& actor) const {
    return std::any_of(actor.roles.begin(), actor.roles.end(), [&](const RoleHeld& held) {
      const std::string& role = cast.book.role(held.role).name;
      for (const std::string_view kin :
           {"father", "mother", "wife", "husband", "brother", "sister", "son", "daughter", "uncle", "aunt", "cousin",
            "nephew", "niece", "widow", "grandfather", "grandmother"})
        if (role == kin) return true;
      return false;
    });
  }

  // In office, or soon to be.
  bool is_in_office(const Actor& actor) const {
    if (actor.holder < 0) return false;
    const std::string& name = cast.offices.holders()[static_cast<std::size_t>(actor.holder)].name;
    for (const std::uint32_t row : cast.offices.find_name(fold_name(name)))
      if (best_row(cast, std::span(&row, 1), true) >= 0 &&
          !(cast.at_s && cast.offices.holders()[row].until_s <= *cast.at_s))
        return true;
    return false;
  }

  std::size_t count_full(const Actor& actor) const {
    return static_cast<std::size_t>(std::count_if(actor.mentions.begin(), actor.mentions.end(), [&](std::uint32_t m) {
      return cast.mentions.list[m].last - cast.mentions.list[m].first > 1;
    }));
  }

  template <class Keep>
  static void narrow(std::vector<std::int32_t>& list, Keep keep) {
    std::vector<std::int32_t> kept;
    for (const std::int32_t i : list)
      if (keep(i)) kept.push_back(i);
    if (!kept.empty()) list = std::move(kept);
  }

  void choose(std::vector<std::int32_t>& list, std::uint32_t m) const {
    const Mention& mention = cast.mentions.list[m];
    const auto actor = [&](std::int32_t i) -> const Actor& { return cast.actors[static_cast<std::size_t>(i)]; };
    narrow(list, [&](std::int32_t i) { return title_agrees(actor(i), mention); });
    narrow(list, [&](std::int32_t i) { return mention.gender != '-' && actor(i).gender == mention.gender; });
    narrow(list, [&](std::int32_t i) { return actor(i).sure; });
    std::size_t most = 0;
    for (const std::int32_t i : list) most = std::max(most, actor(i).mentions.size());
    narrow(list, [&](std::int32_t i) { return !is_relative(actor(i)) || actor(i).mentions.size() + 3 > most; });
    if (list.size() < 2) return;
    const char sex = pronoun_sex(mention);
    narrow(list, [&](std::int32_t i) { return sex != '-' && actor(i).gender == sex; });
    if (list.size() < 2) return;
    const std::uint32_t paragraph = cast.words[mention.first].paragraph;
    narrow(list, [&](std::int32_t i) {
      for (const std::uint32_t other : actor(i).mentions)
        if (other < m && cast.words[cast.mentions.list[other].first].paragraph == paragraph) return true;
      return false;
    });
    if (list.size() < 2) return;
    // Press style keeps the surname alone for the office holder and gives relatives in full.
    narrow(list, [&](std::int32_t i) { return is_in_office(actor(i)); });
    // The document's own subject is named in full more often than anybody else of the surname.
    if (list.size() < 2) return;
    std::size_t full = 0;
    for (const std::int32_t i : list) full = std::max(full, count_full(actor(i)));
    narrow(list, [&](std::int32_t i) { return 2 * count_full(actor(i)) > full; });
  }

  // Any office of the row's person will do.
  bool person_fits(const Mention& mention, std::uint32_t row) const {
    const auto& holders = cast.offices.holders();
    for (const std::uint32_t other : cast.offices.find_name(fold_name(holders[row].name)))
      if (holders[other].name == holders[row].name && office_fits(mention, other)) return true;
    return false;
  }

  bool office_fits(const Mention& mention, std::uint32_t row) const {
    const std::uint16_t office = role_of(cast, row);
    const std::uint16_t country = country_of(cast, row);
    bool has_title = false;
    for (std::uint32_t r = mention.roles_first; r < mention.roles_last; ++r) {
      const RoleHeld& held = cast.mentions.roles[r];
      if (cast.book.role(held.role).honorific) continue;
      has_title = true;
      if ((cast.book.is_a(office, held.role) || cast.book.is_a(held.role, office)) &&
          (held.country == 0 || held.country == country))
        return true;
    }
    if (has_title) return false;
    const Word& word = cast.words[surname_word(mention)];
    if (!cast.book.is_common_surname(word.hash) && cast.book.given_name(word.hash) == nullptr) return true;
    const auto& seen = cast.mentions.seen;
    return std::any_of(seen.begin(), seen.end(),
                       [&](std::uint16_t role) { return cast.book.role(role).norm == cast.book.role(office).norm; });
  }

  void gather_short() {
    for (std::uint32_t m = 0; m < cast.mentions.list.size(); ++m) {
      Mention& mention = cast.mentions.list[m];
      if (mention.kind != MentionKind::person || mention.actor >= 0) continue;
      const std::uint32_t name = cast.folds.number(cast.words[surname_word(mention)], cast.text) + 1;
      std::vector<std::int32_t> list;
      for (std::size_t i = 0; i < cast.actors.size(); ++i) {
        const Actor& actor = cast.actors[i];
        if (actor.last == name && !actor.mentions.empty() && same_sex(actor.gender, mention.gender))
          list.push_back(static_cast<std::int32_t>(i));
      }
      if (list.empty() && !mention.titled)
        for (std::size_t i = 0; i < cast.actors.size(); ++i)
          if (cast.actors[i].first == name && cast.actors[i].sure) list.push_back(static_cast<std::int32_t>(i));
      if (list.empty())
        for (std::size_t i = 0; i < cast.actors.size(); ++i)
          if (cast.actors[i].first == name) list.push_back(static_cast<std::int32_t>(i));
      if (list.size() > 1) choose(list, m);
      if (list.size() == 1) {
        join(list[0], m);
        continue;
      }
      if (list.size() > 1) {
        cast.ambiguous.emplace(m, std::move(list));
        continue;
      }
      const std::int32_t row = best_row(cast, cast.offices.find_surname(cast.folds.folded(name - 1)), true);
      std::int32_t target = -1;
      if (row >= 0 && person_fits(mention, static_cast<std::uint32_t>(row))) {
        target = actor_of_holder(cast, static_cast<std::uint32_t>(row));
        mention.sure = true;
      } else {
        cast.actors.emplace_back();
        target = static_cast<std::int32_t>(cast.actors.size() - 1);
      }
      cast.actors[static_cast<std::size_t>(target)].last = name;
      const GivenName* given = cast.book.given_name(cast.words[mention.first].hash);
      if (given != nullptr && !mention.titled && mention.gender == '-') mention.gender = given->gender;
      join(target, m);
    }
  }
};

}  // namespace

void gather_persons(Cast& cast) {
  Gatherer gatherer{cast, {}};
  gatherer.gather_full();
  judge_first_names(cast);
  gatherer.gather_short();
}

}  // namespace readout
