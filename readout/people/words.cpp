#include "readout/people/words.h"

#include <algorithm>
#include <array>

#include "readout/people/book.h"

namespace readout {
namespace {

constexpr std::uint64_t kBasis = 14695981039346656037ull;
constexpr std::uint64_t kPrime = 1099511628211ull;

using Byte = unsigned char;

Byte byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<Byte>(text[at]) : Byte{0};
}

bool is_ascii_letter(Byte c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// U+2018 and U+2019.
bool is_curly_apostrophe(std::string_view text, std::size_t at) {
  return byte_at(text, at) == 0xE2 && byte_at(text, at + 1) == 0x80 &&
         (byte_at(text, at + 2) == 0x98 || byte_at(text, at + 2) == 0x99);
}

constexpr std::array<bool, 128> kAsciiWord = [] {
  std::array<bool, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c)
    table[c] = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return table;
}();

// Bytes of a letter or digit at `at`; 0 where there is none. All beyond Latin-1 punctuation and U+2000..U+2BFF and the
// CJK marks counts as letters: names come in every script.
std::size_t letter_size(std::string_view text, std::size_t at) {
  const Byte c = byte_at(text, at);
  if (c < 0x80) return kAsciiWord[c] ? 1 : 0;
  if (c < 0xC3) return 0;  // continuation bytes and U+0080..U+00BF
  std::size_t size = 4;
  if (c < 0xE0) {
    size = 2;
  } else if (c < 0xF0) {
    if (c == 0xE2 && byte_at(text, at + 1) < 0xB0) return 0;
    if (c == 0xE3 && byte_at(text, at + 1) == 0x80) return 0;
    if (c == 0xEF) return 0;
    size = 3;
  }
  return at + size <= text.size() ? size : 0;
}

bool is_upper(std::string_view text, std::size_t at) {
  const Byte c = byte_at(text, at);
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const Byte d = byte_at(text, at + 1);
  if (c == 0xC3) return d < 0x9F;
  if (c == 0xC4) return d < 0xB8 ? d % 2 == 0 : d % 2 == 1;
  if (c == 0xC5) return d < 0x89 || d >= 0xB9 ? d % 2 == 1 : d % 2 == 0;
  if (c == 0xD0) return d < 0xB0;
  return false;
}

struct Separator {
  Gap gap = Gap::space;
  bool new_paragraph = false;
};

struct Scanner {
  std::string_view text;
  bool quoted = false;
  std::uint32_t paragraph = 0;
  std::uint32_t sentence = 0;

  void raise(Separator& between, Gap gap) const { between.gap = std::max(between.gap, gap); }

  // Reads the marks from `at` on and says what they separate.
  std::size_t skip(std::size_t at, std::size_t end, Separator& between) {
    while (at < end && letter_size(text, at) == 0) {
      const Byte c = byte_at(text, at);
      if (c == '\n') {
        const bool blank = newline_ends_paragraph(at, end);
        if (blank) {
          raise(between, Gap::paragraph);
          between.new_paragraph = true;
          quoted = false;
        }
        ++at;
        continue;
      }
      if (c == '"') {
        quoted = !quoted;
        raise(between, Gap::quote);
      } else if (c == '.' || c == '!' || c == '?' || c == ';') {
        raise(between, Gap::stop);
      } else if (c == ':') {
        raise(between, Gap::colon);
      } else if (c == ',') {
        raise(between, Gap::comma);
      } else if (c == '(' || c == ')' || c == '[' || c == ']') {
        raise(between, Gap::parenthesis);
      } else if (c == '-' || c == '/' || c == '*' || c == '_' || c == '|') {
        raise(between, Gap::dash);
      } else if (c == '\'') {
        raise(between, Gap::quote);
      } else if (c == 0xC2) {
        const Byte d = byte_at(text, at + 1);
        if (d == 0xAB || d == 0xBB) {
          quoted = d == 0xAB;
          raise(between, Gap::quote);
        }
        at += 2;
        continue;
      } else if (c == 0xE2) {
        const Byte d = byte_at(text, at + 1);
        const Byte e = byte_at(text, at + 2);
        if (d == 0x80 && (e == 0x9C || e == 0x9D || e == 0x9E)) {
          quoted = e != 0x9D;
          raise(between, Gap::quote);
        } else if (d == 0x80 && (e == 0x98 || e == 0x99)) {
          raise(between, Gap::quote);
        } else if (d == 0x80 && e == 0xA6) {
          raise(between, Gap::stop);
        } else if (d == 0x80 && e >= 0x90 && e <= 0x95) {
          raise(between, Gap::dash);
        }
        at += 3;
        continue;
      } else if (c >= 0x80) {
        ++at;
        while (at < end && (byte_at(text, at) & 0xC0) == 0x80) ++at;
        continue;
      }
      ++at;
    }
    return at;
  }

