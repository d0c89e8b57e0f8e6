#include "readout/document/blocks.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "readout/document/byline.h"
#include "readout/document/dateline.h"
#include "readout/document/form.h"
#include "readout/document/four_dates.h"
#include "readout/document/line.h"
#include "readout/document/notices.h"
#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::size_t kMostAuthors = 20;  // more names are a list of something else

Stretch make_stretch(std::string_view text, const Piece& piece, Span span) {
  Stretch stretch;
  stretch.line = measure(text, span);
  stretch.piece = piece.kind;
  stretch.region = piece.region;
  stretch.level = piece.level;
  stretch.tight = piece.tight;
  stretch.link_share = piece.link_share;
  stretch.paragraph = piece.paragraph;
  return stretch;
}

// How much of the front of `words` is a menu glued to what follows: all of it, a run of section names, or nothing.
std::size_t menu_size(std::string_view words) {
  const MenuCount menu = count_menu(words);
  if (menu.end == 0) return 0;
  const std::string_view front = words.substr(0, menu.end);
  const MenuCount inner = count_menu(front);
  if (inner.sections < 3 || (inner.sections + inner.regions) * 10 < inner.words * 4) return 0;
  // What follows the last section known may be sections too: capitals to the end of the line.
  const Line line = measure(words, make_span(0, words.size()));
  if (line.lower == 0 && line.ending == Ending::none && line.words <= 40) return words.size();
  return menu.end;
}

// Where an agency's dateline begins inside a paragraph, headline and all glued before it; the end of `rest` where none
// does.
std::uint32_t find_inner_dateline(std::string_view text, Span rest) {
  const std::uint32_t end = std::min(rest.end, rest.begin + 400);
  for (std::uint32_t i = rest.begin + 1; i + 2 < end; ++i) {
    const auto capital = [&](std::uint32_t at) { return text[at] >= 'A' && text[at] <= 'Z'; };
    if (text[i - 1] != ' ' || !capital(i) || !capital(i + 1) || !capital(i + 2)) continue;
    const auto line = parse_dateline(text, make_span(i, rest.end), false);
    if (line && line->time && !line->agency.empty()) return i;
  }
  return rest.end;
}

// "10 Jul, 14:55 Ferry to sail again MARLOW, July 10. /NAA/. The ferry ...": date and headline off the front.
Span split_headline(std::string_view text, const Piece& piece, Span rest, Stretches& out) {
  const std::uint32_t at = find_inner_dateline(text, rest);
  if (at == rest.end) return rest;
  Span front = trim(text, make_span(rest.begin, at));
  if (const auto time = time_at(text, front.begin, front.end); time && time->day > 0) {
    out.push_back(make_stretch(text, piece, time->span));
    out.back().settle(BlockKind::dateline, "date-line");
    front = trim(text, make_span(time->span.end, front.end));
  }
  if (!front.empty()) {
    out.push_back(make_stretch(text, piece, front));
    out.back().settle(BlockKind::title, "glued-headline");
  }
  return make_span(at, rest.end);
}

// A wrapper's header and a menu come off the front of the first piece; the rest is judged like any other.
void split_front(std::string_view text, const Piece& piece, const CrawlHeader& header, Stretches& out) {
  out.push_back(make_stretch(text, piece, header.span));
  out.back().settle(BlockKind::crawl_header, "glued-date");
  Span rest = trim(text, make_span(header.span.end, piece.span.end));
  if (rest.empty()) return;
  if (const std::size_t size = menu_size(slice(text, rest)); size > 0) {
    const Span menu = trim(text, make_span(rest.begin, rest.begin + size));
    out.push_back(make_stretch(text, piece, menu));
    out.back().settle(BlockKind::navigation, "glued-menu");
    rest = trim(text, make_span(menu.end, rest.end));
    if (rest.empty()) return;
  }
  rest = split_headline(text, piece, rest, out);
  out.push_back(make_stretch(text, piece, rest));
}

Stretches make_stretches(std::string_view text, const Layout& layout, std::optional<CrawlHeader>& header) {
  Stretches stretches;
  stretches.reserve(layout.pieces.size() + 2);
  // A line of its own is a paragraph; only pieces that the sender's markup cut out of one share its number.
  std::uint32_t paragraph = 0;
  std::uint32_t sender = 0;
  for (Piece piece : layout.pieces) {
    if (!stretches.empty() && (piece.tight || piece.paragraph != sender)) ++paragraph;
    sender = std::exchange(piece.paragraph, paragraph);
    if (stretches.empty() && (header = parse_crawl_header(text, piece.span))) {
      split_front(text, piece, *header, stretches);
      continue;
    }
    stretches.push_back(make_stretch(text, piece, piece.span));
  }
  return stretches;
}

