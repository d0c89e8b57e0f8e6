// Doorway: who may ask. A page on loopback is reachable by every page that the user's browser shows, so loopback alone
// keeps nobody out:
//
//   a name of elsewhere that resolves to 127.0.0.1 (DNS rebinding)   Host must be the bound address
//   a form or a script of another site (CSRF)                        POST wants our Origin and the session's token
//   an image, frame or script tag of another site                    Sec-Fetch-Site must be ours, but for a link
//   another machine, where the door to the network is open           the key, in the address once, then in a cookie
//
//   Doorway doorway{.hosts = loopback_hosts("127.0.0.1", 8317), .token = random_token()};
//   if (const auto refusal = doorkeep(request, doorway)) ...
//
// GET and HEAD never write; other methods than these and POST are refused (405). Tokens are compared in constant time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/request.h"

namespace readout {

inline constexpr std::string_view kKeyCookie = "readout_key";

struct Doorway {
  std::vector<std::string> hosts;  // what Host may be; empty: any (then there is a key)
  std::string token;               // of this run, for forms; empty: nothing may be sent (read-only)
  std::string key;                 // for every request; empty: none is asked for
};

// Why this request gets no answer; nothing where it may go on.
std::optional<HttpRefusal> doorkeep(const WebRequest& request, const Doorway& doorway);

// The key came with the address: the answer sets the cookie and leads to the address without it.
bool brings_key(const WebRequest& request, const Doorway& doorway);

// The target of this request without the parameter "key".
std::string without_key(std::string_view target);

// "127.0.0.1:8317", "localhost:8317", "[::1]:8317": the names by which a browser here can mean this address; without
// the port too where it is 80.
std::vector<std::string> loopback_hosts(std::string_view address, std::uint16_t port);

// 32 hexadecimal digits from the system's random source; empty where that fails.
std::string random_token();

// Takes as long for any two strings of one length.
bool same_secret(std::string_view a, std::string_view b);

}  // namespace readout
