#include "readout/desk/shelf.h"

#include <algorithm>
#include <map>

#include "readout/text/fold.h"

namespace readout {
namespace {

constexpr std::size_t kAllTexts = 64;
constexpr std::size_t kMostTexts = 96;
constexpr std::size_t kStretch = 3;  // words that must stand together to make a text a candidate
constexpr std::size_t kMostStretches = 24;

std::vector<std::string> words_of(const std::string& quote) {
  std::vector<std::string> words;
  const std::string folded = fold_words(quote);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string phrase(const std::vector<std::string>& words, std::size_t begin, std::size_t count) {
  std::string out = "\"";
  for (std::size_t i = begin; i < std::min(begin + count, words.size()); ++i) out += (i == begin ? "" : " ") + words[i];
  return out + "\"";
}

// The longest words, two by two: what is left to look for where no stretch stands anywhere.
std::vector<std::string> pairs(std::vector<std::string> words) {
  std::ranges::stable_sort(words, std::greater<>(), &std::string::size);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() > 5) words.resize(5);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i)
    for (std::size_t j = i + 1; j < words.size(); ++j) out.push_back(words[i] + " " + words[j]);
  return out;
}

}  // namespace

Result<std::vector<std::string>> Shelf::names_for(const std::string& quote) {
  if (!document_.empty()) {
    Result<std::string> name = record_.find_name(document_);
    if (!name) return tl::unexpected(name.error());
    return std::vector<std::string>{*name};
  }
  const Result<RecordCounts> counts = record_.counts();
  if (!counts) return tl::unexpected(counts.error());
  std::vector<std::string> names;
  if (counts->documents <= kAllTexts) {
    const Result<std::vector<DocumentRow>> rows = record_.documents();
    if (!rows) return tl::unexpected(rows.error());
    for (const DocumentRow& row : *rows) names.push_back(row.document.name);
    return names;
  }
  std::map<std::string, std::size_t> votes;
  const auto ask = [&](const std::string& words, std::size_t weight, std::size_t limit) -> Result<void> {
    PassageFilter filter;
    filter.words = words;
    filter.limit = limit;
    const Result<std::vector<Passage>> passages = record_.search(filter);
    if (!passages) return tl::unexpected(passages.error());
    for (const Passage& passage : *passages) votes[passage.document] += weight;
    return {};
  };
  const std::vector<std::string> words = words_of(quote);
  if (const auto asked = ask(phrase(words, 0, words.size()), 1000, 1000); !asked) return tl::unexpected(asked.error());
  const std::size_t step = std::max<std::size_t>(1, words.size() / kMostStretches);
  for (std::size_t i = 0; i + kStretch <= words.size(); i += step)
    if (const auto asked = ask(phrase(words, i, kStretch), 2, 200); !asked) return tl::unexpected(asked.error());
  if (votes.size() < 3)
    for (const std::string& pair : pairs(words))
      if (const auto asked = ask(pair, 1, 100); !asked) return tl::unexpected(asked.error());
  std::vector<std::pair<std::string, std::size_t>> ranked(votes.begin(), votes.end());
  std::ranges::stable_sort(ranked, std::greater<>(), &std::pair<std::string, std::size_t>::second);
  std::size_t whole = 0;
  for (const auto& [name, count] : ranked) whole += count >= 1000;
  for (const auto& [name, count] : ranked)
    if (names.size() < std::max(kMostTexts, whole)) names.push_back(name);
  std::ranges::sort(names);
  return names;
}

Result<Compared> Shelf::load(const std::string& name) {
  Compared text;
  text.name = name;
  Result<Account> account = record_.account(name);
  if (!account) return tl::unexpected(account.error());
  text.account = std::move(*account);
  Result<std::vector<SpeechRow>> speeches = record_.speeches_of(name);
  if (!speeches) return tl::unexpected(speeches.error());
  text.speeches = std::move(*speeches);
  return text;
}

Result<std::vector<Compared>*> Shelf::candidates(const std::string& quote, const std::string& source) {
  Result<std::vector<std::string>> names = names_for(quote);
  if (!names) return tl::unexpected(names.error());
  if (!source.empty() && document_.empty())
    if (const Result<std::string> named = record_.find_name(source);
        named && std::ranges::find(*names, *named) == names->end())
      names->insert(std::ranges::upper_bound(*names, *named), *named);
  if (*names == loaded_ && !texts_.empty()) return &texts_;
  std::vector<Compared> texts;
  for (const std::string& name : *names) {
    const auto known = std::ranges::find(texts_, name, &Compared::name);
    if (known != texts_.end()) {
      texts.push_back(std::move(*known));
      continue;
    }
    Result<Compared> text = load(name);
    if (!text) {
      texts_.clear();  // some were taken over already
      return tl::unexpected(text.error());
    }
    texts.push_back(std::move(*text));
  }
  texts_ = std::move(texts);
  ++edition_;
  loaded_ = std::move(*names);
  return &texts_;
}

}  // namespace readout
