#include "mcp/message.h"

namespace readout {

void MessageLines::take(std::string_view bytes, const std::function<void(std::string_view)>& see,
                        const std::function<void()>& oversized) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view part = bytes.substr(0, end);
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    if (!skipping_ && line_.size() + part.size() <= kMostMessageBytes) {
      line_ += part;
    } else {
      skipping_ = true;
      line_ = {};
    }
    if (end != std::string_view::npos) finish(see, oversized);
  }
}

void MessageLines::finish(const std::function<void(std::string_view)>& see, const std::function<void()>& oversized) {
  if (line_.ends_with('\r')) line_.pop_back();
  if (skipping_)
    oversized();
  else if (line_.find_first_not_of(" \t") != std::string::npos)
    see(line_);
  line_.clear();
  skipping_ = false;
}

}  // namespace readout
