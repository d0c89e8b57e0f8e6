#include "readout/speech/claims.h"

#include <string>
#include <unordered_set>

#include "readout/base/lexicon.h"

namespace readout {
namespace {

struct RecordWords {
  std::unordered_set<std::string_view> record, change, words;

  RecordWords() {
    for (const auto& row : rows(embedded("en/record_words.tsv"))) {
      if (row.size() < 2) continue;
      auto& set = row[0] == "record" ? record : row[0] == "change" ? change : words;
      for (std::string_view rest = row[1]; !rest.empty();) {
        const std::size_t blank = rest.find(' ');
        set.insert(rest.substr(0, blank));
        rest = blank == std::string_view::npos ? std::string_view() : rest.substr(blank + 1);
      }
    }
  }
};

const RecordWords& record_words() {
  static const RecordWords kWords;
  return kWords;
}

bool is_in(const StrandView& s, int i, const std::unordered_set<std::string_view>& set) {
  const ProseWord* w = s.word(i);
  return w != nullptr && w->kind == TokenKind::word && set.contains(LowerWord(s.text(i)).view());
}

bool names_record(const StrandView& s, NounPhrase phrase) {
  for (int i = phrase.begin; i < phrase.end; ++i)
    if (is_in(s, i, record_words().record)) return true;
  return false;
}

Candidate make_claim(const StrandView& s, std::uint32_t index, int begin, int cue_begin, int cue_end) {
  Candidate claim;
  claim.frame = ContentFrame::claim;
  claim.strand = index;
  int end = s.body_end();
  for (int i = cue_end; i < end; ++i)
    if (s.is_mark(i, ":") || s.is_mark(i, ";")) end = i;
  claim.speech.content = {s.span(begin, end)};
  claim.speech.cue = {s.span(cue_begin, cue_end)};
  claim.features = {{"frame:claim", 1}};
  return claim;
}

// Back over auxiliaries and adverbs to where the verb group begins.
int group_begin(const StrandView& s, int head) {
  int begin = head;
  while (s.is_auxiliary(begin - 1) || s.is_adverb(begin - 1) || s.is(begin - 1, WordClass::negation)) --begin;
  return begin;
}

}  // namespace

std::optional<Candidate> find_claim(const StrandView& s, std::uint32_t index, const std::vector<CueSite>& sites) {
  if (s.strand().quotation >= 0) return std::nullopt;
  for (int i = 1; i < s.size(); ++i) {
    if (!is_in(s, i, record_words().change)) continue;
    const int begin = group_begin(s, i);
    const NounPhrase subject = subject_left(s, begin);
    if (!subject.empty() && names_record(s, subject)) return make_claim(s, index, subject.begin, begin, i + 1);
  }
  for (const CueSite& site : sites) {
    if (!site.negated || site.source.empty() || site.verb == nullptr || site.verb->lemma != "say") continue;
    int before = site.source.begin - 1;
    if (s.is_word(before, "that") || s.is_word(before, "which")) --before;
    if (is_in(s, before, record_words().words)) return make_claim(s, index, before, site.begin, site.end);
  }
  return std::nullopt;
}

}  // namespace readout
