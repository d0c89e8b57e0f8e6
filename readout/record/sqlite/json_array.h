// ArrayWriter and ArrayReader: the JSON that packed columns hold: arrays of arrays, whole and broken numbers, strings,
// null. Numbers go round exactly. The reader takes hostile input: it never reads past the end and never recurses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace readout {

class ArrayWriter {
 public:
  ArrayWriter& open();
  ArrayWriter& close();
  ArrayWriter& add(std::int64_t number);
  ArrayWriter& add(double number);
  ArrayWriter& add(std::string_view text);  // any bytes; control characters, '"' and '\' are escaped
  ArrayWriter& add_null();
  std::string take() { return std::move(out_); }

 private:
  void separate();

  std::string out_;
};

// ArrayReader in(text); in.open(); while (in.more()) use(in.number()); in.close();
class ArrayReader {
 public:
  explicit ArrayReader(std::string_view text) : text_(text) {}

  void open();
  void close();
  bool more();  // another element stands in the array that is open
  std::int64_t number();
  double real();
  std::string words();
  bool take_null();  // true, and past it, where null stands here
  // Everything was as expected so far; at the end also: nothing is left.
  bool good() const { return good_; }
  bool done() const { return good_ && at_ == text_.size(); }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void expect(char c);
  void comma();

  std::string_view text_;
  std::size_t at_ = 0;
  bool good_ = true;
};

}  // namespace readout