  // A single line break in the middle of a sentence is a wrapped line.
  bool newline_ends_paragraph(std::size_t at, std::size_t end) const {
    if (at + 1 < end && (text[at + 1] == '\n' || text[at + 1] == '\r')) return true;
    std::size_t before = at;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\r' || text[before - 1] == '\n')) --before;
    if (before == 0) return true;
    const Byte last = static_cast<Byte>(text[before - 1]);
    return !is_ascii_letter(last) && last != ',' && last != '-';
  }

  // The end of the word that begins at `at`; `possessive` is where a cut-off 's ends, else 0.
  std::size_t word_end(std::size_t at, std::size_t end, std::size_t& possessive) const {
    std::size_t here = at;
    possessive = 0;
    while (here < end) {
      if (const std::size_t size = letter_size(text, here)) {
        here += size;
        continue;
      }
      const Byte c = byte_at(text, here);
      if (c == '.' && here == at + 1 && is_upper(text, at) && here + 1 < end &&
          is_ascii_letter(byte_at(text, here + 1)) && byte_at(text, here + 2) == '.') {
        here += 3;  // U.S
        while (here + 1 < end && is_ascii_letter(byte_at(text, here)) && byte_at(text, here + 1) == '.') here += 2;
        continue;
      }
      const std::size_t mark = c == '\'' ? 1u : (is_curly_apostrophe(text, here) ? 3u : 0u);
      if (mark != 0) {
        const Byte next = byte_at(text, here + mark);
        if ((next == 's' || next == 'S') && letter_size(text, here + mark + 1) == 0 &&
            byte_at(text, here + mark + 1) != '\'') {
          possessive = here + mark + 1;
          return here;
        }
        if (letter_size(text, here + mark) == 0) return here;
        here += mark;
        continue;
      }
      if (c == '-' && letter_size(text, here + 1) != 0) {
        ++here;
        continue;
      }
      break;
    }
    return here;
  }
};

}  // namespace

std::uint64_t hash_word(std::string_view word) {
  std::uint64_t hash = kBasis;
  for (std::size_t i = 0; i < word.size(); ++i) {
    Byte c = static_cast<Byte>(word[i]);
    if (c >= 'A' && c <= 'Z') {
      c = static_cast<Byte>(c + 32);
    } else if (c == 0xC3 && i + 1 < word.size()) {
      hash = (hash ^ c) * kPrime;
      c = static_cast<Byte>(word[++i]);
      if (c < 0x9F && c != 0x97) c = static_cast<Byte>(c + 0x20);
    } else if (is_curly_apostrophe(word, i)) {
      i += 2;
      c = '\'';
    }
    hash = (hash ^ c) * kPrime;
  }
  return hash;
}

