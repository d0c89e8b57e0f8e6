// Mentions of organisations and countries to actors.
#include <algorithm>

#include "readout/people/cast.h"
#include "readout/people/institutions.h"
#include "readout/people/markers.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

std::int32_t only_country(const std::vector<std::uint16_t>& countries) {
  std::int32_t one = -1;
  for (const std::uint16_t country : countries) {
    if (country == 0) continue;
    if (one >= 0 && one != country) return -1;
    one = country;
  }
  return one;
}

}  // namespace

namespace {

// "Brandel" after "Brandel Motors": the first word alone is the organisation, where no person bears the name.
void adopt_short_names(Cast& cast) {
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    Actor& organisation = cast.actors[i];
    if (organisation.kind != PersonKind::institution || organisation.last == 0 || organisation.mentions.empty())
      continue;
    const Mention& named = cast.mentions.list[organisation.mentions[0]];
    if (named.last - named.first < 2) continue;
    const std::uint32_t word = cast.folds.number(cast.words[named.first], cast.text) + 1;
    for (Actor& person : cast.actors) {
      if (person.kind != PersonKind::person || person.sure || person.first != 0 || person.last != word) continue;
      for (const std::uint32_t m : person.mentions) {
        cast.mentions.list[m].actor = static_cast<std::int32_t>(i);
        organisation.mentions.push_back(m);
      }
      person.mentions.clear();
    }
  }
}

}  // namespace

std::uint16_t country_of_place(const Cast& cast, std::string_view place) {
  std::vector<Word> words;
  scan_words(place, make_span(0, place.size()), false, words);
  if (words.empty()) return 0;
  words[0].capital = true;
  const BookPhrase* phrase =
      cast.book.match(words, 0, words.size(), bit(PhraseKind::capital) | bit(PhraseKind::country));
  return phrase ? phrase->id : std::uint16_t{0};
}

std::uint16_t likely_country(const Cast& cast, std::uint16_t institution) {
  const Institution& known = cast.book.institution(institution);
  if (known.country != 0) return known.country;
  std::vector<std::uint16_t> countries;
  if (known.head_role != 0)
    for (const Actor& actor : cast.actors)
      for (const RoleHeld& held : actor.roles)
        if (cast.book.role(held.role).norm == cast.book.role(known.head_role).norm) countries.push_back(held.country);
  if (const std::int32_t one = only_country(countries); one >= 0) return static_cast<std::uint16_t>(one);
  if (known.head_role == 0) return 0;
  return country_of_place(cast, cast.document.place);
}

std::int32_t find_institution(Cast& cast, std::uint16_t institution, std::uint16_t country) {
  const std::string& name = cast.book.institution(institution).name;
  std::int32_t without = -1;
  std::int32_t latest = -1;
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    const Actor& actor = cast.actors[i];
    if (actor.kind != PersonKind::institution || actor.institution == 0) continue;
    if (cast.book.institution(actor.institution).name != name) continue;
    if (actor.country == country) return static_cast<std::int32_t>(i);
    if (actor.country == 0) without = static_cast<std::int32_t>(i);
    latest = static_cast<std::int32_t>(i);
  }
  if (country == 0 && latest >= 0) return latest;
  if (country != 0 && without >= 0) {
    cast.actors[static_cast<std::size_t>(without)].country = country;
    return without;
  }
  Actor actor;
  actor.kind = PersonKind::institution;
  actor.institution = institution;
  actor.country = country;
  cast.actors.push_back(std::move(actor));
  return static_cast<std::int32_t>(cast.actors.size() - 1);
}

std::int32_t find_country_actor(Cast& cast, std::uint16_t country) {
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    const Actor& actor = cast.actors[i];
    if (actor.kind == PersonKind::institution && actor.institution == 0 && actor.country == country && actor.last == 0)
      return static_cast<std::int32_t>(i);
  }
  Actor actor;
  actor.kind = PersonKind::institution;
  actor.country = country;
  actor.label = cast.book.country(country);
  cast.actors.push_back(std::move(actor));
  return static_cast<std::int32_t>(cast.actors.size() - 1);
}

