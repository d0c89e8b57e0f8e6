#include "readout/people/discourse.h"

#include <algorithm>
#include <limits>

#include "readout/people/institutions.h"

namespace readout {
namespace {

constexpr double kMargin = 1.0;
constexpr double kOutOfSight = -1.0;

struct Scored {
  std::int32_t actor = -1;
  double score = 0;
};

Choice pick(std::vector<Scored> list, const char* rule, double certainty) {
  Choice choice;
  choice.rule = rule;
  std::sort(list.begin(), list.end(), [](const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.actor < b.actor;
  });
  if (list.empty()) return choice;
  if (list.size() == 1 || list[0].score - list[1].score >= kMargin) {
    choice.actor = list[0].actor;
    choice.score = certainty;
    return choice;
  }
  for (std::size_t i = 0; i < list.size() && i < 4; ++i) choice.candidates.push_back(list[i].actor);
  return choice;
}

// The mention stands where a subject stands: the first person of its sentence, near its beginning.
bool is_subject(const Cast& cast, std::uint32_t m) {
  const Mention& mention = cast.mentions.list[m];
  const std::uint32_t sentence = cast.words[mention.outer].sentence;
  if (mention.outer >= 9 && cast.words[mention.outer - 9].sentence == sentence) return false;
  for (std::uint32_t k = m; k-- > 0;) {
    const Mention& before = cast.mentions.list[k];
    if (cast.words[before.first].sentence != sentence) return true;
    // "Marl's chief, Hilde Brun, ...": whoever it belongs to is no subject.
    if (before.kind == MentionKind::person && !cast.words[before.last - 1].possessive) return false;
  }
  return true;
}

// Another full name is the subject of a sentence after the last word on the speaker before: that speaker is no longer
// meant. In the same paragraph, or in the sentence that ends the one before.
bool opens_anew(const Cast& cast, const Standpoint& place, char sex, std::uint32_t since) {
  const Word& here = cast.words[std::min<std::size_t>(place.word, cast.words.size() - 1)];
  const auto& list = cast.mentions.list;
  const auto end = std::lower_bound(list.begin(), list.end(), place.word,
                                    [](const Mention& m, std::uint32_t word) { return m.first < word; });
  for (auto at = end; at != list.begin();) {
    const Mention& mention = *--at;
    const Word& word = cast.words[mention.first];
    if (mention.first < since || (word.paragraph != here.paragraph && word.sentence + 2 < here.sentence)) break;
    if (word.quoted || word.heading || mention.kind != MentionKind::person || mention.actor < 0) continue;
    if (mention.actor == place.previous) return false;
    const Actor& actor = cast.actors[static_cast<std::size_t>(mention.actor)];
    if (actor.sure && same_sex(actor.gender, sex) && is_subject(cast, static_cast<std::uint32_t>(at - list.begin())))
      return true;
  }
  return false;
}

// "KOVEL: ...", "Petr Halas, chief engineer: ...": who speaks inside a turn does not mean those whom the page labels.
bool is_label(const Cast& cast, std::uint32_t word) {
  if (word > 0 && cast.words[word - 1].paragraph == cast.words[word].paragraph &&
      cast.words[word - 1].sentence == cast.words[word].sentence)
    return false;
  for (std::uint32_t w = word + 1; w < cast.words.size() && w < word + 8; ++w) {
    if (cast.words[w].gap == Gap::colon) return true;
    if (cast.words[w].gap == Gap::stop || cast.words[w].gap == Gap::paragraph) return false;
  }
  return false;
}

}  // namespace

void Discourse::note(std::int32_t actor, std::uint32_t word) {
  if (actor < 0) return;
  if (spoke.size() < cast.actors.size()) spoke.resize(cast.actors.size(), 0);
  auto& last = spoke[static_cast<std::size_t>(actor)];
  last = std::max(last, word + 1);
}

std::uint32_t Discourse::last_word_on(std::int32_t actor) const {
  const auto index = static_cast<std::size_t>(actor);
  return index < spoke.size() ? spoke[index] : 0;
}

double Discourse::salience(std::size_t index, const Standpoint& place) const {
  if (cast.words.empty()) return kOutOfSight;
  const Actor& actor = cast.actors[index];
  double best = kOutOfSight;
  const Word& here = cast.words[std::min<std::size_t>(place.word, cast.words.size() - 1)];
  const auto weigh = [&](std::uint32_t at, double extra) {
    if (at > place.word) return;
    const Word& there = cast.words[at];
    const double paragraphs = here.paragraph - there.paragraph;
    const double sentences = std::min<std::uint32_t>(here.sentence - there.sentence, 6);
    if (paragraphs > 4) return;
    best = std::max(best, 12 - 2 * paragraphs - 0.8 * sentences + extra - (there.quoted && !here.quoted ? 4 : 0));
  };
  for (auto m = actor.mentions.rbegin(); m != actor.mentions.rend(); ++m) {
    const Mention& mention = cast.mentions.list[*m];
    if (mention.first > place.word) continue;
    if (here.paragraph - cast.words[mention.first].paragraph > 4) break;
    if (place.outer >= 0 && is_label(cast, mention.first)) continue;
    double extra = is_subject(cast, *m) ? 3 : 0;
    if (cast.words[mention.last - 1].possessive) extra -= 1;
    if (cast.words[mention.first].heading) extra -= 2;
    weigh(mention.first, extra);
  }
  if (index < spoke.size() && spoke[index] != 0 && !(place.outer >= 0 && is_label(cast, spoke[index] - 1)))
    weigh(spoke[index] - 1, 3);
  if (place.previous == static_cast<std::int32_t>(index)) best = std::max(best, 0.0) + (place.previous_is_near ? 5 : 3);
  if (best >= 0) best += 0.1 * static_cast<double>(std::min<std::size_t>(actor.mentions.size(), 5));
  return best;
}

Choice choose_pronoun(Discourse& discourse, PronounKind pronoun, const Standpoint& place) {
  const Cast& cast = discourse.cast;
  const bool one = pronoun == PronounKind::he || pronoun == PronounKind::she;
  const char sex = pronoun == PronounKind::he ? 'm' : 'f';
  Standpoint from = place;
  if (one && place.previous >= 0 && opens_anew(cast, place, sex, discourse.last_word_on(place.previous)))
    from.previous = -1;
  std::vector<Scored> list;
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    const Actor& actor = cast.actors[i];
    const bool human = actor.kind == PersonKind::person || actor.kind == PersonKind::unnamed;
    if (one && place.outer == static_cast<std::int32_t>(i) && place.previous != place.outer) continue;
    if (one && actor.kind == PersonKind::unnamed && actor.roles.empty()) continue;
    if (one && (!human || !same_sex(actor.gender, sex))) continue;
    if (pronoun == PronounKind::it && actor.kind != PersonKind::institution) continue;
    if (pronoun == PronounKind::they && actor.kind == PersonKind::person) continue;
    if (actor.kind == PersonKind::person && !actor.sure) continue;
    double score = discourse.salience(i, from);
    if (score < 0) continue;
    if (one && actor.gender == sex) score += 1;
    if (pronoun == PronounKind::they && actor.kind != PersonKind::group) score -= 2;
    list.push_back({static_cast<std::int32_t>(i), score});
  }
  return pick(std::move(list), "pronoun", 0.8);
}

