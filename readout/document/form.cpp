#include "readout/document/form.h"

#include <algorithm>
#include <array>
#include <vector>

#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, 22> kInstitutions = {
    "ministry",    "department", "embassy",     "government",        "office",    "council",    "commission",
    "chancellery", "presidency", "secretariat", "permanent mission", "consulate", "parliament", "agency",
    "authority",   "federation", "association", "delegation",        "mission",   "cabinet",    "kremlin",
    "white house"};

// What an institution does by saying so. In the present tense it speaks for itself.
constexpr std::array<std::string_view, 30> kPerformatives = {"announces",
                                                             "expresses",
                                                             "condemns",
                                                             "strongly condemns",
                                                             "welcomes",
                                                             "reiterates",
                                                             "reaffirms",
                                                             "informs",
                                                             "regrets",
                                                             "calls on",
                                                             "calls upon",
                                                             "urges",
                                                             "extends",
                                                             "conveys",
                                                             "congratulates",
                                                             "notes",
                                                             "is pleased to announce",
                                                             "wishes to",
                                                             "rejects",
                                                             "categorically rejects",
                                                             "denounces",
                                                             "confirms",
                                                             "would like to",
                                                             "hereby",
                                                             "has the honour",
                                                             "has the honor",
                                                             "deeply regrets",
                                                             "expresses its",
                                                             "affirms",
                                                             "stresses"};

// Openings of titles, and what follows them is the issuer (or, for a readout, the party whose possessive it is).
constexpr std::array<std::string_view, 16> kByOpenings = {
    "statement by",       "statement from",     "statement of",          "press statement by",
    "press statement of", "joint statement by", "joint statement of",    "comment by",
    "press release by",   "press release from", "communiqué of",         "communique of",
    "message from",       "declaration by",     "official statement by", "announcement by"};
constexpr std::array<std::string_view, 12> kPlainOpenings = {
    "for immediate release", "press release",    "press statement",
    "media release",         "media note",       "media statement",
    "joint statement",       "joint communiqué", "joint communique",
    "joint declaration",     "readout of",       "readout from"};

constexpr std::array<std::string_view, 16> kIssuerEnds = {
    " on ",    " regarding ", " following ", " at ",   " in connection", " about ",  " concerning ", " with regard",
    " after ", " to ",        " for the ",   " ahead", " in response",   " marking", ", ",           " during "};

constexpr std::array<std::string_view, 13> kHosts = {".gov/",
                                                     ".gov.",
                                                     "mid.ru",
                                                     "mfa.",
                                                     "kremlin.ru",
                                                     "europa.eu",
                                                     "nato.int",
                                                     "un.org",
                                                     "government.",
                                                     "elysee.fr",
                                                     "bundesregierung.de",
                                                     ".mil/",
                                                     "auswaertiges-amt.de"};
constexpr std::array<std::string_view, 9> kOutlets = {"ministry",      "department of", "embassy",
                                                      "office of the", "government of", "white house",
                                                      "kremlin",       "presidency",    "foreign office"};

std::string_view host_of(std::string_view url) {
  const std::size_t slashes = url.find("://");
  if (slashes != std::string_view::npos) url.remove_prefix(slashes + 3);
  return url.substr(0, url.find('/') == std::string_view::npos ? url.size() : url.find('/') + 1);
}

bool is_official(std::string_view outlet, std::string_view url) {
  const std::string_view host = host_of(url);
  for (const std::string_view part : kHosts)
    if (host.find(part) != std::string_view::npos ||
        (part.ends_with('/') && host.ends_with(part.substr(0, part.size() - 1))))
      return true;
  return std::any_of(kOutlets.begin(), kOutlets.end(), [&](std::string_view word) { return holds(outlet, word); });
}

// "Question: ", "SECRETARY VALE: ", "Ana Vale (via interpreter): ": the size of the label, 0 where there is none.
std::size_t label_size(std::string_view words) {
  std::size_t begin = 0;
  while (begin < words.size() && is_opening(code_point_at(words, begin).value))
    begin += code_point_at(words, begin).size;
  const std::size_t colon = words.find(':', begin);
  if (colon == std::string_view::npos || colon == begin || colon - begin > 60) return 0;
  if (colon + 1 < words.size() && words[colon + 1] != ' ' && words[colon + 1] != '\n') return 0;
  std::string_view label = words.substr(begin, colon - begin);
  if (const std::size_t bracket = label.find(" ("); bracket != std::string_view::npos) label = label.substr(0, bracket);
  const Line line = measure(label, make_span(0, label.size()));
  if (line.words == 0 || line.words > 6 || line.lower > 0 || label.find(". ") == 0) return 0;
  return line.digits > 0 ? 0 : label.size();
}

