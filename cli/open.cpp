#include "cli/open.h"

#include <charconv>
#include <cstdlib>

#include "readout/desk/ruled_record.h"

namespace readout::cli {

std::string record_path(const Arguments& arguments) {
  if (arguments.has("record")) return arguments.value("record");
  const char* named = std::getenv("READOUT_RECORD");
  return named != nullptr && *named != 0 ? named : "readout.db";
}

Result<std::unique_ptr<Record>> open_for_reading(const Arguments& arguments) {
  const std::string path = record_path(arguments);
  Result<std::unique_ptr<Record>> record = open_record(path, {OpenMode::read, std::string(version())});
  if (record || record.error().code != ErrorCode::not_found) return record;
  return fail(ErrorCode::store, "no record here; make one with 'readout add FOLDER', or name one with --record PATH",
              path);
}

Result<std::unique_ptr<Record>> open_as_decided(const Arguments& arguments) {
  Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
  if (!record) return record;
  Result<Rulings> rulings = load_rulings(**record, journal_path(record_path(arguments)));
  if (!rulings) return tl::unexpected(rulings.error());
  return lay_over(std::move(*record), std::move(*rulings));
}

Exit exit_of(const Error& error) {
  return error.code == ErrorCode::not_found ? Exit::differs : Exit::failed;
}

Result<std::uint32_t> parse_number(const std::string& option, const std::string& text, std::uint32_t most) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number > most)
    return fail(ErrorCode::bad_argument, "'" + text + "' is no number from 0 to " + std::to_string(most), option);
  return number;
}

}  // namespace readout::cli
