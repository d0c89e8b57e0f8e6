#include "readout/score/marked_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>

#include "readout/base/doubt.h"
#include "readout/document/block.h"
#include "readout/score/attribution_table.h"
#include "readout/score/marks_reader.h"
#include "readout/score/quoted.h"

namespace readout {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

struct Fact {
  std::string key;
  std::string value;
};

// key=value, key="value with blanks", key
std::vector<Fact> split_facts(std::string_view line) {
  std::vector<Fact> facts;
  std::size_t at = 0;
  while (at < line.size()) {
    if (line[at] == ' ' || line[at] == '\t') {
      ++at;
      continue;
    }
    Fact fact;
    while (at < line.size() && line[at] != ' ' && line[at] != '=') fact.key += line[at++];
    if (at < line.size() && line[at] == '=') {
      ++at;
      const bool marked = at < line.size() && line[at] == '"';
      if (marked) ++at;
      while (at < line.size() && line[at] != (marked ? '"' : ' ')) fact.value += line[at++];
      if (marked) ++at;
    }
    facts.push_back(std::move(fact));
  }
  return facts;
}

// "" or what is wrong.
std::string take_fact(Fact fact, SpeechFacts& facts) {
  if (fact.key == "channel" || fact.key == "flags") std::replace(fact.value.begin(), fact.value.end(), '_', '-');
  const auto unknown = [&] { return fmt::format("no {} is called \"{}\"", fact.key, fact.value); };
  if (fact.key == "kind") {
    facts.kind = parse_speech_kind(fact.value);
    return facts.kind ? "" : unknown();
  }
  if (fact.key == "polarity") {
    const auto polarity = parse_polarity(fact.value);
    facts.polarity = polarity.value_or(Polarity::said);
    return polarity ? "" : unknown();
  }
  if (fact.key == "parent") {
    const auto [end, error] = std::from_chars(fact.value.data(), fact.value.data() + fact.value.size(), facts.parent);
    return error == std::errc() && end == fact.value.data() + fact.value.size() ? "" : unknown();
  }
  if (fact.key == "speaker") {
    facts.speaker = fact.value;
    return "";
  }
  if (fact.key == "source" && fact.value == "none") {
    facts.no_source = true;
    return "";
  }
  if (fact.key == "channel") {
    facts.channels.emplace();
    for (const std::string_view name : split(fact.value, ',')) {
      const auto kind = parse_channel_kind(name);
      if (!kind) return unknown();
      facts.channels->push_back(*kind);
    }
    return "";
  }
  if (fact.key == "flags") {
    for (const std::string_view name : split(fact.value, ',')) {
      if (!parse_doubt_kind(name)) return unknown();
      facts.flags.emplace_back(name);
    }
    return "";
  }
  return fmt::format("no fact is called \"{}\"", fact.key);
}

// A stretch of lines with the number of its first.
struct Lines {
  std::vector<std::string_view> lines;
  std::size_t first = 1;
};

Result<MarkedText> parse_text(const Lines& in, const std::string& title, const std::string& name) {
  MarkedText out;
  out.title = title;
  out.where = fmt::format("{}:{}", name, in.first);
  const auto wrong = [&](std::size_t line, std::string message) {
    return fail(ErrorCode::bad_argument, std::move(message), fmt::format("{}:{}", name, in.first + line));
  };
  std::size_t at = 0;
  for (; at < in.lines.size() && in.lines[at].starts_with('@'); ++at)
    for (Fact& fact : split_facts(in.lines[at].substr(1))) out.settings[fact.key] = fact.value;
  const auto ruler = std::find(in.lines.begin() + static_cast<std::ptrdiff_t>(at), in.lines.end(), "---");
  if (ruler == in.lines.end()) return wrong(0, "the text does not end in a line \"---\"");
  const auto end = static_cast<std::size_t>(ruler - in.lines.begin());
  std::string marked;
  for (std::size_t i = at; i < end; ++i) marked.append(in.lines[i]) += '\n';
  while (marked.starts_with('\n')) marked.erase(0, 1);
  while (marked.ends_with("\n\n")) marked.pop_back();
  if (std::string message = read_marks(marked, out); !message.empty()) return wrong(at, std::move(message));
  for (const GoldMark& mark : out.marks)
    if (mark.letter == 'c')
      for (const int number : mark.numbers) out.facts.try_emplace(number);
  for (std::size_t i = end + 1; i < in.lines.size(); ++i) {
    const std::string_view line = in.lines[i];
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<Fact> facts = split_facts(line);
    if (facts.empty()) continue;
    if (facts.front().key == "document") {
      for (std::size_t f = 1; f < facts.size(); ++f) out.document[facts[f].key] = facts[f].value;
      continue;
    }
    int number = 0;
    const std::string& digits = facts.front().key;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (number <= 0) return wrong(i, fmt::format("a line of facts begins with a number or \"document\": {}", digits));
    for (std::size_t f = 1; f < facts.size(); ++f)
      if (std::string message = take_fact(facts[f], out.facts[number]); !message.empty())
        return wrong(i, std::move(message));
    out.facts.try_emplace(number);
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view file) {
  std::vector<std::string_view> lines = split(file, '\n');
  for (std::string_view& line : lines)
    if (line.ends_with('\r')) line.remove_suffix(1);
  return lines;
}

}  // namespace

Result<std::vector<MarkedText>> parse_cases(std::string_view file, const std::string& name) {
  std::vector<MarkedText> cases;
  const std::vector<std::string_view> lines = lines_of(file);
  for (std::size_t i = 0; i < lines.size();) {
    if (!lines[i].starts_with("=== ")) {
      ++i;
      continue;
    }
    const std::string title(lines[i].substr(4));
    Lines body{{}, i + 2};
    for (++i; i < lines.size() && !lines[i].starts_with("=== "); ++i) body.lines.push_back(lines[i]);
    Result<MarkedText> text = parse_text(body, title, name);
    if (!text) return tl::unexpected<Error>(text.error());
    cases.push_back(std::move(*text));
  }
  return cases;
}

Result<MarkedText> parse_piece(std::string_view file, const std::string& name) {
  Lines body{lines_of(file), 1};
  while (!body.lines.empty() && (body.lines.front().empty() || body.lines.front().starts_with('#'))) {
    body.lines.erase(body.lines.begin());
    ++body.first;
  }
  return parse_text(body, name, name);
}

Spans marked_spans(const MarkedText& text, char letter, int number) {
  Spans spans;
  for (const GoldMark& mark : text.marks)
    if (mark.letter == letter && std::find(mark.numbers.begin(), mark.numbers.end(), number) != mark.numbers.end())
      spans.push_back(mark.span);
  return joined(std::move(spans));
}

Attribution marked_attribution(const MarkedText& text, int number) {
  Attribution out{marked_spans(text, 's', number), marked_spans(text, 'q', number), marked_spans(text, 'c', number),
                  false};
  out.speech_cue = is_speech_cue(words(text.text, out.cue));
  return out;
}

std::vector<std::string> proofread(const MarkedText& text, bool complete) {
  std::vector<std::string> faults;
  const Spans quoted = quoted_spans(text.text);
  for (const auto& [number, facts] : text.facts) {
    const Spans content = marked_spans(text, 'c', number);
    const auto fault = [&](std::string what) { faults.push_back(fmt::format("speech {}: {}", number, what)); };
    if (content.empty()) {
      fault("has no content in the text");
      continue;
    }
    if (complete && !facts.kind) fault("says no kind");
    if (complete && !facts.speaker) fault("says no speaker");
    // A nested speech stands between its parent's marks, and "mixed" is said of a quoted fragment too.
    if (complete && facts.parent == 0 && facts.kind && *facts.kind != SpeechKind::transcript) {
      const SpeechKind place = place_kind(text.text, quoted, trimmed(text.text, content));
      const bool one_is_indirect = (place == SpeechKind::indirect) != (*facts.kind == SpeechKind::indirect);
      if (one_is_indirect && (place != SpeechKind::mixed || *facts.kind == SpeechKind::indirect))
        fault(fmt::format("is {} by its place in the text, not {}: {}", to_string(place), to_string(*facts.kind),
                          words(text.text, content)));
    }
    if (facts.parent == 0) continue;
    const Spans outer = marked_spans(text, 'c', facts.parent);
    if (facts.parent == number || outer.empty())
      fault("has a parent that is not there");
    else if (content.front().begin < outer.front().begin || content.back().end > outer.back().end)
      fault(fmt::format("is not held by its parent {}", facts.parent));
  }
  return faults;
}

}  // namespace readout