bool is_question_label(std::string_view label) {
  return same_ascii(label, "question") || same_ascii(label, "q") || same_ascii(label, "a") ||
         same_ascii(label, "answer") || same_ascii(label, "moderator") || same_ascii(label, "reporter") ||
         same_ascii(label, "journalist");
}

// The words after an opening, up to what the statement is about.
Span issuer_after(std::string_view text, Span line, std::size_t begin) {
  const std::string_view rest = text.substr(begin, line.end - begin);
  std::size_t end = rest.size();
  for (const std::string_view stop : kIssuerEnds)
    end = std::min(end, rest.find(stop) == std::string_view::npos ? end : rest.find(stop));
  while (end > 0 && (rest[end - 1] == '.' || rest[end - 1] == ':' || rest[end - 1] == ' ')) --end;
  return end >= 3 && end <= 120 ? make_span(begin, begin + end) : Span{};
}

bool issuer_of_title(std::string_view text, Span line, Span& issuer) {
  // A forwarded mail prints its lines after "> ".
  while (line.begin < line.end && (text[line.begin] == '>' || text[line.begin] == ' ')) ++line.begin;
  const std::string_view words = slice(text, line);
  if (words.empty() || !is_upper(code_point_at(words, 0).value)) return false;
  for (const std::string_view opening : kByOpenings)
    if (opens_with(words, opening)) {
      issuer = issuer_after(text, line, line.begin + skip_blank(words, opening.size()));
      return true;
    }
  for (const std::string_view opening : kPlainOpenings) {
    if (!opens_with(words, opening)) continue;
    // "Readout of President Vale's call with ...": the possessive is the party whose readout it is.
    if (opening.starts_with("readout")) {
      const std::size_t begin = skip_blank(words, opening.size());
      for (const std::string_view possessive : {"'s ", "’s ", "s' ", "s’ "}) {
        const std::size_t at = words.find(possessive, begin);
        if (at == std::string_view::npos || at - begin > 80) continue;
        const std::size_t keep = possessive.starts_with('s') ? at + 1 : at;
        issuer = make_span(line.begin + begin, line.begin + keep);
        break;
      }
    }
    return true;
  }
  return false;
}

// "The Ministry of Foreign Affairs of Norland expresses ...": an institution, then at once what it does by saying so.
bool issuer_of_lead(std::string_view text, Span paragraph, Span& issuer) {
  const std::string_view words = slice(text, paragraph).substr(0, 240);
  std::size_t best = std::string_view::npos;
  for (const std::string_view verb : kPerformatives) {
    const std::size_t at = find_words(words, verb);
    if (at != std::string_view::npos) best = std::min(best, at);
  }
  if (best == std::string_view::npos || best < 6) return false;
  std::string_view subject = words.substr(0, best);
  while (subject.ends_with(' ')) subject.remove_suffix(1);
  for (const std::string_view adverb : {" strongly", " today", " hereby", " once again", " deeply", " warmly"})
    if (subject.ends_with(adverb)) subject.remove_suffix(adverb.size());
  const Line line = measure(subject, make_span(0, subject.size()));
  // A subject only: an article, capitals, "of" and "for", no verb and no mark.
  if (line.words == 0 || line.words > 14 || line.lower > line.capitals ||
      subject.find_first_of(".,;:\"") != std::string_view::npos)
    return false;
  if (line.opens_quoted || !is_upper(code_point_at(subject, 0).value)) return false;
  if (std::none_of(kInstitutions.begin(), kInstitutions.end(),
                   [&](std::string_view word) { return holds(subject, word); }))
    return false;
  issuer = make_span(paragraph.begin, paragraph.begin + subject.size());
  return true;
}

