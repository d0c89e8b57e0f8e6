#include "readout/record/selectors.h"

#include <algorithm>

#include "readout/text/characters.h"

namespace readout {
namespace {

constexpr std::uint32_t kStep = 512;

bool begins_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

std::uint32_t count_points(std::string_view bytes) {
  return static_cast<std::uint32_t>(std::ranges::count_if(bytes, begins_point));
}

std::string_view media_type(Format format) {
  return format == Format::html ? "text/html" : format == Format::json_lines ? "application/jsonl" : "text/plain";
}

}  // namespace

Span selector_prefix(std::string_view text, std::uint32_t at) {
  Span prefix{at, at};
  for (std::uint32_t points = 0; points < kSelectorContext && prefix.begin > 0; ++points)
    prefix.begin -= code_point_before(text, prefix.begin).size;
  return prefix;
}

Span selector_suffix(std::string_view text, std::uint32_t at) {
  Span suffix{at, at};
  for (std::uint32_t points = 0; points < kSelectorContext && suffix.end < text.size(); ++points)
    suffix.end += code_point_at(text, suffix.end).size;
  return suffix;
}

PointCounts::PointCounts(std::string_view text) : text_(text) {
  steps_.reserve(text.size() / kStep + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    steps_.push_back(count);
    count += count_points(text.substr(at, kStep));
  }
}

std::uint32_t PointCounts::before(std::uint32_t offset) const {
  const std::uint32_t at = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const std::uint32_t step = at / kStep;
  return steps_[step] + count_points(text_.substr(step * kStep, at - step * kStep));
}

SelectorWriter::SelectorWriter(const Document& document)
    : document_(document),
      counts_(document.text.view()),
      address_(iri_of(document.url)),
      digest_name_(digest_uri(document.blob)) {}

void SelectorWriter::write_source(JsonWriter& json) const {
  json.key("source").object().key("id").value(address_.empty() ? digest_name_ : address_);
  json.key("type").value("Text").key("format").value(media_type(document_.format));
  if (document_.language.code != "und") json.key("language").value(document_.language.code);
  json.end();
  if (!address_.empty())
    json.key("state").object().key("type").value("TimeState").key("cached").value(digest_name_).end();
}

void SelectorWriter::write(JsonWriter& json, Span span, std::string_view purpose) const {
  const std::string_view text = document_.text.view();
  const Span delivered = document_.text.to_blob(span);
  json.object().key("type").value("SpecificResource");
  if (!purpose.empty()) json.key("purpose").value(purpose);
  write_source(json);
  json.key("selector").array();
  json.object().key("type").value("TextPositionSelector");
  json.key("start").value(counts_.before(span.begin)).key("end").value(counts_.before(span.end)).end();
  json.object().key("type").value("TextQuoteSelector").key("exact").value(slice(text, span));
  json.key("prefix").value(slice(text, selector_prefix(text, span.begin)));
  json.key("suffix").value(slice(text, selector_suffix(text, span.end))).end();
  json.object().key("type").value("DataPositionSelector");
  json.key("start").value(delivered.begin).key("end").value(delivered.end).end();
  json.end().end();
}

std::string iri_of(std::string_view address) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_letter(address.front())) return {};
  for (const char c : address.substr(0, colon))
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return {};
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (std::size_t i = 0; i < address.size();) {
    const CodePoint point = code_point_at(address, i);
    const std::string_view bytes = address.substr(i, point.size);
    i += point.size;
    constexpr std::string_view kBarred = "<>\"{}|\\^`\x7F";
    const bool barred = point.value < 0x80
                            ? point.value <= 0x20 || kBarred.find(static_cast<char>(point.value)) != kBarred.npos
                            : is_white(point.value) || is_bidi_control(point.value) || point.value == kReplacement;
    if (!barred) {
      out += bytes;
      continue;
    }
    for (const char c : bytes) {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

std::string digest_uri(const Digest& digest) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out = "ni:///sha-256;";
  for (std::size_t i = 0; i < digest.bytes.size(); i += 3) {
    const auto byte = [&](std::size_t n) -> unsigned { return i + n < digest.bytes.size() ? digest.bytes[i + n] : 0u; };
    const unsigned group = byte(0) << 16 | byte(1) << 8 | byte(2);
    const std::size_t digits = std::min<std::size_t>(digest.bytes.size() - i, 3) + 1;
    for (std::size_t d = 0; d < digits; ++d) out += kDigits[group >> (18 - 6 * d) & 63];
  }
  return out;
}

std::string content_urn(std::string_view content) {
  Digest digest = sha256(content);
  digest.bytes[6] = static_cast<std::uint8_t>((digest.bytes[6] & 0x0F) | 0x80);
  digest.bytes[8] = static_cast<std::uint8_t>((digest.bytes[8] & 0x3F) | 0x80);
  const std::string hex = to_hex(digest);
  return "urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) +
         "-" + hex.substr(20, 12);
}

}  // namespace readout
