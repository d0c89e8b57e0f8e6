#include <algorithm>
#include <array>

#include "readout/document/lines.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

// Names of header fields; those of the first row also head a forwarded message.
constexpr auto kFields = std::to_array<std::string_view>({"from",
                                                          "to",
                                                          "cc",
                                                          "bcc",
                                                          "subject",
                                                          "date",
                                                          "sent",
                                                          "reply-to",  //
                                                          "received",
                                                          "message-id",
                                                          "return-path",
                                                          "delivered-to",
                                                          "mime-version",
                                                          "content-type",
                                                          "content-transfer-encoding",
                                                          "content-disposition",
                                                          "list-unsubscribe",
                                                          "in-reply-to",
                                                          "references",
                                                          "sender",
                                                          "importance",
                                                          "attachments",
                                                          "precedence",
                                                          "list-id",
                                                          "dkim-signature",
                                                          "authentication-results"});
constexpr std::size_t kPlainFields = 8;

// The index of the field that a line sets, or npos.
std::size_t field_of(std::string_view line, std::string_view& value) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon > 30) return std::string_view::npos;
  std::string_view name = line.substr(0, colon);
  while (name.starts_with('*')) name.remove_prefix(1);  // "*From:*" of a mail turned into text
  value = line.substr(colon + 1);
  while (value.starts_with(' ') || value.starts_with('*')) value.remove_prefix(1);
  for (std::size_t i = 0; i < kFields.size(); ++i)
    if (same_ascii(name, kFields[i])) return i;
  return (name.starts_with("X-") || name.starts_with("ARC-")) && name.find(' ') == std::string_view::npos
             ? kFields.size()
             : std::string_view::npos;
}

bool opens_forwarded(std::string_view line) {
  const std::string_view core = line.substr(std::min(line.size(), line.find_first_not_of("-_ *")));
  for (const std::string_view words : {"forwarded message", "original message", "begin forwarded message"})
    if (same_ascii(core.substr(0, words.size()), words)) return true;
  return false;
}

// "On Mon, 4 Aug 2025 at 10:12, Ana Brack <ana@post.example> wrote:"
bool opens_reply(std::string_view line) {
  return line.size() < 200 && line.starts_with("On ") && line.ends_with("wrote:") &&
         line.find('@') != std::string_view::npos;
}

bool is_base64(std::string_view line) {
  if (line.size() < 60 || line.size() > 78) return false;
  return std::all_of(line.begin(), line.end(), [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '+' || c == '/' || c == '=';
  });
}

class Marker {
 public:
  Marker(std::string_view text, std::vector<PlainLine>& lines, Metadata& metadata)
      : text_(text), lines_(lines), metadata_(metadata) {}

  bool run() {
    std::size_t i = 0;
    while (i < lines_.size() && lines_[i].blank) ++i;
    bool any = take_headers(i, true) > 0;
    std::size_t encoded = 0;
    for (; i < lines_.size(); ++i) {
      const std::string_view line = words(i);
      if (opens_forwarded(line) || opens_reply(line)) {
        lines_[i].region = Region::mail_header;
        any = true;
        std::size_t next = i + 1;
        while (next < lines_.size() && lines_[next].blank) ++next;
        take_headers(next, false);
      } else if (i > 0 && lines_[i - 1].blank && line.starts_with("From:")) {
        any = take_headers(i, true) > 0 || any;
      } else if (any && !boundary_.empty() && line.starts_with("--") && line.substr(2).starts_with(boundary_)) {
        lines_[i].region = Region::mail_header;
        take_headers(i + 1, false);
      }
      encoded = is_base64(line) ? encoded + 1 : 0;
      if (encoded == 4)
        for (std::size_t k = i - 3; k <= i; ++k) lines_[k].kind = PieceKind::code;
      else if (encoded > 4)
        lines_[i].kind = PieceKind::code;
    }
    return any;
  }

 private:
  std::string_view words(std::size_t i) const { return slice(text_, lines_[i].span); }

  // Marks the header lines from `i` on, two at the least where `strict`; how many they were.
  std::size_t take_headers(std::size_t i, bool strict) {
    std::size_t end = i;
    std::size_t fields = 0;
    bool telling = false;
    std::string_view value;
    for (; end < lines_.size() && !lines_[end].blank; ++end) {
      const std::size_t field = field_of(words(end), value);
      const bool folded = end > i && lines_[end].indent > 0;
      if (field == std::string_view::npos && !folded) break;
      if (folded && field == std::string_view::npos) continue;
      ++fields;
      telling = telling || field == 0 || field == 4 || (field >= kPlainFields && field < kFields.size());
    }
    if (fields == 0 || (strict && (fields < 2 || !telling))) return 0;
    for (; i < end; ++i) {
      lines_[i].region = Region::mail_header;
      const std::size_t field = field_of(words(i), value);
      if (field == 4 && metadata_.title.empty()) metadata_.title = value;
      if ((field == 5 || field == 6) && metadata_.published.empty()) metadata_.published = value;
      const std::size_t at = words(i).find("boundary=");
      if (at != std::string_view::npos && boundary_.empty()) {
        std::string_view name = words(i).substr(at + 9);
        if (name.starts_with('"')) name.remove_prefix(1);
        boundary_ = name.substr(0, name.find_first_of("\"; "));
      }
    }
    return fields;
  }

  std::string_view text_;
  std::vector<PlainLine>& lines_;
  Metadata& metadata_;
  std::string_view boundary_;
};

}  // namespace

bool mark_mail(std::string_view text, std::vector<PlainLine>& lines, Metadata& metadata) {
  return Marker(text, lines, metadata).run();
}

}  // namespace readout
