// ReportFile: pages put together in one file.
//
//   ReportFile file({"top", "documents"});
//   file.add(page);                       // any number
//   std::string html = file.finish(head, foot);
//
// On the site every page has ids of its own; together they must not meet: an id that is taken gets a number behind it,
// and what refers to it on that page follows. Links to ids that are nowhere in the file, and to pages of the site, lose
// their address; they stay as text.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "readout/page/markup.h"

namespace readout {

class ReportFile {
 public:
  // `fixed`: ids of head and foot that no page may take.
  explicit ReportFile(std::initializer_list<std::string_view> fixed = {}) {
    for (const std::string_view id : fixed) ids_.emplace(id);
  }

  void add(const Markup& page);

  std::size_t size() const { return body_.size(); }

  // Between `head` and `foot`.
  std::string finish(const Markup& head, const Markup& foot);

 private:
  std::string body_;
  std::unordered_set<std::string> ids_;                    // asked only whether it holds one
  std::map<std::string, std::size_t, std::less<>> taken_;  // the last number that was put behind an id
};

// The style sheet in an element of its own, and what a Content-Security-Policy calls it: "'sha256-…'".
std::string style_source();

}  // namespace readout
