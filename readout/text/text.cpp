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
  linear = linear && text_size == blob_size;
  if (linear && !runs_.empty()) {
    Run& last = runs_.back();
    if (last.linear && last.blob + last.blob_size == blob) {
      last.blob_size += blob_size;
      text_size_ += text_size;
      return;
    }
  }
  runs_.push_back(Run{text_size_, blob, blob_size, linear});
  text_size_ += text_size;
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
    const Run& run = runs_[run_at(runs_, text.begin)];
    const std::uint32_t at = run.linear ? run.blob + (text.begin - run.text) : run.blob;
    return {at, at};
  }
  const Run& first = runs_[run_at(runs_, text.begin)];
  const Run& last = runs_[run_at(runs_, text.end - 1)];
  const std::uint32_t begin = first.linear ? first.blob + (text.begin - first.text) : first.blob;
  const std::uint32_t end = last.linear ? last.blob + (text.end - last.text) : last.blob + last.blob_size;
  return {begin, std::max(begin, end)};
}

Span OffsetMap::to_text(Span blob) const {
  if (runs_.empty()) return {};
  const auto text_end = [&](std::size_t i) { return i + 1 < runs_.size() ? runs_[i + 1].text : text_size_; };
  // The first run that ends after blob.begin, and the last that begins before blob.end.
  const auto first = std::partition_point(runs_.begin(), runs_.end(),
                                          [&](const Run& run) { return run.blob + run.blob_size <= blob.begin; });
  if (first == runs_.end()) return {text_size_, text_size_};
  const std::uint32_t begin =
      first->linear && blob.begin > first->blob ? first->text + (blob.begin - first->blob) : first->text;
  if (blob.empty()) return {begin, begin};
  const auto after =
      std::partition_point(runs_.begin(), runs_.end(), [&](const Run& run) { return run.blob < blob.end; });
  if (after == runs_.begin() || after - 1 < first) return {begin, begin};
  const auto index = static_cast<std::size_t>(after - runs_.begin()) - 1;
  const Run& last = runs_[index];
  const std::uint32_t end = last.linear ? last.text + std::min(last.blob_size, blob.end - last.blob) : text_end(index);
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
      continue;
    }
    // A linear run is cut where the outer map's runs meet.
    std::uint32_t at = run.blob;
    const std::uint32_t end = run.blob + run.blob_size;
    std::size_t next = outer.runs_.empty() ? 0 : run_at(outer.runs_, at) + 1;
    while (at < end) {
      const std::uint32_t limit = next < outer.runs_.size() ? std::min(end, outer.runs_[next].text) : end;
      const bool linear = next > 0 && outer.runs_[next - 1].linear;
      const Span there = outer.to_blob({at, limit});
      map.append(limit - at, there.begin, there.size(), linear);
      at = limit;
      ++next;
    }
  }
  return map;
}

bool OffsetMap::is_identity() const {
  return runs_.empty() || (runs_.size() == 1 && runs_[0].linear && runs_[0].blob == 0);
}

Text::Text(std::string utf8, OffsetMap map) : utf8_(std::move(utf8)), map_(std::move(map)) {}

Text Text::plain(std::string utf8) {
  const auto size = static_cast<std::uint32_t>(utf8.size());
  return {std::move(utf8), OffsetMap::identity(size)};
}

}  // namespace readout
