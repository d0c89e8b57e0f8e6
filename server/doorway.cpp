#include "server/doorway.h"

#include <sys/random.h>

#include <algorithm>
#include <array>

#include "readout/page/address.h"

namespace readout {
namespace {

bool is_own_origin(const WebRequest& request) {
  return request.origin == "http://" + request.host;
}

// Browsers say where a request comes from; what is not theirs (curl) says nothing.
bool comes_from_elsewhere(const WebRequest& request) {
  if (!request.origin.empty() && !is_own_origin(request)) return true;
  if (request.fetch_site.empty() || request.fetch_site == "same-origin" || request.fetch_site == "none") return false;
  return request.fetch_mode != "navigate" || !request.reads();
}

bool has_key(const WebRequest& request, const Doorway& doorway) {
  return doorway.key.empty() || brings_key(request, doorway) ||
         same_secret(cookie_value(request.cookie, kKeyCookie), doorway.key);
}

std::optional<HttpRefusal> check_sent(const WebRequest& request, const Doorway& doorway) {
  if (request.origin.empty() && request.fetch_site.empty())
    return HttpRefusal{403, "a form is sent by this site's own pages", "Open the page in a browser and send it there."};
  // A draft is only read, so a site that takes no decisions takes it too.
  if (doorway.token.empty() && request.path == "/draft") return std::nullopt;
  if (doorway.token.empty())
    return HttpRefusal{403, "this site is read-only", "Start it without --read-only to send a form."};
  if (!same_secret(param_of(request.fields, "token"), doorway.token))
    return HttpRefusal{403, "this form was made by an earlier run of 'readout serve'",
                       "Nothing was done. Go back, load the page anew, and send it again."};
  return std::nullopt;
}

}  // namespace

std::optional<HttpRefusal> doorkeep(const WebRequest& request, const Doorway& doorway) {
  if (!request.reads() && request.method != "POST")
    return HttpRefusal{405, "this method is not served", "GET, HEAD and POST are."};
  if (!doorway.hosts.empty() && std::ranges::find(doorway.hosts, request.host) == doorway.hosts.end())
    return HttpRefusal{421, "this name is not this site's",
                       "Open it by the address that 'readout serve' said: http://" + doorway.hosts.front() + "/"};
  if (comes_from_elsewhere(request))
    return HttpRefusal{403, "this was asked for by a page of another site", "Open the address itself."};
  if (!has_key(request, doorway))
    return HttpRefusal{403, "this site wants its key", "Open the whole address that 'readout serve' said."};
  if (!request.reads()) return check_sent(request, doorway);
  return std::nullopt;
}

bool brings_key(const WebRequest& request, const Doorway& doorway) {
  return !doorway.key.empty() && same_secret(param_of(request.params, "key"), doorway.key);
}

std::string without_key(std::string_view target) {
  const std::size_t mark = target.find('?');
  std::string kept(target.substr(0, mark));
  if (mark == std::string_view::npos) return kept;
  char before = '?';
  for (std::string_view rest = target.substr(mark + 1); !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    const std::optional<Params> pair = read_params(one);
    if (one.empty() || (pair && pair->front().first == "key")) continue;
    kept += before;
    kept += one;
    before = '&';
  }
  return kept;
}

std::vector<std::string> loopback_hosts(std::string_view address, std::uint16_t port) {
  std::vector<std::string> names;
  if (address == "::1")
    names = {"[::1]", "localhost"};
  else
    names = {std::string(address), "localhost"};
  std::vector<std::string> hosts;
  for (const std::string& name : names) hosts.push_back(name + ":" + std::to_string(port));
  if (port == 80) hosts.insert(hosts.end(), names.begin(), names.end());
  return hosts;
}

std::string random_token() {
  std::array<unsigned char, 16> bytes{};
  if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) return {};
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string token;
  for (const unsigned char byte : bytes) {
    token += kDigits[byte >> 4];
    token += kDigits[byte & 15];
  }
  return token;
}

bool same_secret(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || b.empty()) return false;
  unsigned difference = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  return difference == 0;
}

}  // namespace readout