void settle_lines(std::string_view text, Stretches& stretches) {
  bool prose = false;
  for (Stretch& s : stretches) {
    if (s.settled) continue;
    prose = prose || is_prose(s);
    std::optional<Notice> notice = judge_marks(text, s.line);
    if (!notice) notice = judge_phrases(text, s.line);
    // A handle above the article is its author's; below a quotation it says whose words those are.
    if (notice && notice->kind == BlockKind::byline && prose) continue;
    if (notice) s.settle(notice->kind, std::string(notice->reason));
  }
}

void settle_bylines(std::string_view text, Document& document, Stretches& stretches, std::optional<DateStamp>& stamp) {
  std::vector<std::string> authors;
  std::size_t prose = 0;
  for (Stretch& s : stretches) {
    prose += is_prose(s);
    const bool marked = s.settled && s.kind == BlockKind::byline && s.reason == "markup-byline";
    if (marked || !s.settled) {
      if (const auto names = parse_byline(text, s.line)) {
        if (!marked) s.settle(BlockKind::byline, "by-name");
        for (const Span name : *names) authors.emplace_back(slice(text, name));
        // "By Ana Vale / 3 June 2026": the line's last part may date it.
        const std::string_view line = slice(text, s.line.span);
        const std::size_t mark =
            std::max(line.rfind(" / ") + 1, std::max(line.rfind(" | ") + 1, line.rfind(" - ") + 1));
        if (mark == 0 || stamp) continue;
        stamp = parse_date_stamp(text, make_span(s.line.span.begin + mark + 2, s.line.span.end));
        continue;
      }
    }
    const bool marked_date = s.settled && s.kind == BlockKind::dateline;
    if ((!s.settled && prose <= 1 && !s.line.is_long) || marked_date) {
      const auto found = parse_date_stamp(text, s.line.span);
      if (!found) continue;
      if (!marked_date) s.settle(BlockKind::dateline, "date-line");
      if (!stamp || (stamp->updated && !found->updated)) stamp = found;
    }
  }
  if (authors.size() > kMostAuthors) authors.resize(kMostAuthors);
  if (document.authors.empty()) document.authors = std::move(authors);
}

// The day on which a mail was sent is that of the copy in it.
void read_mail_date(std::string_view text, const Stretches& stretches, std::optional<CrawlHeader>& header) {
  for (const Stretch& s : stretches) {
    if (header || s.kind != BlockKind::mail_header) continue;
    const std::string_view words = slice(text, s.line.span);
    if (!opens_with(words, "date:") && !opens_with(words, "sent:")) continue;
    for (const TimeExpression& time : find_times(text, s.line.span)) {
      Moment moment = resolve_time(time, {}).moment;
      if (!is_known(moment) || moment.grain < Grain::day) continue;
      moment.known = Known::header;
      header = CrawlHeader{s.line.span, moment, false};
      break;
    }
  }
}

// The authors' names on lines of their own, and what is told of them ("Ana Vale is a reporter in Marlow").
void settle_authors(std::string_view text, Document& document, Stretches& stretches) {
  if (document.authors.empty())
    for (const Stretch& s : stretches)
      if (s.reason == "name-line" && document.authors.size() < kMostAuthors)
        document.authors.emplace_back(slice(text, s.line.span));
  for (Stretch& s : stretches) {
    if (s.settled || s.line.is_long || s.line.opens_quoted) continue;
    const std::string_view words = slice(text, s.line.span);
    for (const std::string& author :
         std::span(document.authors).first(std::min(kMostAuthors, document.authors.size()))) {
      if (author.find(' ') == std::string::npos || !words.starts_with(author)) continue;
      const std::string_view rest = words.substr(author.size());
      if (rest.empty()) s.settle(BlockKind::byline, "author-name");
      for (const std::string_view told :
           {" is a ", " is an ", " is the ", " covers ", " writes ", " has covered ", " joined "})
        if (rest.starts_with(told)) s.settle(BlockKind::boilerplate, "author-bio");
      break;
    }
  }
}

