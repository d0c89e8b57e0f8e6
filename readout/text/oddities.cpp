#include "readout/text/oddities.h"

#include <array>
#include <cstdint>
#include <string>

#include "readout/text/characters.h"

namespace readout {
namespace {

struct Count {
  std::size_t number = 0;
  Span first;

  void add(std::size_t begin, std::size_t end) {
    if (number++ == 0) first = make_span(begin, end);
  }
};

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || (c >= 0x7F && c < 0xA0 && c != 0x85);
}

// What windows-1252 makes of the bytes 80 to BF: the tail of a sequence that was read byte by byte.
bool is_tail_of_1252(char32_t c) {
  switch (c) {
    case 0x20AC:
    case 0x201A:
    case 0x0192:
    case 0x201E:
    case 0x2026:
    case 0x2020:
    case 0x2021:
    case 0x02C6:
    case 0x2030:
    case 0x0160:
    case 0x2039:
    case 0x0152:
    case 0x017D:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
    case 0x2022:
    case 0x2013:
    case 0x2014:
    case 0x02DC:
    case 0x2122:
    case 0x0161:
    case 0x203A:
    case 0x0153:
    case 0x017E:
    case 0x0178:
      return true;
    default:
      return c >= 0x80 && c <= 0xBF;
  }
}

// What windows-1251 makes of 80 to BF: no letter of Russian but Ё and ё.
bool is_tail_of_1251(char32_t c) {
  return (c >= 0x80 && c <= 0xBF) || (c >= 0x2010 && c <= 0x2122) || (c >= 0x0402 && c <= 0x040F) ||
         (c >= 0x0452 && c <= 0x045F) || c == 0x0401 || c == 0x0451 || c == 0x0490 || c == 0x0491;
}

bool joins_scripts(char32_t c) {  // scripts that need zero-width joiners in their spelling
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0x0900 && c <= 0x109F) || (c >= 0x1780 && c <= 0x18AF) || c >= 0x1F000 ||
         (c >= 0x2600 && c <= 0x27BF) || (c >= 0xFE00 && c <= 0xFE0F);
}

class Survey {
 public:
  explicit Survey(std::string_view text) : text_(text) {}

  std::vector<Doubt> run() {
    for (std::size_t i = 0; i < text_.size();) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte >= 0x20 && byte < 0x7F) {
        before_ = byte;
        ++i;
        continue;
      }
      const CodePoint c = byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text_, i);
      look_at(c, i);
      before_ = c.value;
      i += c.size;
    }
    std::vector<Doubt> doubts;
    const auto tell = [&](DoubtKind kind, const Count& count, std::string_view detail, std::size_t least) {
      if (count.number < least) return;
      std::string words(detail);
      if (!words.empty()) words += ':';
      doubts.push_back({kind, count.first, words + std::to_string(count.number)});
    };
    tell(DoubtKind::invalid_bytes, lost_, "replacement characters", 1);
    tell(DoubtKind::control_characters, controls_, "", 1);
    tell(DoubtKind::invisible_characters, invisible_, "", 1);
    tell(DoubtKind::bidi, bidi_, "", 1);
    if (cyrillic_ < 2 * utf8_as_1251_.number + 4)
      tell(DoubtKind::mojibake, utf8_as_1251_, "UTF-8 read as windows-1251", 3);
    tell(DoubtKind::mojibake, utf8_as_1252_, "UTF-8 read as windows-1252", 1);
    if (western_.number > 20 && western_.number > ascii_near_)
      tell(DoubtKind::mojibake, western_, "windows-1251 read as windows-1252", 20);
    return doubts;
  }

 private:
  void look_at(CodePoint c, std::size_t i) {
    const std::size_t end = i + c.size;
    const char32_t after = code_point_at(text_, end).value;
    if (c.value == kReplacement) {
      lost_.add(i, end);
    } else if (is_control(c.value)) {
      controls_.add(i, end);
      // Ð and Ñ before a C1 control: Cyrillic in UTF-8 read as Latin-1.
      if (c.value >= 0x80 && before_ >= 0xC2 && before_ <= 0xF4 && before_ < 0x100) utf8_as_1252_.add(i - 2, end);
    } else if (is_invisible(c.value)) {
      const bool joiner = (c.value == 0x200C || c.value == 0x200D) && (joins_scripts(before_) || joins_scripts(after));
      if (!joiner) invisible_.add(i, end);
    } else if (is_bidi_control(c.value)) {
      if (c.value != 0x200E && c.value != 0x200F && c.value != 0x061C) bidi_.add(i, end);
    } else if (c.value >= 0xC2 && c.value <= 0xF4 && c.value < 0x100) {
      look_at_lead(c.value, after, i, end);
    } else if (c.value >= 0x0400 && c.value <= 0x04FF) {
      ++cyrillic_;
      // Р or С before what windows-1251 makes of a tail byte: "РџСЂРё".
      const bool lead = c.value == 0x0420 || c.value == 0x0421 || c.value == 0x0432;
      if (lead && is_tail_of_1251(after) && after != 0x0401 && after != 0x0451 &&
          !(is_white(after) || after == 0x2014 || after == 0x00AB || after == 0x00BB || after == 0x2013 ||
            after == 0x2026 || after == 0x201C || after == 0x201D))
        utf8_as_1251_.add(i, end + code_point_at(text_, end).size);
    }
  }

  // Letters of Latin-1 that lead a sequence of UTF-8, before what a tail byte turned into.
  void look_at_lead(char32_t lead, char32_t after, std::size_t i, std::size_t end) {
    if (is_letter(lead) && is_letter(before_) && before_ >= 0xC0 && before_ < 0x100)
      western_.add(i, end);
    else
      ++ascii_near_;
    if (!is_tail_of_1252(after) || after == 0xA0 || after == 0xAB || after == 0xBB) {
      // "Â " before a no-break space is the commonest of all.
      if (lead == 0xC2 && after == 0xA0) utf8_as_1252_.add(i, end + 2);
      return;
    }
    const CodePoint second = code_point_at(text_, end);
    const bool mark = lead == 0xE2 && (after == 0x20AC || after == 0x80);
    const bool letter =
        (lead == 0xC3 || lead == 0xC2 || lead == 0xD0 || lead == 0xD1) && after != 0x2019 && after != 0x201D;
    if (mark || letter) utf8_as_1252_.add(i, end + second.size);
  }

  std::string_view text_;
  char32_t before_ = 0;
  Count lost_;
  Count controls_;
  Count invisible_;
  Count bidi_;
  Count utf8_as_1252_;
  Count utf8_as_1251_;
  Count western_;
  std::size_t ascii_near_ = 0;
  std::size_t cyrillic_ = 0;
};

}  // namespace

std::vector<Doubt> find_oddities(std::string_view text) {
  return Survey(text).run();
}

double control_share(std::string_view text) {
  std::size_t controls = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1B) ++controls;
  }
  return text.empty() ? 0 : static_cast<double>(controls) / static_cast<double>(text.size());
}

}  // namespace readout
