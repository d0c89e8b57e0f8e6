#include "server/listen_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace readout {
namespace {

constexpr int kBacklog = 1024;

struct SocketAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;

  sockaddr* as_any() { return reinterpret_cast<sockaddr*>(&storage); }
  bool version_6() const { return storage.ss_family == AF_INET6; }
};

bool read_address_of(const std::string& address, std::uint16_t port, SocketAddress& out) {
  auto* four = reinterpret_cast<sockaddr_in*>(&out.storage);
  if (inet_pton(AF_INET, address.c_str(), &four->sin_addr) == 1) {
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    out.size = sizeof(sockaddr_in);
    return true;
  }
  auto* six = reinterpret_cast<sockaddr_in6*>(&out.storage);
  if (inet_pton(AF_INET6, address.c_str(), &six->sin6_addr) != 1) return false;
  six->sin6_family = AF_INET6;
  six->sin6_port = htons(port);
  out.size = sizeof(sockaddr_in6);
  return true;
}

tl::unexpected<Error> cannot_listen(int code, const std::string& where) {
  switch (code) {
    case EADDRINUSE:
      return fail(ErrorCode::store, "another program has this port; name another, or --port 0 for any free one", where);
    case EACCES:
      return fail(ErrorCode::store, "this port may not be used by you; ports from 1024 on may", where);
    case EADDRNOTAVAIL:
      return fail(ErrorCode::store, "this computer does not have this address", where);
    default:
      return fail(ErrorCode::store, std::string("cannot listen here (") + std::strerror(code) + ")", where);
  }
}

}  // namespace

Result<ListenSocket> listen_at(const std::string& address, std::uint16_t port) {
  SocketAddress at;
  if (!read_address_of(address, port, at))
    return fail(ErrorCode::bad_argument, "this is no address of numbers, as 127.0.0.1 or ::1 are", address);
  const std::string where = (at.version_6() ? "[" + address + "]" : address) + ":" + std::to_string(port);
  const int made = socket(at.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (made < 0) return cannot_listen(errno, where);
  const int on = 1;
  setsockopt(made, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (at.version_6()) setsockopt(made, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
  if (bind(made, at.as_any(), at.size) != 0 || listen(made, kBacklog) != 0 ||
      getsockname(made, at.as_any(), &at.size) != 0) {
    const int code = errno;
    close(made);
    return cannot_listen(code, where);
  }
  const std::uint16_t given = ntohs(at.version_6() ? reinterpret_cast<sockaddr_in6*>(&at.storage)->sin6_port
                                                   : reinterpret_cast<sockaddr_in*>(&at.storage)->sin_port);
  return ListenSocket{made, at.version_6(), given};
}

bool is_address(const std::string& address) {
  SocketAddress read;
  return read_address_of(address, 0, read);
}

bool is_loopback(std::string_view address) {
  in_addr four{};
  const std::string text(address);
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return (ntohl(four.s_addr) >> 24) == 127;
  in6_addr six{};
  return inet_pton(AF_INET6, text.c_str(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

std::size_t raise_open_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 256;
  if (limit.rlim_cur < limit.rlim_max) {
    const rlimit most{limit.rlim_max, limit.rlim_max};
    if (setrlimit(RLIMIT_NOFILE, &most) == 0) limit = most;
  }
  return static_cast<std::size_t>(limit.rlim_cur);
}

}  // namespace readout
