#include "readout/score/must_not.h"

#include <algorithm>
#include <map>

#include "readout/text/fold.h"

namespace readout {
namespace {

struct Case {
  const KeyMustNot& must_not;
  const AnswerKey& key;
  const std::vector<KeyDocument>& documents;
  const KeyDocument& document;  // of the seed

  const Account& account() const { return *document.account; }
};

// What stands between straight double marks.
std::vector<std::string> quoted_in(std::string_view what) {
  std::vector<std::string> out;
  for (std::size_t begin = what.find('"'); begin != std::string_view::npos;) {
    const std::size_t end = what.find('"', begin + 1);
    if (end == std::string_view::npos) break;
    out.emplace_back(what.substr(begin + 1, end - begin - 1));
    begin = what.find('"', end + 1);
  }
  return out;
}

// The words between `after` and `before`, blanks off; "" where either is missing.
std::string between(std::string_view what, std::string_view after, std::string_view before) {
  const std::size_t from = what.find(after);
  if (from == std::string_view::npos) return {};
  const std::size_t begin = from + after.size();
  const std::size_t end = before.empty() ? what.size() : what.find(before, begin);
  if (end == std::string_view::npos) return {};
  const std::string_view words = what.substr(begin, end - begin);
  const std::size_t first = words.find_first_not_of(' ');
  return first == std::string_view::npos ? ""
                                         : std::string(words.substr(first, words.find_last_not_of(' ') - first + 1));
}

bool is_by(const Case& c, std::size_t speech, std::string_view name) {
  return is_right(judge_speaker(name, speaker_of(c.account(), speech)));
}

MustNotResult kept(const Case& c) {
  return {c.must_not.what, c.must_not.seed, MustNotVerdict::kept, {}};
}

MustNotResult broken(const Case& c, const KeyDocument& document, Span span) {
  return {c.must_not.what, c.must_not.seed, MustNotVerdict::broken,
          cite(document, span) + " " + words(document.bytes, {span})};
}

MustNotResult broken(const Case& c, std::string evidence) {
  return {c.must_not.what, c.must_not.seed, MustNotVerdict::broken, std::move(evidence)};
}

// Every place of these words in a document; marks as the document prints them do not count.
std::vector<Span> places(std::string_view bytes, std::string_view wanted) {
  std::vector<Span> out;
  for (std::size_t at = bytes.find(wanted); at != std::string_view::npos; at = bytes.find(wanted, at + 1))
    out.push_back(make_span(at, at + wanted.size()));
  return out;
}

MustNotResult no_person(const Case& c) {
  for (const std::string& name : quoted_in(c.must_not.what))
    for (const Person& person : c.account().persons)
      if (fold_name(person.name) == fold_name(name)) return broken(c, person.name);
  return kept(c);
}

MustNotResult no_speaker_or_author(const Case& c) {
  for (const std::string& name : quoted_in(c.must_not.what)) {
    const std::string folded = fold_name(name);
    for (const std::string& author : c.account().document.authors)
      if (fold_name(author).find(folded) != std::string::npos) return broken(c, author);
    for (std::size_t i = 0; i < c.account().speeches.size(); ++i)
      for (const std::string& ours : speaker_of(c.account(), i).names)
        if (fold_name(ours).find(folded) != std::string::npos)
          return broken(c, c.document, extent_of(c.document.contents[i]));
  }
  return kept(c);
}

MustNotResult nothing_from_noise(const Case& c, std::string_view remark, bool persons_too) {
  for (const KeyRemark& noise : c.key.noise) {
    if (noise.seed != c.must_not.seed || noise.remark.find(remark) == std::string::npos) continue;
    const Spans outside = outside_statements(c.document, noise.span);
    if (!is_silent(c.document, outside)) return broken(c, c.document, noise.span);
    if (!persons_too) continue;
    for (const Person& person : c.account().persons)
      for (const Span mention : person.mentions)
        if (noise.span.overlaps(c.account().document.text.to_blob(mention))) return broken(c, c.document, noise.span);
  }
  return kept(c);
}

MustNotResult not_dated(const Case& c) {
  const std::string date = c.must_not.what.substr(0, c.must_not.what.find(' '));
  if (to_iso(c.account().document.dates.said).starts_with(date)) return broken(c, "document said " + date);
  for (std::size_t i = 0; i < c.account().speeches.size(); ++i)
    if (to_iso(c.account().speeches[i].said).starts_with(date))
      return broken(c, c.document, extent_of(c.document.contents[i]));
  return kept(c);
}

MustNotResult not_first_hand(const Case& c) {
  const std::string speaker = between(c.must_not.what, "", " as first-hand");
  std::string reporter = between(c.must_not.what, "items that ", " lists");
  if (reporter.empty()) reporter = between(c.must_not.what, "that ", " lists");
  for (std::size_t i = 0; i < c.account().speeches.size(); ++i) {
    if (c.account().speeches[i].depth != 0 || !is_by(c, i, speaker)) continue;
    for (const KeyStatement* statement : c.document.statements)
      if (statement->depth > 0 && statement->reported_by.find(reporter) != std::string::npos &&
          common_size({statement->span}, c.document.contents[i]) > 0)
        return broken(c, c.document, extent_of(c.document.contents[i]));
  }
  return kept(c);
}

MustNotResult not_said_by(const Case& c, std::string_view speaker) {
  std::vector<std::string> wordings = quoted_in(c.must_not.what);
  bool looked = false;
  for (const std::string& wording : wordings)
    for (const Span place : places(c.document.bytes, wording)) {
      looked = true;
      const std::int32_t speech = innermost_speech(c.document, place);
      if (speech >= 0 && is_by(c, static_cast<std::size_t>(speech), speaker)) return broken(c, c.document, place);
    }
  MustNotResult result = kept(c);
  if (!looked) result.verdict = MustNotVerdict::not_checkable;
  return result;
}

MustNotResult claim_not_a_fact(const Case& c) {
  for (const KeyRemark& claim : c.key.author_claims) {
    if (claim.seed != c.must_not.seed || claim.remark.find("claim") == std::string::npos) continue;
    const std::int32_t speech = innermost_speech(c.document, claim.span);
    if (speech < 0) continue;
    const auto& doubts = c.account().speeches[static_cast<std::size_t>(speech)].doubts;
    if (std::none_of(doubts.begin(), doubts.end(), [](const Doubt& d) { return d.kind == DoubtKind::author_claim; }))
      return broken(c, c.document, claim.span);
  }
  return kept(c);
}

MustNotResult brackets_apart(const Case& c) {
  for (const KeyRemark& noise : c.key.noise) {
    if (noise.seed != c.must_not.seed || !noise.snippet.starts_with('[')) continue;
    if (outside_statements(c.document, noise.span).empty() && !is_told_apart(c.document, noise.span))
      return broken(c, c.document, noise.span);
  }
  return kept(c);
}

MustNotResult in_no_statement(const Case& c) {
  for (const std::string& wording : quoted_in(c.must_not.what))
    for (const KeyDocument& document : c.documents)
      for (const Span place : places(document.bytes, wording))
        if (!is_silent(document, {place})) return broken(c, document, place);
  return kept(c);
}

MustNotResult no_statement_by(const Case& c, std::string_view speaker) {
  for (std::size_t i = 0; i < c.account().speeches.size(); ++i)
    if (is_by(c, i, speaker)) return broken(c, c.document, extent_of(c.document.contents[i]));
  return kept(c);
}

MustNotResult no_doubles(const Case& c, std::string_view speaker) {
  std::map<std::string, std::size_t> seen;
  for (std::size_t i = 0; i < c.account().speeches.size(); ++i) {
    if (!c.account().speeches[i].same_as.empty() || !is_by(c, i, speaker)) continue;
    if (!seen.emplace(fold_words(words(c.document.bytes, c.document.contents[i])), i).second)
      return broken(c, c.document, extent_of(c.document.contents[i]));
  }
  return kept(c);
}

MustNotResult no_speech(const Case& c) {
  return c.account().speeches.empty() ? kept(c) : broken(c, c.document, extent_of(c.document.contents.front()));
}

}  // namespace

MustNotResult check_must_not(const KeyMustNot& must_not, const AnswerKey& key,
                             const std::vector<KeyDocument>& documents) {
  const std::string_view what = must_not.what;
  const auto has = [&](std::string_view phrase) { return what.find(phrase) != std::string_view::npos; };
  const MustNotResult open{must_not.what, must_not.seed, MustNotVerdict::not_checkable, {}};
  const auto document = std::find_if(documents.begin(), documents.end(),
                                     [&](const KeyDocument& candidate) { return candidate.seed == must_not.seed; });
  if (document == documents.end() || document->account == nullptr) return open;
  const Case c{must_not, key, documents, *document};
  if (has("as a contact") || what.starts_with("several ")) return open;
  if (has(" distinct from ")) return no_person(c);
  if (what.starts_with("a speaker or author")) return no_speaker_or_author(c);
  if (has("sidebar headlines")) return nothing_from_noise(c, "sidebar", true);
  if (has(" as the date of ")) return not_dated(c);
  if (has(" as first-hand speaker")) return not_first_hand(c);
  if (has("'s own description")) {
    const std::size_t end = what.find("'s own description");
    const std::size_t begin = what.rfind(" as ", end);
    return begin == std::string_view::npos ? open : not_said_by(c, what.substr(begin + 4, end - begin - 4));
  }
  if (has(" as something ") && what.ends_with(" said")) {
    std::string speaker = between(what, " as something ", " said");
    if (speaker.starts_with("that ")) speaker.erase(0, 5);
    return not_said_by(c, speaker);
  }
  if (has("as an established fact")) return claim_not_a_fact(c);
  if (has("in editorial brackets")) return brackets_apart(c);
  if (has(" inside a statement span")) return in_no_statement(c);
  if (what.starts_with("a statement by ")) return no_statement_by(c, what.substr(15));
  if (what.starts_with("two statements of ")) return no_doubles(c, between(what, "two statements of ", " made from"));
  if (what.starts_with("a speech found")) return no_speech(c);
  if (what.starts_with("a statement made from")) return nothing_from_noise(c, "", false);
  return open;
}

}  // namespace readout
