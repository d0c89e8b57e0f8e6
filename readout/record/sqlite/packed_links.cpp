// The links between two documents, as one packed column.
#include "readout/record/sqlite/json_array.h"
#include "readout/record/sqlite/packed.h"

namespace readout {
namespace {

void add_span(ArrayWriter& out, Span span) {
  out.open().add(std::int64_t{span.begin}).add(std::int64_t{span.end}).close();
}

Span read_span(ArrayReader& in, bool& bad) {
  in.open();
  const std::int64_t begin = in.number();
  const std::int64_t end = in.number();
  in.close();
  if (begin < 0 || end < begin || end > INT32_MAX) {
    bad = true;
    return {};
  }
  return make_span(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
}

std::uint32_t read_speech_number(ArrayReader& in, bool& bad) {
  const std::int64_t number = in.number();
  bad = bad || number < 0 || number > INT32_MAX;
  return bad ? 0 : static_cast<std::uint32_t>(number);
}

}  // namespace

std::string pack(const std::vector<StoredLink>& links) {
  if (links.empty()) return {};
  ArrayWriter out;
  out.open();
  for (const StoredLink& link : links) {
    out.open().add(std::string_view(link.kind)).add(std::int64_t{link.a_speech}).add(std::int64_t{link.b_speech});
    add_span(out, link.a_span);
    add_span(out, link.b_span);
    out.add(std::string_view(link.basis.rule)).add(link.basis.score);
    for (const Evidence& evidence : link.basis.evidence) out.add(std::string_view(evidence.name)).add(evidence.weight);
    out.close();
  }
  return out.close().take();
}

void unpack(std::string_view packed, std::vector<StoredLink>& links, bool& bad) {
  links.clear();
  if (packed.empty()) return;
  ArrayReader in(packed);
  in.open();
  while (in.more()) {
    StoredLink link;
    in.open();
    link.kind = in.words();
    link.a_speech = read_speech_number(in, bad);
    link.b_speech = read_speech_number(in, bad);
    link.a_span = read_span(in, bad);
    link.b_span = read_span(in, bad);
    link.basis.rule = in.words();
    link.basis.score = in.real();
    while (in.more()) {
      Evidence evidence;
      evidence.name = in.words();
      evidence.weight = in.real();
      link.basis.evidence.push_back(std::move(evidence));
    }
    in.close();
    links.push_back(std::move(link));
  }
  in.close();
  bad = bad || !in.done();
}

}  // namespace readout
