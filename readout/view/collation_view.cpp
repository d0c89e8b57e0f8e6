#include "readout/view/collation_view.h"

#include <algorithm>

#include "readout/align/units.h"
#include "readout/collation/change.h"
#include "readout/collation/collation.h"
#include "readout/collation/segments.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr int kWidestCell = 28;
constexpr std::size_t kLongAlone = 14;  // units that one witness alone has, above which they are abridged

struct Table {
  std::vector<std::vector<Unit>> units;
  Collation collation;
  std::vector<Segment> segments;
};

Table make_table(std::span<const CollatedPassage> passages) {
  Table table;
  std::vector<std::vector<std::uint64_t>> keys;
  for (const CollatedPassage& passage : passages) {
    table.units.push_back(make_units(passage.words, make_span(0, passage.words.size())));
    auto& row = keys.emplace_back();
    for (const Unit& unit : table.units.back()) row.push_back(unit.folded);
  }
  table.collation = collate(table.units);
  table.segments = find_segments(table.collation, keys);
  return table;
}

// What a witness says in columns [begin, end), as it stands.
std::string_view words_in(const Table& table, std::span<const CollatedPassage> passages, std::size_t witness,
                          std::size_t begin, std::size_t end) {
  Span span;
  bool any = false;
  for (std::size_t c = begin; c < end; ++c) {
    const std::uint32_t unit = table.collation.at(c, witness);
    if (unit == kNoUnit) continue;
    const Span word = table.units[witness][unit].span;
    span = any ? Span{span.begin, word.end} : word;
    any = true;
  }
  return any ? slice(passages[witness].words, span) : std::string_view();
}

struct Cell {
  std::vector<std::string> words;  // by witness; "" where it has none
  int width = 0;
  bool differs = false;
};

bool is_mark_in(const Table& table, std::size_t column) {
  for (std::size_t w = 0; w < table.units.size(); ++w) {
    const std::uint32_t unit = table.collation.at(column, w);
    if (unit != kNoUnit && is_word(table.units[w][unit].kind)) return false;
  }
  return true;
}

// What one witness alone has is named by its first and last words.
Cell abridge(const Table& table, std::span<const CollatedPassage> passages, const Segment& segment) {
  const std::uint32_t witness = segment.readings.front().witnesses.front();
  Cell cell;
  cell.words.resize(passages.size());
  cell.words[witness] = visible(words_in(table, passages, witness, segment.begin, segment.begin + 3)) + " … " +
                        visible(words_in(table, passages, witness, segment.end - 3, segment.end)) + " (" +
                        std::to_string(segment.end - segment.begin) + ")";
  cell.width = columns(cell.words[witness]);
  cell.differs = true;
  return cell;
}

// A segment as cells that are not too wide: long agreement is cut into several.
void append_cells(std::vector<Cell>& cells, const Table& table, std::span<const CollatedPassage> passages,
                  const Segment& segment, int widest) {
  if (segment.absent.size() + 1 == passages.size() && passages.size() > 1 && segment.end - segment.begin > kLongAlone) {
    cells.push_back(abridge(table, passages, segment));
    return;
  }
  for (std::size_t begin = segment.begin; begin < segment.end;) {
    Cell cell;
    std::size_t end = begin;
    do {
      ++end;
      Cell wider;
      wider.differs = segment.readings.size() > 1 || !segment.absent.empty();
      for (std::size_t w = 0; w < passages.size(); ++w) {
        wider.words.push_back(visible(words_in(table, passages, w, begin, end)));
        wider.width = std::max({wider.width, columns(wider.words.back()), 1});
      }
      if (end - begin > 1 && wider.width > widest && !is_mark_in(table, end - 1)) {
        --end;
        break;
      }
      cell = std::move(wider);
    } while (end < segment.end);
    cells.push_back(std::move(cell));
    begin = end;
  }
}

std::string quoted(std::string_view words) {
  return words.empty() ? "nothing" : "“" + visible(words) + "”";
}

// "label              text", wrapped; wide enough for the names of changes.
std::string labelled(std::string_view label, std::string_view text, const Look& look) {
  constexpr int kLabel = 19;
  std::string body = wrap(text, look.width - kLabel);
  for (std::size_t at = body.find('\n'); at != std::string::npos; at = body.find('\n', at + 1))
    body.insert(at + 1, std::string(kLabel, ' '));
  return tinted(look, Tint::faint, pad(label, kLabel)) + body + "\n";
}

