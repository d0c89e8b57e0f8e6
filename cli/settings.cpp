#include "cli/settings.h"

#include "cli/input.h"
#include "readout/people/offices.h"

namespace readout::cli {

Option offices_option() {
  return {"offices", Value::path, "FILE", "who held which office, added to what is built in", {}, 0};
}

Result<Settings> settings_of(const Arguments& arguments) {
  Settings settings = default_settings();
  if (!arguments.has("offices")) return settings;
  const std::string path = arguments.value("offices");
  const Result<std::string> text = load_text(path);
  if (!text) return tl::unexpected(text.error());
  const Result<Offices> more = parse_offices(*text);
  if (!more) {
    Error error = more.error();
    error.where = path + (error.where.empty() ? "" : ": " + error.where);
    return tl::unexpected(error);
  }
  settings.offices = std::make_shared<const Offices>(merge_offices(*settings.offices, *more));
  return settings;
}

Result<std::string> engine_of(const Arguments& arguments) {
  std::string engine(version());
  if (!arguments.has("offices")) return engine;
  const Result<std::string> text = load_text(arguments.value("offices"));
  if (!text) return tl::unexpected(text.error());
  return engine + "+offices:" + to_hex(sha256(*text)).substr(0, 12);
}

}  // namespace readout::cli