void gather_institutions(Cast& cast) {
  // Those whose country is told come first, so that the bare name finds them wherever it stands.
  for (const bool told : {true, false}) {
    for (std::uint32_t m = 0; m < cast.mentions.list.size(); ++m) {
      Mention& mention = cast.mentions.list[m];
      if (mention.kind != MentionKind::institution || mention.id == 0 || (mention.country != 0) != told) continue;
      std::uint16_t country = mention.country;
      if (!told) {
        // The nearest one told before it, else what the document lets us infer.
        std::int32_t before = -1;
        for (std::uint32_t other = 0; other < m; ++other) {
          const Mention& known = cast.mentions.list[other];
          if (known.kind == MentionKind::institution && known.id != 0 && known.country != 0 &&
              cast.book.institution(known.id).name == cast.book.institution(mention.id).name)
            before = known.country;
        }
        country = before >= 0 ? static_cast<std::uint16_t>(before) : likely_country(cast, mention.id);
      }
      mention.actor = find_institution(cast, mention.id, country);
      cast.actors[static_cast<std::size_t>(mention.actor)].mentions.push_back(m);
    }
  }
  for (std::uint32_t m = 0; m < cast.mentions.list.size(); ++m) {
    Mention& mention = cast.mentions.list[m];
    if (mention.kind == MentionKind::country && mention.id != 0) {
      mention.actor = find_country_actor(cast, mention.id);
    } else if (mention.kind == MentionKind::institution && mention.id == 0) {
      const Word& first = cast.words[mention.first];
      // "International River League (IRL)": the letters in brackets stand for the name before them.
      if (mention.last - mention.first == 1 && first.all_capitals && first.gap == Gap::parenthesis && m > 0 &&
          cast.mentions.list[m - 1].last == mention.first &&
          cast.mentions.list[m - 1].kind == MentionKind::institution) {
        mention.actor = cast.mentions.list[m - 1].actor;
        cast.actors[static_cast<std::size_t>(mention.actor)].first = cast.folds.number(first, cast.text) + 1;
      }
      const std::uint32_t last = cast.folds.number(cast.words[mention.last - 1], cast.text) + 1;
      const std::uint32_t initial = cast.folds.number(first, cast.text) + 1;
      for (std::size_t i = 0; i < cast.actors.size() && mention.actor < 0; ++i) {
        const Actor& actor = cast.actors[i];
        if (actor.kind != PersonKind::institution || actor.last == 0) continue;
        const Mention& other = cast.mentions.list[actor.mentions[0]];
        const bool same = other.last - other.first == mention.last - mention.first && actor.last == last &&
                          cast.folds.number(cast.words[other.first], cast.text) + 1 == initial;
        // "the Embassy" after "the Embassy of Dornland".
        bool contains = false;
        if (mention.last - mention.first == 1 && cast.book.is_noun(first.hash))
          for (std::uint32_t w = other.first; w < other.last; ++w)
            contains = contains || cast.words[w].hash == first.hash;
        if (same || contains || (mention.last - mention.first == 1 && actor.first == initial))
          mention.actor = static_cast<std::int32_t>(i);
      }
      if (mention.actor < 0) {
        Actor actor;
        actor.kind = PersonKind::institution;
        actor.last = last;
        actor.country = mention.country;
        cast.actors.push_back(std::move(actor));
        mention.actor = static_cast<std::int32_t>(cast.actors.size() - 1);
      }
    } else {
      continue;
    }
    cast.actors[static_cast<std::size_t>(mention.actor)].mentions.push_back(m);
  }
  adopt_short_names(cast);
  for (Actor& actor : cast.actors) std::sort(actor.mentions.begin(), actor.mentions.end());
}

}  // namespace readout
