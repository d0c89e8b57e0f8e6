#include "readout/record/sqlite/json_array.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace readout {

void ArrayWriter::separate() {
  if (!out_.empty() && out_.back() != '[') out_ += ',';
}

ArrayWriter& ArrayWriter::open() {
  separate();
  out_ += '[';
  return *this;
}

ArrayWriter& ArrayWriter::close() {
  out_ += ']';
  return *this;
}

ArrayWriter& ArrayWriter::add(std::int64_t number) {
  separate();
  std::array<char, 24> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out_.append(digits.data(), end.ptr);
  return *this;
}

ArrayWriter& ArrayWriter::add(double number) {
  if (!std::isfinite(number)) return add_null();
  separate();
  std::array<char, 40> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number);
  out_.append(digits.data(), end.ptr);
  return *this;
}

ArrayWriter& ArrayWriter::add(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  separate();
  out_ += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (byte < 0x20) {
      out_ += "\\u00";
      out_ += kDigits[byte >> 4];
      out_ += kDigits[byte & 15];
    } else {
      out_ += c;
    }
  }
  out_ += '"';
  return *this;
}

ArrayWriter& ArrayWriter::add_null() {
  separate();
  out_ += "null";
  return *this;
}

void ArrayReader::expect(char c) {
  if (good_ && at_ < text_.size() && text_[at_] == c)
    ++at_;
  else
    good_ = false;
}

void ArrayReader::comma() {
  if (good_ && at_ > 0 && text_[at_ - 1] != '[') expect(',');
}

void ArrayReader::open() {
  comma();
  expect('[');
}

void ArrayReader::close() {
  expect(']');
}

bool ArrayReader::more() {
  return good_ && at_ < text_.size() && peek() != ']';
}

std::int64_t ArrayReader::number() {
  comma();
  std::int64_t value = 0;
  const char* begin = text_.data() + at_;
  const auto end = std::from_chars(begin, text_.data() + text_.size(), value);
  if (!good_ || end.ec != std::errc() || end.ptr == begin) {
    good_ = false;
    return 0;
  }
  at_ += static_cast<std::size_t>(end.ptr - begin);
  return value;
}

double ArrayReader::real() {
  comma();
  double value = 0;
  const char* begin = text_.data() + at_;
  const auto end = std::from_chars(begin, text_.data() + text_.size(), value);
  if (!good_ || end.ec != std::errc() || end.ptr == begin) {
    good_ = false;
    return 0;
  }
  at_ += static_cast<std::size_t>(end.ptr - begin);
  return value;
}

std::string ArrayReader::words() {
  comma();
  expect('"');
  std::string words;
  while (good_ && at_ < text_.size() && text_[at_] != '"') {
    if (text_[at_] != '\\') {
      words += text_[at_++];
      continue;
    }
    const std::string_view escape = text_.substr(at_, 6);
    if (escape.size() >= 2 && escape[1] != 'u') {
      words += escape[1];
      at_ += 2;
      continue;
    }
    unsigned code = 0x100;
    if (escape.size() == 6) std::from_chars(escape.data() + 2, escape.data() + 6, code, 16);
    if (code > 0xFF) good_ = false;
    words += static_cast<char>(code);
    at_ += 6;
  }
  expect('"');
  return words;
}

bool ArrayReader::take_null() {
  const std::size_t from = at_ + (peek() == ',' ? 1 : 0);
  if (text_.substr(from, 4) != "null") return false;
  comma();
  at_ += 4;
  return true;
}

}  // namespace readout
