#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "readout/document/page.h"

namespace readout {
namespace {

using Entry = std::pair<std::string_view, Region>;

// Words of class names and ids, cut at hyphens, underscores and humps.
constexpr auto kWords = [] {
  auto words = std::to_array<Entry>({
      {"ad", Region::advertising},
      {"ads", Region::advertising},
      {"advert", Region::advertising},
      {"advertisement", Region::advertising},
      {"advertising", Region::advertising},
      {"author", Region::byline},
      {"authors", Region::byline},
      {"banner", Region::advertising},
      {"breadcrumb", Region::navigation},
      {"breadcrumbs", Region::navigation},
      {"byline", Region::byline},
      {"comment", Region::comments},
      {"comments", Region::comments},
      {"consent", Region::notice},
      {"cookie", Region::notice},
      {"cookies", Region::notice},
      {"copyright", Region::footer},
      {"credit", Region::credit},
      {"credits", Region::credit},
      {"dateline", Region::dateline},
      {"disqus", Region::comments},
      {"footer", Region::footer},
      {"gdpr", Region::notice},
      {"jumplinks", Region::navigation},
      {"masthead", Region::header},
      {"menu", Region::navigation},
      {"mostread", Region::sidebar},
      {"nav", Region::navigation},
      {"navbar", Region::navigation},
      {"navigation", Region::navigation},
      {"newsletter", Region::notice},
      {"pager", Region::navigation},
      {"pagination", Region::navigation},
      {"paywall", Region::notice},
      {"poll", Region::poll},
      {"popular", Region::sidebar},
      {"promo", Region::advertising},
      {"pubdate", Region::dateline},
      {"published", Region::dateline},
      {"pullquote", Region::pull_quote},
      {"readmore", Region::sidebar},
      {"recirc", Region::sidebar},
      {"recommended", Region::sidebar},
      {"related", Region::sidebar},
      {"respond", Region::comment_form},
      {"share", Region::navigation},
      {"sharing", Region::navigation},
      {"sidebar", Region::sidebar},
      {"skip", Region::navigation},
      {"social", Region::navigation},
      {"sponsor", Region::advertising},
      {"sponsored", Region::advertising},
      {"subscribe", Region::notice},
      {"subscription", Region::notice},
      {"tags", Region::navigation},
      {"taboola", Region::sidebar},
      {"timestamp", Region::dateline},
      {"toolbar", Region::navigation},
      {"trending", Region::sidebar},
      {"widget", Region::sidebar},
  });
  std::sort(words.begin(), words.end(), [](const Entry& a, const Entry& b) { return a.first < b.first; });
  return words;
}();

// Pairs of neighbouring words.
struct Pair {
  std::string_view first;
  std::string_view second;
  Region region;
};
constexpr auto kPairs = std::to_array<Pair>({
    {"pull", "quote", Region::pull_quote},     {"quote", "pull", Region::pull_quote},
    {"comment", "form", Region::comment_form}, {"reply", "form", Region::comment_form},
    {"most", "read", Region::sidebar},         {"most", "viewed", Region::sidebar},
    {"more", "stories", Region::sidebar},      {"read", "more", Region::sidebar},
    {"see", "also", Region::sidebar},          {"latest", "news", Region::sidebar},
    {"top", "stories", Region::sidebar},       {"publish", "date", Region::dateline},
    {"post", "date", Region::dateline},        {"date", "published", Region::dateline},
    {"entry", "date", Region::dateline},       {"article", "date", Region::dateline},
    {"post", "meta", Region::byline},          {"entry", "meta", Region::byline},
    {"article", "meta", Region::byline},       {"sign", "up", Region::notice},
    {"image", "credit", Region::credit},       {"photo", "credit", Region::credit},
    {"side", "bar", Region::sidebar},          {"sub", "menu", Region::navigation},
});

}  // namespace

Region region_of_words(std::string_view words) {
  Region region = Region::main;
  std::string word;
  std::string last;
  const auto close = [&] {
    if (word.empty()) return;
    for (const Pair& pair : kPairs)
      if (pair.first == last && pair.second == word) region = pair.region;
    const auto found = std::lower_bound(kWords.begin(), kWords.end(), std::string_view(word),
                                        [](const Entry& entry, std::string_view key) { return entry.first < key; });
    if (region == Region::main && found != kWords.end() && found->first == word) region = found->second;
    last = std::move(word);
    word.clear();
  };
  bool was_lower = false;
  for (const char c : words) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && was_lower)) close();
    if (letter) word += static_cast<char>(c | 0x20);
    // A blank parts two class names: what stands on both sides of it is no pair.
    if (c == ' ') last.clear();
    was_lower = letter && !upper;
  }
  close();
  return region;
}

}  // namespace readout
