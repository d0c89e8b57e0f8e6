#include "readout/page/marked.h"

#include <algorithm>

namespace readout {
namespace {

void open_mark(Markup& out, const TextMark& mark, bool first) {
  switch (mark.element) {
    case MarkElement::span:
      out.html("<span");
      break;
    case MarkElement::mark:
      out.html("<mark");
      break;
    case MarkElement::del:
      out.html("<del");
      break;
    case MarkElement::ins:
      out.html("<ins");
      break;
    case MarkElement::bdi:
      out.html("<bdi");
      break;
  }
  if (first && !mark.id.empty()) out.attribute("id", mark.id);
  if (!mark.classes.empty()) out.attribute("class", mark.classes);
  if (!mark.lang.empty()) out.attribute("lang", mark.lang);
  out.html(">");
  if (first) out.add(mark.lead);
}

void close_mark(Markup& out, const TextMark& mark) {
  switch (mark.element) {
    case MarkElement::span:
      out.html("</span>");
      break;
    case MarkElement::mark:
      out.html("</mark>");
      break;
    case MarkElement::del:
      out.html("</del>");
      break;
    case MarkElement::ins:
      out.html("</ins>");
      break;
    case MarkElement::bdi:
      out.html("</bdi>");
      break;
  }
}

}  // namespace

void write_marked(Markup& out, std::string_view text, Span window, std::vector<TextMark> marks) {
  window.end = std::min(window.end, static_cast<std::uint32_t>(text.size()));
  window.begin = std::min(window.begin, window.end);
  for (TextMark& mark : marks) {
    mark.span.begin = std::max(mark.span.begin, window.begin);
    mark.span.end = std::min(mark.span.end, window.end);
  }
  std::erase_if(marks, [](const TextMark& mark) { return mark.span.begin >= mark.span.end; });
  std::ranges::stable_sort(marks, [](const TextMark& x, const TextMark& y) {
    return x.span.begin != y.span.begin ? x.span.begin < y.span.begin : x.span.end > y.span.end;
  });
  std::vector<const TextMark*> open;
  std::uint32_t at = window.begin;
  // Writes up to `to`, closing on the way what ends there; what it crosses is opened again.
  const auto write_until = [&](std::uint32_t to) {
    for (;;) {
      std::uint32_t end = to;
      for (const TextMark* mark : open) end = std::min(end, mark->span.end);
      out.text(slice(text, {at, end}));
      at = end;
      if (end == to && std::ranges::none_of(open, [&](const TextMark* mark) { return mark->span.end <= to; })) return;
      const auto ends = [&](const TextMark* mark) { return mark->span.end <= at; };
      const auto first = static_cast<std::size_t>(std::ranges::find_if(open, ends) - open.begin());
      for (std::size_t i = open.size(); i > first; --i) close_mark(out, *open[i - 1]);
      std::vector<const TextMark*> again;
      for (std::size_t i = first; i < open.size(); ++i)
        if (!ends(open[i])) again.push_back(open[i]);
      open.resize(first);
      for (const TextMark* mark : again) {
        open_mark(out, *mark, false);
        open.push_back(mark);
      }
    }
  };
  for (const TextMark& mark : marks) {
    write_until(mark.span.begin);
    open_mark(out, mark, true);
    open.push_back(&mark);
  }
  write_until(window.end);
}

}  // namespace readout
