#include <string>

#include "readout/view/cited.h"
#include "readout/view/speech_view.h"

namespace readout {
namespace {

constexpr std::string_view kMonths[] = {"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};

std::string entity(char c) {
  return "&#" + std::to_string(static_cast<int>(c)) + ";";
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "RFC 12" and the like become links by themselves.
bool ends_in_magic(std::string_view text) {
  return text.ends_with("ISBN") || text.ends_with("RFC") || text.ends_with("PMID");
}

// As CS1 wants dates: a day in ISO 8601, a month by name, a year.
std::string wiki_date(const Moment& moment) {
  std::string iso = to_iso(moment);
  if (iso.find('/') != std::string::npos) return {};
  iso = iso.substr(0, 10);
  if (iso.size() != 7) return iso;
  const int month = (iso[5] - '0') * 10 + (iso[6] - '0');
  return std::string(kMonths[month - 1]) + " " + iso.substr(0, 4);
}

// What iri_of leaves in an address and a template would stop at.
std::string wiki_address(const std::string& url) {
  std::string out;
  for (const char c : url) {
    switch (c) {
      case '[':
        out += "%5B";
        break;
      case ']':
        out += "%5D";
        break;
      case '\'':
        out += "%27";
        break;
      case '~':
        out += "%7E";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string escape_wikitext(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char before = i > 0 ? text[i - 1] : '\0', after = i + 1 < text.size() ? text[i + 1] : '\0';
    constexpr std::string_view kMarkup = "&<>[]{}|~";
    constexpr std::string_view kFirst = "*#:;=-!+ ";  // markup where a line begins
    bool escaped = kMarkup.find(c) != kMarkup.npos || (i == 0 && kFirst.find(c) != kFirst.npos);
    if (c == '\'' || c == '_') escaped = escaped || before == c || after == c;
    if (c == ':') escaped = escaped || (is_letter(before) && after != ' ' && after != '\0');
    if (c == ' ') escaped = escaped || ends_in_magic(text.substr(0, i));
    out += escaped ? entity(c) : std::string(1, c);
  }
  return out;
}

std::string cite_news(const CitedPassage& cited) {
  std::string out = "{{cite news";
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out.append(" |").append(name).append("=").append(value);
  };
  for (std::size_t i = 0; i < cited.authors.size(); ++i)
    add(i == 0 ? "author" : "author" + std::to_string(i + 1), escape_wikitext(cited.authors[i]));
  add("title", escape_wikitext(title_of(cited)));
  add("url", wiki_address(cited.url));
  add("work", escape_wikitext(cited.outlet));
  add("agency", escape_wikitext(cited.agency));
  add("date", wiki_date(cited.published));
  if (const std::string seen = wiki_date(cited.crawled); !cited.url.empty() && seen.size() == 10)
    add("access-date", seen);
  add("language", cited.language);
  add("quote", escape_wikitext(join_pieces(cited.words)));
  add("id", place_of(cited));
  return out + "}}";
}

}  // namespace readout
