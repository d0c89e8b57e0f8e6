#include "readout/score/case_document.h"

#include <fmt/format.h>

#include <algorithm>

#include "readout/text/fold.h"

namespace readout {
namespace {

struct DocumentJudge {
  const MarkedText& text;
  const Account& account;
  std::vector<std::string>& differences;

  Span in_blob(Span span) const { return account.document.text.to_blob(span); }
  std::string words_of(Span span) const { return words(text.text, {span}); }

  void judge_block(const GoldMark& mark) const {
    const Spans wanted = trimmed(text.text, {mark.span});
    std::string others;
    for (const Block& block : account.document.blocks) {
      const Spans span = {in_blob(block.span)};
      if (common_size(span, wanted) == 0) continue;
      if (to_string(block.kind) == mark.value && common_size(span, wanted) == total_size(wanted)) return;
      others += fmt::format(" {} «{}»", to_string(block.kind), words_of(in_blob(block.span)));
    }
    differences.push_back(fmt::format("no block {} around «{}», but{}", mark.value, words_of(mark.span), others));
  }

  void judge_time(const GoldMark& mark) const {
    std::string others;
    for (const TimeMention& time : account.document.times) {
      if (!in_blob(time.span).overlaps(mark.span)) continue;
      const std::string iso = to_iso(time.moment);
      if (mark.value == "open" ? iso.empty() : !iso.empty() && iso.starts_with(mark.value)) return;
      others += " " + (iso.empty() ? "open" : iso);
    }
    differences.push_back(fmt::format("no time {} at «{}», but{}", mark.value, words_of(mark.span), others));
  }

  bool has_doubt(const std::vector<Doubt>& doubts, const GoldMark& mark) const {
    return std::any_of(doubts.begin(), doubts.end(), [&](const Doubt& doubt) {
      return to_string(doubt.kind) == mark.value && in_blob(doubt.span).overlaps(mark.span);
    });
  }

  void judge_doubt(const GoldMark& mark) const {
    bool found = has_doubt(account.document.doubts, mark);
    for (const Speech& speech : account.speeches) found = found || has_doubt(speech.doubts, mark);
    for (const Person& person : account.persons) found = found || has_doubt(person.doubts, mark);
    if (!found) differences.push_back(fmt::format("no doubt {} at «{}»", mark.value, words_of(mark.span)));
  }

  void judge_date(const std::string& name, const Moment& moment, const std::string& wanted) const {
    const std::string iso = to_iso(moment);
    if (wanted == "open" ? !iso.empty() : iso.empty() || !iso.starts_with(wanted))
      differences.push_back(fmt::format("{}: wanted {}, got {}", name, wanted, iso.empty() ? "open" : iso));
  }

  void judge_words(const std::string& name, std::string_view got, const std::string& wanted) const {
    if (fold_words(got) != fold_words(wanted))
      differences.push_back(fmt::format("{}: wanted \"{}\", got \"{}\"", name, wanted, got));
  }

  bool is_doubted(std::string_view kind) const {
    const auto& doubts = account.document.doubts;
    return std::any_of(doubts.begin(), doubts.end(), [&](const Doubt& doubt) { return to_string(doubt.kind) == kind; });
  }

  void judge_fact(const std::string& name, const std::string& value) const {
    const Document& document = account.document;
    if (name == "form")
      judge_words(name, to_string(document.form), value);
    else if (name == "language")
      judge_words(name, document.language.code, value);
    else if (name == "issuer")
      judge_words(name, document.text[document.issuer], value);
    else if (name == "outlet")
      judge_words(name, document.outlet, value);
    else if (name == "agency")
      judge_words(name, document.agency, value);
    else if (name == "place")
      judge_words(name, document.place, value);
    else if (name == "title")
      judge_words(name, document.title, value);
    else if (name == "said")
      judge_date(name, document.dates.said, value);
    else if (name == "published")
      judge_date(name, document.dates.published, value);
    else if (name == "copied")
      judge_date(name, document.dates.copied, value);
    else if (name == "crawled")
      judge_date(name, document.dates.crawled, value);
    else if (name == "refused" || name == "doubts") {
      if (name == "refused" && !is_refused(document)) differences.push_back("the document is not refused");
      for (std::size_t begin = 0; begin < value.size();) {
        const std::size_t end = std::min(value.find(',', begin), value.size());
        const std::string kind = value.substr(begin, end - begin);
        if (!is_doubted(kind)) differences.push_back(fmt::format("the document has no doubt {}", kind));
        begin = end + 1;
      }
    } else
      differences.push_back(fmt::format("no fact of a document is called \"{}\"", name));
  }
};

}  // namespace

void judge_document(const MarkedText& text, const Account& account, std::vector<std::string>& differences) {
  const DocumentJudge judge{text, account, differences};
  for (const GoldMark& mark : text.marks) {
    if (mark.letter == 'b') judge.judge_block(mark);
    if (mark.letter == 't') judge.judge_time(mark);
    if (mark.letter == 'd') judge.judge_doubt(mark);
  }
  for (const auto& [name, value] : text.document) judge.judge_fact(name, value);
}

}  // namespace readout