void scan_words(std::string_view text, Span span, bool heading, std::vector<Word>& words) {
  Scanner scanner{text.substr(0, span.end)};
  const std::size_t end = std::min<std::size_t>(span.end, text.size());
  if (!words.empty()) {
    scanner.paragraph = words.back().paragraph + 1;
    scanner.sentence = words.back().sentence + 1;
  }
  const Book& book = english_book();
  bool first = true;
  bool last_ended = true;  // the word before ends a sentence where a stop follows
  std::size_t at = span.begin;
  for (;;) {
    Separator between;
    at = scanner.skip(at, end, between);
    if (at >= end) return;
    Word word;
    std::size_t possessive = 0;
    std::size_t stop = scanner.word_end(at, end, possessive);
    word.begin = static_cast<std::uint32_t>(at);
    word.capital = is_upper(text, at);
    std::string_view letters = text.substr(at, stop - at);
    word.hash = hash_word(letters);
    word.possessive = possessive != 0;
    // "al-Sisi", "el-Baradei": a name although its article is small.
    if (!word.capital && letters.size() > 4 && letters[2] == '-' && is_upper(letters, 3)) word.capital = true;
    std::size_t letter_count = 0;
    bool lower = false;
    for (const char ch : letters) {
      const Byte c = static_cast<Byte>(ch);
      if (c >= 'a' && c <= 'z') lower = true;
      if (is_ascii_letter(c) || c >= 0xC3) ++letter_count;
    }
    word.all_capitals = word.capital && !lower && letter_count >= 2;
    if (word.capital && stop < end && text[stop] == '.' && possessive == 0) {
      const bool one_letter = letters.size() == 1;
      if (one_letter) word.initial = true;
      const std::uint64_t dotted = (word.hash ^ Byte{'.'}) * kPrime;
      if (one_letter || (letters.size() <= 7 && book.knows(dotted))) {
        if (!one_letter) word.hash = dotted;
        ++stop;
      }
    } else if (letters.size() == 1 && word.capital && letters != "I" && letters != "A") {
      word.initial = true;
    }
    word.end = static_cast<std::uint32_t>(stop);
    word.gap = first || between.new_paragraph ? Gap::paragraph : between.gap;
    // A quotation mark opens a sentence only after the end of one or after a comma or colon; a stop always does.
    const bool after_stop = word.gap == Gap::stop || word.gap == Gap::paragraph || word.gap == Gap::colon ||
                            (word.gap == Gap::quote && (last_ended || scanner.quoted));
    if (first || between.new_paragraph) {
      if (!first) ++scanner.paragraph;
      ++scanner.sentence;
    } else if (word.gap == Gap::stop || (word.gap == Gap::quote && last_ended)) {
      ++scanner.sentence;
    }
    word.opens_sentence = after_stop;
    word.quoted = scanner.quoted;
    word.heading = heading;
    word.paragraph = scanner.paragraph;
    word.sentence = scanner.sentence;
    words.push_back(word);
    first = false;
    at = possessive != 0 ? possessive : stop;
    const Byte follows = byte_at(scanner.text, at);
    last_ended = follows == '.' || follows == '!' || follows == '?';
  }
}

std::vector<Word> scan_words(const Document& document) {
  std::vector<Word> words;
  const std::string_view text = document.text.view();
  words.reserve(text.size() / 5);
  if (document.blocks.empty()) {
    scan_words(text, Span{0, document.text.size()}, false, words);
    return words;
  }
  std::uint32_t paragraph = 0;
  bool begun = false;
  for (const Block& block : document.blocks) {
    const bool heading = block.kind == BlockKind::title || block.kind == BlockKind::subhead;
    if (!heading && block.kind != BlockKind::body && block.kind != BlockKind::standfirst) continue;
    const std::size_t from = words.size();
    scan_words(text, block.span, heading, words);
    // Two blocks of one paragraph (a note in brackets between them) are one paragraph here too.
    if (begun && block.paragraph == paragraph && from > 0 && from < words.size() && !heading) {
      const std::uint32_t shift = words[from].paragraph - words[from - 1].paragraph;
      words[from].gap = Gap::stop;
      for (std::size_t i = from; i < words.size(); ++i) words[i].paragraph -= shift;
    }
    paragraph = block.paragraph;
    begun = true;
  }
  return words;
}

std::uint32_t word_at(const std::vector<Word>& words, std::uint32_t offset) {
  const auto found = std::partition_point(words.begin(), words.end(), [&](const Word& w) { return w.end <= offset; });
  return static_cast<std::uint32_t>(found - words.begin());
}

}  // namespace readout