// Of a release that names nobody above: the subject of its first sentence, up to what it says or does.
Span subject_of_lead(std::string_view text, Span paragraph) {
  const std::string_view words = slice(text, paragraph).substr(0, 160);
  std::size_t end = words.size();
  for (const std::string_view verb :
       {"today", "said", "says", "announced", "announces", "has announced", "welcomed", "condemned", "confirmed"})
    end = std::min(end, find_words(words, verb) == std::string_view::npos ? end : find_words(words, verb));
  if (end == words.size() || end < 4) return {};
  std::string_view subject = words.substr(0, end);
  while (subject.ends_with(' ')) subject.remove_suffix(1);
  const Line line = measure(subject, make_span(0, subject.size()));
  const bool name = line.words <= 10 && line.lower * 2 <= line.capitals && !line.opens_quoted &&
                    is_upper(code_point_at(subject, 0).value) &&
                    subject.find_first_of(".,;:\"") == std::string_view::npos;
  return name ? make_span(paragraph.begin, paragraph.begin + subject.size()) : Span{};
}

}  // namespace

// Turns from near the beginning on: two labels of question and answer, or a third of the paragraphs under labels that
// return.
bool mark_turns(std::string_view text, Stretches& stretches) {
  std::size_t paragraphs = 0;
  std::size_t bytes = 0;
  std::size_t before_first = 0;
  bool questions = false;
  std::vector<std::string_view> labels;
  std::vector<std::size_t> turns;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (stretches[i].settled) continue;
    ++paragraphs;
    const std::string_view words = slice(text, stretches[i].line.span);
    if (label_size(words) > 0) {
      turns.push_back(i);
      labels.push_back(words.substr(0, words.find(':')));
      questions = questions || is_question_label(labels.back());
    }
    // A title above the first turn is no text before it.
    if (turns.empty() && is_prose(stretches[i])) before_first += words.size();
    bytes += words.size();
  }
  const std::size_t labelled = turns.size();
  // Little stands before the first turn, unless turns are nearly all there is.
  if (labelled < 2 || (before_first * 4 > bytes && labelled * 10 < paragraphs * 6)) return false;
  std::vector<std::string_view> distinct = labels;
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
  if (distinct.size() < 2) return false;
  if (questions ? labelled * 8 < paragraphs : labelled <= distinct.size() || labelled * 3 < paragraphs) return false;
  for (const std::size_t turn : turns) stretches[turn].turn = true;
  // The first line may be a title with a colon; a label that returns, or asks, is no title.
  stretches[turns[0]].turn = std::count(labels.begin(), labels.end(), labels[0]) > 1 || is_question_label(labels[0]);
  return true;
}

FormFound find_form(std::string_view text, const Stretches& stretches, bool transcript, std::string_view agency,
                    std::string_view outlet, std::string_view url) {
  FormFound found;
  const Stretch* lead = nullptr;
  bool any_body = false;
  for (const Stretch& s : stretches) {
    any_body = any_body || !s.settled;
    if (lead == nullptr && is_prose(s)) lead = &s;
  }
  if (!any_body) return found;
  if (transcript) {
    found.form = Form::transcript;
    return found;
  }
  found.form = Form::report;
  if (!agency.empty()) return found;
  Span issuer;
  bool titled = false;
  bool below_lead = false;
  for (std::size_t i = 0; i < stretches.size() && i < 10 && !titled; ++i) {
    const Stretch& s = stretches[i];
    if (s.line.is_long || s.line.words > 40 || (s.settled && s.kind == BlockKind::sidebar)) continue;
    // Below the first sentence only capitals still head a paper: a statement passed on in a mail.
    if (below_lead && !s.line.all_capitals) continue;
    titled = issuer_of_title(text, s.line.span, issuer);
    below_lead = below_lead || lead == &s;
  }
  for (const Stretch& s : stretches)
    if (issuer.empty() && s.reason == "letterhead") {
      issuer = s.line.span;
      titled = true;
    }
  if (titled && issuer.empty() && lead != nullptr) issuer = subject_of_lead(text, lead->line.span);
  Span named;
  const bool performs = lead != nullptr && issuer_of_lead(text, lead->line.span, named);
  if (titled || performs || is_official(outlet, url)) {
    found.form = Form::communique;
    found.issuer = issuer.empty() ? named : issuer;
  }
  return found;
}

}  // namespace readout
