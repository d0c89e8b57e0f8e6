#include <algorithm>
#include <array>
#include <string>

#include "readout/text/fold.h"
#include "readout/verify/attest.h"

namespace readout {
namespace {

constexpr std::uint32_t kHeadBytes = 240;
constexpr std::uint32_t kTailBytes = 300;

bool holds_word(std::string_view folded, std::string_view word) {
  for (std::size_t at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const bool begins = at == 0 || folded[at - 1] == ' ';
    const bool ends = at + word.size() == folded.size() || folded[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

template <std::size_t N>
bool holds_any(std::string_view folded, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return holds_word(folded, word); });
}

constexpr std::array<std::string_view, 12> kTranscripts = {
    "transcript", "verbatim",        "word for word",          "recording",
    "hansard",    "evidence taken",  "oral evidence",          "interview",
    "hearing",    "taken down from", "statement of a witness", "deposition"};
constexpr std::array<std::string_view, 26> kOfficial = {
    "communique",        "communiqué",    "minutes",      "judgment",     "judgement", "ruling",
    "agreement",         "declaration",   "lease",        "contract",     "treaty",    "licence",
    "license",           "inquiry",       "committee",    "court of",     "tribunal",  "v",
    "immediate release", "press release", "statement by", "statement on", "official",  "notice of",
    "annual report",     "abstract"};

// The path's last part.
std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view stem(std::string_view name) {
  const std::size_t point = name.rfind('.');
  return point == std::string_view::npos || point == 0 ? name : name.substr(0, point);
}

std::string_view without_scheme(std::string_view address) {
  for (const std::string_view scheme : {"https://", "http://", "file://"})
    if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
  if (address.starts_with("www.")) address.remove_prefix(4);
  while (address.ends_with('/')) address.remove_suffix(1);
  return address;
}

}  // namespace

bool is_source(std::string_view source, std::string_view name, const Document& document) {
  if (source.empty()) return false;
  const std::string_view file = file_name(source);
  for (const std::string_view given : {name, std::string_view(document.name), std::string_view(document.origin)}) {
    if (given.empty()) continue;
    if (source == given || file == file_name(given)) return true;
    // "report" for report.txt, never report.md for report.txt.
    const bool bare = file.find('.') == std::string_view::npos || file_name(given).find('.') == std::string_view::npos;
    if (bare && fold_words(stem(file)) == fold_words(stem(file_name(given)))) return true;
  }
  if (!document.url.empty() && without_scheme(source) == without_scheme(document.url)) return true;
  const std::string folded = fold_words(source);
  if (folded.empty()) return false;
  if (!document.title.empty() && folded == fold_words(document.title)) return true;
  const auto without_the = [](std::string words) { return words.starts_with("the ") ? words.substr(4) : words; };
  for (const std::string& outlet : {document.outlet, document.agency})
    if (!outlet.empty() && without_the(folded) == without_the(fold_words(outlet))) return true;
  return false;
}

Nearness nearness_of(const Document& document) {
  if (document.form == Form::transcript) return Nearness::transcript;
  const std::string_view text = document.text.view();
  const std::string head = fold_words(text.substr(0, std::min<std::size_t>(text.size(), kHeadBytes)));
  // A report about a hearing has a headline and a dateline, a record of it a heading.
  const bool press = !document.agency.empty() || !document.place.empty();
  if (!press && holds_any(head, kTranscripts)) return Nearness::transcript;
  if (document.form == Form::communique || (!press && holds_any(head, kOfficial))) return Nearness::official;
  if (!document.agency.empty()) return Nearness::wire;
  const std::string tail = fold_words(text.substr(text.size() - std::min<std::size_t>(text.size(), kTailBytes)));
  return holds_word(tail, "reporting by") ? Nearness::wire : Nearness::press;
}

}  // namespace readout
