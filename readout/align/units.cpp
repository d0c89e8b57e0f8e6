#include "readout/align/units.h"

#include <libstemmer.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>

#include "readout/align/forms.h"
#include "readout/align/keys.h"
#include "readout/align/thesaurus.h"
#include "readout/align/values.h"
#include "readout/text/characters.h"
#include "readout/text/fold.h"
#include "readout/text/tokens.h"

namespace readout {
namespace {

using Stemmer = std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)>;

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

// Straight marks of the two sizes; 0 for what is no quotation mark.
char quote_form(char32_t c) {
  switch (c) {
    case '"':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
    case 0xFF02:
    case 0x300C:
    case 0x300D:
      return '"';
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0x2032:
      return '\'';
    default:
      return 0;
  }
}

bool is_bracket(char32_t c) {
  return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}' || (c >= 0x3008 && c <= 0x3011);
}

// Signs that are read as words: 19% is nineteen percent.
bool is_read_aloud(char32_t c) {
  return c == '%' || c == '$' || c == '&' || c == 0x20AC || c == 0xA3 || c == 0xA5;
}

// What was described before, by form: a text says the same few words again and again, and so does the next text. A
// slot holds one form, the last that fell on it; what it tells hangs on the form alone, so that who asked first and
// from which text does not matter. One for each thread, so that nobody waits.
class Described {
 public:
  Described() : slots_(kSlots), stemmer_(sb_stemmer_new("english", "UTF_8"), sb_stemmer_delete) {}

  // The slot of the form; `known` where it stands there.
  Unit& slot(const Token& token, std::uint64_t exact, bool& known) {
    const std::uint64_t key = join_keys(exact, static_cast<std::uint64_t>(token.kind) * 2 + (token.capital ? 1 : 0));
    Slot& slot = slots_[key % kSlots];
    known = slot.key == key;
    slot.key = key;
    return slot.unit;
  }

  std::string_view stem(std::string_view word) {
    if (!stemmer_ || word.size() > 64) return word;
    const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
    const sb_symbol* out = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
    if (out == nullptr) return word;
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

 private:
  static constexpr std::size_t kSlots = 8192;  // of some 140 bytes

  struct Slot {
    std::uint64_t key = 0;
    Unit unit;
  };

  std::vector<Slot> slots_;
  Stemmer stemmer_;
};

class UnitMaker {
 public:
  UnitMaker(std::string_view text, Span span, Described& described)
      : text_(text), tokens_(tokenize(text, span)), described_(described) {
    units_.reserve(tokens_.size());
  }

