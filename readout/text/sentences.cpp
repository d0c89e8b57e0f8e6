#include "readout/text/sentences.h"

#include <algorithm>
#include <array>

#include "readout/text/abbreviations.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// Words that open a sentence and hardly ever follow an abbreviation inside one. Sorted.
constexpr auto kOpeners = std::to_array<std::string_view>(
    {"A",     "After", "All",     "Also",    "Although", "An",      "And",  "As",   "Asked", "At",    "Before",
     "But",   "By",    "Despite", "During",  "Each",     "Earlier", "Even", "For",  "From",  "He",    "Her",
     "Here",  "His",   "How",     "However", "I",        "If",      "In",   "It",   "Its",   "Many",  "Meanwhile",
     "More",  "Most",  "My",      "No",      "Not",      "Now",     "On",   "One",  "Only",  "Or",    "Other",
     "Our",   "She",   "Since",   "So",      "Some",     "Still",   "Such", "That", "The",   "Their", "Then",
     "There", "These", "They",    "This",    "Those",    "Though",  "To",   "Two",  "Under", "Until", "We",
     "What",  "When",  "Where",   "While",   "Who",      "Why",     "With", "Yet",  "You"});

// Verbs after which a name, not a sentence, follows a closed question: “Why?” Marta Oyle asked.
constexpr auto kTags =
    std::to_array<std::string_view>({"added", "asked", "asks", "called", "cried", "demanded", "replied", "said", "says",
                                     "shouted", "told", "tweeted", "wondered", "wrote", "yelled"});

