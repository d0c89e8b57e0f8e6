#include "readout/text/text.h"

#include <algorithm>
#include <utility>

namespace readout {
namespace {

// The run that holds the byte `offset` of the text: the last that begins at or before it.
std::size_t run_at(const std::vector<OffsetMap::Run>& runs, std::uint32_t offset) {
  const auto after = std::upper_bound(runs.begin(), runs.end(), offset,
                                      [](std::uint32_t at, const OffsetMap::Run& run) { return at < run.text; });
  return static_cast<std::size_t>(after - runs.begin()) - 1;
}

std::uint32_t steps_up(std::uint32_t bytes, std::uint32_t step) {
  return (bytes + step - 1) / step;
}

// Where the byte `offset` of the text, which lies in `run`, begins in the blob.
std::uint32_t blob_begin(const OffsetMap::Run& run, std::uint32_t offset) {
  return run.linear ? run.blob + (offset - run.text) / run.text_step * run.blob_step : run.blob;
}

}  // namespace

Blob make_blob(std::string bytes) {
  Blob blob;
  blob.id = sha256(bytes);
  blob.bytes = std::move(bytes);
  return blob;
}

OffsetMap OffsetMap::identity(std::uint32_t size) {
  OffsetMap map;
  map.append(size, 0, size, true);
  return map;
}

void OffsetMap::append(std::uint32_t text_size, std::uint32_t blob, std::uint32_t blob_size, bool linear) {
  if (text_size == 0) return;
  if (linear && text_size == blob_size) return append_steps(text_size, 1, blob, 1);
  runs_.push_back(Run{text_size_, blob, blob_size, false, 1, 1});
  text_size_ += text_size;
}

void OffsetMap::append_steps(std::uint32_t count, std::uint8_t text_step, std::uint32_t blob, std::uint8_t blob_step) {
  if (count == 0 || text_step == 0) return;
  if (blob_step == 0) return append(count * text_step, blob, 0, false);
  const std::uint32_t blob_size = count * blob_step;
  if (!runs_.empty()) {
    Run& last = runs_.back();
    if (last.linear && last.text_step == text_step && last.blob_step == blob_step &&
        last.blob + last.blob_size == blob) {
      last.blob_size += blob_size;
      text_size_ += count * text_step;
      return;
    }
  }
  runs_.push_back(Run{text_size_, blob, blob_size, true, text_step, blob_step});
  text_size_ += count * text_step;
}

Span OffsetMap::to_blob(Span text) const {
  if (runs_.empty()) return {};
  text.end = std::min(text.end, text_size_);
  text.begin = std::min(text.begin, text.end);
  if (text.empty()) {
    if (text.begin == text_size_) {
      const Run& last = runs_.back();
      return {last.blob + last.blob_size, last.blob + last.blob_size};
    }
    const std::uint32_t at = blob_begin(runs_[run_at(runs_, text.begin)], text.begin);
    return {at, at};
  }
  const std::uint32_t begin = blob_begin(runs_[run_at(runs_, text.begin)], text.begin);
  const Run& last = runs_[run_at(runs_, text.end - 1)];
  const std::uint32_t end = last.linear ? last.blob + steps_up(text.end - last.text, last.text_step) * last.blob_step
                                        : last.blob + last.blob_size;
  return {begin, std::max(begin, end)};
}

Span OffsetMap::to_text(Span blob) const {
  if (runs_.empty()) return {};
  // The first run that ends after blob.begin, and the last that begins before blob.end.
  const auto first = std::partition_point(runs_.begin(), runs_.end(),
                                          [&](const Run& run) { return run.blob + run.blob_size <= blob.begin; });
  if (first == runs_.end()) return {text_size_, text_size_};
  std::uint32_t begin = first->text;
  if (first->linear && blob.begin > first->blob)
    begin += (blob.begin - first->blob) / first->blob_step * first->text_step;
  if (blob.empty()) return {begin, begin};
  const auto after =
      std::partition_point(runs_.begin(), runs_.end(), [&](const Run& run) { return run.blob < blob.end; });
  if (after == runs_.begin() || after - 1 < first) return {begin, begin};
  const auto index = static_cast<std::size_t>(after - runs_.begin()) - 1;
  const Run& last = runs_[index];
  const std::uint32_t run_end = index + 1 < runs_.size() ? runs_[index + 1].text : text_size_;
  const std::uint32_t end =
      last.linear ? std::min(run_end, last.text + steps_up(blob.end - last.blob, last.blob_step) * last.text_step)
                  : run_end;
  return {begin, std::max(begin, end)};
}

OffsetMap OffsetMap::compose(const OffsetMap& outer) const {
  if (outer.is_identity()) return *this;
  OffsetMap map;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const Run& run = runs_[i];
    const std::uint32_t size = (i + 1 < runs_.size() ? runs_[i + 1].text : text_size_) - run.text;
    if (!run.linear) {
      const Span there = outer.to_blob({run.blob, run.blob + run.blob_size});
      map.append(size, there.begin, there.size(), false);
    } else if (run.text_step != 1 || run.blob_step != 1) {
      for (std::uint32_t step = 0; step * run.text_step < size; ++step) {
        const std::uint32_t at = run.blob + step * run.blob_step;
        const Span there = outer.to_blob({at, at + run.blob_step});
        if (there.size() < 256)
          map.append_steps(1, run.text_step, there.begin, static_cast<std::uint8_t>(there.size()));
        else
          map.append(run.text_step, there.begin, there.size(), false);
      }
    } else {
      map.append_through(run, outer);
    }
  }
  return map;
}

// A run of equal bytes is cut where the outer map's runs meet.
void OffsetMap::append_through(const Run& run, const OffsetMap& outer) {
  std::uint32_t at = run.blob;
  const std::uint32_t end = run.blob + run.blob_size;
  std::size_t next = outer.runs_.empty() ? 0 : run_at(outer.runs_, at) + 1;
  while (at < end) {
    const std::uint32_t limit = next < outer.runs_.size() ? std::min(end, outer.runs_[next].text) : end;
    const Span there = outer.to_blob({at, limit});
    const Run* through = next > 0 ? &outer.runs_[next - 1] : nullptr;
    const std::uint32_t step = through != nullptr && through->linear ? through->text_step : 0;
    if (step != 0 && (at - through->text) % step == 0 && (limit - at) % step == 0)
      append_steps((limit - at) / step, through->text_step, there.begin, through->blob_step);
    else
      append(limit - at, there.begin, there.size(), false);
    at = limit;
    ++next;
  }
}

bool OffsetMap::is_identity() const {
  return runs_.empty() || (runs_.size() == 1 && runs_[0].linear && runs_[0].blob == 0 && runs_[0].text_step == 1 &&
                           runs_[0].blob_step == 1);
}

Text::Text(std::string utf8, OffsetMap map) : utf8_(std::move(utf8)), map_(std::move(map)) {}

Text Text::plain(std::string utf8) {
  const auto size = static_cast<std::uint32_t>(utf8.size());
  return {std::move(utf8), OffsetMap::identity(size)};
}

}  // namespace readout
