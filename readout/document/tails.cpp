#include <array>

#include "readout/document/notices.h"
#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::array<std::string_view, 12> kImperatives = {"follow", "read",  "see",   "watch",    "click", "listen",
                                                           "view",   "visit", "check", "download", "find",  "browse"};
// What a reader is sent to. "Read the room" sends nobody anywhere.
constexpr std::array<std::string_view, 24> kTexts = {
    "archive",  "record",  "file",       "story",     "report",   "transcript", "text",    "series",
    "coverage", "blog",    "article",    "interview", "link",     "video",      "channel", "page",
    "thread",   "podcast", "newsletter", "statement", "document", "site",       "account", "updates"};
constexpr std::array<std::string_view, 5> kForms = {"Leave a Reply", "Leave a Comment", "Leave a comment",
                                                    "Post a Comment", "Leave a reply"};

std::size_t sentence_end_before(std::string_view words, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && (words[i - 1] == ' ' || words[i - 1] == '\n')) --i;
  if (i == at && at > 0) return 0;
  std::size_t k = i;
  while (k > 0) {
    const CodePoint c = code_point_before(words, k);
    if (c.value == '.' || c.value == '!' || c.value == '?' || c.value == 0x2026) return i;
    if (!is_closing(c.value)) return 0;
    k -= c.size;
  }
  return 0;
}

// The last sentence of the paragraph; 0 where the paragraph has one only.
std::size_t last_sentence(std::string_view words) {
  const std::size_t floor = words.size() > 160 ? words.size() - 160 : 0;
  for (std::size_t i = words.size() - 1; i > floor; --i) {
    const char c = words[i];
    if (c < 'A' || c > 'Z' || words[i - 1] != ' ') continue;
    if (sentence_end_before(words, i) > 0) return i;
  }
  return 0;
}

// An order to the reader, about a text, that ends in "here" or names the text first: "Follow the Marlow archive here."
bool is_link_sentence(std::string_view words) {
  bool order = false;
  for (const std::string_view verb : kImperatives)
    order = order || (words[0] >= 'A' && words[0] <= 'Z' && opens_with(words, verb));
  if (!order) return false;
  const Line line = measure(words, make_span(0, words.size()));
  if (line.is_long || line.words > 18 || line.opens_quoted || line.ends_quoted ||
      words.find('"') != std::string_view::npos || words.find("\xE2\x80\x9C") != std::string_view::npos)
    return false;
  std::string_view bare = words;
  while (bare.ends_with('.') || bare.ends_with(':') || bare.ends_with('!')) bare.remove_suffix(1);
  if (closes_with(bare, "here") || closes_with(bare, "this link") || closes_with(bare, "link below")) return true;
  const bool shown = opens_with(words, "watch") || opens_with(words, "listen") || opens_with(words, "read");
  if (shown && (closes_with(bare, "below") || closes_with(bare, "above"))) return true;
  const std::size_t after = skip_blank(words, words.find(' ') == std::string_view::npos ? 0 : words.find(' '));
  const std::string_view object = words.substr(after);
  // "See the report", "Find the file" are said to anybody; following and reading are asked of readers.
  const bool reader = opens_with(words, "follow") || opens_with(words, "read") || opens_with(words, "watch") ||
                      opens_with(words, "listen") || opens_with(words, "download");
  if (!reader || line.words > 12 || words.find_first_of(",:") != std::string_view::npos) return false;
  if (!opens_with(object, "the") && !opens_with(object, "our") && !opens_with(object, "more")) return false;
  const std::string_view near = object.substr(0, 60);
  for (const std::string_view noun : kTexts)
    if (holds(near, noun)) return true;
  return false;
}

}  // namespace

bool find_tail(std::string_view text, Span paragraph, Tail& tail) {
  const std::string_view words = slice(text, paragraph);
  if (words.size() < 4) return false;
  for (const std::string_view form : kForms) {
    if (!words.ends_with(form) || words.size() == form.size()) continue;
    const std::size_t at = words.size() - form.size();
    std::size_t k = at;
    while (k > 0 && words[k - 1] == ' ') --k;
    const CodePoint before = code_point_before(words, k);
    const bool ended = before.value == '.' || before.value == '!' || before.value == '?' || is_closing(before.value);
    if (!ended) continue;
    tail = {make_span(paragraph.begin + at, paragraph.end), BlockKind::comment_form, "glued-comment-form"};
    return true;
  }
  const char last = words.back();
  if (last == ']' || last == ')') {
    const std::size_t open = words.rfind(last == ']' ? '[' : '(');
    if (open != std::string_view::npos && is_note(words.substr(open + 1, words.size() - open - 2)) &&
        (open == 0 || sentence_end_before(words, open) > 0)) {
      tail = {make_span(paragraph.begin + open, paragraph.end), BlockKind::editor_note, "bracketed-note"};
      return true;
    }
    return false;
  }
  std::size_t at = last_sentence(words);
  if (at == 0 && words.size() > 200) return false;
  if (is_link_sentence(words.substr(at))) {
    tail = {make_span(paragraph.begin + at, paragraph.end), BlockKind::navigation, "link-text"};
    return true;
  }
  return false;
}

}  // namespace readout
