#include "readout/people/book.h"

#include <algorithm>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string plural(std::string_view role) {
  // "secretary of state" -> "secretaries of state": the first noun before a preposition takes the ending.
  std::size_t cut = role.size();
  for (const std::string_view preposition : {" of ", " for ", "-in-", " at "})
    cut = std::min(cut, role.find(preposition));
  std::string head(role.substr(0, cut));
  if (head.ends_with("man"))
    head.replace(head.size() - 3, 3, "men");
  else if (head.ends_with("person"))
    head = head == "person" ? "people" : head.replace(head.size() - 6, 6, "people");
  else if (head.ends_with("wife"))
    head.replace(head.size() - 4, 4, "wives");
  else if (head.ends_with("y") && !head.ends_with("ay") && !head.ends_with("ey"))
    head.replace(head.size() - 1, 1, "ies");
  else if (head.ends_with("s") || head.ends_with("ch"))
    head += "es";
  else
    head += "s";
  return head + std::string(role.substr(cut));
}

}  // namespace

void Book::add(std::string_view words, PhraseKind kind, std::uint16_t id, bool short_capitals) {
  BookPhrase phrase{static_cast<std::uint32_t>(pool_.size()), 0, kind, id, short_capitals};
  while (!words.empty()) {
    const std::size_t blank = words.find(' ');
    pool_.push_back(hash_word(words.substr(0, blank)));
    ++phrase.length;
    words.remove_prefix(blank == std::string_view::npos ? words.size() : blank + 1);
  }
  if (phrase.length == 0) return;
  auto& list = starts_[pool_[phrase.first]];
  const auto longer =
      std::find_if(list.begin(), list.end(), [&](const BookPhrase& p) { return p.length < phrase.length; });
  list.insert(longer, phrase);
}

Book::Book() {
  read_places();
  read_roles();
  read_institutions();
  read_names();
}

void Book::read_places() {
  countries_.emplace_back();
  adjectives_.emplace_back();
  for (const auto& row : rows(embedded("en/places.tsv"))) {
    if (row.size() < 2) continue;
    if (row[0] == "place") add(row[1], PhraseKind::place, 0);
    if (row[0] == "time") add(row[1], PhraseKind::time, 0);
    if (row[0] != "country") continue;
    const auto id = static_cast<std::uint16_t>(countries_.size());
    countries_.emplace_back(row[1]);
    adjectives_.emplace_back();
    country_ids_[lower(row[1])] = id;
    const auto column = [&](std::size_t i) { return i < row.size() ? row[i] : std::string_view(); };
    for (const std::string_view words : split(column(2), '|')) {
      if (adjectives_[id].empty()) adjectives_[id] = words;
      add(words, PhraseKind::adjective, id, words.size() <= 2);
    }
    add(row[1], PhraseKind::country, id);
    for (const std::string_view words : split(column(3), '|')) add(words, PhraseKind::people, id);
    for (const std::string_view words : split(column(4), '|')) add(words, PhraseKind::capital, id);
    for (const std::string_view words : split(column(5), '|')) add(words, PhraseKind::country, id, words.size() <= 2);
  }
}

void Book::read_roles() {
  roles_.emplace_back();
  const auto table = rows(embedded("en/roles.tsv"));
  for (const auto& row : table) {
    if (row.size() < 4) continue;
    Role role;
    role.name = row[0];
    role.gender = row[2].empty() ? '-' : row[2][0];
    role.title = row[3] == "title";
    role.honorific = row[3] == "honorific";
    role_ids_[role.name] = static_cast<std::uint16_t>(roles_.size());
    roles_.push_back(std::move(role));
  }
  std::uint16_t id = 0;
  for (const auto& row : table) {
    if (row.size() < 4) continue;
    ++id;
    Role& role = roles_[id];
    for (const std::string_view name : split(row[1], '|'))
      if (const std::uint16_t hypernym = find_role(name)) role.hypernyms.push_back(hypernym);
    std::string norm = role.name;
    for (const std::string_view ending : {"spokesman", "spokeswoman"})
      if (norm.ends_with(ending)) norm = norm.substr(0, norm.size() - ending.size()) + "spokesperson";
    if (norm.starts_with("defense ")) norm = "defence " + norm.substr(8);
    if (norm == "minister of foreign affairs") norm = "foreign minister";
    if (norm == "defence secretary") norm = "defence minister";
    const std::uint16_t same = find_role(norm);
    role.norm = same != 0 ? same : id;
    add(role.name, PhraseKind::role, id);
    if (!role.honorific && role.name.back() != '.') add(plural(role.name), PhraseKind::roles, id);
  }
  for (const auto& [words, name] : {std::pair<std::string_view, std::string_view>{"people", "person"},
                                    {"mps", "mp"},
                                    {"meps", "mep"},
                                    {"attorneys general", "attorney general"}})
    add(words, PhraseKind::roles, find_role(name));
}

