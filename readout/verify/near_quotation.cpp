#include "readout/verify/near_quotation.h"

#include <algorithm>
#include <array>

#include "readout/people/printed_name.h"
#include "readout/verify/layout.h"

namespace readout {
namespace {

constexpr std::size_t kReach = 240;  // bytes before a quotation in which its sentence begins
constexpr std::size_t kAfter = 120;  // bytes after it in which a signature ends
constexpr std::size_t kMostNameWords = 6;
constexpr std::size_t kLongestComplement = 70;  // bytes of "of the growers in the lower valley"

bool is_capital(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'A' && c <= 'Z') || (byte >= 0xC3 && byte != 0xE2);  // E2 leads marks, not letters
}

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 16> kParticles = {"de",  "van", "von", "der", "den", "la",  "le",  "al",
                                                           "bin", "ibn", "du",  "di",  "da",  "del", "dos", "ter"};
  return std::ranges::find(kParticles, word) != kParticles.end();
}

// "Mr.", "Dr.", "St.", "J."
bool is_abbreviation(std::string_view word) {
  if (!word.ends_with('.')) return false;
  word.remove_suffix(1);
  if (word.size() <= 1) return true;
  constexpr std::array<std::string_view, 22> kTitles = {"Mr",  "Mrs", "Ms", "Dr",   "Prof", "Sen", "Rep", "Gov",
                                                        "Gen", "Col", "Lt", "Sgt",  "Capt", "St",  "Rev", "Hon",
                                                        "Sr",  "Jr",  "Fr", "Supt", "Insp", "Cllr"};
  return std::ranges::find(kTitles, word) != kTitles.end();
}

// Tags, emphasis, entities of dashes and blanks off; white space to one blank.
std::string plain(std::string_view text) {
  std::string out;
  bool tag = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '<') tag = true;
    if (!tag && c == '&') {
      const std::size_t end = text.find(';', i);
      if (end != std::string_view::npos && end - i <= 8) {
        const std::string_view entity = text.substr(i, end - i + 1);
        out += entity == "&mdash;" || entity == "&#8212;" || entity == "&ndash;" || entity == "&#8211;" ? "—" : " ";
        i = end;
        continue;
      }
    }
    const bool mark = c == '*' || c == '_' || c == '`' || c == '>';
    if (!tag && !mark) {
      if (!is_blank(c))
        out.push_back(c);
      else if (!out.empty() && out.back() != ' ')
        out.push_back(' ');
    }
    if (c == '>') tag = false;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Where the sentence that reaches to `end` begins.
std::size_t sentence_begin(std::string_view text, std::size_t end) {
  const std::size_t limit = end > kReach ? end - kReach : 0;
  for (std::size_t i = end; i > limit; --i) {
    if (text[i - 1] == '\n' && (i < 2 || text[i - 2] == '\n' || text.substr(i - 2, 2) == "\r\n")) return i;
    if (!is_blank(text[i - 1]) || i < 2) continue;
    std::size_t before = i - 1;
    while (before > limit && is_blank(text[before - 1])) --before;
    const char c = before == 0 ? ' ' : text[before - 1];
    const bool mark =
        c == '"' || (before >= 3 && (text.substr(before - 3, 3) == "”" || text.substr(before - 3, 3) == "»"));
    const bool stop = c == '.' || c == '?' || c == '!';
    if (mark) return i;
    if (!stop) continue;
    const std::size_t word = text.find_last_of(" \n\t", before - 1);
    const std::size_t from = word == std::string_view::npos ? 0 : word + 1;
    if (c != '.' || !is_abbreviation(text.substr(from, before - from))) return i;
  }
  return limit;
}

// The colon before a quotation; npos where none stands there.
std::size_t colon_before(std::string_view text, std::size_t quotation) {
  std::size_t at = quotation;
  while (at > 0 && (is_blank(text[at - 1]) || text[at - 1] == '*' || text[at - 1] == '_')) --at;
  return at > 0 && text[at - 1] == ':' ? at - 1 : std::string_view::npos;
}

}  // namespace

std::string name_before(std::string_view words, std::size_t end) {
  std::size_t begin = end;
  for (std::size_t count = 0; begin > 0 && count < kMostNameWords; ++count) {
    std::size_t to = begin;
    while (to > 0 && is_blank(words[to - 1])) --to;
    std::size_t from = to;
    while (from > 0 && !is_blank(words[from - 1])) --from;
    const std::string_view word = words.substr(from, to - from);
    if (word.empty()) break;
    const bool stops = count > 0 && (word.back() == ',' || word.back() == ':' || word.back() == ';' ||
                                     (word.back() == '.' && !is_abbreviation(word)));
    if (stops || (!is_capital(word[0]) && !is_particle(word))) break;
    begin = from;
  }
  return std::string(words.substr(begin, end - begin));
}

