// For the tests of this room: an invented text whose speech sources stand between { and }, and what comes out for each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readout/people/offices.h"
#include "readout/people/resolve.h"

namespace readout {

struct Case {
  Document document;
  std::vector<Speech> speeches;
  People people;
};

// Every source becomes a speech whose content runs from it to the end of its paragraph's sentence; an empty {} is a
// speech without a source. `adjust` may change document and speeches before they are resolved.
template <class Adjust>
Case read_case(std::string_view marked, const Offices& offices, Adjust adjust) {
  Case out;
  std::string text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '{') {
      out.speeches.emplace_back();
      out.speeches.back().source.begin = static_cast<std::uint32_t>(text.size());
    } else if (marked[i] == '}') {
      out.speeches.back().source.end = static_cast<std::uint32_t>(text.size());
    } else {
      text.push_back(marked[i]);
    }
  }
  for (Speech& speech : out.speeches) {
    std::size_t end = text.find_first_of(".\n", speech.source.end);
    if (end == std::string::npos) end = text.size();
    speech.content.push_back(make_span(speech.source.end, end));
    if (speech.source.empty()) speech.source = {};
  }
  out.document.text = Text::plain(std::move(text));
  out.document.dates.published = make_date(2025, 8, 1, Known::stated);
  adjust(out);
  out.people = resolve_people(out.document, out.speeches, offices);
  return out;
}

inline Case read_case(std::string_view marked, const Offices& offices = default_offices()) {
  return read_case(marked, offices, [](Case&) {});
}

// The speaker's name; "?" where unknown, "?A/B" with candidates A and B.
inline std::string speaker(const Case& c, std::size_t i) {
  const Speaker& who = c.people.speakers[i];
  if (who.person >= 0) return c.people.persons[static_cast<std::size_t>(who.person)].name;
  std::string out = "?";
  for (const std::int32_t candidate : who.candidates)
    out += (out.size() > 1 ? "/" : "") + c.people.persons[static_cast<std::size_t>(candidate)].name;
  return out;
}

inline std::vector<std::string> speakers(const Case& c) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < c.people.speakers.size(); ++i) out.push_back(speaker(c, i));
  return out;
}

}  // namespace readout
