#include "gold_links.h"

#include <cstdio>
#include <ctime>
#include <fstream>

#include "readout/align/align.h"

namespace readout {
namespace {

std::vector<std::string> split(const std::string& line, char mark) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find(mark, begin), line.size());
    out.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::set<TokenPair> read_pairs(const std::string& field) {
  std::set<TokenPair> out;
  for (const std::string& item : split(field, ' ')) {
    const std::size_t dash = item.find('-');
    if (dash == std::string::npos) continue;
    out.emplace(static_cast<std::uint32_t>(std::stoul(item.substr(0, dash))),
                static_cast<std::uint32_t>(std::stoul(item.substr(dash + 1))));
  }
  return out;
}

// The tokens, parted by blanks, that a span touches.
std::vector<std::uint32_t> tokens_of(const std::string& text, Span span, std::vector<std::uint32_t>& starts) {
  if (starts.empty())
    for (std::uint32_t i = 0; i < text.size(); ++i)
      if (text[i] != ' ' && (i == 0 || text[i - 1] == ' ')) starts.push_back(i);
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = 0; t < starts.size(); ++t) {
    const std::uint32_t next = t + 1 < starts.size() ? starts[t + 1] : static_cast<std::uint32_t>(text.size());
    if (starts[t] < span.end && next > span.begin) out.push_back(t);
  }
  return out;
}

std::string word(const std::string& text, std::uint32_t token) {
  const std::vector<std::string> words = split(text, ' ');
  return token < words.size() ? words[token] : "?";
}

void show(const GoldPair& pair, const std::set<TokenPair>& found) {
  std::printf("%s\n  %s\n  %s\n", pair.id.c_str(), pair.a.c_str(), pair.b.c_str());
  for (const TokenPair& link : pair.sure)
    if (!found.contains(link))
      std::printf("  missed %u-%u %s | %s\n", link.first, link.second, word(pair.a, link.first).c_str(),
                  word(pair.b, link.second).c_str());
  for (const TokenPair& link : found)
    if (!pair.sure.contains(link))
      std::printf("  %s %u-%u %s | %s\n", pair.possible.contains(link) ? "possible" : "extra", link.first, link.second,
                  word(pair.a, link.first).c_str(), word(pair.b, link.second).c_str());
}

}  // namespace

std::vector<GoldPair> read_gold_pairs(const std::filesystem::path& file) {
  std::vector<GoldPair> out;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::vector<std::string> fields = split(line, '\t');
    if (fields.size() < 8) continue;
    GoldPair pair{fields[0], fields[1], fields[3], read_pairs(fields[7]), {}};
    if (fields.size() > 8) pair.possible = read_pairs(fields[8]);
    for (const TokenPair& link : pair.sure) pair.possible.erase(link);
    out.push_back(std::move(pair));
  }
  return out;
}

std::set<TokenPair> link_tokens(const GoldPair& pair, double& seconds) {
  const std::clock_t begin = std::clock();
  const std::vector<Unit> a = make_units(pair.a, make_span(0, pair.a.size()));
  const std::vector<Unit> b = make_units(pair.b, make_span(0, pair.b.size()));
  const Alignment alignment = align(a, b);
  seconds += static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;

  std::set<TokenPair> out;
  std::vector<std::uint32_t> starts_a, starts_b;
  for (const WordLink& link : alignment.links)
    for (const std::uint32_t i : tokens_of(pair.a, a[link.a].span, starts_a))
      for (const std::uint32_t j : tokens_of(pair.b, b[link.b].span, starts_b)) out.emplace(i, j);
  return out;
}

LinkScore score_links(const std::vector<GoldPair>& pairs, bool errors) {
  LinkScore score;
  for (const GoldPair& pair : pairs) {
    const std::set<TokenPair> found = link_tokens(pair, score.seconds);
    ++score.pairs;
    if (found == pair.sure)
      ++score.whole;
    else if (errors)
      show(pair, found);
    score.sure.found += found.size();
    score.with_possible.found += found.size();
    score.sure.gold += pair.sure.size();
    score.with_possible.gold += pair.sure.size() + pair.possible.size();
    for (const TokenPair& link : found) {
      score.sure.right += pair.sure.contains(link) ? 1 : 0;
      score.with_possible.right += pair.sure.contains(link) || pair.possible.contains(link) ? 1 : 0;
    }
  }
  return score;
}

}  // namespace readout