  std::vector<Unit> run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t end = take_ellipsis(i);
      if (end > i) {
        i = end;
      } else if (tokens_[i].kind != TokenKind::mark) {
        add_word(tokens_[i], tokens_[i].span);
        ++i;
      } else if (is_parted_clitic(i)) {
        add_word(tokens_[i], {tokens_[i].span.begin, tokens_[i + 1].span.end});
        i += 2;
      } else {
        add_mark(tokens_[i]);
        ++i;
      }
    }
    set_values(units_);
    return std::move(units_);
  }

 private:
  bool is_points(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != TokenKind::mark) return false;
    const std::string_view token = slice(text_, tokens_[i].span);
    return token == "…" || token.find_first_not_of('.') == std::string_view::npos;
  }

  // Past "...", "…", ". . .", and any of them in brackets; `i` where none begins.
  std::size_t take_ellipsis(std::size_t i) {
    const char first = text_[tokens_[i].span.begin];
    const bool bracketed = first == '[' || first == '(';
    std::size_t end = i + (bracketed ? 1 : 0);
    std::size_t points = 0;
    for (; is_points(end); ++end) {
      const std::string_view token = slice(text_, tokens_[end].span);
      points += token == "…" ? 3 : token.size();
      if (!bracketed && points >= 3) {
        ++end;
        break;
      }
    }
    if (points < (bracketed ? 2u : 3u)) return i;
    if (bracketed) {
      if (end >= tokens_.size() || (text_[tokens_[end].span.begin] != ']' && text_[tokens_[end].span.begin] != ')'))
        return i;
      ++end;
    }
    Unit unit = blank(tokens_[i], {tokens_[i].span.begin, tokens_[end - 1].span.end}, UnitKind::ellipsis);
    unit.folded = form_key("...");
    units_.push_back(unit);
    return end;
  }

  // "china 's": a corpus that parts its words with blanks parts clitics so.
  bool is_parted_clitic(std::size_t i) const {
    if (i + 1 >= tokens_.size() || !tokens_[i].space_before || tokens_[i + 1].space_before) return false;
    if (!is_apostrophe(code_point_at(text_, tokens_[i].span.begin).value)) return false;
    const std::string_view word = slice(text_, tokens_[i + 1].span);
    for (const std::string_view clitic : {"s", "re", "ve", "ll", "d", "m"})
      if (word == clitic) return true;
    return false;
  }

  Unit blank(const Token& token, Span span, UnitKind kind) const {
    Unit unit;
    unit.span = span;
    unit.kind = kind;
    unit.space_before = token.space_before;
    unit.exact = form_key(slice(text_, span));
    return unit;
  }

  void add_mark(const Token& token) {
    const char32_t c = code_point_at(text_, token.span.begin).value;
    Unit unit = blank(token, token.span, UnitKind::punctuation);
    unit.folded = unit.exact;
    if (is_points_only(token.span)) {
      unit.folded = form_key(".");
    } else if (const char quote = quote_form(c); quote != 0) {
      unit.kind = UnitKind::quotation_mark;
      unit.folded = form_key(token.span.size() == 2 && quote == '\'' ? "\"" : std::string_view(&quote, 1));
    } else if (is_dash(c)) {
      unit.folded = form_key("-");
    } else if (is_bracket(c)) {
      unit.kind = UnitKind::bracket;
    } else if (is_read_aloud(c)) {
      unit.kind = UnitKind::word;
      unit.spelling = unit.stem = unit.head = unit.folded;
    }
    units_.push_back(unit);
  }

  bool is_points_only(Span span) const { return slice(text_, span).find_first_not_of('.') == std::string_view::npos; }

  void add_word(const Token& token, Span span) {
    Unit unit = blank(token, span, UnitKind::word);
    bool known = false;
    Unit& described = described_.slot(token, unit.exact, known);
    if (!known) {
      described = unit;
      describe(token, described);
    }
    unit = described;
    unit.span = span;
    unit.space_before = token.space_before;
    if (unit.kind == UnitKind::word && token.capital && !opens_sentence(span.begin)) unit.kind = UnitKind::name;
    units_.push_back(unit);
  }

  // "giveth" is "give", "falleth" is "fall"; "Kenneth" stays as it is.
  void lead_back(std::string_view folded, Unit& unit) {
    if (english_thesaurus().entry(unit.stem) != 0) return;
    const std::uint64_t stem = form_key(described_.stem(folded.substr(0, folded.size() - 2)));
    if (english_thesaurus().entry(stem) != 0) unit.stem = stem;
  }

  // All that hangs on the form alone.
  void describe(const Token& token, Unit& unit) {
    const std::string folded = fold(slice(text_, unit.span));
    unit.capital = token.capital;
    std::size_t kept = std::min(folded.size(), unit.letters.size());
    while (kept < folded.size() && kept > 0 && (static_cast<unsigned char>(folded[kept]) & 0xC0) == 0x80) --kept;
    std::copy_n(folded.begin(), kept, unit.letters.begin());
    unit.size = static_cast<std::uint8_t>(kept);
    for (const char c : folded) unit.signature |= 1u << (static_cast<unsigned char>(c) & 31u);
    unit.folded = form_key(folded);
    const WordForm* form = english_forms().find(unit.folded);
    unit.spelling = form != nullptr && form->spelling != 0 ? form->spelling : unit.folded;
    std::size_t head = 0;
    for (std::size_t letters = 0; head < folded.size() && letters < 4; ++letters)
      head += std::max<std::size_t>(code_point_at(folded, head).size, 1);
    unit.head = form_key(std::string_view(folded).substr(0, head));
    unit.stem =
        form_key(described_.stem(form != nullptr && !form->base.empty() ? form->base : std::string_view(folded)));
    if (form == nullptr && folded.size() >= 6 && folded.ends_with("eth")) lead_back(folded, unit);
    unit.entry = english_thesaurus().entry(unit.stem);
    if (token.kind == TokenKind::number || (form != nullptr && form->number >= 0))
      unit.kind = UnitKind::number;
    else if (form != nullptr && form->month != 0 && (folded != "may" && folded != "march"))
      unit.kind = UnitKind::date_part;
    else if (form != nullptr && (form->month != 0 || form->weekday != 0) && (form->weekday != 0 || token.capital))
      unit.kind = UnitKind::date_part;
    else if (form != nullptr && form->function_word)
      unit.kind = UnitKind::function_word;
    if (unit.kind == UnitKind::word && (token.capital || unit.entry == 0)) {
      const std::string name = fold_name(slice(text_, unit.span));
      if (name.size() >= 2) unit.name = form_key(name);
    }
  }

  static std::string fold(std::string_view word) {
    if (!is_ascii(word)) {
      // "’ll": an apostrophe counts between two letters only, and here the first is another unit's.
      const CodePoint first = code_point_at(word, 0);
      return is_apostrophe(first.value) ? "'" + fold_words_kept(word.substr(first.size)) : fold_words_kept(word);
    }
    std::string out(word);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }

  // Case, width, ligatures and invisible characters folded, hyphens kept.
  static std::string fold_words_kept(std::string_view word) {
    std::string out;
    std::size_t begin = 0;
    // A clitic keeps its apostrophe, whatever its style: ’ve = 've.
    if (const CodePoint first = code_point_at(word, 0); is_apostrophe(first.value) && word.size() > first.size) {
      out = "'";
      begin = first.size;
    }
    for (std::size_t i = begin; i < word.size();) {
      const CodePoint c = code_point_at(word, i);
      if (is_dash(c.value)) {
        out += fold_words(word.substr(begin, i - begin));
        out += '-';
        begin = i + c.size;
      }
      i += c.size;
    }
    out += fold_words(word.substr(begin));
    return out;
  }

  // A capital says nothing here: a sentence, a line or a quotation begins.
  bool opens_sentence(std::uint32_t begin) const {
    for (std::size_t i = units_.size(); i-- > 0;) {
      const Unit& before = units_[i];
      if (text_.substr(before.span.end, begin - before.span.end).find('\n') != std::string_view::npos) return true;
      if (before.kind == UnitKind::quotation_mark || before.kind == UnitKind::ellipsis) return true;
      if (before.kind == UnitKind::bracket) {
        begin = before.span.begin;
        continue;
      }
      const char first = text_[before.span.begin];
      return before.kind == UnitKind::punctuation && (first == '.' || first == '!' || first == '?' || first == ':');
    }
    return true;
  }

  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<Unit> units_;
  Described& described_;
};

}  // namespace

std::vector<Unit> make_units(std::string_view text, Span span) {
  thread_local Described described;
  return UnitMaker(text, span, described).run();
}

bool is_word(UnitKind kind) {
  return kind <= UnitKind::name;
}

}  // namespace readout
