#include "readout/verify/words.h"

#include <algorithm>
#include <array>
#include <map>

#include "readout/base/lexicon.h"
#include "readout/text/characters.h"
#include "readout/text/fold.h"
#include "readout/text/tokens.h"

namespace readout {
namespace {

bool is_word(char32_t c) {
  return is_letter(c) || is_digit(c);
}

bool is_sign(char32_t c) {
  return c == '%' || c == '$' || c == '&' || c == '+' || c == '=' || c == '<' || c == '>' || c == 0x20AC || c == 0xA3 ||
         c == 0xA5 || c == 0xB0 || c == 0xA7 || c == 0xB1 || c == 0x2030 || c == 0x2264 || c == 0x2265;
}

bool is_hyphen(char32_t c) {
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xAD;
}
bool is_minus(char32_t c) {
  return c == '-' || c == 0x2212 || c == 0x2013;
}

// Cyrillic and Greek letters that are printed like a Latin one.
char32_t latin_twin(char32_t c) {
  static constexpr std::pair<char32_t, char> kTwins[] = {
      {0x430, 'a'}, {0x435, 'e'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x456, 'i'},
      {0x458, 'j'}, {0x455, 's'}, {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'},
      {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x406, 'I'}, {0x408, 'J'},
      {0x405, 'S'}, {0x3BF, 'o'}, {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x397, 'H'}, {0x399, 'I'}, {0x39A, 'K'},
      {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'}, {0x3A5, 'Y'}, {0x3A7, 'X'}};
  for (const auto& [other, latin] : kTwins)
    if (other == c) return static_cast<char32_t>(latin);
  return c;
}

std::string without_twins(std::string_view word) {
  bool latin = false;
  for (const char c : word) latin = latin || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (!latin) return std::string(word);
  std::string out;
  for (std::size_t i = 0; i < word.size();) {
    const CodePoint c = code_point_at(word, i);
    append_utf8(out, latin_twin(c.value));
    i += c.size;
  }
  return out;
}

// Full-width forms as the ASCII ones, so that the points inside numbers stay.
std::string narrow(std::string_view word) {
  std::string out;
  for (std::size_t i = 0; i < word.size(); i += code_point_at(word, i).size) {
    const char32_t c = code_point_at(word, i).value;
    append_utf8(out, c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c);
  }
  return out;
}

std::string fold_one(std::string_view raw) {
  std::string folded;
  if (is_ascii(raw)) {
    for (const char c : raw) folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return folded;
  }
  if (const std::string ascii = narrow(raw); is_ascii(ascii)) return fold_one(ascii);
  return fold_words(without_twins(raw));
}

// The end of a hyphen at a line's end and of the white space after it, where a lower-case letter goes on; 0 otherwise.
std::size_t line_break_hyphen(std::string_view text, std::size_t at) {
  const CodePoint hyphen = code_point_at(text, at);
  if (!is_hyphen(hyphen.value)) return 0;
  std::size_t i = at + hyphen.size;
  std::size_t lines = 0;
  for (; i < text.size() && is_white(code_point_at(text, i).value); i += code_point_at(text, i).size)
    lines += text[i] == '\n';
  return lines == 1 && i < text.size() && is_lower(code_point_at(text, i).value) ? i : 0;
}

// "[T]he": the quoter changed the first letter. The size of "[T]", 0 where there is none.
std::size_t bracketed_letter(std::string_view text, std::size_t at) {
  if (text[at] != '[') return 0;
  const CodePoint letter = code_point_at(text, at + 1);
  if (letter.size == 0 || !is_letter(letter.value)) return 0;
  const std::size_t close = at + 1 + letter.size;
  if (close + 1 >= text.size() || text[close] != ']' || !is_letter(code_point_at(text, close + 1).value)) return 0;
  return close + 1 - at;
}

constexpr std::uint64_t kHashSeed = 0xCBF29CE484222325u;  // FNV-1a, then a mix so that short words spread
constexpr std::uint64_t kHashFactor = 0x100000001B3u;

std::uint64_t mix(std::uint64_t hash) {
  hash ^= hash >> 32;
  return hash * 0x9E3779B97F4A7C15u;
}

// What a byte is where nothing but ASCII stands around it: a letter or digit in lower case, or 0.
constexpr std::array<char, 256> kPlain = [] {
  std::array<char, 256> plain{};
  for (int c = '0'; c <= '9'; ++c) plain[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'a'; c <= 'z'; ++c) plain[static_cast<std::size_t>(c)] = static_cast<char>(c);
  for (int c = 'A'; c <= 'Z'; ++c) plain[static_cast<std::size_t>(c)] = static_cast<char>(c + 32);
  return plain;
}();

// What a hyphen at the end of a line does: join the parts for good, or part them and keep the other reading too.
enum class Broken : std::uint8_t { joined, parted };

class Splitter {
 public:
  Splitter(std::string_view text, Broken mode) : text_(text), mode_(mode) {}

  FoldedText split() {
    std::size_t i = 0;
    while (i < text_.size()) {
      if (const std::size_t end = take_plain_word(i); end > i) {
        i = end;
        continue;
      }
      const CodePoint c = code_point_at(text_, i);
      if (is_word(c.value))
        i = take_word(i, {}, i);
      else if (const std::size_t size = bracketed_letter(text_, i); size > 0)
        i = take_word(i, std::string(text_.substr(i + 1, size - 2)), i + size);
      else if (is_sign(c.value))
        i = take_sign(i, c);
      else if (is_minus(c.value) && begins_number(i, c))
        i = take_word(i, "-", i + c.size);
      else
        i += c.size;
    }
    return std::move(out_);
  }

 private:
  // Most words: letters and digits of ASCII with nothing behind them that could belong to them. `at` where there is
  // none.
  std::size_t take_plain_word(std::size_t at) {
    std::uint64_t hash = kHashSeed;
    std::size_t end = at;
    for (; end < text_.size(); ++end) {
      const char plain = kPlain[static_cast<unsigned char>(text_[end])];
      if (plain == 0) break;
      hash = (hash ^ static_cast<unsigned char>(plain)) * kHashFactor;
    }
    if (end == at || !chain_.empty()) return at;
    if (end < text_.size()) {
      const char next = text_[end];
      if (static_cast<unsigned char>(next) >= 0x80 || next == '\'' || next == '-') return at;
      if ((next == '.' || next == ',') && end + 1 < text_.size() && text_[end + 1] != ' ' && text_[end + 1] != '\n')
        return at;
    }
    out_.words.push_back({make_span(at, end), mix(hash)});
    return end;
  }

  bool begins_number(std::size_t at, CodePoint minus) const {
    if (!is_digit(code_point_at(text_, at + minus.size).value)) return false;
    if (at == 0) return true;
    const char32_t before = code_point_before(text_, at).value;
    return is_white(before) || before == '(';
  }

  std::size_t take_sign(std::size_t at, CodePoint c) {
    // ">=" is what a keyboard without ≥ writes.
    const std::size_t end = at + c.size;
    if ((c.value == '<' || c.value == '>') && end < text_.size() && text_[end] == '=') {
      out_.words.push_back({make_span(at, end + 1), word_key(c.value == '<' ? "≤" : "≥")});
      return end + 1;
    }
    out_.words.push_back({make_span(at, end), word_key(text_.substr(at, c.size))});
    return end;
  }

  // The letters from `from` on, with `head` before them; the word begins at `begin`.
  std::size_t take_word(std::size_t begin, std::string head, std::size_t from) {
    std::string raw = std::move(head);
    std::size_t i = from;
    std::size_t end = from;
    bool breaks = false;
    while (i < text_.size()) {
      const CodePoint c = code_point_at(text_, i);
      if (is_word(c.value)) {
        raw.append(text_.substr(i, c.size));
        i += c.size;
        end = i;
        continue;
      }
      const char32_t next = i + c.size < text_.size() ? code_point_at(text_, i + c.size).value : 0;
      if (is_invisible(c.value)) {
        const std::size_t after = line_break_hyphen(text_, i);
        i = after > 0 ? after : i + c.size;
        continue;
      }
      if (end != i) break;
      const char32_t before = end > begin ? code_point_before(text_, end).value : 0;
      if (is_apostrophe(c.value) && is_letter(before) && is_letter(next)) {
        raw += '\'';
        i += c.size;
        end = i;
        continue;
      }
      if (c.value == '.' && is_initial(begin, end) && begins_initial(i + 1)) {
        i += c.size;
        end = i;
        continue;
      }
      if ((c.value == '.' || c.value == ',') && is_digit(before) && is_digit(next)) {
        raw += static_cast<char>(c.value);
        i += c.size;
        end = i;
        continue;
      }
      const std::size_t after = line_break_hyphen(text_, i);
      breaks = after > 0 && mode_ == Broken::parted;
      if (after > 0 && !breaks) {
        i = after;
        end = after;
        continue;
      }
      break;
    }
    out_.words.push_back({make_span(begin, end), word_key(fold_one(raw))});
    lengthen_chain(raw, breaks);
    return std::max(i, end);
  }

  // A chain is the parts of one word that go over two or more lines; each longer reading of it is kept, and that of
  // the last two parts.
  void lengthen_chain(const std::string& part, bool breaks) {
    const auto size = static_cast<std::uint32_t>(out_.words.size());
    if (!chain_.empty()) {
      if (size - chain_first_ > 2) out_.broken.push_back({size - 2, 2, word_key(fold_one(last_part_ + part))});
      chain_ += part;
      out_.broken.push_back({chain_first_, size - chain_first_, word_key(fold_one(chain_))});
    } else if (breaks) {
      chain_first_ = size - 1;
      chain_ = part;
    }
    last_part_ = part;
    if (!breaks || size - chain_first_ >= kMostParts) chain_.clear();
  }

  // "U" and "U.S" of "U.S.A.": single letters, each with its point.
  bool is_initial(std::size_t begin, std::size_t end) const {
    const CodePoint last = code_point_before(text_, end);
    if (!is_letter(last.value)) return false;
    return end - last.size == begin || text_[end - last.size - 1] == '.';
  }

  bool begins_initial(std::size_t at) const {
    const CodePoint letter = code_point_at(text_, at);
    return is_letter(letter.value) && !is_word(code_point_at(text_, at + letter.size).value);
  }

  static constexpr std::uint32_t kMostParts = 4;

  std::string_view text_;
  Broken mode_;
  FoldedText out_;
  std::string chain_;  // the parts so far; empty: no word is being broken
  std::string last_part_;
  std::uint32_t chain_first_ = 0;
};

}  // namespace

std::uint64_t word_key(std::string_view folded) {
  std::uint64_t hash = kHashSeed;
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * kHashFactor;
  return mix(hash);
}

FoldedText fold_text(std::string_view text) {
  FoldedText folded = Splitter(text, Broken::parted).split();
  std::ranges::sort(folded.broken, {}, [](const BrokenWord& word) { return std::pair(word.first, word.count); });
  return folded;
}

std::vector<FoldedWord> fold_into_words(std::string_view text) {
  return Splitter(text, Broken::joined).split().words;
}

void read_words(const FoldedText& text, std::size_t begin, std::size_t end,
                const std::unordered_set<std::uint64_t>& known, std::vector<FoldedWord>& read) {
  auto broken = std::ranges::lower_bound(text.broken, begin, {}, &BrokenWord::first);
  for (std::size_t i = begin; i < end;) {
    FoldedWord word = text.words[i];
    std::size_t count = 1;
    for (; broken != text.broken.end() && broken->first <= i; ++broken) {
      if (broken->first < i || i + broken->count > end || !known.contains(broken->key)) continue;
      word = {{word.span.begin, text.words[i + broken->count - 1].span.end}, broken->key};
      count = broken->count;
    }
    read.push_back(word);
    i += count;
  }
}

bool sentence_ends_after(std::string_view text, const std::vector<FoldedWord>& words, std::size_t i) {
  const std::size_t begin = words[i].span.end;
  const std::size_t end = i + 1 < words.size() ? words[i + 1].span.begin : text.size();
  const std::string_view between = text.substr(begin, end - begin);
  bool stop = false;
  std::size_t lines = 0;
  for (const char c : between) {
    stop = stop || c == '.' || c == '!' || c == '?';
    lines = c == '\n' ? lines + 1 : (c == ' ' || c == '\t' || c == '\r') ? lines : 0;
    if (lines > 1) return true;
  }
  if (between.find("…") != std::string_view::npos) stop = true;
  if (!stop) return false;
  if (i + 1 == words.size()) return true;
  if (between.starts_with(".") && is_abbreviation(std::string(slice(text, words[i].span)) + ".")) return false;
  return !is_lower(code_point_at(text, words[i + 1].span.begin).value);
}

Turn turn_of(std::string_view word) {
  static const std::map<std::string_view, Turn> kTurns = [] {
    std::map<std::string_view, Turn> turns;
    for (const auto& row : rows(embedded("en/turns.tsv"))) {
      if (row.size() < 2) continue;
      turns[row[0]] = row[1] == "negation"    ? Turn::negation
                      : row[1] == "condition" ? Turn::condition
                      : row[1] == "denial"    ? Turn::denial
                                              : Turn::limit;
    }
    return turns;
  }();
  const std::string folded = fold_words(word);
  if (folded.ends_with("n't")) return Turn::negation;
  const auto found = kTurns.find(folded);
  return found == kTurns.end() ? Turn::none : found->second;
}

}  // namespace readout
