#include "readout/document/whole.h"

#include <algorithm>
#include <array>
#include <string>

#include "readout/text/characters.h"

namespace readout {
namespace {

// Lower-case, with straight apostrophes.
constexpr auto kErrors = std::to_array<std::string_view>({
    "404 not found",
    "page not found",
    "not found",
    "404 error",
    "error 404",
    "404 - ",
    "404 | ",
    "page can't be found",
    "page cannot be found",
    "page you requested",
    "page you are looking for",
    "page you were looking for",
    "page doesn't exist",
    "page does not exist",
    "no longer available",
    "403 forbidden",
    "error 403",
    "access denied",
    "access to this page has been denied",
    "don't have permission to access",
    "401 unauthorized",
    "500 internal server error",
    "internal server error",
    "502 bad gateway",
    "bad gateway",
    "503 service unavailable",
    "service unavailable",
    "504 gateway time-out",
    "gateway timeout",
    "error 1020",
    "just a moment",
    "checking your browser",
    "verify you are human",
    "verify that you are human",
    "verifying you are human",
    "are you a robot",
    "you are not a robot",
    "you're not a robot",
    "not a robot",
    "complete the captcha",
    "captcha",
    "unusual traffic",
    "enable cookies",
    "attention required",
    "ddos protection",
    "request blocked",
    "requested url",
    "429 too many requests",
    "too many requests",
    "account suspended",
    "domain is for sale",
    "under construction",
    "site maintenance",
    "default web page",
});

constexpr auto kScripts = std::to_array<std::string_view>({
    "enable javascript",
    "javascript is disabled",
    "javascript is not enabled",
    "javascript is required",
    "requires javascript",
    "turn on javascript",
    "without javascript",
    "javascript must be enabled",
});

constexpr auto kPaywalls = std::to_array<std::string_view>({
    "subscribe to continue",
    "subscribe to read",
    "subscribe now to read",
    "subscribe to unlock",
    "to continue reading",
    "to keep reading",
    "continue reading your article",
    "article is for subscribers",
    "story is for subscribers",
    "content is for subscribers",
    "exclusive to subscribers",
    "for subscribers only",
    "subscribers only",
    "available to subscribers",
    "sign in to read",
    "log in to read",
    "register to continue",
    "already a subscriber",
    "free articles remaining",
    "free articles left",
    "reached your limit of free articles",
    "unlock this article",
    "create a free account to",
    "become a member to read",
    "to read the full story",
    "to read the full article",
    "the rest of this article",
});

constexpr std::size_t kLongestNotice = 1200;  // bytes; an article about captchas is longer

// Words that no sentence ends with. Sorted.
constexpr auto kOpenWords = std::to_array<std::string_view>(
    {"a",    "an", "and", "as",   "at",    "because", "but", "by",    "for",  "from", "his",   "in",    "into",
     "its",  "my", "nor", "of",   "on",    "or",      "our", "said",  "than", "that", "the",   "their", "these",
     "this", "to", "was", "were", "which", "while",   "who", "whose", "will", "with", "would", "your"});

// Lower case and straight apostrophes, byte for byte as long as the text wherever it is ASCII.
std::string plain(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (c.value < 0x80)
      out += static_cast<char>(to_lower(c.value));
    else if (is_apostrophe(c.value))
      out += '\'';
    else if (is_white(c.value))
      out += ' ';
    else
      out += text.substr(i, c.size);
    i += c.size;
  }
  return out;
}

template <std::size_t N>
std::string_view first_of(std::string_view text, const std::array<std::string_view, N>& phrases) {
  for (const std::string_view phrase : phrases)
    if (text.find(phrase) != std::string_view::npos) return phrase;
  return {};
}

}  // namespace

std::optional<Doubt> find_refusing_notice(std::string_view text, std::string_view title) {
  if (text.size() > kLongestNotice) return std::nullopt;
  const std::string words = plain(text);
  if (text.size() < 500)
    if (const std::string_view phrase = first_of(words, kScripts); !phrase.empty())
      return Doubt{DoubtKind::script_rendered, {}, std::string(phrase)};
  // A notice says so in its title or in its first line; a news brief may speak of anything further down.
  const std::string head = plain(title) + '\n' + words.substr(0, std::min<std::size_t>(words.size(), 160));
  const std::string_view phrase = first_of(head, kErrors);
  if (phrase.empty()) return std::nullopt;
  // Quotation marks and datelines belong to reports, not to servers.
  const bool report = words.find(" said") != std::string::npos || words.find('"') != std::string::npos ||
                      text.find("“") != std::string_view::npos;
  const bool titled = !first_of(plain(title), kErrors).empty();
  if (report && !titled) return std::nullopt;
  return Doubt{DoubtKind::error_page, {}, std::string(phrase)};
}

std::optional<Doubt> find_paywall(std::string_view text) {
  // The words stand at the end of what is given away, or above it.
  for (const std::string_view sign : {"ubscri", "reading", "to read", "nlock", "free a"}) {
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      std::size_t begin = at > 48 ? at - 48 : 0;
      while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
      const std::size_t end = std::min(text.size(), at + 64);
      const std::string window = plain(text.substr(begin, end - begin));
      if (const std::string_view phrase = first_of(window, kPaywalls); !phrase.empty())
        return Doubt{DoubtKind::paywall, make_span(at, at + sign.size()), std::string(phrase)};
    }
  }
  return std::nullopt;
}

std::optional<Doubt> find_truncation(const Document& document) {
  const Block* last = nullptr;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::body) last = &block;
  if (last == nullptr) return std::nullopt;
  const std::string_view text = document.text[last->span];
  const auto found = [&](std::size_t begin, std::string_view why) {
    return Doubt{DoubtKind::truncated, make_span(last->span.begin + begin, last->span.end), std::string(why)};
  };
  // "[+2314 chars]" of a feed.
  const std::size_t bracket = text.rfind('[');
  if (bracket != std::string_view::npos &&
      (text.ends_with(" chars]") || text.ends_with("[...]") || text.ends_with("[…]")))
    return found(bracket, "cut by a feed");
  std::size_t words = 0;
  for (const char c : text)
    if (c == ' ') ++words;
  const std::size_t begin_of_last = text.rfind(' ') == std::string_view::npos ? 0 : text.rfind(' ') + 1;
  const std::string_view word = text.substr(begin_of_last);
  if (words < 8 || word.empty()) return std::nullopt;
  const char end = text.back();
  if (end == ',' || end == ';' || end == '-' || end == '(') return found(begin_of_last, "ends in the middle");
  const CodePoint c = code_point_before(text, text.size());
  if (c.value == kReplacement) return found(begin_of_last, "ends in the middle of a character");
  if (!is_letter(c.value)) return std::nullopt;
  const std::string lower = plain(word);
  if (std::binary_search(kOpenWords.begin(), kOpenWords.end(), std::string_view(lower)))
    return found(begin_of_last, "ends in the middle");
  // A paragraph of several sentences whose last has no end.
  const bool sentences = text.find(". ") != std::string_view::npos || text.find(".\" ") != std::string_view::npos ||
                         text.find(".” ") != std::string_view::npos;
  if (sentences && words >= 20) return found(begin_of_last, "no end mark");
  return std::nullopt;
}

}  // namespace readout
