#include "readout/document/block.h"

#include <array>

namespace readout {
namespace {

constexpr std::array<std::string_view, 24> kNames = {
    "body",         "title",   "subhead",      "standfirst",  "byline",      "dateline",
    "crawl-header", "caption", "credit",       "source-line", "navigation",  "sidebar",
    "comment-form", "comment", "editor-note",  "correction",  "pull-quote",  "poll",
    "advertising",  "flash",   "running-head", "mail-header", "boilerplate", "table",
};

}  // namespace

std::string_view to_string(BlockKind kind) {
  const auto index = static_cast<std::size_t>(kind);
  return index < kNames.size() ? kNames[index] : std::string_view("code");
}

std::optional<BlockKind> parse_block_kind(std::string_view text) {
  for (std::size_t i = 0; i <= kNames.size(); ++i)
    if (to_string(static_cast<BlockKind>(i)) == text) return static_cast<BlockKind>(i);
  return std::nullopt;
}

}  // namespace readout
