#include "readout/people/printed_name.h"

#include <algorithm>
#include <array>

#include "readout/people/book.h"
#include "readout/people/markers.h"
#include "readout/people/words.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::size_t kLongestName = 400;  // bytes; what is longer is no name
constexpr std::size_t kLeastForSpelling = 5;

bool is_suffix(std::string_view folded) {
  constexpr std::array<std::string_view, 14> kSuffixes = {"jr", "sr", "i",  "iii", "iv",  "kc",  "qc",
                                                          "sc", "mp", "md", "phd", "obe", "mep", "esq"};
  return std::ranges::find(kSuffixes, folded) != kSuffixes.end();
}

// "Q41", "A", "12": the number of a question or a paragraph.
bool is_number_mark(std::string_view word) {
  if (!word.empty() && (word[0] == 'Q' || word[0] == 'A')) word.remove_prefix(1);
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

class NameReader {
 public:
  explicit NameReader(std::string_view name) : name_(name.substr(0, kLongestName)), book_(english_book()) {
    scan_words(name_, make_span(0, name_.size()), false, words_);
  }

  PrintedName read() {
    bool named = true;  // still before the comma or bracket that ends the name
    std::size_t honorific = words_.size();
    for (std::size_t i = 0; i < words_.size();) {
      const Word& word = words_[i];
      const std::string_view printed = slice(name_, word.span());
      if (i == 0 && words_.size() > 1 && is_number_mark(printed)) {
        ++i;
        continue;
      }
      if (i > 0 && word.gap != Gap::space && word.gap != Gap::quote && word.gap != Gap::stop)
        named = out_.words.empty();
      const bool last = i + 1 == words_.size() || words_[i + 1].gap > Gap::space;
      const bool whole_name = named && is_capital(word, printed) &&
                              ((last && (!out_.words.empty() || honorific + 1 == i)) || begins_given_name(i));
      const BookPhrase* phrase = whole_name ? nullptr : book_.match(words_, i, words_.size(), kAllPhrases);
      if (phrase != nullptr) {
        if (phrase->kind == PhraseKind::role || phrase->kind == PhraseKind::roles) {
          // "District Judge Ida Roth": what stands before the office belongs to it.
          const std::size_t next = i + phrase->length;
          if (named && !out_.words.empty() && next < words_.size() && words_[next].gap == Gap::space &&
              words_[next].capital) {
            out_.about.insert(out_.about.end(), out_.words.begin(), out_.words.end());
            out_.words.clear();
            out_.gender = '-';
            org_ = false;
          }
          const Role& role = book_.role(phrase->id);
          if (role.gender != '-' && out_.gender == '-' && (named || out_.words.empty())) out_.gender = role.gender;
          if (role.honorific)
            honorific = i + phrase->length - 1;
          else
            out_.roles.push_back(phrase->id);
        }
        if (phrase->kind == PhraseKind::institution) out_.organisation = out_.organisation || named;
        for (std::size_t k = i; k < i + phrase->length; ++k) add_about(words_[k]);
        i += phrase->length;
        continue;
      }
      const std::string folded = fold_name(printed);
      // "Ida Roth's lawyer": somebody else, who is hers.
      if (named && word.possessive && !last) {
        for (const std::string& owner : out_.words) out_.about.push_back(owner);
        out_.about.push_back(folded);
        out_.words.clear();
        out_.gender = '-';
        org_ = false;
        ++i;
        continue;
      }
      if (is_determiner(word) || is_indefinite(word)) {
        out_.indefinite = out_.indefinite || (i == 0 && is_indefinite(word));
      } else if (named && is_capital(word, printed) && !is_suffix(folded)) {
        add_name(word, folded);
      } else if (named && is_particle(word) && !out_.words.empty() && !last) {
        out_.words.push_back(folded);
      } else if (!is_suffix(folded)) {
        if (!is_capital(word, printed) && !out_.words.empty()) named = named && is_preposition(word) && org_;
        add_about(word);
      }
      ++i;
    }
    const bool given = !out_.words.empty() && out_.words.size() == 2 && out_.gender != '-';
    if (org_ && !given) out_.organisation = true;
    if (out_.organisation && out_.roles.empty() && out_.words.empty()) out_.words = out_.about;
    return std::move(out_);
  }

 private:
  static constexpr unsigned kAllPhrases = bit(PhraseKind::role) | bit(PhraseKind::roles) |
                                          bit(PhraseKind::institution) | bit(PhraseKind::country) |
                                          bit(PhraseKind::adjective);

  static bool is_capital(const Word& word, std::string_view printed) {
    return word.capital || word.initial || (!printed.empty() && static_cast<unsigned char>(printed[0]) >= 0x80);
  }

  // "Dean Heller", "Jordan Ames": a given name wins over the role or the place of the same spelling.
  bool begins_given_name(std::size_t i) const {
    return out_.words.empty() && book_.given_name(words_[i].hash) != nullptr && i + 1 < words_.size() &&
           words_[i + 1].gap == Gap::space && words_[i + 1].capital &&
           book_.match(words_, i + 1, words_.size(), bit(PhraseKind::role)) == nullptr;
  }

  void add_name(const Word& word, const std::string& folded) {
    if (out_.words.empty())
      if (const GivenName* given = book_.given_name(word.hash); given != nullptr && out_.gender == '-')
        out_.gender = given->gender;
    if (book_.is_org_head(word.hash) || book_.is_noun(word.hash)) org_ = true;
    // "Okafor-Lind" may be met as "Lind" alone.
    std::size_t begin = 0;
    const std::string_view printed = slice(name_, word.span());
    if (word.initial || printed.find('-') == std::string_view::npos) {
      out_.words.push_back(folded);
      return;
    }
    while (begin <= printed.size()) {
      const std::size_t end = std::min(printed.find('-', begin), printed.size());
      if (end > begin) out_.words.push_back(fold_name(printed.substr(begin, end - begin)));
      begin = end + 1;
    }
  }

  void add_about(const Word& word) {
    if (is_determiner(word) || is_preposition(word) || word.end - word.begin < 2) return;
    std::string folded = fold_name(slice(name_, word.span()));
    if (std::ranges::find(out_.about, folded) == out_.about.end()) out_.about.push_back(std::move(folded));
  }

  std::string_view name_;
  const Book& book_;
  std::vector<Word> words_;
  PrintedName out_;
  bool org_ = false;
};

// One letter changed, dropped or added: "Petrenko" and "Petrenka".
bool is_near_spelling(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < kLeastForSpelling || b.size() - a.size() > 1) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < a.size() - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  return head + tail + 1 >= b.size();
}

