#include "readout/record/words.h"

#include <algorithm>

#include "readout/text/fold.h"

namespace readout {
namespace {

std::string quote(const Term& term) {
  std::string quoted = "\"";
  for (const char c : term.words) {
    if (c == '"') quoted += '"';
    if (c != '\0') quoted += c;
  }
  quoted += '"';
  if (term.prefix) quoted += '*';
  return quoted;
}

void add_term(Terms& terms, std::string_view words) {
  Term term;
  if (!words.empty() && words.back() == '*') {
    term.prefix = true;
    words.remove_suffix(1);
  }
  term.words = words;
  term.folded = fold_name(fold_words(words));
  if (!term.folded.empty()) terms.push_back(std::move(term));
}

}  // namespace

Terms parse_terms(std::string_view query) {
  Terms terms;
  std::size_t at = 0;
  while (at < query.size()) {
    if (query[at] == ' ' || query[at] == '\t' || query[at] == '\n') {
      ++at;
      continue;
    }
    if (query[at] == '"') {
      const std::size_t close = std::min(query.find('"', at + 1), query.size());
      add_term(terms, query.substr(at + 1, close - at - 1));
      at = close + 1;
      continue;
    }
    const std::size_t end = std::min(query.find_first_of(" \t\n\"", at), query.size());
    add_term(terms, query.substr(at, end - at));
    at = end;
  }
  return terms;
}

std::string match_query(const Terms& terms) {
  std::string query;
  for (const Term& term : terms) query += (query.empty() ? "" : " ") + quote(term);
  return query;
}

std::string widest_query(const Terms& terms) {
  const auto longest = std::ranges::max_element(terms, {}, [](const Term& term) { return term.words.size(); });
  return longest == terms.end() ? std::string() : quote(*longest);
}

std::string fold_for_search(std::string_view text) {
  return " " + fold_name(fold_words(text)) + " ";
}

bool occur_in(const Terms& terms, std::string_view text) {
  const std::string folded = fold_for_search(text);
  return std::ranges::all_of(terms, [&](const Term& term) {
    return folded.find(" " + term.folded + (term.prefix ? "" : " ")) != std::string::npos;
  });
}

}  // namespace readout
