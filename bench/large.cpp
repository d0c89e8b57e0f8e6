#include "bench/large.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include "bench/dice.h"
#include "bench/share.h"
#include "readout/base/json.h"

namespace readout::bench {
namespace {

constexpr std::uint64_t kDocumentsADay = 140;
constexpr std::array<std::string_view, 12> kOutlets = {
    "Varpress",   "Northwire",     "Tolm Echo",     "Orlin Courier", "Harbour Herald", "Radio Merrow",
    "Sound Post", "Ansel Gazette", "Belozar Today", "Ketter Review", "Ferry Times",    "Islands Daily"};
constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 8> kFirstNames = {"Marta", "Ivo",   "Lena", "Tomas",
                                                         "Greta", "Pavel", "Nora", "Emil"};
constexpr std::array<std::string_view, 10> kLastNames = {"Valdane",  "Ostermark", "Kirvel",  "Drennick", "Halvany",
                                                         "Solberin", "Tarkwell",  "Ubrecht", "Zelmarov", "Quillane"};
constexpr std::array<std::string_view, 5> kOffices = {"Foreign Minister", "Prime Minister", "President", "Governor",
                                                      "spokeswoman"};
constexpr std::array<std::string_view, 14> kRussian = {"порт",    "министр", "сегодня", "переговоры", "паром",
                                                       "пролив",  "заявил",  "что",     "и",          "не",
                                                       "острова", "рыбаки",  "новый",   "договор"};
constexpr std::array<std::string_view, 14> kGerman = {"der",    "Hafen",   "die",       "Minister", "und",
                                                      "heute",  "nicht",   "Gespräche", "Fähre",    "über",
                                                      "Inseln", "Vertrag", "neue",      "sagte"};
constexpr std::array<std::string_view, 14> kChinese = {"港口", "部长", "今天", "谈判", "渡轮", "海峡", "表示",
                                                       "关于", "和",   "没有", "岛屿", "渔民", "新的", "条约"};
constexpr std::array<std::string_view, 14> kArabic = {"الميناء", "الوزير",   "اليوم", "المفاوضات", "العبارة",
                                                      "المضيق",  "قال",      "إن",    "و",         "لا",
                                                      "الجزر",   "الصيادون", "جديد",  "المعاهدة"};

enum class Dress { plain, json, html, russian, german, chinese, arabic };

Dress dress_of(std::uint64_t seed, std::uint64_t index) {
  Dice dice(seed * 0x8CB92BA72F3D8DD7u + index);
  const std::size_t of = dice.below(100);
  if (of < 82) return Dress::plain;
  if (of < 90) return Dress::json;
  if (of < 95) return Dress::html;
  return std::array{Dress::russian, Dress::russian, Dress::german, Dress::chinese, Dress::arabic}[of - 95];
}

std::chrono::year_month_day day_of(std::uint64_t index) {
  using namespace std::chrono;
  return sys_days(year(2024) / January / 1) + days(static_cast<int>(index / kDocumentsADay));
}

std::string iso(std::chrono::year_month_day day) {
  return fmt::format("{}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// One number of the text is another one.
void change_number(std::string& text, Dice& dice) {
  std::size_t at = dice.below(text.size());
  while (at < text.size() && !is_digit(text[at])) ++at;
  while (at + 1 < text.size() && is_digit(text[at + 1])) ++at;
  if (at < text.size()) text[at] = static_cast<char>('0' + (text[at] - '0' + 1 + static_cast<int>(dice.below(8))) % 10);
}

void negate(std::string& text, Dice& dice) {
  constexpr std::array<std::string_view, 5> kVerbs = {" will ", " is ", " was ", " are ", " can "};
  const std::string_view verb = kVerbs[dice.below(kVerbs.size())];
  if (const std::size_t at = text.find(verb, dice.below(text.size())); at != std::string::npos)
    text.insert(at + verb.size(), "not ");
}

std::string remark(Dice& dice) {
  const std::size_t person = dice.skewed(40);
  return fmt::format("“{},” {} {} {} said on the day.", share_words(dice, 8 + dice.below(14)), kOffices[person % 5],
                     kFirstNames[person % 8], kLastNames[person / 4]);
}

template <std::size_t N>
std::string salad(Dice& dice, const std::array<std::string_view, N>& words, std::string_view gap,
                  std::string_view end) {
  std::string text;
  for (int paragraph = 0; paragraph < 3; ++paragraph) {
    for (int sentence = 0; sentence < 3; ++sentence) {
      if (sentence == 1) text += "«";
      const std::size_t count = 6 + dice.below(9);
      for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += gap;
        text += words[dice.below(N)];
      }
      text += end;
      if (sentence == 1) text += "»";
      text += " ";
    }
    text += "\n\n";
  }
  return text;
}

struct Parts {
  std::string title;
  std::string place;  // "PORT MARLO"
  std::string rest;
};

// A document of share.h is a head, an empty line, "PORT MARLO, March 3." and the rest.
Parts take_apart(const std::string& text) {
  const std::size_t head = text.find("\n\n");
  const std::size_t comma = text.find(", ", head);
  const std::size_t point = text.find(". ", comma);
  return {text.substr(0, head), text.substr(head + 2, comma - head - 2), text.substr(point + 2)};
}

}  // namespace

std::string large_name(std::uint64_t seed, std::uint64_t index) {
  const Dress dress = dress_of(seed, index);
  return fmt::format("{:06}.{}", index, dress == Dress::json ? "jsonl" : dress == Dress::html ? "html" : "txt");
}

std::string large_document(std::uint64_t seed, std::uint64_t index) {
  Dice dice(seed * 0xA24BAED4963EE407u + index);
  const Dress dress = dress_of(seed, index);
  const auto day = day_of(index);
  switch (dress) {
    case Dress::russian:
      return salad(dice, kRussian, " ", ".");
    case Dress::german:
      return salad(dice, kGerman, " ", ".");
    case Dress::chinese:
      return salad(dice, kChinese, "", "。");
    case Dress::arabic:
      return salad(dice, kArabic, " ", ".");
    default:
      break;
  }
  Parts parts = take_apart(share_document(seed, index, kLargeBytes));
  if (dice.below(8) == 0) change_number(parts.rest, dice);
  if (dice.below(16) == 0) negate(parts.rest, dice);
  if (dice.below(3) == 0) parts.rest += remark(dice) + "\n\n";
  const std::string_view outlet = kOutlets[dice.skewed(kOutlets.size())];
  const std::string dateline =
      fmt::format("{}, {} {}. /{}/. ", parts.place, kMonths[static_cast<unsigned>(day.month()) - 1],
                  static_cast<unsigned>(day.day()), outlet);
  if (dress == Dress::plain) return fmt::format(" date {} {}\n\n{}{}", iso(day), parts.title, dateline, parts.rest);
  if (dress == Dress::html) {
    std::string page = fmt::format(
        "<!doctype html><html lang=\"en\"><head><title>{0}</title><meta "
        "property=\"article:published_time\" content=\"{1}\"></head><body><article><h1>{0}</h1>"
        "<p>{2}",
        parts.title, iso(day), dateline);
    for (std::size_t at = 0; at < parts.rest.size();) {
      const std::size_t end = std::min(parts.rest.find("\n\n", at), parts.rest.size());
      page += parts.rest.substr(at, end - at) + "</p>\n<p>";
      at = end + 2;
    }
    return page + "</p></article></body></html>\n";
  }
  JsonWriter json;
  json.object().key("id").value(fmt::format("w{}", index));
  json.key("url").value(fmt::format("https://example.org/{}/{}", iso(day), index));
  json.key("outlet").value(outlet).key("title").value(parts.title);
  json.key("published").value(fmt::format("{}T{:02}:{:02}:00+01:00", iso(day), dice.below(24), dice.below(60)));
  json.key("language").value("en").key("text").value(dateline + parts.rest).end();
  return json.take() + "\n";
}

Pile large_pile(std::uint64_t seed, std::size_t count) {
  return {count, [seed](std::size_t i) { return large_name(seed, i); }, [](std::size_t) { return std::uint64_t{2000}; },
          [seed](std::size_t i) -> Result<Loaded> {
            return Loaded{{large_name(seed, i), large_document(seed, i), "", ""}, {}, 0};
          }};
}

}  // namespace readout::bench
