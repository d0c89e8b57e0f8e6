#include "readout/text/abbreviations.h"

#include <algorithm>
#include <array>
#include <utility>

#include "readout/text/characters.h"
#include "readout/text/tokens.h"

namespace readout {
namespace {

using Entry = std::pair<std::string_view, Abbreviation>;

constexpr auto kTitle = Abbreviation::title;
constexpr auto kMayEnd = Abbreviation::may_end;
constexpr auto kDigit = Abbreviation::before_digit;
constexpr auto kComma = Abbreviation::after_comma;

// The word without its last point; as printed, since "Miss." is a State and "miss." is a verb at an end.
constexpr auto kWords = [] {
  auto words = std::to_array<Entry>({
      {"Adm", kTitle},    {"Ala", kComma},   {"Amb", kTitle},   {"Apr", kDigit},  {"Ariz", kComma},  {"Ark", kComma},
      {"Art", kDigit},    {"Assn", kMayEnd}, {"Asst", kTitle},  {"Att", kDigit},  {"Atty", kTitle},  {"Aug", kDigit},
      {"Ave", kMayEnd},   {"Bldg", kMayEnd}, {"Blvd", kMayEnd}, {"Brig", kTitle}, {"Bros", kMayEnd}, {"Calif", kComma},
      {"Capt", kTitle},   {"Cir", kMayEnd},  {"Cmdr", kTitle},  {"Co", kMayEnd},  {"Col", kTitle},   {"Colo", kComma},
      {"Conn", kComma},   {"Corp", kMayEnd}, {"Cpl", kTitle},   {"Dec", kDigit},  {"Del", kComma},   {"Dem", kTitle},
      {"Dept", kMayEnd},  {"Det", kTitle},   {"Dr", kTitle},    {"Drs", kTitle},  {"Eq", kDigit},    {"Esq", kMayEnd},
      {"Ex", kDigit},     {"Feb", kDigit},   {"Fig", kDigit},   {"Fla", kComma},  {"Fr", kTitle},    {"Fri", kDigit},
      {"Ft", kTitle},     {"Ga", kComma},    {"Gen", kTitle},   {"Gov", kTitle},  {"Govs", kTitle},  {"Hon", kTitle},
      {"Ill", kComma},    {"Inc", kMayEnd},  {"Ind", kComma},   {"Insp", kTitle}, {"Jan", kDigit},   {"Jr", kMayEnd},
      {"Jul", kDigit},    {"Jun", kDigit},   {"Kan", kComma},   {"Ky", kComma},   {"La", kComma},    {"Lt", kTitle},
      {"Ltd", kMayEnd},   {"Maj", kTitle},   {"Mar", kDigit},   {"Mass", kComma}, {"Md", kComma},    {"Messrs", kTitle},
      {"Mich", kComma},   {"Minn", kComma},  {"Miss", kComma},  {"Mlle", kTitle}, {"Mme", kTitle},   {"Mo", kComma},
      {"Mon", kDigit},    {"Mont", kComma},  {"Mr", kTitle},    {"Mrs", kTitle},  {"Ms", kTitle},    {"Msgr", kTitle},
      {"Mt", kTitle},     {"Mx", kTitle},    {"Neb", kComma},   {"Nev", kComma},  {"No", kDigit},    {"Nos", kDigit},
      {"Nov", kDigit},    {"Oct", kDigit},   {"Okla", kComma},  {"Ore", kComma},  {"Pa", kComma},    {"Ph", kTitle},
      {"Pres", kTitle},   {"Prof", kTitle},  {"Profs", kTitle}, {"Pvt", kTitle},  {"Rd", kMayEnd},   {"Rep", kTitle},
      {"Reps", kTitle},   {"Rev", kTitle},   {"Rt", kTitle},    {"Sat", kDigit},  {"Sec", kTitle},   {"Sen", kTitle},
      {"Sens", kTitle},   {"Sep", kDigit},   {"Sept", kDigit},  {"Sgt", kTitle},  {"Sr", kMayEnd},   {"St", kTitle},
      {"Ste", kTitle},    {"Sun", kDigit},   {"Supt", kTitle},  {"Tenn", kComma}, {"Tex", kComma},   {"Thu", kDigit},
      {"Thurs", kDigit},  {"Tue", kDigit},   {"Tues", kDigit},  {"Univ", kTitle}, {"Va", kComma},    {"Vol", kDigit},
      {"Vt", kComma},     {"Wash", kComma},  {"Wed", kDigit},   {"Wis", kComma},  {"Wyo", kComma},   {"al", kMayEnd},
      {"approx", kTitle}, {"ca", kDigit},    {"cf", kTitle},    {"col", kDigit},  {"dept", kMayEnd}, {"ed", kDigit},
      {"est", kDigit},    {"etc", kMayEnd},  {"fig", kDigit},   {"no", kDigit},   {"nos", kDigit},   {"p", kDigit},
      {"pp", kDigit},     {"sec", kDigit},   {"v", kTitle},     {"vol", kDigit},  {"vs", kTitle},    {"DR", kTitle},
      {"GEN", kTitle},    {"GOV", kTitle},   {"MR", kTitle},    {"MRS", kTitle},  {"MS", kTitle},    {"REP", kTitle},
      {"SEN", kTitle},    {"ST", kTitle},
  });
  std::sort(words.begin(), words.end(), [](const Entry& a, const Entry& b) { return a.first < b.first; });
  return words;
}();

// "U.S.", "a.m.", "J.", "Ph.D.": single letters (or short heads) each with a point.
Abbreviation pointed(std::string_view word) {
  std::size_t letters = 0;
  bool lower = false;
  bool upper = false;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    if (!is_letter(c.value)) return Abbreviation::none;
    i += c.size;
    (is_lower(c.value) ? lower : upper) = true;
    if (letters == 0 && word.substr(i).starts_with("h.")) ++i;  // "Ph.D."
    if (i >= word.size() || word[i] != '.') return Abbreviation::none;
    ++i;
    ++letters;
  }
  if (letters >= 2) return word == "e.g." || word == "i.e." ? Abbreviation::title : Abbreviation::may_end;
  return upper && !lower ? Abbreviation::title : Abbreviation::none;
}

}  // namespace

Abbreviation abbreviation_kind(std::string_view word) {
  if (word.size() < 2 || word.size() > 24 || word.back() != '.') return Abbreviation::none;
  const std::string_view stem = word.substr(0, word.size() - 1);
  if (stem.find('.') != std::string_view::npos || stem.size() <= 2) {
    const Abbreviation kind = pointed(word);
    if (kind != Abbreviation::none) return kind;
  }
  const auto found = std::lower_bound(kWords.begin(), kWords.end(), stem,
                                      [](const Entry& entry, std::string_view key) { return entry.first < key; });
  return found != kWords.end() && found->first == stem ? found->second : Abbreviation::none;
}

bool is_abbreviation(std::string_view word) {
  return abbreviation_kind(word) != Abbreviation::none;
}

}  // namespace readout
