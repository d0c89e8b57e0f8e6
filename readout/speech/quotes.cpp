#include "readout/speech/quotes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "readout/speech/marks.h"

namespace readout {
namespace {

constexpr std::size_t kMaxDepth = 4;          // quotation inside quotation; deeper marks are read as text
constexpr std::size_t kMaxContinuation = 12;  // paragraphs a quotation may run on without a mark of its own

struct Open {
  std::size_t quotation = 0;
  MarkFamily family = MarkFamily::double_mark;
  bool straight = false;
};

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
constexpr std::size_t kFamilies = static_cast<std::size_t>(MarkFamily::corner) + 1;

// What follows a mark in its paragraph, as indices of marks.
struct Ahead {
  std::size_t closer = kNowhere;        // the next of its family that can only close
  std::size_t end_of_outer = kNowhere;  // the next closing mark that is not single
};

bool is_terminal_before(std::string_view text, std::uint32_t at) {
  return at > 0 && (text[at - 1] == '.' || text[at - 1] == ',' || text[at - 1] == '!' || text[at - 1] == '?');
}

void note_odd(Quotation& quotation, Span mark) {
  quotation.odd = true;
  quotation.odd_mark = mark;
}

class Scanner {
 public:
  Scanner(std::string_view text, std::span<const Span> paragraphs) : text_(text), paragraphs_(paragraphs) {}

  std::vector<Quotation> scan() {
    for (std::size_t p = 0; p < paragraphs_.size(); ++p) scan_paragraph(p);
    return std::move(found_);
  }

 private:
  void scan_paragraph(std::size_t p) {
    const Span paragraph = paragraphs_[p];
    marks_ = find_marks(text_, paragraph);
    look_ahead();
    open_.clear();
    const std::int32_t before = std::exchange(pending_, -1);
    std::size_t first = 0;
    if (before >= 0) first = resume(p, before);
    for (std::size_t m = first; m < marks_.size(); ++m) take(p, m);
    finish(p);
  }

  // A quotation left open by the paragraph before: it goes on here where this paragraph opens with a mark, or where the
  // first directed mark here closes.
  std::size_t resume(std::size_t p, std::int32_t before) {
    const Span paragraph = paragraphs_[p];
    if (!marks_.empty() && marks_[0].family != MarkFamily::single_mark && marks_[0].can_open &&
        text_.substr(paragraph.begin, marks_[0].span.begin - paragraph.begin).find_first_not_of(" \t\n") ==
            std::string_view::npos) {
      open_mark(p, marks_[0]);
      found_.back().continues = before;
      return 1;
    }
    if (waits_ > 0) {
      // No mark of its own: the whole paragraph belongs to the quotation (see find_late_close).
      --waits_;
      Quotation quotation;
      quotation.outer = quotation.inner = paragraph;
      quotation.paragraph = static_cast<std::uint32_t>(p);
      quotation.continues = before;
      found_.push_back(quotation);
      open_.push_back({found_.size() - 1, MarkFamily::double_mark, false});
    } else {
      found_[static_cast<std::size_t>(before)].unclosed = true;
    }
    return 0;
  }

  void take(std::size_t p, std::size_t m) {
    const QuoteMark& mark = marks_[m];
    if (mark.apostrophe && (open_.empty() || mark.family == MarkFamily::single_mark)) return;
    if (mark.straight && mark.family == MarkFamily::double_mark && is_inch_mark(m)) return;
    const std::optional<std::size_t> match = matching_open(mark);
    if (mark.family == MarkFamily::single_mark) {
      if (match && mark.can_close && !mark.can_open && !is_possessive(m)) return close_mark(*match, mark);
      // A single mark that closes nothing, right before the double one that does: 'idlers','"
      if (!match && !open_.empty() && m + 1 < marks_.size() && marks_[m + 1].span.begin == mark.span.end &&
          mark.can_close)
        note_odd(found_[open_.back().quotation], mark.span);
      if (mark.can_open && !mark.looks_close && closes_later(m)) open_mark(p, mark);
      return;
    }
    const bool opens = mark.straight     ? mark.can_open
                       : mark.looks_open ? mark.can_open || !match
                                         : mark.can_open && !match;
    if (opens) {
      // A second opening mark of the same kind: the first was never closed. It ends with its last sentence.
      if (match && *match + 1 == open_.size()) abandon(*match, mark.span.begin);
      if (mark.can_open || closes_later(m)) open_mark(p, mark);
      return;
    }
    if (match) return close_mark(*match, mark);
    if (mark.looks_close && mark.can_open) open_mark(p, mark);
  }

  // 12" inside curly marks that close later.
  bool is_inch_mark(std::size_t m) const {
    const std::uint32_t at = marks_[m].span.begin;
    if (open_.empty() || open_.back().straight || at == 0 || text_[at - 1] < '0' || text_[at - 1] > '9') return false;
    for (std::size_t i = m + 1; i < marks_.size(); ++i)
      if (marks_[i].family == MarkFamily::double_mark && marks_[i].looks_close) return true;
    return false;
  }

  // The innermost open quotation that this mark may close: same family, or a double mark closed by another double
  // style.
  std::optional<std::size_t> matching_open(const QuoteMark& mark) const {
    for (std::size_t i = open_.size(); i-- > 0;)
      if (open_[i].family == mark.family) return i;
    if (mark.family == MarkFamily::guillemet || mark.family == MarkFamily::double_mark)
      for (std::size_t i = open_.size(); i-- > 0;)
        if (open_[i].family == MarkFamily::guillemet || open_[i].family == MarkFamily::double_mark) return i;
    return std::nullopt;
  }

