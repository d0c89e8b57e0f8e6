// The rules that need neighbours: each looks over all stretches of a document and settles those that it knows. They are
// called in the order in which they stand here (blocks.cpp); a settled stretch is never judged again.
#pragma once

#include <string_view>

#include "readout/document/line.h"

namespace readout {

// Prose: ends as a sentence does, or is too long for a headline. Settled stretches are none.
bool is_prose(const Stretch& stretch);

// From markup: regions and kinds that the sender's own tags tell.
void settle_markup(Stretches& stretches);

// Runs: a mail's header lines, menus, comments and the form for them, polls, headlines of other articles.
void settle_mail(std::string_view text, Stretches& stretches);
void settle_menus(std::string_view text, Stretches& stretches);
// The section above the title ("World", "News|Europe"), and tags in a few words below the article.
void settle_labels(std::string_view text, Stretches& stretches);
void settle_comments(std::string_view text, Stretches& stretches);
void settle_polls(std::string_view text, Stretches& stretches);
void settle_headline_runs(std::string_view text, Stretches& stretches);

// Captions beside a credit: the same words on both sides of it, or a line glued to it.
void settle_captions(std::string_view text, Stretches& stretches);

// Lines repeated three times or more: heads of printed pages.
void settle_running_heads(std::string_view text, Stretches& stretches);

// The names of bodies at the head of an official paper, above a label ("Press release"), a date or another such name.
void settle_letterhead(std::string_view text, Stretches& stretches);

// What follows "Notes to editors", and the signature of a mail.
void settle_ends(std::string_view text, Stretches& stretches);

// Flashes, the title, a second headline, subheads. `title` is the metadata's, may be empty.
void settle_headings(std::string_view text, std::string_view title, Stretches& stretches);

// Standfirst and pull quotes: short stretches whose words stand in the body once more.
void settle_repeats(std::string_view text, Stretches& stretches);

// Where the trailing part of a paragraph of body begins that is no body: "[Emphasis added]", "Read more here.",
// "Leave a Reply". kind and reason as of a Stretch.
struct Tail {
  Span span;
  BlockKind kind = BlockKind::body;
  std::string_view reason;
};
bool find_tail(std::string_view text, Span paragraph, Tail& tail);

}  // namespace readout
