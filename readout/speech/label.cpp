#include "readout/speech/label.h"

#include <algorithm>

namespace readout {
namespace {

constexpr int kLongestLabel = 7;             // words
constexpr std::uint32_t kLongestRole = 120;  // bytes of label and role

bool is_question_word(std::string_view lower) {
  return lower == "question" || lower == "q" || lower == "reporter" || lower == "journalist";
}
bool is_answer_word(std::string_view lower) {
  return lower == "answer" || lower == "a";
}

// Labels of other things than speakers.
bool is_other_label(std::string_view lower) {
  for (const std::string_view word :
       {"source",  "photo",    "note",     "update",   "updated",    "date",    "by",      "correction", "more",
        "also",    "editor",   "editor's", "image",    "picture",    "video",   "watch",   "read",       "related",
        "tags",    "topics",   "contact",  "location", "venue",      "time",    "where",   "when",       "who",
        "what",    "subject",  "from",     "to",       "re",         "cc",      "sent",    "breaking",   "exclusive",
        "opinion", "analysis", "fact",     "example",  "background", "summary", "results", "tel",        "phone",
        "email",   "http",     "https",    "warning",  "deadline",   "price",   "key",     "points"})
    if (lower == word) return true;
  return false;
}

bool is_particle(std::string_view lower) {
  for (const std::string_view word :
       {"of", "de", "van", "al", "the", "bin", "von", "for", "der", "la", "del", "pro", "tempore"})
    if (lower == word) return true;
  return false;
}

std::string_view text_of(const Prose& prose, const ProseWord& word) {
  return slice(prose.text, word.span);
}

// Mr. OKELLO.  The PRESIDING OFFICER.  Ms. BRAND of Tolm.
bool is_title(std::string_view lower) {
  for (const std::string_view word : {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sen", "sen.",
                                      "rep", "rep.", "the", "lord", "lady", "sir", "senator"})
    if (lower == word) return true;
  return false;
}

// Reads a label word by word.
struct LabelReader {
  const Prose& prose;
  Span limit;
  std::size_t i = 0;
  int words = 0;
  int capitals = 0;
  bool all_capitals = true;
  bool bracket = false;
  bool titled = false;
  bool role = false;  // behind a comma: "Petr Halas, chief engineer of the works:"
  Span span;

  const ProseWord* current() const {
    return i < prose.words.size() && prose.words[i].span.begin < limit.end ? &prose.words[i] : nullptr;
  }

  // False where what stands here cannot belong to a label.
  bool take(const ProseWord& word) {
    const std::string_view t = text_of(prose, word);
    if (t == "(" || t == "[") bracket = true;
    if (t == ")" || t == "]") {
      bracket = false;
      return true;
    }
    if (bracket) return word.span.end - span.begin <= kLongestRole;
    if (word.kind == TokenKind::mark) {
      role = role || (t == "," && words >= 2);
      return t == "." || t == "," || t == "-" || t == "’" || t == "'";
    }
    const LowerWord lower(t);
    const bool particle = words > 0 && is_particle(lower.view());
    // A verb of saying makes it a sentence that ends with a colon.
    if (role && !word.capital && word.kind == TokenKind::word && word.entry.verb < 0)
      return word.span.end - span.begin <= kLongestRole;
    if (word.kind != TokenKind::word || (!word.capital && !particle)) return false;
    if (words == 0 && is_other_label(lower.view())) return false;
    if (words == 0) {
      span.begin = word.span.begin;
      titled = is_title(lower.view());
    }
    if (++words > kLongestLabel) return false;
    span.end = word.span.end;
    const bool initial = word.span.size() <= 2 || t.ends_with('.');
    if (word.all_capitals && !initial) ++capitals;
    if (!word.all_capitals && !initial && !particle) all_capitals = false;
    return true;
  }
};

}  // namespace

std::size_t word_at(const Prose& prose, std::uint32_t offset) {
  return static_cast<std::size_t>(
      std::lower_bound(prose.words.begin(), prose.words.end(), offset,
                       [](const ProseWord& w, std::uint32_t at) { return w.span.begin < at; }) -
      prose.words.begin());
}

std::optional<Label> label_at(const Prose& prose, std::uint32_t offset, Span limit) {
  LabelReader reader{.prose = prose, .limit = limit, .i = word_at(prose, offset), .span = {}};
  const ProseWord* end = nullptr;
  bool stopped = false;  // by a full stop
  for (const ProseWord* word = reader.current(); word != nullptr; ++reader.i, word = reader.current()) {
    const std::string_view t = text_of(prose, *word);
    if (t == ":" && !reader.bracket) {
      end = word;
      break;
    }
    // A parliament's label: title and capitals, then a full stop (which may cling to the last word).
    if (t == "." && !reader.bracket && reader.titled && reader.capitals > 0) {
      end = word;
      stopped = true;
      break;
    }
    if (!reader.take(*word)) return std::nullopt;
    if (reader.titled && reader.capitals > 0 && word->all_capitals && t.ends_with('.') && t.size() > 4) {
      end = word;
      stopped = true;
      --reader.span.end;
      break;
    }
  }
  if (end == nullptr || reader.words == 0) return std::nullopt;
  const std::uint32_t after = end->span.end;
  if (after >= limit.end || prose.text[after] == '/') return std::nullopt;
  Label label;
  label.span = reader.span;
  const std::size_t next = word_at(prose, after);
  label.after = next < prose.words.size() ? std::max(after, prose.words[next].span.begin) : after;
  const LowerWord lower(slice(prose.text, label.span));
  label.question = is_question_word(lower.view());
  label.strong = stopped || (reader.all_capitals && reader.capitals > 0) ||
                 (reader.words == 1 && (label.question || is_answer_word(lower.view())));
  return label;
}

std::vector<Label> strong_labels(const Prose& prose, Span limit) {
  std::vector<Label> labels;
  bool sentence_start = true;
  for (std::size_t i = word_at(prose, limit.begin); i < prose.words.size() && prose.words[i].span.begin < limit.end;
       ++i) {
    const ProseWord& word = prose.words[i];
    if (sentence_start && word.capital)
      if (const auto label = label_at(prose, word.span.begin, limit); label && label->strong) labels.push_back(*label);
    const std::string_view t = text_of(prose, word);
    sentence_start = t == "." || t == "?" || t == "!" || t == "…" || (sentence_start && word.kind == TokenKind::mark);
  }
  return labels;
}

}  // namespace readout