void Book::read_institutions() {
  institutions_.emplace_back();
  for (const auto& row : rows(embedded("en/institutions.tsv"))) {
    if (row.size() < 4) continue;
    if (row[3] == "head" || row[3] == "noun") org_heads_.insert(hash_word(row[0]));
    if (row[3] == "head") continue;
    const auto id = static_cast<std::uint16_t>(institutions_.size());
    institution_ids_[std::string(row[0])] = id;
    Institution institution;
    institution.name = row[1] == "-" ? std::string(row[0]) : std::string(row[1]);
    institution.country = find_country(row[2]);
    if (row[3] == "noun") {
      nouns_.insert(hash_word(row[0]));
      institutions_.push_back(std::move(institution));
      add(row[0], PhraseKind::noun, id);
      continue;
    }
    for (const std::string_view kind : split(row[3], '|')) institution.kinds.push_back(hash_word(kind));
    const std::string name = lower(institution.name);
    if (name.ends_with(" ministry"))
      institution.head_role = find_role(name.substr(0, name.size() - 9) + " minister");
    else if (name == "state department")
      institution.head_role = find_role("secretary of state");
    institutions_.push_back(std::move(institution));
    add(row[0], PhraseKind::institution, id, row[0].size() <= 3);
  }
}

void Book::read_names() {
  for (const auto& row : rows(embedded("en/first_names.tsv"))) {
    GivenName name;
    if (row.size() > 1 && !row[1].empty()) name.gender = row[1][0];
    name.full = hash_word(row.size() > 2 && !row[2].empty() ? row[2] : row[0]);
    given_[hash_word(row[0])] = name;
  }
  for (const auto& row : rows(embedded("en/openers.tsv"))) openers_.insert(hash_word(row[0]));
  for (const auto& row : rows(embedded("en/common_surnames.tsv"))) common_.insert(hash_word(row[0]));
}

const BookPhrase* Book::match(const std::vector<Word>& words, std::size_t i, std::size_t end, unsigned kinds) const {
  const auto found = starts_.find(words[i].hash);
  if (found == starts_.end()) return nullptr;
  for (const BookPhrase& phrase : found->second) {
    if ((kinds & bit(phrase.kind)) == 0 || i + phrase.length > end) continue;
    const bool lower_case =
        phrase.kind == PhraseKind::role || phrase.kind == PhraseKind::roles || phrase.kind == PhraseKind::noun;
    if (!lower_case && !words[i].capital) continue;
    if (phrase.short_capitals && !words[i].all_capitals) continue;
    bool same = true;
    for (std::size_t k = 1; k < phrase.length && same; ++k)
      same = words[i + k].hash == pool_[phrase.first + k] && words[i + k].gap == Gap::space &&
             !words[i + k - 1].possessive;
    if (same) return &phrase;
  }
  return nullptr;
}

const GivenName* Book::given_name(std::uint64_t hash) const {
  const auto found = given_.find(hash);
  return found == given_.end() ? nullptr : &found->second;
}

std::uint16_t Book::find_role(std::string_view name) const {
  const auto found = role_ids_.find(std::string(name));
  return found == role_ids_.end() ? std::uint16_t{0} : found->second;
}

std::uint16_t Book::find_country(std::string_view name) const {
  const auto found = country_ids_.find(lower(name));
  return found == country_ids_.end() ? std::uint16_t{0} : found->second;
}

std::uint16_t Book::find_institution(std::string_view words) const {
  const auto found = institution_ids_.find(std::string(words));
  return found == institution_ids_.end() ? std::uint16_t{0} : found->second;
}

bool Book::is_a(std::uint16_t role, std::uint16_t wanted) const {
  if (role == 0 || wanted == 0) return false;
  const std::uint16_t norm = roles_[wanted].norm;
  if (roles_[role].norm == norm) return true;
  for (const std::uint16_t hypernym : roles_[role].hypernyms)
    if (hypernym == wanted || roles_[hypernym].norm == norm) return true;
  return false;
}

const Book& english_book() {
  static const Book book;
  return book;
}

}  // namespace readout
