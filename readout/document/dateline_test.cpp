#include "readout/document/dateline.h"

#include <gtest/gtest.h>

#include <string>

#include "readout/document/byline.h"

namespace readout {
namespace {

// "place/agency/date|rest"; "" where there is no dateline.
std::string parts(std::string_view text, bool lenient = true) {
  const auto line = parse_dateline(text, make_span(0, text.size()), lenient);
  if (!line) return "";
  std::string out(slice(text, line->place));
  out += '/';
  out += slice(text, line->agency);
  out += '/';
  if (line->time) out += slice(text, line->time->span);
  out += '|';
  out += text.substr(line->span.end);
  return out;
}

TEST(Dateline, AgencyStyles) {
  EXPECT_EQ(parts("MOSCOW, August 1. /TASS/. The pier opened."), "MOSCOW/TASS/August 1| The pier opened.");
  EXPECT_EQ(parts("MOSCOW, August 1 /TASS/. The pier opened."), "MOSCOW/TASS/August 1| The pier opened.");
  EXPECT_EQ(parts("WASHINGTON (AP) \xE2\x80\x94 The pier opened."), "WASHINGTON/AP/| The pier opened.");
  EXPECT_EQ(parts("Paris (AFP) - The pier opened."), "Paris/AFP/| The pier opened.");
  EXPECT_EQ(parts("PARIS, July 3, 2025 (AFP) - The pier opened."), "PARIS/AFP/July 3, 2025| The pier opened.");
  EXPECT_EQ(parts("LONDON, July 3 (Reuters) - The pier opened."), "LONDON/Reuters/July 3| The pier opened.");
  EXPECT_EQ(parts("LONDON/PARIS (Reuters) - The pier opened."), "LONDON/PARIS/Reuters/| The pier opened.");
  EXPECT_EQ(parts("BEIJING, July 3 (Xinhua) -- The pier opened."), "BEIJING/Xinhua/July 3| The pier opened.");
  EXPECT_EQ(parts("MOSCOW. July 3 (Interfax) - The pier opened."), "MOSCOW/Interfax/July 3| The pier opened.");
  EXPECT_EQ(parts("MOSCOW, July 3 - RIA Novosti. The pier opened."), "MOSCOW/RIA Novosti/July 3| The pier opened.");
  EXPECT_EQ(parts("TEHRAN, Jul. 3, IRNA \xE2\x80\x93 The pier opened."), "TEHRAN/IRNA/Jul. 3| The pier opened.");
  EXPECT_EQ(parts("ISTANBUL (AA) \xE2\x80\x94 The pier opened."), "ISTANBUL/AA/| The pier opened.");
}

TEST(Dateline, PlacesWithRegionsAndMinistries) {
  EXPECT_EQ(parts("NEWPORT, Pa., Oct. 4 (UPI) \xE2\x80\x94 The pier opened."),
            "NEWPORT, Pa./UPI/Oct. 4| The pier opened.");
  EXPECT_EQ(parts("GENEVA, 10 July 2025 \xE2\x80\x93 The pier opened."), "GENEVA//10 July 2025| The pier opened.");
  EXPECT_EQ(parts("New York, July 3, 2025 \xE2\x80\x94 The pier opened."), "New York//July 3, 2025| The pier opened.");
  EXPECT_EQ(parts("MARLOW \xE2\x80\x94 The pier opened."), "MARLOW//| The pier opened.");
  EXPECT_EQ(parts("MARLOW \xE2\x80\x94 The pier opened.", false), "");
}

TEST(Dateline, SentencesAreNone) {
  EXPECT_EQ(parts("Ana Vale \xE2\x80\x94 who left early \xE2\x80\x94 was not asked."), "");
  EXPECT_EQ(parts("On July 10, Norland opened the pier - at last."), "");
  EXPECT_EQ(parts("BREAKING \xE2\x80\x94 The pier opened."), "");
  EXPECT_EQ(parts("The Norland Ferry Line (NFL) said the pier opened."), "");
  EXPECT_EQ(parts("SECRETARY VALE: Well \xE2\x80\x93 we opened it."), "");
  EXPECT_EQ(parts("In Marlow (Norland) - and only there - the pier opened."), "");
}

std::string stamp(std::string_view text) {
  const auto found = parse_date_stamp(text, make_span(0, text.size()));
  return found ? std::string(slice(text, found->time.span)) + (found->updated ? " updated" : "") : "";
}

TEST(DateStamp, LinesThatHoldADateAndLittleElse) {
  EXPECT_EQ(stamp("10 July 2025 14:37"), "10 July 2025 14:37");
  EXPECT_EQ(stamp("Published: July 10, 2025, 2:37 p.m. GMT"), "July 10, 2025, 2:37 p.m. GMT");
  EXPECT_EQ(stamp("Updated on 11 July 2025"), "11 July 2025 updated");
  EXPECT_EQ(stamp("Marlow, 10 July 2025"), "10 July 2025");
  EXPECT_EQ(stamp("Posted on July 10, 2025 by Ana Vale"), "July 10, 2025");
  EXPECT_EQ(stamp("Published 10 Jul, 2025 14:37 | Updated 11 Jul, 2025"), "10 Jul, 2025 14:37");
  EXPECT_EQ(stamp("Harbour Radio | Friday 13 March 2026"), "Friday 13 March 2026");
  EXPECT_EQ(stamp("Thu 10 Jul 2025 12.00 CEST"), "Thu 10 Jul 2025 12.00 CEST");
  EXPECT_EQ(stamp("1124-10-07-2025"), "10-07-2025");
  EXPECT_EQ(stamp("June 3, 2026, 19:40. Marlow-Portal"), "June 3, 2026, 19:40");
  EXPECT_EQ(stamp("Wednesday, June 3, 2026 - Marlow Gazette"), "Wednesday, June 3, 2026");
  EXPECT_EQ(stamp("Marlow Gazette · 3 June 2026"), "3 June 2026");
  EXPECT_EQ(stamp("Harbour Briefing – 3 June 2026"), "");
  EXPECT_EQ(stamp("July 10, 2025 was a day of calm."), "");
  EXPECT_EQ(stamp("July 10, 2025. The pier opened."), "");
  EXPECT_EQ(stamp("The pier opened on time - 10 July 2025"), "");
  EXPECT_EQ(stamp("Thursday"), "");
}

TEST(CrawlHeader, OnlyAtTheVeryStart) {
  const std::string_view text = " date 2025-07-10 The pier opened.";
  const auto header = parse_crawl_header(text, make_span(1, text.size()));
  ASSERT_TRUE(header);
  EXPECT_EQ(slice(text, header->span), "date 2025-07-10");
  EXPECT_EQ(header->moment.known, Known::header);
  EXPECT_FALSE(header->fetched);
  EXPECT_TRUE(parse_crawl_header("crawled: 2025-07-12", Span{0, 19})->fetched);
  EXPECT_FALSE(parse_crawl_header("date of birth", Span{0, 13}));
  EXPECT_FALSE(parse_crawl_header("date 2025-17-10 The pier", Span{0, 24}));
  EXPECT_FALSE(parse_crawl_header("The end. date 2025-07-10", Span{9, 24}));
}

std::string byline(std::string_view text) {
  const auto names = parse_byline(text, measure(text, make_span(0, text.size())));
  std::string out;
  if (names)
    for (const Span name : *names) out += "[" + std::string(slice(text, name)) + "]";
  return out;
}

TEST(Byline, NamesOnly) {
  EXPECT_EQ(byline("By Ana Vale, Marlow"), "[Ana Vale]");
  EXPECT_EQ(byline("By Ana Vale and Tom Reed"), "[Ana Vale][Tom Reed]");
  EXPECT_EQ(byline("BY ANA VALE | MARLOW GAZETTE"), "[ANA VALE]");
  EXPECT_EQ(byline("By Ana Vale, political editor"), "[Ana Vale]");
  EXPECT_EQ(byline("Reporting by Ana Vale in Marlow; editing by Tom Reed"), "[Ana Vale]");
  EXPECT_EQ(byline("By J. P. al-Quill"), "[J. P. al-Quill]");
  EXPECT_EQ(byline("By Friday"), "");
  EXPECT_EQ(byline("By the time they left, it was over"), "");
  EXPECT_EQ(byline("By Ana Vale's own account, nobody came."), "");
}

}  // namespace
}  // namespace readout
