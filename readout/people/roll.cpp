#include "readout/people/roll.h"

#include <algorithm>
#include <unordered_map>

#include "readout/text/fold.h"

namespace readout {
namespace {

std::string_view without_determiner(std::string_view label) {
  for (const std::string_view word : {"the ", "The ", "a ", "A ", "an ", "An ", "THE "})
    if (label.starts_with(word)) return label.substr(word.size());
  return label;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out.push_back(blank ? ' ' : c);
  }
  return out;
}

// "MARCO RUBIO" -> "Marco Rubio": a label's capitals are no part of the name.
std::string without_shouting(const Cast& cast, const Mention& mention, std::string name) {
  for (std::uint32_t w = mention.first; w < mention.last; ++w)
    if (!cast.words[w].all_capitals && !cast.words[w].initial) return name;
  bool inner = false;
  for (char& c : name) {
    const bool letter = (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    if (inner && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    inner = letter;
  }
  return name;
}

std::string name_of(const Cast& cast, const Actor& actor) {
  if (actor.holder >= 0) return cast.offices.holders()[static_cast<std::size_t>(actor.holder)].name;
  if (actor.institution != 0) {
    const Institution& institution = cast.book.institution(actor.institution);
    if (institution.country != 0 || actor.country == 0) return institution.name;
    return cast.book.adjective(actor.country) + " " + institution.name;
  }
  if (!actor.label.empty()) {
    if (actor.kind == PersonKind::unnamed) return one_line(actor.label);
    return one_line(without_determiner(actor.label));
  }
  const Mention* fullest = nullptr;
  std::size_t most = 0;
  for (const std::uint32_t m : actor.mentions) {
    const Mention& mention = cast.mentions.list[m];
    // Words of a name count; in a draw capitals lose to ordinary print, then the first wins.
    const std::size_t count =
        2 * (mention.last - mention.first) + (cast.words[mention.last - 1].all_capitals ? 0u : 1u);
    if (count > most) {
      most = count;
      fullest = &mention;
    }
  }
  if (fullest == nullptr) return "";
  const Span span{cast.words[fullest->first].begin, cast.words[fullest->last - 1].end};
  std::string name = one_line(slice(cast.text, span));
  if (actor.kind == PersonKind::person) name = without_shouting(cast, *fullest, std::move(name));
  return actor.kind == PersonKind::institution ? std::string(without_determiner(name)) : name;
}

bool is_common_noun(const Cast& cast, const Actor& actor, std::string_view name) {
  if (actor.institution != 0 || (actor.label.empty() && actor.mentions.empty())) return false;
  if (!actor.label.empty() && actor.country == 0) return name.empty() || (name[0] >= 'a' && name[0] <= 'z');
  return name.find(' ') == std::string_view::npos && cast.book.is_noun(hash_word(name));
}

Person person_of(const Cast& cast, const Actor& actor) {
  Person person;
  person.kind = actor.kind;
  person.name = name_of(cast, actor);
  person.key = fold_name(actor.kind == PersonKind::person ? person.name : std::string(without_determiner(person.name)));
  // "the company", "his office": one that nobody can tell from another document's.
  const bool common = actor.kind == PersonKind::institution && is_common_noun(cast, actor, person.name);
  if (common)
    person.key = "unnamed:" + person.key;
  else if (actor.kind != PersonKind::person)
    person.key = std::string(to_string(actor.kind)) + ":" + person.key;
  person.mentions = actor.printed;
  const std::string canonical = actor.holder >= 0 ? person.name : std::string();
  for (const std::uint32_t m : actor.mentions) {
    const Mention& mention = cast.mentions.list[m];
    const Span span{cast.words[mention.first].begin, cast.words[mention.last - 1].end};
    person.mentions.push_back(span);
    // A spelling of the full name that is not the office file's, though it folds alike.
    const std::string_view printed = slice(cast.text, span);
    if (!canonical.empty() && mention.last - mention.first > 1 && printed != canonical &&
        !cast.words[mention.last - 1].all_capitals)
      person.doubts.push_back({DoubtKind::name_variant, span, canonical});
  }
  for (const Doubt& doubt : actor.doubts) {
    std::erase_if(person.doubts, [&](const Doubt& other) { return other.span == doubt.span; });
    person.doubts.push_back(doubt);
  }
  std::sort(person.doubts.begin(), person.doubts.end(), [](const Doubt& a, const Doubt& b) { return a.span < b.span; });
  std::sort(person.mentions.begin(), person.mentions.end());
  person.mentions.erase(std::unique(person.mentions.begin(), person.mentions.end()), person.mentions.end());
  for (const RoleHeld& held : actor.roles) {
    if (cast.book.role(held.role).honorific) continue;
    std::string office;
    if (held.last > held.first)
      office = one_line(slice(cast.text, {cast.words[held.first].begin, cast.words[held.last - 1].end}));
    else if (held.country != 0)
      office = office_id(Holder{"", {}, cast.book.role(held.role).name, cast.book.country(held.country), 0, 0, ""});
    const bool known = std::any_of(person.offices.begin(), person.offices.end(),
                                   [&](const std::string& other) { return fold_words(other) == fold_words(office); });
    if (!office.empty() && !known) person.offices.push_back(std::move(office));
  }
  return person;
}

void merge(Person& into, const Person& other) {
  into.mentions.insert(into.mentions.end(), other.mentions.begin(), other.mentions.end());
  std::sort(into.mentions.begin(), into.mentions.end());
  into.mentions.erase(std::unique(into.mentions.begin(), into.mentions.end()), into.mentions.end());
  for (const std::string& office : other.offices)
    if (std::find(into.offices.begin(), into.offices.end(), office) == into.offices.end())
      into.offices.push_back(office);
  into.doubts.insert(into.doubts.end(), other.doubts.begin(), other.doubts.end());
}

}  // namespace

std::string fold_label(std::string_view label) {
  return fold_words(without_determiner(label));
}

std::vector<Person> call_roll(const Cast& cast, std::vector<Speaker>& speakers) {
  std::vector<bool> wanted(cast.actors.size(), false);
  for (std::size_t i = 0; i < cast.actors.size(); ++i)
    wanted[i] = cast.actors[i].kind == PersonKind::person && cast.actors[i].sure && !cast.actors[i].mentions.empty();
  for (const Speaker& speaker : speakers) {
    if (speaker.person >= 0) wanted[static_cast<std::size_t>(speaker.person)] = true;
    for (const std::int32_t candidate : speaker.candidates) wanted[static_cast<std::size_t>(candidate)] = true;
  }
  std::vector<Person> persons;
  std::vector<std::size_t> order;
  std::vector<Person> found(cast.actors.size());
  for (std::size_t i = 0; i < cast.actors.size(); ++i) {
    if (!wanted[i]) continue;
    found[i] = person_of(cast, cast.actors[i]);
    order.push_back(i);
  }
  const auto first = [&](std::size_t i) {
    return found[i].mentions.empty() ? 0xFFFFFFFFu : found[i].mentions[0].begin;
  };
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (first(a) != first(b)) return first(a) < first(b);
    return found[a].key != found[b].key ? found[a].key < found[b].key : a < b;
  });
  // Two actors of one key are one person.
  std::vector<std::int32_t> number(cast.actors.size(), -1);
  std::unordered_map<std::string, std::int32_t> by_key;
  for (const std::size_t i : order) {
    const auto [at, fresh] = by_key.try_emplace(found[i].key, static_cast<std::int32_t>(persons.size()));
    number[i] = at->second;
    if (fresh)
      persons.push_back(std::move(found[i]));
    else
      merge(persons[static_cast<std::size_t>(at->second)], found[i]);
  }
  for (Speaker& speaker : speakers) {
    if (speaker.person >= 0) speaker.person = number[static_cast<std::size_t>(speaker.person)];
    for (std::int32_t& candidate : speaker.candidates) candidate = number[static_cast<std::size_t>(candidate)];
  }
  return persons;
}

}  // namespace readout
