#include "readout/document/byline.h"

#include <array>

#include "readout/document/calendar.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, 10> kOpenings = {
    "by",        "reporting by", "written by", "story by", "words by",
    "report by", "text by",      "author:",    "authors:", "analysis by"};
constexpr std::array<std::string_view, 14> kParticles = {"de",  "van", "von", "der", "den", "da", "di",
                                                         "del", "la",  "le",  "bin", "al",  "el", "dos"};

struct Part {
  Span span;
  std::uint32_t words = 0;
  std::uint32_t lower = 0;
};

bool is_particle(std::string_view word) {
  for (const std::string_view particle : kParticles)
    if (word == particle || (word.starts_with("al-") && word.size() > 3)) return true;
  return false;
}

// Words up to a comma, semicolon, bar, "and", "&", "in", "for" or "at".
Part read_part(std::string_view text, std::size_t begin, std::size_t end, std::size_t& next, std::string_view& joint) {
  Part part;
  std::size_t i = begin;
  std::size_t last = begin;
  joint = {};
  while (i < end) {
    std::size_t j = i;
    while (j < end && text[j] != ' ' && text[j] != ',' && text[j] != ';' && text[j] != '|' && text[j] != '/') ++j;
    const std::string_view word = text.substr(i, j - i);
    const bool joining = word == "and" || word == "&" || word == "AND" || word == "in" || word == "for" ||
                         word == "at" || word == "-" || word == "–" || word == "—" || word == "•" || word == "·";
    if (joining) {
      joint = word;
      next = skip_blank(text.substr(0, end), j);
      break;
    }
    if (!word.empty()) {
      ++part.words;
      if (!is_upper(code_point_at(word, 0).value) && !is_particle(word)) ++part.lower;
      last = j;
    }
    if (j < end && text[j] != ' ') {
      joint = text.substr(j, 1);
      next = skip_blank(text.substr(0, end), j + 1);
      break;
    }
    i = skip_blank(text.substr(0, end), j);
    next = i;
  }
  part.span = make_span(begin, last);
  return part;
}

bool is_name(std::string_view text, const Part& part) {
  if (part.words == 0 || part.words > 4 || part.lower > 0) return false;
  const std::string_view words = slice(text, part.span);
  for (const char c : words)
    if ((c >= '0' && c <= '9') || c == ':' || c == '"' || c == '@') return false;
  const std::size_t blank = words.find(' ');
  const std::string_view first = words.substr(0, blank);
  return month_of(first) == 0 && weekday_of(first) < 0 && first != "The" && first != "A" && first != "This";
}

}  // namespace

std::optional<std::vector<Span>> parse_byline(std::string_view text, const Line& line) {
  if (line.is_long || line.words < 2 || line.words > 24) return std::nullopt;
  const std::string_view words = slice(text, line.span);
  std::size_t begin = 0;
  for (const std::string_view opening : kOpenings)
    if (opens_with(words, opening) && words.size() > opening.size()) begin = skip_blank(words, opening.size());
  if (begin == 0 || begin >= words.size()) return std::nullopt;
  const bool plain = opens_with(words, "by");
  if (words[begin] == ':') begin = skip_blank(words, begin + 1);
  if (line.ending == Ending::stop && plain) return std::nullopt;
  if (line.ending != Ending::none && line.ending != Ending::stop && line.ending != Ending::comma) return std::nullopt;

  std::size_t end = words.size();
  while (end > begin && (words[end - 1] == '.' || words[end - 1] == ' ' || words[end - 1] == ',')) --end;
  std::vector<Part> parts;
  std::vector<std::string_view> joints;
  for (std::size_t i = begin; i < end;) {
    std::size_t next = end;
    std::string_view joint;
    parts.push_back(read_part(words, i, end, next, joint));
    joints.push_back(joint);
    if (next <= i) break;
    i = next;
  }
  if (parts.empty() || !is_name(words, parts[0])) return std::nullopt;
  // Small words are for a role or a place after the names, and few.
  std::uint32_t lower = 0;
  for (const Part& part : parts) lower += part.lower;
  if (lower > 5) return std::nullopt;

  std::vector<Span> authors;
  std::size_t last_and = 0;
  for (std::size_t i = 0; i < joints.size(); ++i)
    if (joints[i] == "and" || joints[i] == "&" || joints[i] == "AND") last_and = i + 1;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    // After one comma alone stands a place, a role or an outlet; a list of names has an "and".
    const bool in_list = i == 0 || i <= last_and;
    if (!in_list || !is_name(words, parts[i])) break;
    if (i > 0 && parts[i].words < 2 && joints[i - 1] != "and") break;
    authors.push_back(make_span(line.span.begin + parts[i].span.begin, line.span.begin + parts[i].span.end));
    if (!joints[i].empty() && joints[i] != "," && joints[i] != "and" && joints[i] != "&" && joints[i] != "AND") break;
  }
  return authors;
}

}  // namespace readout
