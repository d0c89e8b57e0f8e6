#include "readout/view/annotate.h"

#include <algorithm>

#include "readout/view/visible.h"

namespace readout {
namespace {

// One character as it is shown.
struct Cell {
  std::string shown;
  int width = 0;
  char sign = ' ';
  Tint tint = Tint::plain;
  bool blank = false;
};

const Underline* mark_at(const std::vector<Underline>& marks, std::uint32_t at) {
  const auto found =
      std::find_if(marks.rbegin(), marks.rend(), [at](const Underline& mark) { return mark.span.contains(at); });
  return found == marks.rend() ? nullptr : &*found;
}

std::vector<Cell> cells_of(std::string_view text, Span context, const std::vector<Underline>& marks) {
  std::vector<Cell> cells;
  std::string_view rest = slice(text, context);
  const std::size_t size = rest.size();
  while (!rest.empty()) {
    const auto at = static_cast<std::uint32_t>(context.begin + (size - rest.size()));
    const std::string_view before = rest;
    take_code_point(rest);
    Cell cell;
    cell.shown = visible(before.substr(0, before.size() - rest.size()));
    cell.blank = cell.shown.empty();
    if (cell.blank) cell.shown = " ";
    if (cell.blank && (cells.empty() || cells.back().blank)) continue;
    cell.width = columns(cell.shown);
    if (const Underline* mark = mark_at(marks, at)) {
      cell.sign = mark->sign;
      cell.tint = mark->tint;
    }
    cells.push_back(std::move(cell));
  }
  while (!cells.empty() && cells.back().blank) cells.pop_back();
  return cells;
}

void add_line(std::string& out, const std::vector<Cell>& cells, std::size_t begin, std::size_t end, const Look& look,
              std::string_view indent) {
  std::string line;
  std::string signs;
  for (std::size_t i = begin; i < end;) {
    std::size_t last = i;
    std::string run;
    for (; last < end && cells[last].tint == cells[i].tint; ++last) run += cells[last].shown;
    line += tinted(look, cells[i].tint, run);
    i = last;
  }
  for (std::size_t i = begin; i < end; ++i) signs.append(static_cast<std::size_t>(cells[i].width), cells[i].sign);
  while (signs.ends_with(' ')) signs.pop_back();
  if (!out.empty()) out += '\n';
  out.append(indent).append(line);
  if (!signs.empty()) out.append("\n").append(indent).append(signs);
}

bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == 0 || at >= text.size() || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == '\t';
}

}  // namespace

std::string annotate(std::string_view text, Span context, const std::vector<Underline>& marks, const Look& look,
                     std::string_view indent) {
  std::vector<Cell> cells = cells_of(text, context, marks);
  const Cell dots{"…", 1, ' ', Tint::faint, false};
  const Cell blank{" ", 1, ' ', Tint::plain, true};
  const auto cut = [&](std::uint32_t at) {
    return at > 0 && at < text.size() && text[at - 1] != '\n' && text[at] != '\n';
  };
  if (cut(context.begin)) cells.insert(cells.begin(), {dots, blank});
  if (cut(context.end)) cells.insert(cells.end(), {blank, dots});
  const int room = std::max(20, look.width - columns(indent));
  std::string out;
  std::size_t begin = 0;
  while (begin < cells.size()) {
    int used = 0;
    std::size_t end = begin;
    std::size_t last_blank = begin;
    for (; end < cells.size() && used + cells[end].width <= room; ++end) {
      used += cells[end].width;
      if (cells[end].blank) last_blank = end;
    }
    const bool broke = end < cells.size();
    const std::size_t stop = broke && cells[end].blank ? end : broke && last_blank > begin ? last_blank : end;
    add_line(out, cells, begin, std::max(stop, begin + 1), look, indent);
    begin = std::max(stop, begin + 1);
    while (begin < cells.size() && cells[begin].blank) ++begin;
  }
  return out;
}

Span context_of(std::string_view text, Span span, std::uint32_t around) {
  const auto size = static_cast<std::uint32_t>(text.size());
  const auto is_break = [&](std::uint32_t at) { return text[at] == '\n'; };
  std::uint32_t begin = std::min(span.begin, size);
  std::uint32_t end = std::min(span.end, size);
  const std::uint32_t first = begin > around ? begin - around : 0;
  const std::uint32_t last = size - end > around ? end + around : size;
  while (begin > first && !is_break(begin - 1)) --begin;
  while (end < last && !is_break(end)) ++end;
  while (begin < span.begin && !is_boundary(text, begin)) ++begin;
  while (end > span.end && end < size && !is_boundary(text, end) && !is_break(end)) --end;
  return {begin, end};
}

}  // namespace readout