namespace {

bool serves_another(const Cast& cast, const Actor& actor, std::uint16_t role, std::uint16_t country) {
  bool other = false;
  for (const RoleHeld& held : actor.roles) {
    if (held.country == 0 || cast.book.role(held.role).norm != cast.book.role(role).norm) continue;
    if (held.country == country) return false;
    other = true;
  }
  return other;
}

// How well an actor's roles bear a description; below 0: not at all. `own` is the country of whoever is speaking.
double bear(const Cast& cast, const Actor& actor, const SourceWords& words, std::uint16_t own) {
  if (words.role == 0) return words.age != 0 && actor.age == words.age ? 2 : kOutOfSight;
  if (words.age != 0 && actor.age != 0 && actor.age != words.age) return kOutOfSight;
  if (!same_sex(actor.gender, cast.book.role(words.role).gender)) return kOutOfSight;
  double best = kOutOfSight;
  for (const RoleHeld& held : actor.roles) {
    if (!cast.book.is_a(held.role, words.role)) continue;
    if (words.country != 0 && held.country != 0 && held.country != words.country) continue;
    // "President" beside the name says no country, but the file does: another one than the one asked for.
    if (words.country != 0 && held.country == 0 && serves_another(cast, actor, held.role, words.country)) continue;
    if (words.institution != 0 && held.institution != 0 && held.institution != words.institution &&
        cast.book.institution(held.institution).name != cast.book.institution(words.institution).name)
      continue;
    double here = cast.book.role(held.role).norm == cast.book.role(words.role).norm ? 2 : 0;
    if (words.country != 0 && held.country == words.country) here += 2;
    if (words.country == 0 && own != 0 && held.country == own) here += 4;
    if (words.institution != 0 && held.institution == words.institution) here += 2;
    best = std::max(best, here);
  }
  return best;
}

// The office file's answer where nobody in the document bears the description; -1 where it has none or several.
std::int32_t find_in_offices(Cast& cast, const SourceWords& words) {
  if (words.indefinite || words.owned || words.role == 0) return -1;
  std::int32_t row = -1;
  for (std::uint32_t i = 0; i < cast.offices.holders().size(); ++i) {
    const Holder& holder = cast.offices.holders()[i];
    if (words.country != 0 && holder.country != cast.book.country(words.country)) continue;
    const bool now =
        cast.at_s ? in_office(holder, cast.at_s) : holder.until_s == std::numeric_limits<std::int64_t>::max();
    if (!now || !cast.book.is_a(role_of(cast, i), words.role)) continue;
    if (words.country == 0 && cast.book.role(role_of(cast, i)).norm != cast.book.role(words.role).norm) continue;
    if (row >= 0 && cast.offices.holders()[static_cast<std::size_t>(row)].name != holder.name) return -1;
    row = static_cast<std::int32_t>(i);
  }
  return row;
}

bool is_party(const Institution& institution) {
  return std::find(institution.kinds.begin(), institution.kinds.end(), hash_word("party")) != institution.kinds.end();
}

}  // namespace