  // workers’ rights: a mark after an s, followed by a lower-case word, where a later mark can close as well.
  bool is_possessive(std::size_t m) const {
    const QuoteMark& mark = marks_[m];
    if (mark.span.begin == 0 || text_[mark.span.begin - 1] != 's') return false;
    if (mark.span.end + 1 >= text_.size() || text_[mark.span.end] != ' ') return false;
    const char next = text_[mark.span.end + 1];
    if (next < 'a' || next > 'z') return false;
    for (std::size_t i = m + 1; i < marks_.size(); ++i) {
      if (marks_[i].family == MarkFamily::single_mark && !marks_[i].apostrophe)
        return marks_[i].can_close && !marks_[i].can_open;
      if (marks_[i].family != MarkFamily::single_mark && !open_.empty() &&
          open_.back().family == MarkFamily::single_mark && open_.size() > 1)
        return false;
    }
    return false;
  }

  // A single mark opens only where one after it closes, before the enclosing quotation does.
  bool closes_later(std::size_t m) const {
    const Ahead& ahead = ahead_[m];
    if (ahead.closer == kNowhere) return false;
    return marks_[m].family != MarkFamily::single_mark || open_.empty() || ahead.closer < ahead.end_of_outer;
  }

  // Looked up from the back once: to look ahead from every mark takes the square of their number.
  void look_ahead() {
    std::array<std::size_t, kFamilies> closers;
    closers.fill(kNowhere);
    std::size_t end_of_outer = kNowhere;
    ahead_.resize(marks_.size());
    for (std::size_t m = marks_.size(); m-- > 0;) {
      const QuoteMark& mark = marks_[m];
      std::size_t& closer = closers[static_cast<std::size_t>(mark.family)];
      ahead_[m] = {closer, end_of_outer};
      if (!mark.apostrophe && mark.can_close && !mark.can_open && !mark.looks_open) closer = m;
      if (mark.family != MarkFamily::single_mark && mark.looks_close) end_of_outer = m;
    }
  }

  void open_mark(std::size_t p, const QuoteMark& mark) {
    if (open_.size() >= kMaxDepth) return;
    Quotation quotation;
    quotation.outer = {mark.span.begin, paragraphs_[p].end};
    quotation.inner = {mark.span.end, paragraphs_[p].end};
    quotation.paragraph = static_cast<std::uint32_t>(p);
    quotation.single = mark.family == MarkFamily::single_mark;
    if (mark.looks_close) note_odd(quotation, mark.span);
    quotation.parent = open_.empty() ? -1 : static_cast<std::int32_t>(open_.back().quotation);
    found_.push_back(quotation);
    open_.push_back({found_.size() - 1, mark.family, mark.straight});
  }

  void close_mark(std::size_t level, const QuoteMark& mark) {
    for (std::size_t i = open_.size(); i-- > level + 1;) {
      Quotation& inner = found_[open_[i].quotation];
      inner.outer.end = inner.inner.end = mark.span.begin;
      inner.unclosed = true;
    }
    Quotation& quotation = found_[open_[level].quotation];
    quotation.inner.end = std::max(mark.span.begin, quotation.inner.begin);
    quotation.outer.end = mark.span.end;
    if (mark.looks_open || open_[level].family != mark.family || open_[level].straight != mark.straight)
      note_odd(quotation, mark.span);
    open_.resize(level);
  }

  void abandon(std::size_t level, std::uint32_t before) {
    Quotation& quotation = found_[open_[level].quotation];
    std::uint32_t end = before;
    while (end > quotation.inner.begin && (text_[end - 1] == ' ' || text_[end - 1] == '\n')) --end;
    for (std::uint32_t at = end; at > quotation.inner.begin; --at)
      if (is_terminal_before(text_, at) && text_[at - 1] != ',') {
        end = at;
        break;
      }
    quotation.inner.end = quotation.outer.end = end;
    quotation.unclosed = true;
    open_.resize(level);
  }

  void finish(std::size_t p) {
    while (!open_.empty()) {
      const Open last = open_.back();
      open_.pop_back();
      Quotation& quotation = found_[last.quotation];
      quotation.outer.end = quotation.inner.end = paragraphs_[p].end;
      if (!open_.empty() || last.family == MarkFamily::single_mark) {
        quotation.unclosed = true;
        continue;
      }
      pending_ = static_cast<std::int32_t>(last.quotation);
      if (waits_ == 0 && !last.straight) waits_ = find_late_close(p);
    }
    if (p + 1 == paragraphs_.size() && pending_ >= 0) found_[static_cast<std::size_t>(pending_)].unclosed = true;
    if (pending_ < 0) waits_ = 0;
  }

  // How many paragraphs further the first directed mark stands, where that mark closes; 0 where none does.
  std::size_t find_late_close(std::size_t p) const {
    for (std::size_t next = p + 1; next < paragraphs_.size() && next <= p + kMaxContinuation; ++next)
      for (const QuoteMark& mark : find_marks(text_, paragraphs_[next])) {
        if (mark.family == MarkFamily::single_mark || mark.straight) continue;
        return mark.looks_close && !mark.can_open ? next - p : 0;
      }
    return 0;
  }

  std::string_view text_;
  std::span<const Span> paragraphs_;
  std::vector<QuoteMark> marks_;
  std::vector<Ahead> ahead_;  // of each mark
  std::vector<Open> open_;
  std::vector<Quotation> found_;
  std::int32_t pending_ = -1;
  std::size_t waits_ = 0;
};

}  // namespace

std::vector<Quotation> scan_quotations(std::string_view text, std::span<const Span> paragraphs) {
  return Scanner(text, paragraphs).scan();
}

}  // namespace readout
