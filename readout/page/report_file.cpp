#include "readout/page/report_file.h"

#include <array>
#include <vector>

#include "readout/base/digest.h"
#include "readout/page/template.h"

namespace readout {
namespace {

// Markup's texts are escaped, so '<' begins a tag and '"' stands around values, and nowhere else.
struct TagValue {
  std::string_view name;
  std::size_t begin = 0;  // of the value, in the markup
  std::size_t end = 0;
};

// Calls `take` with every attribute that has a value.
template <class Take>
void for_each_value(std::string_view markup, Take take) {
  bool inside = false;
  for (std::size_t i = 0; i < markup.size(); ++i) {
    const char c = markup[i];
    if (c == '<') inside = true;
    if (c == '>') inside = false;
    if (!inside || c != '=' || i + 1 >= markup.size() || markup[i + 1] != '"') continue;
    std::size_t name = i;
    while (name > 0 && markup[name - 1] != ' ' && markup[name - 1] != '\n') --name;
    const std::size_t end = markup.find('"', i + 2);
    if (end == std::string_view::npos) return;
    take(TagValue{markup.substr(name, i - name), i + 2, end});
    i = end;
  }
}

bool refers_by_id(std::string_view name) {
  constexpr std::array<std::string_view, 5> kNames = {"aria-labelledby", "aria-describedby", "aria-controls", "for",
                                                      "headers"};
  for (const std::string_view one : kNames)
    if (one == name) return true;
  return false;
}

std::string base64(const Digest& digest) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < digest.bytes.size(); i += 3) {
    const auto byte = [&](std::size_t n) -> unsigned { return i + n < digest.bytes.size() ? digest.bytes[i + n] : 0u; };
    const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
    for (std::size_t d = 0; d < 4; ++d) out += i + d > digest.bytes.size() ? '=' : kDigits[group >> (18 - 6 * d) & 63];
  }
  return out;
}

}  // namespace

void ReportFile::add(const Markup& page) {
  const std::string_view from = page.str();
  std::map<std::string, std::string, std::less<>> renamed;
  for_each_value(from, [&](const TagValue& value) {
    if (value.name != "id") return;
    const std::string id(from.substr(value.begin, value.end - value.begin));
    std::string free = id;
    while (!ids_.insert(free).second) free = id + "-" + std::to_string(++taken_.try_emplace(id, 1).first->second);
    if (free != id) renamed.emplace(id, free);
  });
  std::size_t done = 0;
  for_each_value(from, [&](const TagValue& value) {
    const bool to_place = value.name == "href" && from[value.begin] == '#';
    if (!to_place && value.name != "id" && !refers_by_id(value.name)) return;
    const std::size_t begin = value.begin + (to_place ? 1 : 0);
    const auto other = renamed.find(from.substr(begin, value.end - begin));
    if (other == renamed.end()) return;
    body_.append(from.substr(done, begin - done)).append(other->second);
    done = value.end;
  });
  body_.append(from.substr(done));
}

std::string ReportFile::finish(const Markup& head, const Markup& foot) {
  for (const Markup* part : {&head, &foot})
    for_each_value(part->str(), [&](const TagValue& value) {
      if (value.name == "id") ids_.insert(part->str().substr(value.begin, value.end - value.begin));
    });
  const std::string whole = head.str() + body_ + foot.str();
  body_.clear();
  std::string out;
  out.reserve(whole.size());
  std::size_t done = 0;
  for_each_value(whole, [&](const TagValue& value) {
    if (value.name != "href" || value.end == value.begin) return;
    const std::string target = whole.substr(value.begin, value.end - value.begin);
    const bool leads = target.front() == '#' ? ids_.contains(target.substr(1)) : target.front() != '/';
    if (leads) return;
    // ` href="` goes with it.
    out.append(whole, done, value.begin - 7 - done);
    done = value.end + 1;
  });
  out.append(whole, done);
  return out;
}

std::string style_source() {
  return "'sha256-" + base64(sha256(ui_file("style.css"))) + "'";
}

}  // namespace readout
