// Whatever the text and wherever the sources point, the answer is whole: one speaker for each speech, indices in range,
// spans inside the text; and the same again on a second run.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "readout/people/case.h"

namespace readout {
namespace {

constexpr std::string_view kPieces[] = {"Anna Kovel",
                                        "Kovel",
                                        "the minister",
                                        "Minister",
                                        "he",
                                        "She",
                                        "who",
                                        "said",
                                        "“",
                                        "”",
                                        "\"",
                                        "’s",
                                        "'s",
                                        ",",
                                        ".",
                                        " ",
                                        "\n",
                                        "\n\n",
                                        "the Foreign Ministry",
                                        "Russia",
                                        "Russian",
                                        "US",
                                        "of",
                                        "for",
                                        "a spokesman for",
                                        "Mr.",
                                        "Sen.",
                                        "Dr",
                                        "van der",
                                        "al-Hadi",
                                        "Miguel Rubio",
                                        "Marco Rubio",
                                        "Lavrov",
                                        "QUESTION",
                                        ":",
                                        "(",
                                        ")",
                                        "[",
                                        "]",
                                        "—",
                                        "-",
                                        "75-year-old",
                                        "is how",
                                        "This",
                                        "attributable to",
                                        "Ö",
                                        "Лавров",
                                        "习近平",
                                        "\xC2\xA0",
                                        "\xE2\x80",
                                        "\xFF",
                                        "Jr.",
                                        "IV",
                                        "A.",
                                        "one of the",
                                        "and",
                                        "the company",
                                        "Inc",
                                        "statement",
                                        "transcript",
                                        "42",
                                        "Half",
                                        "their",
                                        "I",
                                        "we"};

TEST(Robust, AnyTextAnySources) {
  const Offices offices = default_offices();
  std::mt19937 random(20250801);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  for (int round = 0; round < 3000; ++round) {
    Document document;
    std::string text;
    const std::size_t pieces = below(60);
    for (std::size_t i = 0; i < pieces; ++i) {
      text += kPieces[below(std::size(kPieces))];
      if (below(3) != 0) text += ' ';
    }
    document.text = Text::plain(text);
    if (below(4) == 0) document.form = Form::communique;
    if (below(3) == 0 && !text.empty()) {
      const std::size_t cut = below(text.size());
      document.blocks.push_back({make_span(0, cut), BlockKind::title, 0, ""});
      document.blocks.push_back({make_span(cut, text.size()), BlockKind::body, 1, ""});
    }
    if (below(3) == 0) document.issuer = make_span(0, below(text.size() + 1));
    std::vector<Speech> speeches(below(6));
    for (std::size_t i = 0; i < speeches.size(); ++i) {
      const std::size_t begin = below(text.size() + 1);
      const std::size_t end = begin + below(text.size() - begin + 1);
      speeches[i].source = make_span(begin, std::min(end, begin + 40));
      if (below(4) == 0) speeches[i].source = {};
      const std::size_t at = below(text.size() + 1);
      speeches[i].content = {make_span(at, at + below(text.size() - at + 1))};
      speeches[i].kind = static_cast<SpeechKind>(below(4));
      speeches[i].polarity = static_cast<Polarity>(below(3));
      if (i > 0 && below(2) == 0) {
        speeches[i].parent = static_cast<std::int32_t>(below(i));
        speeches[i].depth = speeches[static_cast<std::size_t>(speeches[i].parent)].depth + 1;
      }
    }
    std::vector<Speech> again = speeches;
    const People people = resolve_people(document, speeches, offices);
    ASSERT_EQ(people.speakers.size(), speeches.size());
    const auto count = static_cast<std::int32_t>(people.persons.size());
    for (const Speaker& speaker : people.speakers) {
      ASSERT_LT(speaker.person, count);
      ASSERT_GE(speaker.person, -1);
      for (const std::int32_t candidate : speaker.candidates) ASSERT_TRUE(candidate >= 0 && candidate < count);
    }
    std::vector<std::string> keys;
    for (const Person& person : people.persons) {
      for (const Span span : person.mentions) ASSERT_LE(span.end, text.size());
      keys.push_back(person.key);
    }
    std::sort(keys.begin(), keys.end());
    ASSERT_EQ(std::adjacent_find(keys.begin(), keys.end()), keys.end()) << text;
    const People second = resolve_people(document, again, offices);
    ASSERT_EQ(second.persons, people.persons);
    ASSERT_EQ(second.speakers, people.speakers);
    ASSERT_EQ(again, speeches);
  }
}

}  // namespace
}  // namespace readout
