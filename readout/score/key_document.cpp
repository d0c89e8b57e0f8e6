#include "readout/score/key_document.h"

#include <fmt/format.h>

#include <algorithm>

#include "readout/document/read.h"
#include "readout/score/matching.h"

namespace readout {
namespace {

constexpr double kFound = 0.5;

std::string_view file_name(std::string_view origin) {
  const std::size_t slash = origin.rfind('/');
  return slash == std::string_view::npos ? origin : origin.substr(slash + 1);
}

void match_statements(KeyDocument& document) {
  std::vector<std::vector<Edge>> edges(document.statements.size());
  for (std::size_t s = 0; s < document.statements.size(); ++s) {
    const Spans wanted = {document.statements[s]->span};
    for (std::size_t i = 0; i < document.contents.size(); ++i) {
      const double overlap = intersection_over_union(wanted, document.contents[i]);
      if (overlap >= kFound) edges[s].push_back({static_cast<std::int32_t>(i), overlap});
    }
  }
  document.partner = match(std::move(edges), document.contents.size());
}

Spans in_blob(const Account& account, const std::vector<Span>& spans) {
  Spans out;
  for (const Span span : spans) out.push_back(account.document.text.to_blob(span));
  return joined(std::move(out));
}

bool covers(const Account& account, Span text_span, Span blob_span) {
  return !text_span.empty() && account.document.text.to_blob(text_span).overlaps(blob_span);
}

// A doubt about a whole speech says nothing of the few words inside it.
bool has_doubt(const Account& account, const std::vector<Doubt>& doubts, Span span) {
  return std::any_of(doubts.begin(), doubts.end(), [&](const Doubt& doubt) {
    return covers(account, doubt.span, span) && doubt.span.size() <= 2 * span.size();
  });
}

}  // namespace

std::vector<KeyDocument> pair_documents(const AnswerKey& key, std::span<const Account> accounts) {
  std::vector<KeyDocument> documents;
  for (const std::string& seed : key.documents) {
    KeyDocument document;
    document.seed = seed;
    document.name = short_name(seed);
    for (const Account& account : accounts)
      if (file_name(account.document.origin) == seed) document.account = &account;
    for (const KeyStatement& statement : key.statements)
      if (statement.seed == seed) document.statements.push_back(&statement);
    if (document.account != nullptr) {
      const Account& account = *document.account;
      if (!account.document.name.empty()) document.name = account.document.name;
      document.bytes = account.bytes ? std::string_view(*account.bytes) : account.document.text.view();
      for (const Speech& speech : account.speeches) document.contents.push_back(in_blob(account, speech.content));
    }
    match_statements(document);
    documents.push_back(std::move(document));
  }
  return documents;
}

NamedSpeaker speaker_of(const Account& account, std::size_t speech) {
  NamedSpeaker out;
  out.source = std::string(account.document.text[account.speeches[speech].source]);
  const std::int32_t person = account.speakers[speech].person;
  if (person < 0) return out;
  const Person& who = account.persons[static_cast<std::size_t>(person)];
  out.known = true;
  out.kind = who.kind;
  out.names.push_back(who.name);
  for (const Span mention : who.mentions) out.names.emplace_back(account.document.text[mention]);
  return out;
}

std::string printed_speaker(const Account& account, std::size_t speech) {
  const Speaker& speaker = account.speakers[speech];
  const std::string source(account.document.text[account.speeches[speech].source]);
  if (speaker.person >= 0)
    return fmt::format("{} (\"{}\")", account.persons[static_cast<std::size_t>(speaker.person)].name, source);
  std::string out = fmt::format("unknown (\"{}\"", source);
  for (const std::int32_t candidate : speaker.candidates)
    out += fmt::format("; {}?", account.persons[static_cast<std::size_t>(candidate)].name);
  return out + ")";
}

std::string cite(const KeyDocument& document, Span span) {
  return fmt::format("{}:{}-{}", document.name, span.begin, span.end);
}

Span extent_of(const Spans& spans) {
  return spans.empty() ? Span() : Span{spans.front().begin, spans.back().end};
}

Spans outside_statements(const KeyDocument& document, Span span) {
  Spans inside;
  for (const KeyStatement* statement : document.statements) inside.push_back(statement->span);
  Spans rest;
  std::uint32_t at = span.begin;
  for (const Span statement : joined(std::move(inside))) {
    if (statement.end <= at || statement.begin >= span.end) continue;
    if (statement.begin > at) rest.push_back({at, statement.begin});
    at = statement.end;
  }
  if (at < span.end) rest.push_back({at, span.end});
  return trimmed(document.bytes, rest);
}

bool is_silent(const KeyDocument& document, const Spans& words) {
  return std::none_of(document.contents.begin(), document.contents.end(),
                      [&](const Spans& content) { return common_size(trimmed(document.bytes, content), words) > 0; });
}

std::int32_t innermost_speech(const KeyDocument& document, Span span) {
  const Spans words = trimmed(document.bytes, {span});
  std::int32_t innermost = -1;
  for (std::size_t i = 0; i < document.contents.size(); ++i) {
    if (common_size(document.contents[i], words) < total_size(words)) continue;
    if (innermost < 0 ||
        total_size(document.contents[i]) <= total_size(document.contents[static_cast<std::size_t>(innermost)]))
      innermost = static_cast<std::int32_t>(i);
  }
  return innermost;
}

bool is_told_apart(const KeyDocument& document, Span span) {
  if (document.account == nullptr) return false;
  const Account& account = *document.account;
  std::int32_t holder = -1;
  for (std::size_t s = 0; s < document.statements.size(); ++s) {
    if (!document.statements[s]->span.contains(span) || document.partner[s] < 0) continue;
    const auto smaller = [&](std::int32_t a, std::int32_t b) {
      return total_size(document.contents[static_cast<std::size_t>(a)]) <
             total_size(document.contents[static_cast<std::size_t>(b)]);
    };
    if (holder < 0 || smaller(document.partner[s], holder)) holder = document.partner[s];
  }
  if (holder < 0) return false;
  const Spans words = trimmed(document.bytes, {span});
  if (common_size(document.contents[static_cast<std::size_t>(holder)], words) < total_size(words)) return true;
  if (has_doubt(account, account.document.doubts, span)) return true;
  for (const Person& person : account.persons)
    if (has_doubt(account, person.doubts, span)) return true;
  for (const Speech& speech : account.speeches) {
    if (has_doubt(account, speech.doubts, span)) return true;
    for (const Insertion& insertion : speech.insertions)
      if (covers(account, insertion.span, span)) return true;
  }
  return false;
}

}  // namespace readout
