#include "readout/text/tokens.h"

#include <algorithm>
#include <array>

#include "readout/text/abbreviations.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// Classes of ASCII, so that plain English costs one table look-up a byte.
enum Class : std::uint8_t { kOther = 0, kWhite = 1, kLetter = 2, kUpper = 4, kDigitClass = 8 };

constexpr auto kClasses = [] {
  std::array<std::uint8_t, 128> table{};
  for (std::size_t c = 0; c < 128; ++c) {
    if (c == ' ' || (c >= 9 && c <= 13)) table[c] = kWhite;
    if (c >= 'a' && c <= 'z') table[c] = kLetter;
    if (c >= 'A' && c <= 'Z') table[c] = kLetter | kUpper;
    if (c >= '0' && c <= '9') table[c] = kDigitClass;
  }
  return table;
}();

std::uint8_t class_of(char32_t c) {
  if (c < 128) return kClasses[c];
  if (is_letter(c)) return static_cast<std::uint8_t>(kLetter | (is_upper(c) ? kUpper : 0));
  if (is_digit(c)) return kDigitClass;
  if (is_white(c)) return kWhite;
  // Invisible characters hang on the word that they stand in.
  return is_invisible(c) ? kLetter : kOther;
}

constexpr auto kDomains = std::to_array<std::string_view>(
    {"am",   "au",  "az", "biz", "by", "ca",  "ch",  "cn",   "co",  "com", "de", "edu", "eu", "fr", "gov", "il",
     "info", "int", "io", "ir",  "kz", "mil", "net", "news", "org", "ru",  "su", "tv",  "ua", "uk", "us"});

class Scanner {
 public:
  Scanner(std::string_view text, Span span) : text_(text.substr(0, std::min<std::size_t>(span.end, text.size()))) {
    at_ = std::min<std::size_t>(span.begin, text_.size());
  }

  std::vector<Token> run() {
    tokens_.reserve((text_.size() - at_) / 5 + 4);
    bool space = false;
    while (at_ < text_.size()) {
      const CodePoint c = peek(at_);
      const std::uint8_t kind = class_of(c.value);
      if ((kind & kWhite) != 0) {
        at_ += c.size;
        space = true;
        continue;
      }
      space_ = space;
      space = false;
      if ((kind & kLetter) != 0)
        take_word();
      else if ((kind & kDigitClass) != 0)
        take_number();
      else
        take_mark(c);
    }
    return std::move(tokens_);
  }

 private:
  CodePoint peek(std::size_t i) const {
    if (i >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[i]);
    return byte < 0x80 ? CodePoint{byte, 1} : code_point_at(text_, i);
  }

  bool letter_at(std::size_t i) const { return (class_of(peek(i).value) & kLetter) != 0; }
  bool digit_at(std::size_t i) const { return (class_of(peek(i).value) & kDigitClass) != 0; }

  void add(std::size_t begin, std::size_t end, TokenKind kind, bool capital = false, bool all_capitals = false) {
    tokens_.push_back(Token{make_span(begin, end), kind, capital, all_capitals, space_});
    space_ = false;
    at_ = end;
  }

  // Letters, digits and what may stand inside a word; hyphens and apostrophes only between letters.
  std::size_t word_end(std::size_t i, std::size_t& letters, std::size_t& upper) const {
    while (i < text_.size()) {
      const CodePoint c = peek(i);
      const std::uint8_t kind = class_of(c.value);
      if ((kind & kLetter) != 0) {
        ++letters;
        if ((kind & kUpper) != 0) ++upper;
        i += c.size;
      } else if ((kind & kDigitClass) != 0 || c.value == '_') {
        i += c.size;
      } else if (c.value == '-' || c.value == 0x2010 || c.value == 0x2011 || c.value == '&') {
        const bool next = letter_at(i + c.size) || (c.value != '&' && digit_at(i + c.size));
        if (!next) break;
        i += c.size;
      } else if (is_apostrophe(c.value) && letter_at(i + c.size)) {
        i += c.size;
      } else {
        break;
      }
    }
    return i;
  }

  // Where the clitic of text_[begin, end) begins (’s ’re ’ve ’ll ’d ’m), or `end`.
  std::size_t clitic(std::size_t begin, std::size_t end) const {
    for (std::size_t tail = 1; tail <= 2 && begin + tail + 1 < end; ++tail) {
      const CodePoint mark = code_point_before(text_, end - tail);
      if (!is_apostrophe(mark.value) || end - tail - mark.size <= begin) continue;
      const std::string_view word = text_.substr(end - tail, tail);
      for (const std::string_view known : {"s", "re", "ve", "ll", "d", "m"})
        if (same_ascii(word, known)) return end - tail - mark.size;
    }
    return end;
  }

