#include "readout/collation/letters.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "readout/align/keys.h"
#include "readout/align/likeness.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::size_t kFewWords = 20;  // of so few no language is told
// Percent: of an English text nearly all words are known, of a French one half, of others few.
constexpr std::size_t kKnownPercent = 40;
constexpr int kWhole = 4;  // cost of a letter for an unlike one; one like it costs half
constexpr int kUnlike = -25;

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

// The plain letter of a code point below U+0180, 0 where it has none of its own.
char plain_letter(char32_t c) {
  switch (c) {
    case 'v':
    case 'w':
    case 0xFC:  // ü
      return 'u';
    case 'j':
    case 'y':
    case 0xFF:  // ÿ
      return 'i';
    case 'c':
    case 'q':
      return 'k';
    case 'z':
    case 0x17F:  // long s
      return 's';
    case 0xE4:  // ä
    case 0xE6:  // æ
      return 'e';
    case 0xE5:  // å
    case 0xF6:  // ö
    case 0xF8:  // ø
      return 'o';
    case 0xE0:
    case 0xE1:
    case 0xE2:
    case 0xE3:
      return 'a';
    case 0xE7:
      return 'k';
    case 0xE8:
    case 0xE9:
    case 0xEA:
    case 0xEB:
      return 'e';
    case 0xEC:
    case 0xED:
    case 0xEE:
    case 0xEF:
      return 'i';
    case 0xF0:  // eth
      return 'd';
    case 0xFE:  // thorn
      return 't';
    case 0xF1:
      return 'n';
    case 0xF2:
    case 0xF3:
    case 0xF4:
    case 0xF5:
      return 'o';
    case 0xF9:
    case 0xFA:
    case 0xFB:
      return 'u';
    default:
      return c < 0x80 ? static_cast<char>(c) : '\0';
  }
}

int substitute(char a, char b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return kWhole / 2;
  if (a > b) std::swap(a, b);
  const bool near = (a == 'b' && b == 'p') || (a == 'd' && b == 't') || (a == 'g' && b == 'k') ||
                    (a == 'f' && b == 'u') || (a == 'b' && b == 'u') || (a == 'm' && b == 'n');
  return near ? kWhole / 2 : kWhole;
}

int leave_out(char c) {
  return is_vowel(c) || c == 'h' ? kWhole / 2 : kWhole;
}

int distance(std::string_view a, std::string_view b) {
  std::array<int, 33> last{}, now{};
  for (std::size_t j = 0; j < b.size(); ++j) last[j + 1] = last[j] + leave_out(b[j]);
  for (std::size_t i = 0; i < a.size(); ++i) {
    now[0] = last[0] + leave_out(a[i]);
    for (std::size_t j = 0; j < b.size(); ++j)
      now[j + 1] =
          std::min({last[j] + substitute(a[i], b[j]), last[j + 1] + leave_out(a[i]), now[j] + leave_out(b[j])});
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

std::string plain_letters(std::string_view folded) {
  std::string out;
  const auto add = [&out](char c) {
    const bool after_consonant = !out.empty() && out.back() >= 'a' && out.back() <= 'z' && !is_vowel(out.back());
    if (c == 'h' && after_consonant) return;
    if (!out.empty() && out.back() == c && c >= 'a' && c <= 'z') return;
    out += c;
  };
  for (std::size_t i = 0; i < folded.size();) {
    const CodePoint point = code_point_at(folded, i);
    const std::size_t size = std::max<std::size_t>(point.size, 1);
    if (point.value == 'x') {
      add('k');
      add('s');
    } else if (point.value == 0xDF) {
      add('s');
    } else if (const char plain = plain_letter(point.value); plain != '\0') {
      const bool told = (plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9');
      if (told) add(plain);  // hyphens, points of abbreviation and strokes are the copyist's
    } else {
      out += folded.substr(i, size);
    }
    i += size;
  }
  return out.empty() ? std::string(folded) : out;
}

std::vector<Unit> make_plain(std::span<const Unit> units) {
  std::vector<Unit> out(units.begin(), units.end());
  for (Unit& unit : out) {
    if (!is_word(unit.kind)) continue;
    const bool digits = unit.size > 0 && unit.letters[0] >= '0' && unit.letters[0] <= '9';
    if (digits) continue;
    const std::string plain = plain_letters(unit.folded_letters());
    unit.kind = UnitKind::word;
    unit.size = static_cast<std::uint8_t>(std::min(plain.size(), unit.letters.size()));
    unit.letters = {};
    std::copy_n(plain.begin(), unit.size, unit.letters.begin());
    unit.spelling = unit.stem = unit.head = form_key(plain);
    unit.name = unit.value = 0;
    unit.entry = 0;
  }
  return out;
}

int letter_gain(const Unit& a, const Unit& b) {
  const bool words = a.kind == UnitKind::word && b.kind == UnitKind::word;
  if (!words || a.exact == b.exact) return gain(a, b, likeness(a, b));
  const std::string_view x = a.folded_letters();
  const std::string_view y = b.folded_letters();
  const auto longer = static_cast<int>(std::max(x.size(), y.size()));
  const int whole = std::min(x.size(), y.size()) <= 2 ? 80 : 100;
  if (longer == 0) return kUnlike;
  // In hundredths of the longer word. Any two words are a third alike by their vowels: that gains nothing.
  const int alike = 100 - distance(x, y) * 100 / (longer * kWhole);
  return std::max(kUnlike, (alike * 17 / 10 - 70) * whole / 100);
}

bool is_unknown_language(std::span<const std::vector<Unit>> witnesses) {
  std::size_t words = 0;
  std::size_t known = 0;
  for (const std::vector<Unit>& witness : witnesses)
    for (const Unit& unit : witness) {
      if (!is_word(unit.kind) || unit.kind == UnitKind::number) continue;
      // Names are of no language, and old prints give capitals to many words.
      if (unit.kind == UnitKind::name && unit.entry == 0) continue;
      ++words;
      if (unit.entry != 0 || unit.kind == UnitKind::function_word) ++known;
    }
  return words >= kFewWords && known * 100 < words * kKnownPercent;
}

}  // namespace readout
