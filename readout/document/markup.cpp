#include "readout/document/rules.h"

namespace readout {
namespace {

// Blanks between the words of a link are not counted by the reader.
constexpr double kLinked = 0.78;

bool settle_region(Stretch& s) {
  switch (s.region) {
    case Region::navigation:
      s.settle(BlockKind::navigation, "markup-navigation");
      return true;
    case Region::sidebar:
      s.settle(BlockKind::sidebar, "markup-aside");
      return true;
    case Region::footer:
      s.settle(BlockKind::boilerplate, "markup-footer");
      return true;
    case Region::comments:
      s.settle(BlockKind::comment, "markup-comments");
      return true;
    case Region::comment_form:
      s.settle(BlockKind::comment_form, "markup-comment-form");
      return true;
    case Region::advertising:
      s.settle(BlockKind::advertising, "markup-advertising");
      return true;
    case Region::pull_quote:
      s.settle(BlockKind::pull_quote, "markup-pull-quote");
      return true;
    case Region::credit:
      s.settle(BlockKind::credit, "markup-credit");
      return true;
    case Region::poll:
      s.settle(BlockKind::poll, "markup-poll");
      return true;
    case Region::notice:
      s.settle(BlockKind::boilerplate, "markup-notice");
      return true;
    case Region::outside:
      s.settle(BlockKind::boilerplate, "outside-content");
      return true;
    case Region::mail_header:
      s.settle(BlockKind::mail_header, "markup-mail-header");
      return true;
    case Region::running_head:
      s.settle(BlockKind::running_head, "markup-running-head");
      return true;
    case Region::byline:
      s.settle(BlockKind::byline, "markup-byline");
      return true;
    case Region::dateline:
      s.settle(BlockKind::dateline, "markup-time");
      return true;
    case Region::main:
    case Region::header:
      return false;
  }
  return false;
}

}  // namespace

void settle_markup(Stretches& stretches) {
  bool titled = false;
  for (Stretch& s : stretches) {
    if (s.settled || settle_region(s)) continue;
    switch (s.piece) {
      case PieceKind::heading:
        if (s.level <= 1 && !titled)
          s.settle(BlockKind::title, "markup-heading-1");
        else
          s.settle(BlockKind::subhead, "markup-heading");
        titled = true;
        break;
      case PieceKind::table:
        s.settle(BlockKind::table, "markup-table");
        break;
      case PieceKind::caption:
        s.settle(BlockKind::caption, "markup-caption");
        break;
      case PieceKind::code:
        s.settle(BlockKind::code, "markup-code");
        break;
      case PieceKind::list_item:
        // A list whose items are links through and through leads elsewhere.
        if (s.link_share > kLinked && is_headline_form(s.line)) s.settle(BlockKind::navigation, "linked-item");
        break;
      case PieceKind::paragraph:
        if (s.link_share > kLinked && is_headline_form(s.line) && s.line.words <= 20)
          s.settle(BlockKind::navigation, "linked-line");
        break;
      case PieceKind::blockquote:
        break;
    }
  }
}

}  // namespace readout
