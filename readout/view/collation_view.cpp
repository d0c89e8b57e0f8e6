#include "readout/view/collation_view.h"

#include <algorithm>
#include <numeric>

#include "readout/view/collated_table.h"
#include "readout/view/visible.h"

namespace readout {
namespace {

constexpr int kWidestCell = 28;
constexpr std::size_t kLongAlone = 14;  // units that one witness alone has, above which they are abridged

struct Cell {
  std::vector<std::string> words;  // by witness; "" where it has none
  int width = 0;
  bool differs = false;
  std::size_t begin = 0;  // columns
  std::size_t end = 0;
};

bool is_mark_in(const CollatedTable& table, std::size_t column) {
  for (std::size_t w = 0; w < table.units.size(); ++w) {
    const std::uint32_t unit = table.collation.at(column, w);
    if (unit != kNoUnit && is_word(table.units[w][unit].kind)) return false;
  }
  return true;
}

// What one witness alone has is named by its first and last words.
Cell abridge(const CollatedTable& table, std::span<const CollatedPassage> passages, const Segment& segment) {
  const std::uint32_t witness = segment.readings.front().witnesses.front();
  Cell cell;
  cell.words.resize(passages.size());
  cell.words[witness] = visible(words_in(table, passages, witness, segment.begin, segment.begin + 3)) + " … " +
                        visible(words_in(table, passages, witness, segment.end - 3, segment.end)) + " (" +
                        std::to_string(segment.end - segment.begin) + ")";
  cell.width = columns(cell.words[witness]);
  cell.differs = true;
  cell.begin = segment.begin;
  cell.end = segment.end;
  return cell;
}

// A segment as cells that are not too wide: long agreement is cut into several.
void append_cells(std::vector<Cell>& cells, const CollatedTable& table, std::span<const CollatedPassage> passages,
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
    cell.begin = begin;
    cell.end = end;
    cells.push_back(std::move(cell));
    begin = end;
  }
}

// Blanks at the end of a line say nothing.
std::string without_tail(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// The id of a witness's words on a line; of the whole passage where its words have no places of their own.
std::string line_id(const CollatedTable& table, std::span<const CollatedPassage> passages, std::size_t witness,
                    const Cell& first, const Cell& last) {
  const Span words = span_in(table, witness, first.begin, last.end);
  if (passages[witness].source == nullptr) return passages[witness].id;
  return words.empty() ? passages[witness].document : id_within(passages[witness], words);
}

}  // namespace

std::string collation_table(std::span<const CollatedPassage> passages, const Look& look,
                            std::optional<std::size_t> base) {
  const CollatedTable table = make_collated_table(passages);
  std::vector<Cell> cells;
  std::vector<std::size_t> order(passages.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (base)
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(*base),
                order.begin() + static_cast<std::ptrdiff_t>(*base) + 1);
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
    for (const std::size_t w : order) {
      std::string line =
          tinted(look, Tint::id, pad(line_id(table, passages, w, cells[begin], cells[end - 1]), label - 1)) + ' ';
      for (std::size_t c = begin; c < end; ++c) {
        const std::string& words = cells[c].words[w];
        const bool as_base = base && w != *base && words == cells[c].words[*base] && !words.empty();
        const std::string shown = pad(words.empty() ? "-" : as_base ? "·" : words, std::min(cells[c].width, room));
        const bool faint = words.empty() || as_base;
        line += tinted(look, faint ? Tint::faint : cells[c].differs ? Tint::doubt : Tint::plain, shown) + ' ';
      }
      out += without_tail(std::move(line)) + '\n';
    }
    if (differs) out += tinted(look, Tint::doubt, without_tail(std::move(marks))) + '\n';
    begin = end;
  }
  return out;
}

void write_collation(JsonWriter& json, std::span<const CollatedPassage> passages, std::optional<std::size_t> base) {
  const CollatedTable table = make_collated_table(passages);
  json.key("witnesses").array();
  for (const CollatedPassage& passage : passages) json.value(passage.id);
  json.end();
  if (base) json.key("base").value(passages[*base].id);
  json.key("table").array();
  for (const Segment& segment : table.segments) {
    json.array();
    for (std::size_t w = 0; w < passages.size(); ++w)
      json.value(words_in(table, passages, w, segment.begin, segment.end));
    json.end();
  }
  json.end();
  if (passages.empty() || passages[0].source == nullptr) return;
  // The places of the same cells, "" where a witness has nothing.
  json.key("places").array();
  for (const Segment& segment : table.segments) {
    json.array();
    for (std::size_t w = 0; w < passages.size(); ++w) {
      const Span words = span_in(table, w, segment.begin, segment.end);
      json.value(words.empty() ? std::string() : id_within(passages[w], words));
    }
    json.end();
  }
  json.end();
}

}  // namespace readout