// What may follow "9 p.m." in the same sentence: zones, days, months. Sorted.
constexpr auto kAfterHours = std::to_array<std::string_view>(
    {"April", "August",  "BST",      "CEST",      "CET",    "CST",       "Central",  "December", "EDT",      "EST",
     "ET",    "Eastern", "February", "Friday",    "GMT",    "Greenwich", "IST",      "January",  "July",     "June",
     "MSK",   "March",   "May",      "Monday",    "Moscow", "Mountain",  "November", "October",  "PDT",      "PST",
     "PT",    "Pacific", "Saturday", "September", "Sunday", "Thursday",  "Tuesday",  "UTC",      "Wednesday"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

std::string_view word_at(std::string_view text, std::size_t i, std::size_t end) {
  std::size_t stop = i;
  while (stop < end) {
    const CodePoint c = code_point_at(text, stop);
    if (!is_letter(c.value) && !(is_apostrophe(c.value) && stop > i)) break;
    stop += c.size;
  }
  return text.substr(i, stop - i);
}

// “Why?” Marta Oyle asked: capital words, at most four, then a verb of saying.
bool tag_follows(std::string_view text, std::size_t i, std::size_t end) {
  for (int words = 0; words < 5 && i < end; ++words) {
    const std::string_view word = word_at(text, i, end);
    if (word.empty()) return false;
    if (words > 0 && holds(kTags, word)) return true;
    if (!is_upper(code_point_at(word, 0).value)) return false;
    i += word.size();
    if (i < end && text[i] == '.') ++i;
    while (i < end && text[i] == ' ') ++i;
  }
  return false;
}

// The word before the full stop at `stop`, with its points: back to white space or an opening mark.
std::string_view pointed_word(std::string_view text, std::size_t begin, std::size_t stop) {
  std::size_t i = stop;
  while (i > begin) {
    const CodePoint c = code_point_before(text, i);
    if (!is_letter(c.value) && c.value != '.') break;
    i -= c.size;
  }
  return text.substr(i, stop + 1 - i);
}

enum class Verdict { ends, goes_on };

// Whether the full stop at `stop` lets a sentence end, given the word that begins at `next`.
Verdict weigh_point(std::string_view text, Span paragraph, std::size_t stop, std::size_t next) {
  const std::string_view word = pointed_word(text, paragraph.begin, stop);
  const Abbreviation kind = abbreviation_kind(word);
  const bool capital = is_upper(code_point_at(text, next).value);
  const auto opens = [&] { return capital && holds(kOpeners, word_at(text, next, paragraph.end)); };
  switch (kind) {
    case Abbreviation::none:
      return Verdict::ends;
    case Abbreviation::title:
      // "Plan B. The aide left." ends; "Mr. The" and "J. Smith" do not.
      return word.size() == 2 && opens() ? Verdict::ends : Verdict::goes_on;
    case Abbreviation::may_end:
      // "etc." and "p.m." end where a capital follows, but "9 p.m. Monday" and "7 a.m. EST" go on.
      if (word.size() >= 4 && is_lower(code_point_at(word, 0).value)) {
        const bool hours = word[1] == '.' && holds(kAfterHours, word_at(text, next, paragraph.end));
        return capital && !hours ? Verdict::ends : Verdict::goes_on;
      }
      return opens() ? Verdict::ends : Verdict::goes_on;
    case Abbreviation::before_digit:
      return is_digit(code_point_at(text, next).value) ? Verdict::goes_on : Verdict::ends;
    case Abbreviation::after_comma: {
      const auto head = static_cast<std::size_t>(word.data() - text.data());
      const bool comma = head >= paragraph.begin + 2 && text[head - 1] == ' ' && text[head - 2] == ',';
      if (!comma) return Verdict::ends;
      return opens() ? Verdict::ends : Verdict::goes_on;
    }
  }
  return Verdict::ends;
}

bool is_end_mark(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0x203D ||
         c == 0x061F || c == 0x0964 || c == 0x2047 || c == 0x2048 || c == 0x2049;
}

bool is_wide_end(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F;
}

// A blank line between i and end: the next text, or `i` where white space does not hold one.
bool blank_line(std::string_view text, std::size_t i, std::size_t end) {
  int breaks = 0;
  for (; i < end; ++i) {
    if (text[i] == '\n') {
      if (++breaks == 2) return true;
    } else if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
      return false;
    }
  }
  return false;
}

class Splitter {
 public:
  Splitter(std::string_view text, Span paragraph, std::span<const Span> wholes)
      : text_(text.substr(0, paragraph.end)), paragraph_(paragraph), wholes_(wholes) {}

  std::vector<Span> run() {
    std::size_t begin = paragraph_.begin;
    std::size_t i = begin;
    while (i < paragraph_.end) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80 && byte != '.' && byte != '!' && byte != '?' && byte != '\n') {
        ++i;
        continue;
      }
      const CodePoint c = code_point_at(text_, i);
      std::size_t stop = 0;
      if (byte == '\n')
        stop = blank_line(text_, i, paragraph_.end) ? i : 0;
      else if (is_end_mark(c.value))
        stop = end_at(i);
      if (stop > 0 && !inside_whole(stop)) {
        add(begin, stop);
        begin = i = stop;
        if (byte == '\n') i += 1;
      } else {
        i += c.size;
      }
    }
    add(begin, paragraph_.end);
    return std::move(sentences_);
  }

 private:
  // Where the sentence ends whose end mark stands at `i`; 0 where it does not end.
  std::size_t end_at(std::size_t i) const {
    std::size_t last = i;  // the last end mark of the run
    std::size_t stop = i;
    CodePoint c = code_point_at(text_, stop);
    const bool wide = is_wide_end(c.value);
    while (stop < paragraph_.end && is_end_mark(c.value)) {
      last = stop;
      stop += c.size;
      c = code_point_at(text_, stop);
    }
    const bool single = last == i && text_[i] == '.';
    bool closed = false;
    while (stop < paragraph_.end && (is_closing(c.value) || is_bidi_control(c.value) || is_invisible(c.value))) {
      closed = true;
      stop += c.size;
      c = code_point_at(text_, stop);
    }
    std::size_t next = stop;
    while (next < paragraph_.end && is_white(code_point_at(text_, next).value)) next += code_point_at(text_, next).size;
    if (next >= paragraph_.end) return stop;
    if (next == stop && !wide) return 0;
    // "HARROW, N.H. - At a rally": a dash after an abbreviation belongs to a dateline or an aside.
    const char32_t mark = code_point_at(text_, next).value;
    if (single && !closed && (mark == '-' || mark == 0x2013 || mark == 0x2014) &&
        abbreviation_kind(pointed_word(text_, paragraph_.begin, i)) != Abbreviation::none)
      return 0;
    std::size_t word = next;
    for (c = code_point_at(text_, word);
         word < paragraph_.end && (is_opening(c.value) || c.value == '-' || c.value == 0x2014 || c.value == 0x2013);
         c = code_point_at(text_, word))
      word += c.size;
    while (word < paragraph_.end && text_[word] == ' ') ++word;
    c = code_point_at(text_, word);
    if (is_lower(c.value) && !wide) return word > next && single ? stop : 0;
    if (single && !closed && weigh_point(text_, paragraph_, i, word) == Verdict::goes_on) return 0;
    if (closed && text_[last] != '.' && tag_follows(text_, next, paragraph_.end)) return 0;
    return stop;
  }

  bool inside_whole(std::size_t stop) {
    while (whole_ < wholes_.size() && wholes_[whole_].end <= stop) ++whole_;
    for (std::size_t w = whole_; w < wholes_.size() && wholes_[w].begin < stop; ++w)
      if (stop < wholes_[w].end) return true;
    return false;
  }

  void add(std::size_t begin, std::size_t end) {
    const Span span = trim(text_, make_span(begin, end));
    if (span.empty()) return;
    // Marks alone are no sentence: "It was over. ..."
    bool words = false;
    for (std::size_t i = span.begin; i < span.end && !words;) {
      const CodePoint c = code_point_at(text_, i);
      words = is_letter(c.value) || is_digit(c.value);
      i += c.size;
    }
    if (words || sentences_.empty())
      sentences_.push_back(span);
    else
      sentences_.back().end = span.end;
  }

  std::string_view text_;
  Span paragraph_;
  std::span<const Span> wholes_;
  std::size_t whole_ = 0;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span paragraph, std::span<const Span> wholes) {
  paragraph.end = static_cast<std::uint32_t>(std::min<std::size_t>(paragraph.end, text.size()));
  paragraph.begin = std::min(paragraph.begin, paragraph.end);
  return Splitter(text, paragraph, wholes).run();
}

}  // namespace readout