Choice choose_description(Discourse& discourse, const SourceWords& words, const Standpoint& place) {
  Cast& cast = discourse.cast;
  std::vector<Scored> list;
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    const Actor& actor = cast.actors[i];
    if (actor.kind != PersonKind::person && actor.kind != PersonKind::unnamed) continue;
    const double fit = bear(cast, actor, words, place.country);
    if (fit < 0) continue;
    // A description may run ahead of the name, and reaches further back than a pronoun does.
    list.push_back({static_cast<std::int32_t>(i), fit + std::max(discourse.salience(i, place), 0.0)});
  }
  if (!list.empty()) return pick(std::move(list), "role", 0.9);
  if (const std::int32_t row = find_in_offices(cast, words); row >= 0)
    return {actor_of_holder(cast, static_cast<std::uint32_t>(row)), {}, "office", 0.9};
  // "the mother of two", "the Democrat": said of the one who spoke before and of whom nothing else is known.
  if (place.previous >= 0 && !words.owned && words.country == 0 &&
      (words.institution == 0 || is_party(cast.book.institution(words.institution)))) {
    const char sex = words.role != 0 ? cast.book.role(words.role).gender : '-';
    const Role& role = cast.book.role(words.role);
    const auto may_be = [&](std::int32_t i) {
      const Actor& actor = cast.actors[static_cast<std::size_t>(i)];
      if (actor.kind != PersonKind::person || !actor.sure || !same_sex(actor.gender, sex)) return false;
      const bool has_title = std::any_of(actor.roles.begin(), actor.roles.end(),
                                         [&](const RoleHeld& held) { return cast.book.role(held.role).title; });
      return words.role == 0 || role.name.starts_with("former ") ||
             (!has_title && (cast.book.is_a(words.role, cast.book.find_role("politician")) ||
                             cast.book.is_a(words.role, cast.book.find_role("figure"))));
    };
    // One known by a bare name ("according to Selpress") may be no person at all; the only full name that spoke is one.
    std::int32_t who = place.previous;
    if (cast.actors[static_cast<std::size_t>(who)].first == 0) {
      std::int32_t named = -1;
      std::size_t count = 0;
      for (std::size_t i = 0; i < discourse.spoke.size() && i < cast.actors.size(); ++i)
        if (discourse.spoke[i] != 0 && cast.actors[i].first != 0 && may_be(static_cast<std::int32_t>(i)) &&
            discourse.salience(i, place) >= 0) {
          named = static_cast<std::int32_t>(i);
          ++count;
        }
      if (count == 1) who = named;
    }
    if (may_be(who)) return {who, {}, "previous-speaker", 0.6};
  }
  return {};
}

