// A socket that listens, made here rather than by the HTTP library, so that a taken port is told apart from all else
// and a free one is known before anybody asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readout/base/result.h"

namespace readout {

struct ListenSocket {
  int socket = -1;         // the caller closes it
  bool version_6 = false;  // of the internet protocol
  std::uint16_t port = 0;
};

// Errors: bad_argument for what is no address of numbers, store where it cannot be bound.
Result<ListenSocket> listen_at(const std::string& address, std::uint16_t port);

// "127.0.0.1", "::1": no name is one.
bool is_address(const std::string& address);

// 127.0.0.0/8 and ::1.
bool is_loopback(std::string_view address);

// Raises this process's limit of open files as far as the system lets it; returns what it is then.
std::size_t raise_open_files();

}  // namespace readout