std::string name_after(std::string_view words, std::size_t begin) {
  std::size_t at = begin;
  std::size_t end = begin;
  for (std::size_t count = 0; at < words.size() && count < kMostNameWords; ++count) {
    std::size_t to = at;
    while (to < words.size() && !is_blank(words[to])) ++to;
    const std::string_view word = words.substr(at, to - at);
    if (word.empty() || (!is_capital(word[0]) && !is_particle(word))) break;
    const char last = word.back();
    const bool stops = last == ',' || last == ':' || last == ';' || last == ')' || last == '?' ||
                       (last == '.' && !is_abbreviation(word));
    end = stops ? to - 1 : to;
    if (stops) break;
    at = to;
    while (at < words.size() && is_blank(words[at])) ++at;
  }
  return std::string(words.substr(begin, end - begin));
}

bool is_person_name(std::string_view words) {
  if (words.empty() || count_plain_words(words) > kMostNameWords) return false;
  const PrintedName name = read_printed_name(words);
  return !name.organisation && !name.words.empty();
}

bool is_card_label(std::string_view words) {
  for (const std::string_view label :
       {"Quote", "Quotation", "Original", "Text", "Headline", "Source", "Excerpt", "Note", "Speaker", "Claim"})
    if (words == label) return true;
  return false;
}

std::string label_before(std::string_view text, std::uint32_t quotation) {
  const std::size_t colon = colon_before(text, quotation);
  if (colon == std::string_view::npos) return "";
  const std::size_t begin = sentence_begin(text, colon);
  std::string label = plain(text.substr(begin, colon - begin));
  // Numbers of paragraphs and bullets.
  const std::size_t first = label.find_first_not_of("0123456789.)([]-• ");
  label.erase(0, std::min(first, label.size()));
  if (const std::size_t bracket = label.find(" ("); bracket != std::string::npos) label.resize(bracket);
  if (is_card_label(label)) return "";
  return name_before(label, label.size()) == label && is_person_name(label) ? label : "";
}

Span colon_sentence(std::string_view text, std::uint32_t quotation) {
  const std::size_t colon = colon_before(text, quotation);
  return colon == std::string_view::npos ? Span{} : make_span(sentence_begin(text, colon), colon);
}

std::string signature_after(std::string_view text, std::uint32_t quotation_end) {
  std::string_view line = text.substr(quotation_end, kAfter);
  const std::size_t first = line.find_first_not_of(" \n\r\t\"”’»");
  if (first == std::string_view::npos) return "";
  line = line.substr(0, line.find('\n', first));
  const std::string after = plain(line);
  std::string_view rest = after;
  const auto skip_blanks = [&] {
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '.' || rest[0] == ',')) rest.remove_prefix(1);
  };
  skip_blanks();
  bool dash = false;
  for (const std::string_view mark : {"—", "–", "―", "--", "- ", "~ "})
    if (!dash && rest.starts_with(mark)) {
      rest.remove_prefix(mark.size());
      dash = true;
    }
  const bool bracket = !dash && rest.starts_with('(');
  if (bracket) rest.remove_prefix(1);
  if (!dash && !bracket) return "";
  skip_blanks();
  const std::string name = name_after(rest, 0);
  if (read_printed_name(name).words.empty()) return "";
  // A dash within a sentence goes on in small letters: "“...” — Stern said".
  std::string_view tail = rest.substr(name.size());
  if (!tail.empty() && tail[0] == ' ' && !bracket) {
    const std::string_view word = tail.substr(1, tail.find_first_of(" ,.", 1) - 1);
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') return "";
  }
  return name;
}

std::string apposition_after(std::string_view text, Span source) {
  std::size_t at = source.end;
  // "One of the growers, Ivo Stern,": what belongs to the noun.
  for (const std::string_view word : {" of ", " for ", " at ", " in ", " from "})
    if (text.substr(at).starts_with(word)) {
      const std::size_t comma = text.find(',', at);
      if (comma != std::string_view::npos && comma - at <= kLongestComplement &&
          text.substr(at, comma - at).find('.') == std::string_view::npos)
        at = comma;
      break;
    }
  if (at >= text.size() || text[at] != ',') return "";
  for (++at; at < text.size() && is_blank(text[at]); ++at) {
  }
  std::string name = name_after(text, at);
  const std::size_t end = at + name.size();
  return end < text.size() && text[end] == ',' && is_person_name(name) ? name : "";
}

bool tells_of_another(std::string_view text, std::uint32_t quotation) {
  const std::size_t begin = sentence_begin(text, quotation);
  const std::string_view before = text.substr(begin, quotation - begin);
  for (const std::string_view who : {"him", "her", "them"})
    for (const std::string_view says : {"say", "saying", "tell", "shout", "call", "cry", "answer", "add", "ask"})
      if (before.find(std::string(who) + " " + std::string(says)) != std::string_view::npos) return true;
  for (const std::string_view told :
       {" told me", " told us", " asked me", " said to me", " said to us", " wrote to me"})
    if (const std::size_t at = before.find(told); at != std::string_view::npos && at > 0) {
      const std::string_view subject = before.substr(0, at);
      if (!subject.ends_with(" I") && subject != "I" && !subject.ends_with(" we") && subject != "We") return true;
    }
  return false;
}

}  // namespace readout
