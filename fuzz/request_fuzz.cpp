// Any bytes as a request: the request line, headers and a body behind an empty line, as a socket would hand them in.
// They are taken apart, asked at the door, and answered from a small record, twice alike. "@" stands for the token, so
// that forms get in too.
#include <algorithm>
#include <cstdint>
#include <string>

#include "fuzz/hold.h"
#include "server/record_reader.h"
#include "server/site.h"

namespace {

using namespace readout;

constexpr std::string_view kToken = "00112233445566778899aabbccddeeff";

struct House {
  House() {
    fuzz::make_record(path,
                      {"pile/004.txt",
                       "HALVIK, April 2. The ferry will sail again, the harbour office said.\n\n“We have time until "
                       "the spring,” Harbour Minister Anna Kovel told reporters. <script>alert(1)</script>\n",
                       "", ""});
    reader = std::make_unique<RecordReader>(path, "", "fuzz");
    site.doorway = {loopback_hosts("127.0.0.1", 8317), std::string(kToken), ""};
    site.frame.token = kToken;
    site.frame.record_path = "readout.db";
  }
  fuzz::ScratchFolder folder;
  std::string path = folder.file("readout.db");
  std::unique_ptr<RecordReader> reader;
  Site site;  // without a journal: nothing is written
};

std::string_view take_line(std::string_view& rest) {
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

RawRequest read(std::string_view bytes) {
  RawRequest raw;
  const std::string_view first = take_line(bytes);
  const std::size_t blank = first.find(' ');
  raw.method = first.substr(0, blank);
  if (blank != std::string_view::npos) raw.target = first.substr(blank + 1);
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    if (line.empty()) break;
    const std::size_t colon = std::min(line.find(':'), line.size());
    raw.headers.emplace_back(line.substr(0, colon), line.substr(std::min(colon + 1, line.size())));
  }
  for (const char c : bytes) {
    if (c == '@')
      raw.body += kToken;
    else
      raw.body += c;
  }
  return raw;
}

std::string_view header(const WebAnswer& answer, std::string_view name) {
  for (const auto& [key, value] : answer.headers)
    if (key == name) return value;
  return {};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static House house;
  const RawRequest raw = read(fuzz::view(data, size));
  const RecordStamp stamp = stamp_of(house.path, "");
  Result<Visit> visit = house.reader->visit(stamp, house.site.frame);
  fuzz::hold(visit.has_value(), "the record can be read");
  const WebAnswer answer = answer_request(raw, house.site, &*visit);
  fuzz::hold(answer.status >= 200 && answer.status <= 599, "there is one answer");
  fuzz::hold(answer.status != 500, "no request makes the record contradict itself");
  fuzz::hold(header(answer, "Content-Security-Policy").starts_with("default-src 'none';"), "it bears the policy");
  fuzz::hold(header(answer, "X-Content-Type-Options") == "nosniff", "it bears its type alone");
  for (const auto& [name, value] : answer.headers)
    fuzz::hold(std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; }),
               "no header holds another");
  if (answer.type.starts_with("text/html"))
    fuzz::hold(answer.body.find("<script>") == std::string::npos, "no text becomes a script");
  const WebAnswer again = answer_request(raw, house.site, &*visit);
  fuzz::hold(answer.status == again.status && answer.body == again.body, "the same request, the same answer");
  return 0;
}
