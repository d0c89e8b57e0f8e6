#include "server/asset.h"

#include "readout/page/template.h"

namespace readout {
namespace {

// Two quotation marks on paper.
constexpr std::string_view kIcon =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"6\" "
    "fill=\"#20405c\"/><path d=\"M7 21v-6q0-5 6-6v3q-3 .500-3 3h3v6zm12 0v-6q0-5 6-6v3q-3 .500-3 3h3v6z\" "
    "fill=\"#fff\"/></svg>\n";

}  // namespace

std::optional<WebAnswer> find_asset(std::string_view target) {
  WebAnswer answer;
  if (target == "/favicon.ico" || target == "/favicon.svg") {
    answer.type = "image/svg+xml";
    answer.body = kIcon;
  } else if (target == "/style.css") {
    answer.type = "text/css; charset=utf-8";
    answer.body = ui_file("style.css");
  } else if (target == "/script.js") {
    answer.type = "text/javascript; charset=utf-8";
    answer.body = ui_file("script.js");
  } else {
    return std::nullopt;
  }
  seal(answer);
  return answer;
}

}  // namespace readout
