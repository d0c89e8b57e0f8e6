#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "readout/document/notices.h"
#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, 16> kMailFields = {
    "from:",        "to:",       "cc:",          "bcc:",          "subject:",      "date:",
    "sent:",        "reply-to:", "message-id:",  "content-type:", "mime-version:", "received:",
    "return-path:", "x-mailer:", "attachments:", "importance:"};
constexpr std::array<std::string_view, 8> kOptions = {"yes",        "no",         "not sure",  "don't know",
                                                      "don’t know", "no opinion", "undecided", "other"};

bool opens_comments(std::string_view words) {
  if (same_ascii(words, "comments") || same_ascii(words, "comments:") ||
      same_ascii(words, "discussion about this post"))
    return true;
  std::size_t i = 0;
  while (i < words.size() && words[i] >= '0' && words[i] <= '9') ++i;
  if (i == 0) return opens_with(words, "comments (");
  const std::string_view rest = words.substr(skip_blank(words, i));
  return same_ascii(rest, "comments") || same_ascii(rest, "comment") || same_ascii(rest, "responses") ||
         opens_with(rest, "thoughts on") || opens_with(rest, "responses to") || opens_with(rest, "comments on");
}

}  // namespace

bool is_prose(const Stretch& s) {
  if (s.settled) return false;
  if (s.line.is_long) return true;
  if (s.line.words > 25) return true;
  return s.line.words >= 5 && s.line.ending != Ending::none && !is_headline_form(s.line);
}

void settle_mail(std::string_view text, Stretches& stretches) {
  std::size_t run = 0;
  for (std::size_t i = 0; i <= stretches.size(); ++i) {
    bool field = false;
    if (i < stretches.size() && !stretches[i].settled && !stretches[i].line.is_long) {
      const std::string_view words = slice(text, stretches[i].line.span);
      field =
          std::any_of(kMailFields.begin(), kMailFields.end(), [&](std::string_view f) { return opens_with(words, f); });
    }
    if (field) {
      ++run;
      continue;
    }
    // One "To:" may be anything; a mail has several fields in a row.
    if (run >= 2)
      for (std::size_t k = i - run; k < i; ++k) stretches[k].settle(BlockKind::mail_header, "mail-field");
    run = 0;
    if (i >= 8 && i < stretches.size() && run == 0 && stretches[i].line.is_long) break;
  }
}

void settle_menus(std::string_view text, Stretches& stretches) {
  std::size_t begin = 0;
  std::size_t hits = 0;
  const auto close = [&](std::size_t end) {
    if (end - begin >= 3 && hits * 2 >= end - begin)
      for (std::size_t k = begin; k < end; ++k)
        if (!stretches[k].settled) stretches[k].settle(BlockKind::navigation, "menu");
    hits = 0;
  };
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Stretch& s = stretches[i];
    const bool open = !s.settled || s.kind == BlockKind::navigation;
    const Line& line = s.line;
    const bool label = open && !line.is_long && line.ending == Ending::none && line.lower == 0 && line.words <= 3;
    MenuCount menu;
    if (open && !line.is_long && line.ending == Ending::none && line.words <= 40)
      menu = count_menu(slice(text, line.span));
    if (!s.settled && menu.words >= 4 && line.lower * 5 <= line.words && menu.sections >= 3 &&
        (menu.sections + menu.regions) * 10 >= menu.words * 4)
      s.settle(BlockKind::navigation, "menu");
    if (label) {
      hits += menu.sections + menu.regions > 0 || s.kind == BlockKind::navigation;
    } else {
      close(i);
      begin = i + 1;
    }
  }
  close(stretches.size());
}

void settle_labels(std::string_view text, Stretches& stretches) {
  std::size_t first = stretches.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (!is_prose(stretches[i])) continue;
    first = std::min(first, i);
    last = i;
  }
  if (first == stretches.size()) return;
  bool left = false;  // past the last prose, something that is no article has been seen
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Stretch& s = stretches[i];
    if (i > last)
      left = left || (s.settled &&
                      (s.kind == BlockKind::navigation || s.kind == BlockKind::sidebar ||
                       s.kind == BlockKind::comment_form || (s.kind == BlockKind::boilerplate && s.reason != "rule")));
    if (s.settled || s.turn || s.line.is_long || s.line.words > 4 || s.line.ending != Ending::none ||
        s.line.opens_quoted)
      continue;
    if (i < first && i < 6) {
      const std::string_view words = slice(text, s.line.span);
      const MenuCount menu = count_menu(words);
      const bool joined =
          words.find_first_of("|>/") != std::string_view::npos || words.find("»") != std::string_view::npos;
      // "World"; "NEWS|Ferry", "Home > World > Europe".
      if (menu.words > 0 && menu.words <= 4 && menu.sections > 0 &&
          (menu.sections + menu.regions == menu.words || (joined && s.line.lower == 0)))
        s.settle(BlockKind::navigation, "section");
    } else if (i > last && left) {
      s.settle(BlockKind::navigation, "tail-label");
    }
  }
}

