// JsonWriter: writes JSON with a stable key order (the order of the calls), into one string.
//
//   JsonWriter json;
//   json.object().key("id").value("004:268-413").key("depth").value(1).end();
//   json.take();   // {"id":"004:268-413","depth":1}
//
// Strings must be UTF-8; invalid bytes come out as U+FFFD, control characters as \u00XX.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace readout {

class JsonWriter {
 public:
  JsonWriter& object();
  JsonWriter& array();
  JsonWriter& end();  // closes the innermost object or array
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(std::int64_t number);
  JsonWriter& value(std::uint64_t number);
  JsonWriter& value(int number) { return value(static_cast<std::int64_t>(number)); }
  JsonWriter& value(std::uint32_t number) { return value(static_cast<std::uint64_t>(number)); }
  JsonWriter& value(bool flag);
  JsonWriter& value(double number);  // at most 6 significant digits, '.' as the point whatever the locale
  JsonWriter& null();
  JsonWriter& raw(std::string_view json);  // a value that is JSON already

  const std::string& text() const { return out_; }
  std::string take();

 private:
  void separate();

  std::string out_;
  std::vector<char> closers_;
  bool first_ = true;
  bool after_key_ = false;
};

}  // namespace readout