// Blanks at the end of a line say nothing.
std::string without_tail(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

std::string collation_table(std::span<const CollatedPassage> passages, const Look& look) {
  const Table table = make_table(passages);
  std::vector<Cell> cells;
  int label = 0;
  for (const CollatedPassage& passage : passages) label = std::max(label, columns(passage.id));
  label = std::min(label, std::clamp(look.width / 3, 8, 24)) + 2;
  const int room = std::max(look.width - label, 12);
  for (const Segment& segment : table.segments)
    append_cells(cells, table, passages, segment, std::min(kWidestCell, room - 3));
  std::string out;
  for (std::size_t begin = 0; begin < cells.size();) {
    std::size_t end = begin;
    int used = 0;
    while (end < cells.size() && (end == begin || used + cells[end].width <= room)) used += cells[end++].width + 1;
    if (begin > 0) out += '\n';
    bool differs = false;
    std::string marks(static_cast<std::size_t>(label), ' ');
    for (std::size_t c = begin; c < end; ++c) {
      const int width = std::min(cells[c].width, room);
      marks += std::string(static_cast<std::size_t>(width), cells[c].differs ? '^' : ' ') + ' ';
      differs = differs || cells[c].differs;
    }
    for (std::size_t w = 0; w < passages.size(); ++w) {
      std::string line = tinted(look, Tint::id, pad(passages[w].id, label - 1)) + ' ';
      for (std::size_t c = begin; c < end; ++c) {
        const std::string& words = cells[c].words[w];
        const std::string shown = pad(words.empty() ? "-" : words, std::min(cells[c].width, room));
        line += tinted(look, words.empty() ? Tint::faint : cells[c].differs ? Tint::doubt : Tint::plain, shown) + ' ';
      }
      out += without_tail(std::move(line)) + '\n';
    }
    if (differs) out += tinted(look, Tint::doubt, without_tail(std::move(marks))) + '\n';
    begin = end;
  }
  return out;
}

std::string two_way_page(const CollatedPassage& a, const CollatedPassage& b, const Look& look) {
  const std::vector<CollatedPassage> both = {a, b};
  const Table table = make_table(both);
  std::string flow;
  for (const Segment& segment : table.segments) {
    const std::string left = visible(words_in(table, both, 0, segment.begin, segment.end));
    const std::string right = visible(words_in(table, both, 1, segment.begin, segment.end));
    const std::uint32_t unit =
        table.collation.at(segment.begin, segment.absent == std::vector<std::uint32_t>{1} ? 0 : 1);
    const auto& units = table.units[segment.absent == std::vector<std::uint32_t>{1} ? 0 : 1];
    if (!flow.empty() && (unit == kNoUnit || units[unit].space_before)) flow += ' ';
    const bool agree = segment.readings.size() == 1 && segment.absent.empty();
    if (agree) {
      flow += right;
      continue;
    }
    if (!left.empty()) flow += "[-" + left + "-]";
    if (!left.empty() && !right.empty()) flow += ' ';
    if (!right.empty()) flow += "{+" + right + "+}";
  }
  const PassagePair pair = compare_passages(a.words, b.words, b.reported);
  std::string out =
      tinted(look, Tint::id, a.id) + "  [-only here-]\n" + tinted(look, Tint::id, b.id) + "  {+only here+}\n\n";
  std::string text = wrap(flow, look.width);
  if (look.colour) {
    std::string coloured;
    for (std::size_t i = 0; i < text.size();) {
      const bool dropped = text.compare(i, 2, "[-") == 0;
      const bool added = text.compare(i, 2, "{+") == 0;
      const std::size_t stop = dropped ? text.find("-]", i) : added ? text.find("+}", i) : std::string::npos;
      if (stop == std::string::npos) {
        coloured += text[i++];
      } else {
        coloured += tinted(look, dropped ? Tint::bad : Tint::good, text.substr(i, stop + 2 - i));
        i = stop + 2;
      }
    }
    text = std::move(coloured);
  }
  out += text + "\n\n" + labelled("relation", to_string(pair.relation), look);
  out += labelled("words",
                  std::to_string(pair.words_a) + " and " + std::to_string(pair.words_b) + ", " +
                      std::to_string(pair.shared) + " the same",
                  look);
  for (const Change& change : pair.changes)
    out += labelled(to_string(change.type), quoted(slice(a.words, change.a)) + " → " + quoted(slice(b.words, change.b)),
                    look);
  return out;
}

void write_collation(JsonWriter& json, std::span<const CollatedPassage> passages) {
  const Table table = make_table(passages);
  json.key("witnesses").array();
  for (const CollatedPassage& passage : passages) json.value(passage.id);
  json.end().key("table").array();
  for (const Segment& segment : table.segments) {
    json.array();
    for (std::size_t w = 0; w < passages.size(); ++w)
      json.value(words_in(table, passages, w, segment.begin, segment.end));
    json.end();
  }
  json.end();
}

void write_two_way(JsonWriter& json, const CollatedPassage& a, const CollatedPassage& b) {
  const PassagePair pair = compare_passages(a.words, b.words, b.reported);
  json.key("a").value(a.id).key("b").value(b.id).key("relation").value(to_string(pair.relation));
  json.key("words_a").value(pair.words_a).key("words_b").value(pair.words_b).key("shared").value(pair.shared);
  json.key("changes").array();
  for (const Change& change : pair.changes)
    json.object()
        .key("type")
        .value(to_string(change.type))
        .key("a")
        .value(slice(a.words, change.a))
        .key("b")
        .value(slice(b.words, change.b))
        .end();
  json.end();
}

}  // namespace readout
