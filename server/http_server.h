// HttpServer: a Site on a socket, over libmicrohttpd. One thread speaks HTTP and answers what needs no record or stands
// in the cache; the others make pages (lanes.h), each with its own connection to the record.
//
//   ServerOptions options;
//   options.port = 0;                                   // any that is free
//   Result<std::unique_ptr<HttpServer>> server = HttpServer::start(site, options);
//   (*server)->port()
//   (*server)->stop();                                  // within a second
//
// Limits: a header of 32 KB, a body of most_body(), the parts of a request by GuestLimits, `most_waiting` requests in
// line (then 503), connections as many as the system gives descriptors for and at most GuestLimits::most (then the one
// that idled longest goes). Memory: cache_bytes, about 1 KB a connection that idles and 40 KB at most for one that
// asks.
//
// The record may be written to, locked, removed or replaced at any time: requests are answered 503 with the next step
// where it cannot be read, and from the new one as soon as there is one.
//
// Errors: bad_argument for an address that is none; store where the port is taken or may not be used.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "server/guest_book.h"
#include "server/site.h"

namespace readout {

struct ServerOptions {
  std::string record;
  std::string engine;                 // the program's version
  std::string address = "127.0.0.1";  // "::1", or another where the site has a key
  std::uint16_t port = 0;
  std::size_t threads = 4;
  std::size_t most_waiting = 512;
  std::size_t cache_bytes = 32 << 20;
  std::size_t most_per_address = 0;  // connections; 0: no limit, for all clients of loopback have one address
  GuestLimits guests;
};

class HttpServer {
 public:
  // The hosts of the site's doorway are filled in where they are empty and the address is loopback.
  static Result<std::unique_ptr<HttpServer>> start(Site site, ServerOptions options);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  std::uint16_t port() const;
  std::string url() const;  // "http://127.0.0.1:8317/"

  // Ends; false where an answer was still being made after `patience`: then only the end of the process ends it.
  bool stop(std::chrono::milliseconds patience = std::chrono::milliseconds(700));

 private:
  struct Inside;
  explicit HttpServer(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace readout