  void take_word() {
    const std::size_t begin = at_;
    const char first = text_[begin];
    if (first == 'h' || first == 'w' || first == 'f') {
      if (const std::size_t size = url_size(text_, begin); size > 0) return add(begin, begin + size, TokenKind::url);
    }
    std::size_t letters = 0;
    std::size_t upper = 0;
    std::size_t end = word_end(begin, letters, upper);
    const bool capital = (class_of(peek(begin).value) & kUpper) != 0;
    const char after = end < text_.size() ? text_[end] : ' ';
    if (after == '@' && letter_at(end + 1)) {
      if (const std::size_t size = address_size(end); size > end) return add(begin, size, TokenKind::url);
    }
    if (after == '.') {
      if (const std::size_t size = address_size(end); size > end) return add(begin, size, TokenKind::url);
      const std::size_t longer = take_points(begin, end);
      if (longer > end) {
        for (std::size_t i = end; i < longer;) {
          const CodePoint c = peek(i);
          const std::uint8_t kind = class_of(c.value);
          if ((kind & kLetter) != 0) ++letters;
          if ((kind & kUpper) != 0) ++upper;
          i += c.size;
        }
        end = longer;
      }
    }
    const std::size_t cut = clitic(begin, end);
    if (cut < end) {
      const std::size_t tail = end - cut - code_point_at(text_, cut).size;
      letters -= std::min(letters, tail);
      if (is_upper(peek(end - 1).value)) upper -= std::min(upper, tail);
    }
    add(begin, cut, TokenKind::word, capital, letters >= 2 && letters == upper);
    if (cut < end) add(cut, end, TokenKind::word);
  }

  // The end of a word with its points: "U.S.", "U.S.-led", "Mr.", "a.m."; `end` where the point ends a sentence.
  std::size_t take_points(std::size_t begin, std::size_t end) const {
    std::size_t i = end;
    if (end - begin <= 2) {  // U.S. and its like: a letter, a point, a letter, a point
      std::size_t at = end;
      while (at < text_.size() && text_[at] == '.') {
        ++at;
        i = at;
        const CodePoint c = peek(at);
        if ((class_of(c.value) & kLetter) == 0 || at + c.size >= text_.size() || text_[at + c.size] != '.') break;
        at += c.size;
      }
    } else {
      i = end + 1;
    }
    if (!keeps_point(begin, i)) return end;
    if (i < text_.size() && (text_[i] == '-' || is_apostrophe(peek(i).value)) && letter_at(i + peek(i).size)) {
      std::size_t letters = 0;
      std::size_t upper = 0;
      i = word_end(i, letters, upper);
    }
    return i;
  }

  bool keeps_point(std::size_t begin, std::size_t end) const {
    switch (abbreviation_kind(text_.substr(begin, end - begin))) {
      case Abbreviation::none:
        return false;
      case Abbreviation::title:
      case Abbreviation::may_end:
        return true;
      case Abbreviation::before_digit: {
        const std::size_t next = end < text_.size() && text_[end] == ' ' ? end + 1 : end;
        return digit_at(next);
      }
      case Abbreviation::after_comma: {
        if (tokens_.empty()) return false;
        const char mark = text_[tokens_.back().span.begin];
        return mark == ',' || mark == '(' || mark == '-';
      }
    }
    return false;
  }

  // The end of "name@host.org" or "host.org/path" whose first label ends at `i`; `i` where it is no address.
  std::size_t address_size(std::size_t i) const {
    std::size_t end = i;
    bool mail = false;
    while (i < text_.size() && (text_[i] == '.' || (text_[i] == '@' && !mail)) && letter_at(i + 1)) {
      mail = mail || text_[i] == '@';
      const std::size_t begin = i + 1;
      std::size_t stop = begin;
      while (stop < text_.size() &&
             ((kLetter | kDigitClass) & class_of(static_cast<unsigned char>(text_[stop]) & 0x7Fu)) != 0 &&
             static_cast<unsigned char>(text_[stop]) < 0x80)
        ++stop;
      if (stop == begin) break;
      const std::string_view label = text_.substr(begin, stop - begin);
      const bool lower = std::none_of(label.begin(), label.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      if (text_[i] == '.' && lower && std::binary_search(kDomains.begin(), kDomains.end(), label)) end = stop;
      while (stop < text_.size() && text_[stop] == '-') ++stop;
      i = stop;
    }
    if (end > 0 && end < text_.size() && end == i && text_[end] == '/') {
      while (end < text_.size() && static_cast<unsigned char>(text_[end]) > ' ' &&
             static_cast<unsigned char>(text_[end]) < 0x80 &&
             std::string_view("<>\"()[]").find(text_[end]) == std::string_view::npos)
        ++end;
      while (std::string_view(".,;:!?'").find(text_[end - 1]) != std::string_view::npos) --end;
    }
    return end;
  }

  void take_number() {
    const std::size_t begin = at_;
    std::size_t i = begin;
    while (i < text_.size()) {
      const CodePoint c = peek(i);
      const std::uint8_t kind = class_of(c.value);
      const bool inner = c.value == '.' || c.value == ',' || c.value == ':';
      if ((kind & (kLetter | kDigitClass)) != 0 || (inner && digit_at(i + 1)) ||
          (c.value == '-' && (digit_at(i + 1) || letter_at(i + 1))))
        i += c.size;
      else
        break;
    }
    const std::size_t cut = clitic(begin, i);
    add(begin, cut, TokenKind::number);
    if (cut < i) add(cut, i, TokenKind::word);
  }

  // One mark; runs of points, hyphens, back quotes and doubled straight apostrophes stay together.
  void take_mark(CodePoint c) {
    std::size_t end = at_ + c.size;
    if (c.value == '.' || c.value == '-' || c.value == '`' || c.value == '\'' || c.value == '_' || c.value == '*' ||
        c.value == '=') {
      const bool pair = c.value == '`' || c.value == '\'';
      while (end < text_.size() && text_[end] == text_[at_] && !(pair && end - at_ == 2)) ++end;
    }
    add(at_, end, TokenKind::mark);
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  bool space_ = false;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text, Span span) {
  return Scanner(text, span).run();
}

}  // namespace readout
