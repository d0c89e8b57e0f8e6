#include "readout/record/sqlite/packed.h"

#include <limits>

#include "readout/record/sqlite/json_array.h"

namespace readout {
namespace {

void put(ArrayWriter& out, Span span) {
  out.open().add(std::int64_t{span.begin}).add(std::int64_t{span.end}).close();
}

void put(ArrayWriter& out, const std::string& words) {
  out.add(std::string_view(words));
}

void put(ArrayWriter& out, std::int32_t number) {
  out.add(std::int64_t{number});
}

void put(ArrayWriter& out, const Moment& moment) {
  out.open().add(moment.begin_s).add(moment.end_s).add(to_string(moment.grain));
  if (moment.zone_minutes)
    out.add(std::int64_t{*moment.zone_minutes});
  else
    out.add_null();
  out.add(to_string(moment.known));
  put(out, moment.words);
  out.close();
}

void put(ArrayWriter& out, const Doubt& doubt) {
  out.open().add(to_string(doubt.kind));
  put(out, doubt.span);
  out.add(std::string_view(doubt.detail)).close();
}

void put(ArrayWriter& out, const Channel& channel) {
  out.open().add(to_string(channel.kind));
  put(out, channel.span);
  out.close();
}

void put(ArrayWriter& out, const Insertion& insertion) {
  out.open().add(to_string(insertion.kind));
  put(out, insertion.span);
  out.close();
}

void put(ArrayWriter& out, const TimeMention& time) {
  out.open();
  put(out, time.span);
  put(out, time.moment);
  out.close();
}

void put(ArrayWriter& out, const Link& link) {
  out.open();
  put(out, link.span);
  out.add(std::string_view(link.url)).close();
}

void put(ArrayWriter& out, const ForeignSpan& foreign) {
  out.open();
  put(out, foreign.span);
  out.add(std::string_view(foreign.script)).add(std::string_view(foreign.language)).close();
}

template <class Item>
std::string pack_list(const std::vector<Item>& items) {
  if (items.empty()) return {};
  ArrayWriter out;
  out.open();
  for (const Item& item : items) put(out, item);
  return out.close().take();
}

std::uint32_t offset(ArrayReader& in, bool& bad) {
  const std::int64_t number = in.number();
  if (number < 0 || number > std::numeric_limits<std::uint32_t>::max()) bad = true;
  return static_cast<std::uint32_t>(number);
}

void take(ArrayReader& in, Span& span, bool& bad) {
  in.open();
  span.begin = offset(in, bad);
  span.end = offset(in, bad);
  in.close();
}

void take(ArrayReader& in, std::string& words, bool&) {
  words = in.words();
}

void take(ArrayReader& in, std::int32_t& number, bool&) {
  number = static_cast<std::int32_t>(in.number());
}

void take(ArrayReader& in, Moment& moment, bool& bad) {
  in.open();
  moment.begin_s = in.number();
  moment.end_s = in.number();
  unpack_enum(in.words(), moment.grain, bad);
  if (!in.take_null()) moment.zone_minutes = static_cast<std::int16_t>(in.number());
  unpack_enum(in.words(), moment.known, bad);
  take(in, moment.words, bad);
  in.close();
}

void take(ArrayReader& in, Doubt& doubt, bool& bad) {
  in.open();
  const std::optional<DoubtKind> kind = parse_doubt_kind(in.words());
  bad = bad || !kind;
  doubt.kind = kind.value_or(DoubtKind::empty);
  take(in, doubt.span, bad);
  doubt.detail = in.words();
  in.close();
}

void take(ArrayReader& in, Channel& channel, bool& bad) {
  in.open();
  const std::optional<ChannelKind> kind = parse_channel_kind(in.words());
  bad = bad || !kind;
  channel.kind = kind.value_or(ChannelKind::none);
  take(in, channel.span, bad);
  in.close();
}

void take(ArrayReader& in, Insertion& insertion, bool& bad) {
  in.open();
  unpack_enum(in.words(), insertion.kind, bad);
  take(in, insertion.span, bad);
  in.close();
}

void take(ArrayReader& in, TimeMention& time, bool& bad) {
  in.open();
  take(in, time.span, bad);
  take(in, time.moment, bad);
  in.close();
}

void take(ArrayReader& in, Link& link, bool& bad) {
  in.open();
  take(in, link.span, bad);
  link.url = in.words();
  in.close();
}

void take(ArrayReader& in, ForeignSpan& foreign, bool& bad) {
  in.open();
  take(in, foreign.span, bad);
  foreign.script = in.words();
  foreign.language = in.words();
  in.close();
}

template <class Item>
void unpack_one(std::string_view packed, Item& item, bool& bad) {
  item = Item();
  if (packed.empty()) return;
  ArrayReader in(packed);
  take(in, item, bad);
  bad = bad || !in.done();
}

template <class Item>
void unpack_list(std::string_view packed, std::vector<Item>& items, bool& bad) {
  items.clear();
  if (packed.empty()) return;
  ArrayReader in(packed);
  in.open();
  while (in.more()) {
    Item item{};
    take(in, item, bad);
    items.push_back(std::move(item));
  }
  in.close();
  bad = bad || !in.done();
}

}  // namespace

std::string pack(Span span) {
  if (span == Span{}) return {};
  ArrayWriter out;
  put(out, span);
  return out.take();
}

std::string pack(const std::vector<Span>& spans) {
  return pack_list(spans);
}
std::string pack(const std::vector<std::string>& words) {
  return pack_list(words);
}
std::string pack(const std::vector<std::int32_t>& numbers) {
  return pack_list(numbers);
}
std::string pack(const std::vector<Doubt>& doubts) {
  return pack_list(doubts);
}
std::string pack(const std::vector<Channel>& channels) {
  return pack_list(channels);
}
std::string pack(const std::vector<Insertion>& insertions) {
  return pack_list(insertions);
}
std::string pack(const std::vector<TimeMention>& times) {
  return pack_list(times);
}
std::string pack(const std::vector<Link>& links) {
  return pack_list(links);
}
std::string pack(const std::vector<ForeignSpan>& spans) {
  return pack_list(spans);
}

std::string pack(const Moment& moment) {
  if (moment == Moment{}) return {};
  ArrayWriter out;
  put(out, moment);
  return out.take();
}

std::string pack(const Dates& dates) {
  if (dates == Dates{}) return {};
  ArrayWriter out;
  out.open();
  for (const Moment* moment : {&dates.said, &dates.published, &dates.copied, &dates.crawled}) put(out, *moment);
  return out.close().take();
}

std::string pack(const Basis& basis) {
  if (basis == Basis{}) return {};
  ArrayWriter out;
  out.open().add(std::string_view(basis.rule)).add(basis.score).open();
  for (const Evidence& evidence : basis.evidence)
    out.open().add(std::string_view(evidence.name)).add(evidence.weight).close();
  return out.close().close().take();
}

void unpack(std::string_view packed, Span& span, bool& bad) {
  unpack_one(packed, span, bad);
}
void unpack(std::string_view packed, Moment& moment, bool& bad) {
  unpack_one(packed, moment, bad);
}
void unpack(std::string_view packed, std::vector<Span>& spans, bool& bad) {
  unpack_list(packed, spans, bad);
}
void unpack(std::string_view packed, std::vector<std::string>& words, bool& bad) {
  unpack_list(packed, words, bad);
}
void unpack(std::string_view packed, std::vector<std::int32_t>& numbers, bool& bad) {
  unpack_list(packed, numbers, bad);
}
void unpack(std::string_view packed, std::vector<Doubt>& doubts, bool& bad) {
  unpack_list(packed, doubts, bad);
}
void unpack(std::string_view packed, std::vector<Channel>& channels, bool& bad) {
  unpack_list(packed, channels, bad);
}
void unpack(std::string_view packed, std::vector<Insertion>& insertions, bool& bad) {
  unpack_list(packed, insertions, bad);
}
void unpack(std::string_view packed, std::vector<TimeMention>& times, bool& bad) {
  unpack_list(packed, times, bad);
}
void unpack(std::string_view packed, std::vector<Link>& links, bool& bad) {
  unpack_list(packed, links, bad);
}
void unpack(std::string_view packed, std::vector<ForeignSpan>& spans, bool& bad) {
  unpack_list(packed, spans, bad);
}

void unpack(std::string_view packed, Dates& dates, bool& bad) {
  std::vector<Moment> moments;
  unpack_list(packed, moments, bad);
  dates = Dates{};
  if (moments.empty()) return;
  if (moments.size() != 4) {
    bad = true;
    return;
  }
  dates = Dates{moments[0], moments[1], moments[2], moments[3]};
}

void unpack(std::string_view packed, Basis& basis, bool& bad) {
  basis = Basis{};
  if (packed.empty()) return;
  ArrayReader in(packed);
  in.open();
  basis.rule = in.words();
  basis.score = in.real();
  in.open();
  while (in.more()) {
    Evidence evidence;
    in.open();
    evidence.name = in.words();
    evidence.weight = in.real();
    in.close();
    basis.evidence.push_back(std::move(evidence));
  }
  in.close();
  in.close();
  bad = bad || !in.done();
}

}  // namespace readout
