#include <string>

#include "readout/document/rules.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// "- item", "• item", "1. item", "a) item": a list of the article's own.
bool is_list_item(std::string_view words) {
  const CodePoint first = code_point_at(words, 0);
  if (first.value == '-' || first.value == '*' || first.value == 0x2022 || first.value == 0x25CF ||
      first.value == 0x2013 || first.value == 0x2014 || first.value == 0x25AA)
    return true;
  const std::size_t i = first.size;
  const bool counted = is_digit(first.value) || (is_letter(first.value) && words.size() > 1 && words[1] == ')');
  return counted && i < words.size() && (words[i] == '.' || words[i] == ')');
}

// "Ana Vale: We will see" is a turn of a transcript.
bool is_label(std::string_view words) {
  const std::size_t colon = words.find(": ");
  return colon != std::string_view::npos && colon < 30 && is_upper(code_point_at(words, 0).value);
}

bool is_headline(std::string_view text, const Stretch& s) {
  if (s.settled || s.turn || !is_headline_form(s.line) || s.line.words < 4 || s.line.words > 24) return false;
  const std::string_view words = slice(text, s.line.span);
  const CodePoint first = code_point_at(words, 0);
  if (is_letter(first.value) && !is_upper(first.value)) return false;
  if (is_list_item(words) || (s.line.opens_quoted && s.line.ends_quoted)) return false;
  return !s.line.has_url;
}

// Small change between headlines: a date, a section's name, a credit, whatever a rule has settled already.
bool is_filler(const Stretch& s) {
  if (s.settled) return s.kind != BlockKind::title && s.kind != BlockKind::subhead && s.kind != BlockKind::byline;
  return s.line.words <= 3 && !s.line.is_long && s.line.ending == Ending::none;
}

struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;  // after the last headline
  std::uint32_t headlines = 0;
  std::uint32_t titled = 0;  // of them in title case
  std::uint32_t labels = 0;  // of them with a colon near the front
};

Run read_run(std::string_view text, const Stretches& stretches, std::size_t begin) {
  Run run{begin, begin, 0, 0, 0};
  std::size_t fillers = 0;
  for (std::size_t i = begin; i < stretches.size(); ++i) {
    // A question among headlines is one, in small letters too.
    const Stretch& s = stretches[i];
    const bool asks = run.headlines > 0 && !s.settled && !s.turn && s.line.ending == Ending::ask &&
                      !s.line.ends_quoted && s.line.words >= 4 && s.line.words <= 14;
    if (asks || is_headline(text, s)) {
      ++run.headlines;
      run.titled += is_title_case(stretches[i].line);
      run.labels += is_label(slice(text, stretches[i].line.span));
      run.end = i + 1;
      fillers = 0;
    } else if (is_filler(stretches[i]) && ++fillers <= 3) {
      continue;
    } else {
      break;
    }
  }
  return run;
}

}  // namespace

void settle_headline_runs(std::string_view text, Stretches& stretches) {
  bool body_seen = false;
  std::size_t last_prose = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i)
    if (is_prose(stretches[i])) last_prose = i;
  for (std::size_t i = 0; i < stretches.size();) {
    if (!is_headline(text, stretches[i])) {
      body_seen = body_seen || is_prose(stretches[i]);
      ++i;
      continue;
    }
    const Run run = read_run(text, stretches, i);
    const bool at_end = body_seen && run.end > last_prose;
    bool introduced = false;  // "Related stories" above it
    bool announced = false;   // a sentence that ends in a colon above it: the list is the article's
    if (i > 0) {
      const Stretch& above = stretches[i - 1];
      introduced = above.settled && (above.kind == BlockKind::navigation || above.kind == BlockKind::sidebar);
      announced = !above.settled && above.line.ending == Ending::colon;
    }
    const bool titles = run.titled * 10 >= run.headlines * 7;
    const bool turns = run.labels * 2 > run.headlines;
    std::uint32_t enough = 99;
    if (body_seen)
      enough = titles ? (at_end || introduced ? 3 : 4) : (introduced ? 3 : at_end ? 4 : 99);
    else
      enough = titles ? 6 : 99;
    if (run.headlines >= enough && !announced && !turns) {
      // Above the body the last line of the run is the article's own headline.
      std::uint32_t keep = body_seen ? 0 : 1;
      const std::string reason = "run-of-headlines:" + std::to_string(run.headlines - keep);
      for (std::size_t k = run.end; k-- > run.begin;) {
        if (stretches[k].settled) continue;
        if (keep > 0) {
          --keep;
          continue;
        }
        stretches[k].settle(BlockKind::sidebar, reason);
      }
      // "News feed": two or three words above a run are its name.
      if (body_seen && i > 0 && !stretches[i - 1].settled && stretches[i - 1].line.words <= 3 &&
          !stretches[i - 1].turn && !stretches[i - 1].line.is_long && stretches[i - 1].line.ending == Ending::none)
        stretches[i - 1].settle(BlockKind::navigation, "run-label");
    }
    i = run.end;
  }
}

}  // namespace readout
