#include "bench/check.h"

#include <string>
#include <string_view>
#include <vector>

#include "bench/clock.h"
#include "bench/invent.h"
#include "readout/verify/sources.h"

namespace readout::bench {
namespace {

std::vector<std::string_view> words_at(std::string_view text, std::size_t from, std::size_t count) {
  std::vector<std::string_view> words;
  std::size_t at = text.find(' ', from);
  while (at != std::string_view::npos && words.size() < count) {
    const std::size_t begin = text.find_first_not_of(" \n", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
    words.push_back(text.substr(begin, end - begin));
    at = end;
  }
  return words;
}

std::string quotation_of(std::string_view text, std::size_t number) {
  const std::size_t spread = number * 2'654'435'761u;
  const std::size_t count = 4 + spread % 15;
  std::vector<std::string_view> words = words_at(text, spread % (text.size() * 3 / 4 + 1), count);
  if (number % 20 == 19)
    for (std::size_t i = 0; i < words.size(); i += 2) words[i] = "nowhere";
  else if (number % 4 == 2 && words.size() > 6)
    words[words.size() / 2] = words[words.size() / 2 - 1] = "...";
  else if (number % 4 == 3 && words.size() > 4)
    words[words.size() / 2] = "otherwise";
  std::string quotation;
  for (const std::string_view word : words) quotation += (quotation.empty() ? "" : " ") + std::string(word);
  if (number % 4 == 1)
    for (char& c : quotation) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return quotation;
}

}  // namespace

CheckTimes check_quotations(std::uint64_t seed, std::size_t texts, std::size_t bytes_each, std::size_t quotations) {
  CheckTimes times;
  times.texts = texts;
  times.quotations = quotations;
  std::vector<std::string> written;
  for (std::size_t i = 0; i < texts; ++i) written.push_back(invent_document(seed, i, bytes_each));
  std::vector<SourceText> views;
  for (const std::string& text : written) {
    views.push_back({text, {}});
    times.bytes += text.size();
  }
  std::vector<std::string> asked;
  for (std::size_t i = 0; i < quotations; ++i) asked.push_back(quotation_of(written[i * 7919 % texts], i));
  const double begin = cpu_s();
  const Sources sources(views);
  const double made = cpu_s();
  for (const std::string& quotation : asked) {
    const Verdict verdict = verify(quotation, sources).verdict;
    times.found += verdict == Verdict::exact || verdict == Verdict::folded;
  }
  times.check_s = cpu_s() - made;
  times.index_s = made - begin;
  times.index_bytes = sources.memory_bytes();
  return times;
}

}  // namespace readout::bench