void settle_comments(std::string_view text, Stretches& stretches) {
  std::size_t total = 0;
  for (const Stretch& s : stretches)
    if (is_prose(s)) total += s.line.span.size();
  std::size_t before = 0;
  bool inside = false;
  bool form = false;
  for (Stretch& s : stretches) {
    const std::string_view words = slice(text, s.line.span);
    if (is_prose(s)) before += s.line.span.size();
    const bool heading = !s.line.is_long && s.line.words <= 14 &&
                         (!s.settled || s.kind == BlockKind::comment || s.kind == BlockKind::boilerplate) &&
                         opens_comments(words);
    // The list of comments follows the article; the same word as a link above it has most of the text after it.
    if (heading && before > 0 && before * 5 >= total * 2) {
      inside = true;
      s.settle(BlockKind::comment, "comment-list");
      continue;
    }
    if (s.settled) {
      form = form || s.kind == BlockKind::comment_form;
      continue;
    }
    if (inside) {
      s.settle(BlockKind::comment, "after-comment-list");
    } else if (form) {
      if (s.line.words <= 6 && s.line.ending == Ending::none)
        s.settle(BlockKind::comment_form, "field");
      else
        form = false;
    }
  }
}

void settle_polls(std::string_view text, Stretches& stretches) {
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    Stretch& question = stretches[i];
    if (question.settled || question.line.ending != Ending::ask || question.line.words > 30) continue;
    std::size_t end = i + 1;
    std::size_t sure = 0;
    while (end < stretches.size() && !stretches[end].settled && stretches[end].line.words <= 6 &&
           !stretches[end].line.is_long && stretches[end].line.ending == Ending::none) {
      const std::string_view words = slice(text, stretches[end].line.span);
      const bool option =
          std::any_of(kOptions.begin(), kOptions.end(), [&](std::string_view o) { return opens_with(words, o); });
      sure += option || words.ends_with('%');
      ++end;
    }
    if (end - i < 3 || sure == 0) continue;
    for (std::size_t k = i; k < end; ++k)
      stretches[k].settle(BlockKind::poll, k == i ? "poll-question" : "poll-option");
    i = end - 1;
  }
}

void settle_captions(std::string_view text, Stretches& stretches) {
  std::size_t tight = 0;
  for (const Stretch& s : stretches) tight += s.tight;
  const bool blank_lines = tight * 10 < stretches.size() * 4;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    if (stretches[i].kind != BlockKind::credit) continue;
    Stretch* above = i > 0 && !stretches[i - 1].settled ? &stretches[i - 1] : nullptr;
    Stretch* below = i + 1 < stretches.size() && !stretches[i + 1].settled ? &stretches[i + 1] : nullptr;
    if (above && below && slice(text, above->line.span) == slice(text, below->line.span)) {
      above->settle(BlockKind::caption, "alt-text");
      below->settle(BlockKind::caption, "alt-text");
      continue;
    }
    const bool glued = stretches[i].tight;
    if (above && glued && i > 1 && above->line.words <= 14 && above->line.ending == Ending::none &&
        !above->line.opens_quoted)
      above->settle(BlockKind::caption, "above-credit");
    else if (above && glued && blank_lines && !above->tight && above->line.words <= 40 && !above->line.is_long && i > 1)
      above->settle(BlockKind::caption, "above-credit");
  }
}

void settle_running_heads(std::string_view text, Stretches& stretches) {
  if (stretches.size() < 12) return;
  std::map<std::string_view, std::uint32_t> seen;
  std::uint32_t pages = 0;
  for (const Stretch& s : stretches) {
    if (!s.line.is_long && s.line.words <= 12 && !s.line.opens_quoted) ++seen[slice(text, s.line.span)];
    pages += s.kind == BlockKind::running_head;
  }
  // Names of speakers repeat too; only a document with page numbers has pages.
  if (pages < 2) return;
  for (Stretch& s : stretches)
    if (!s.settled && !s.line.is_long && s.line.words <= 12 && s.line.ending != Ending::colon &&
        s.line.ending != Ending::stop && seen[slice(text, s.line.span)] >= 3)
      s.settle(BlockKind::running_head, "repeated-line");
}

}  // namespace readout
