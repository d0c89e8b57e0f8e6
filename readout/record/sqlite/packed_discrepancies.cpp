// What a discrepancy says beside its columns, as one packed column.
#include "readout/record/sqlite/json_array.h"
#include "readout/record/sqlite/packed.h"

namespace readout {
namespace {

Span read_span(ArrayReader& in, bool& bad) {
  const std::int64_t begin = in.number();
  const std::int64_t end = in.number();
  if (begin < 0 || end < begin || end > INT32_MAX) {
    bad = true;
    return {};
  }
  return make_span(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
}

int read_small(ArrayReader& in, bool& bad) {
  const std::int64_t number = in.number();
  bad = bad || number < -1 || number > INT32_MAX;
  return bad ? 0 : static_cast<int>(number);
}

}  // namespace

std::string pack(const StoredDiscrepancy& one) {
  ArrayWriter out;
  out.open().open();
  for (const StoredPlace& place : one.places)
    out.open()
        .add(std::int64_t{place.side})
        .add(std::int64_t{place.span.begin})
        .add(std::int64_t{place.span.end})
        .add(std::int64_t{place.speech})
        .close();
  out.close().open();
  for (const StoredChange& change : one.changes)
    out.open()
        .add(std::string_view(change.type))
        .add(std::int64_t{change.a.begin})
        .add(std::int64_t{change.a.end})
        .add(std::int64_t{change.b.begin})
        .add(std::int64_t{change.b.end})
        .add(std::int64_t{change.weight})
        .close();
  out.close().add(std::string_view(one.relation)).add(std::int64_t{one.in_marks ? 1 : 0});
  out.add(std::string_view(one.basis.rule)).add(one.basis.score);
  for (const Evidence& evidence : one.basis.evidence) out.add(std::string_view(evidence.name)).add(evidence.weight);
  return out.close().take();
}

void unpack(std::string_view packed, StoredDiscrepancy& one, bool& bad) {
  ArrayReader in(packed);
  in.open();
  in.open();
  while (in.more()) {
    in.open();
    StoredPlace place;
    const int side = read_small(in, bad);
    place.side = side == 0 ? 0 : 1;
    place.span = read_span(in, bad);
    place.speech = read_small(in, bad);
    in.close();
    bad = bad || side < 0 || side > 1;
    one.places.push_back(place);
  }
  in.close();
  in.open();
  while (in.more()) {
    in.open();
    StoredChange change;
    change.type = in.words();
    change.a = read_span(in, bad);
    change.b = read_span(in, bad);
    change.weight = read_small(in, bad);
    in.close();
    one.changes.push_back(std::move(change));
  }
  in.close();
  one.relation = in.words();
  one.in_marks = in.number() != 0;
  one.basis.rule = in.words();
  one.basis.score = in.real();
  while (in.more()) {
    Evidence evidence;
    evidence.name = in.words();
    evidence.weight = in.real();
    one.basis.evidence.push_back(std::move(evidence));
  }
  in.close();
  bad = bad || !in.done() || one.places.empty();
}

}  // namespace readout