NameMatch compare_words(std::string_view a, std::string_view b) {
  if (a == b) return NameMatch::same;
  if (a.empty() || b.empty()) return NameMatch::unsure;
  if (a.size() == 1 || b.size() == 1) return a[0] == b[0] ? NameMatch::same : NameMatch::other;
  return is_near_spelling(a, b) ? NameMatch::unsure : NameMatch::other;
}

NameMatch worse(NameMatch a, NameMatch b) {
  return std::max(a, b);
}

NameMatch compare_given(const std::string& a, const std::string& b) {
  const NameMatch match = compare_words(a, b);
  if (match != NameMatch::other) return match;
  const GivenName* left = english_book().given_name(hash_word(a));
  const GivenName* right = english_book().given_name(hash_word(b));
  return left != nullptr && right != nullptr && left->full == right->full ? NameMatch::same : NameMatch::other;
}

bool holds(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

bool holds_all(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  return std::ranges::all_of(wanted, [&](const std::string& word) { return holds(words, word); });
}

NameMatch compare_persons(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const auto& few = a.size() <= b.size() ? a : b;
  const auto& many = a.size() <= b.size() ? b : a;
  if (few.size() == 1) {
    NameMatch best = NameMatch::other;
    // "Vance" and "Jory Vance", "Silas" and "Silas Ledbury"; an initial alone is nobody's name.
    for (const std::string& word : many)
      if (word.size() > 1 && few[0].size() > 1) best = std::min(best, compare_words(few[0], word));
    return best;
  }
  if (holds_all(many, few)) return NameMatch::same;  // whatever order a language puts them in
  const NameMatch family = compare_words(few.back(), many.back());
  if (family == NameMatch::other) {
    // A surname of two parts of which one is left out: "Ruth Okafor" and "Ruth Okafor-Lind".
    const bool inner = holds(many, few.back()) && few.back() != many.front();
    if (!inner) return NameMatch::other;
  }
  NameMatch given = compare_given(few.front(), many.front());
  // A middle name by which somebody goes.
  if (given == NameMatch::other && many.size() > 2)
    for (std::size_t i = 1; i + 1 < many.size(); ++i)
      if (few.front().size() > 1 && compare_given(few.front(), many[i]) == NameMatch::same) given = NameMatch::same;
  return worse(family == NameMatch::other ? NameMatch::same : family, given);
}

NameMatch compare_organisations(const PrintedName& a, const PrintedName& b) {
  std::vector<std::string> left = a.words;
  std::vector<std::string> right = b.words;
  left.insert(left.end(), a.about.begin(), a.about.end());
  right.insert(right.end(), b.about.begin(), b.about.end());
  if (holds_all(left, right) || holds_all(right, left)) return NameMatch::same;
  const auto initials = [](const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += word.substr(0, 1);
    return out;
  };
  if ((left.size() == 1 && left[0] == initials(right)) || (right.size() == 1 && right[0] == initials(left)))
    return NameMatch::same;
  return std::ranges::any_of(left, [&](const std::string& word) { return holds(right, word); }) ? NameMatch::unsure
                                                                                                : NameMatch::other;
}

NameMatch compare_roles(const PrintedName& a, const PrintedName& b) {
  const Book& book = english_book();
  for (const std::uint16_t left : a.roles)
    for (const std::uint16_t right : b.roles)
      if (left == right || book.is_a(left, right) || book.is_a(right, left) ||
          (book.role(left).norm != 0 && book.role(left).norm == book.role(right).norm))
        return NameMatch::same;
  const auto& few = a.about.size() <= b.about.size() ? a.about : b.about;
  const auto& many = a.about.size() <= b.about.size() ? b.about : a.about;
  return !few.empty() && holds_all(many, few) ? NameMatch::same : NameMatch::unsure;
}

}  // namespace

PrintedName read_printed_name(std::string_view name) {
  return NameReader(name).read();
}

NameMatch compare_names(const PrintedName& a, const PrintedName& b) {
  if (a.empty() || b.empty()) return NameMatch::unsure;
  if (a.words.empty() || b.words.empty()) return compare_roles(a, b);
  if (a.organisation && b.organisation) return compare_organisations(a, b);
  if (a.organisation != b.organisation)
    // "Tveit" and "Tveit & Holm": a single word tells no person from a firm.
    return std::min(a.words.size(), b.words.size()) == 1 && compare_persons(a.words, b.words) != NameMatch::other
               ? NameMatch::unsure
               : NameMatch::other;
  const NameMatch match = compare_persons(a.words, b.words);
  const bool sexes = a.gender != '-' && b.gender != '-' && a.gender != b.gender;
  return sexes && match != NameMatch::other && (a.words.size() == 1 || b.words.size() == 1) ? NameMatch::other : match;
}

NameMatch compare_names(std::string_view a, std::string_view b) {
  return compare_names(read_printed_name(a), read_printed_name(b));
}

}  // namespace readout