struct Found {
  std::optional<Dateline> dateline;
  Span lead;
};

void emit(std::string_view text, const Stretches& stretches, Document& document, Found& found) {
  std::size_t paragraphs = 0;
  for (const Stretch& s : stretches) {
    if (s.settled) {
      document.blocks.push_back({s.line.span, s.kind, s.paragraph, s.reason});
      continue;
    }
    Span body = s.line.span;
    const bool early = paragraphs < 5;
    ++paragraphs;
    if (auto line = parse_dateline(text, body, early); line && (early || !line->agency.empty())) {
      document.blocks.push_back({line->span, BlockKind::dateline, s.paragraph,
                                 line->agency.empty() ? (line->time ? "place-and-date" : "place") : "agency-dateline"});
      body = trim(text, make_span(line->span.end, body.end));
      if (!found.dateline) found.dateline = line;
    }
    std::vector<Block> tails;
    Tail tail;
    while (!body.empty() && find_tail(text, body, tail)) {
      tails.push_back({tail.span, tail.kind, s.paragraph, std::string(tail.reason)});
      body = trim(text, make_span(body.begin, tail.span.begin));
    }
    if (!body.empty()) {
      if (found.lead.empty()) found.lead = body;
      document.blocks.push_back({body, BlockKind::body, s.paragraph, s.reason});
    }
    document.blocks.insert(document.blocks.end(), tails.rbegin(), tails.rend());
  }
}

// Addresses printed in the text are links too, where the reader has none there.
void find_links(std::string_view text, const Layout& layout, Document& document) {
  document.links = layout.links;
  std::size_t known = 0;
  for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 4)) {
    const std::size_t size = url_size(text, at);
    if (size == 0) continue;
    const Span span = make_span(at, at + size);
    while (known < layout.links.size() && layout.links[known].span.end <= span.begin) ++known;
    if (known == layout.links.size() || !layout.links[known].span.overlaps(span))
      document.links.push_back({span, std::string(text.substr(at, size))});
    at += size - 4;
  }
  std::sort(document.links.begin(), document.links.end(),
            [](const Link& a, const Link& b) { return std::pair(a.span, a.url) < std::pair(b.span, b.url); });
}

}  // namespace

void find_blocks(Document& document, const Layout& layout) {
  const std::string_view text = document.text.view();
  const Metadata& metadata = layout.metadata;
  document.blocks.clear();
  document.times.clear();
  if (document.title.empty()) document.title = metadata.title;
  if (document.authors.empty()) document.authors = metadata.authors;
  if (document.url.empty()) document.url = metadata.url;
  if (document.outlet.empty()) document.outlet = metadata.outlet;

  DateClues clues;
  Stretches stretches = make_stretches(text, layout, clues.header);
  settle_markup(stretches);
  settle_mail(text, stretches);
  settle_lines(text, stretches);
  settle_bylines(text, document, stretches, clues.stamp);
  read_mail_date(text, stretches, clues.header);
  settle_captions(text, stretches);
  settle_running_heads(text, stretches);
  settle_menus(text, stretches);
  settle_comments(text, stretches);
  settle_polls(text, stretches);
  const bool transcript = mark_turns(text, stretches);
  settle_headline_runs(text, stretches);
  settle_ends(text, stretches);
  settle_labels(text, stretches);
  settle_letterhead(text, stretches);
  settle_headings(text, document.title, stretches);
  settle_repeats(text, stretches);
  settle_authors(text, document, stretches);

  Found found;
  emit(text, stretches, document, found);
  if (document.title.empty())
    for (const Block& block : document.blocks)
      if (block.kind == BlockKind::title && document.title.empty()) document.title = slice(text, block.span);
  if (found.dateline) {
    document.place = slice(text, found.dateline->place);
    document.agency = slice(text, found.dateline->agency);
  } else if (clues.stamp && !clues.stamp->place.empty()) {
    document.place = slice(text, clues.stamp->place);
  }
  const FormFound form = find_form(text, stretches, transcript, document.agency, document.outlet, document.url);
  document.form = form.form;
  document.issuer = form.issuer;
  find_links(text, layout, document);
  clues.dateline = found.dateline;
  clues.lead = found.lead;
  find_dates(document, metadata, clues);
}

}  // namespace readout