namespace {

// "River Authority", "Marlow Bank": a common noun ends the name, and another noun is not meant.
bool says_what_it_is(const Cast& cast, const Actor& actor) {
  if (actor.mentions.empty()) return true;
  const Mention& mention = cast.mentions.list[actor.mentions[0]];
  for (std::uint32_t w = mention.first; w < mention.last; ++w)
    if (cast.book.is_noun(cast.words[w].hash)) return true;
  return false;
}

// "the company": nothing but the article and a noun that any organisation may be called by.
bool is_bare(const Cast& cast, const SourceWords& words, std::string_view noun) {
  if (words.country != 0 || words.last != words.first + 2 || !is(cast.words[words.first], Marker::the)) return false;
  for (const std::string_view other :
       {"state",  "country",  "nation",   "authority", "side",   "office", "government", "administration",
        "regime", "police",   "military", "army",      "navy",   "court",  "jury",       "parliament",
        "party",  "campaign", "board",    "panel",     "school", "team",   "union"})
    if (noun == other) return false;
  return true;
}

}  // namespace

Choice choose_noun(Discourse& discourse, const SourceWords& words, const Standpoint& place) {
  Cast& cast = discourse.cast;
  const std::string& noun = cast.book.institution(words.noun).name;
  const std::uint64_t hash = hash_word(noun);
  std::vector<Scored> list;
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    const Actor& actor = cast.actors[i];
    if (actor.kind != PersonKind::institution) continue;
    if (words.country != 0 && actor.country != 0 && actor.country != words.country) continue;
    bool fits = false;
    if (actor.institution != 0) {
      const auto& kinds = cast.book.institution(actor.institution).kinds;
      fits = std::find(kinds.begin(), kinds.end(), hash) != kinds.end();
    } else if (!actor.mentions.empty() && actor.last != 0) {
      const Mention& mention = cast.mentions.list[actor.mentions[0]];
      for (std::uint32_t w = mention.first; w < mention.last; ++w) fits = fits || cast.words[w].hash == hash;
      const std::uint64_t end = cast.words[mention.last - 1].hash;
      if (noun == "company" || noun == "firm")
        fits = fits || end == hash_word("inc") || end == hash_word("corp") || end == hash_word("ltd") ||
               end == hash_word("co");
    } else if (actor.last == 0 && actor.institution == 0) {
      fits = actor.label.ends_with(noun) && words.country == actor.country;
    }
    if (fits) list.push_back({static_cast<std::int32_t>(i), std::max(discourse.salience(i, place), 0.0)});
  }
  if (!list.empty()) return pick(std::move(list), "institution-noun", 0.9);
  // "the company", "the charity" of an organisation whose name does not say what it is.
  for (std::size_t i = 0; is_bare(cast, words, noun) && i < cast.actors.size(); ++i) {
    const Actor& actor = cast.actors[i];
    const bool unknown = actor.kind == PersonKind::institution && actor.institution == 0 && actor.last != 0;
    const double salience = unknown ? discourse.salience(i, place) : kOutOfSight;
    if (salience >= 0 && !says_what_it_is(cast, actor)) list.push_back({static_cast<std::int32_t>(i), salience});
  }
  if (!list.empty()) return pick(std::move(list), "institution-noun", 0.6);
  // "the ministry" of the only minister whom the document names.
  if (noun == "ministry") {
    std::uint16_t ministry = 0;
    std::uint16_t country = 0;
    for (const Actor& actor : cast.actors) {
      for (const RoleHeld& held : actor.roles) {
        const std::string& role = cast.book.role(cast.book.role(held.role).norm).name;
        if (!role.ends_with(" minister") || held.country == 0) continue;
        if (words.country != 0 && held.country != words.country) continue;
        const std::uint16_t here = cast.book.find_institution(role.substr(0, role.size() - 9) + " ministry");
        if (here == 0) continue;
        if (ministry != 0 && (ministry != here || country != held.country)) return {};
        ministry = here;
        country = held.country;
      }
    }
    if (ministry != 0) return {find_institution(cast, ministry, country), {}, "ministry-of-minister", 0.7};
  }
  return {};
}

}  // namespace readout
