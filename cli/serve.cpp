// readout serve: the record as a site on this computer.
#include <fmt/format.h>
#include <spawn.h>

#include <array>
#include <csignal>
#include <cstdlib>

#include "cli/decisions.h"
#include "cli/open.h"
#include "cli/verbs.h"
#include "server/http_server.h"
#include "server/listen_socket.h"

namespace readout::cli {
namespace {

constexpr std::uint16_t kPort = 8317;

// Where --listen names an address that others reach, --open-to-the-network must say that this is meant.
Result<void> check_address(const Arguments& arguments, const ServerOptions& options) {
  if (!is_address(options.address))
    return fail(ErrorCode::bad_argument, "is no address; write one in digits, as 127.0.0.1 or ::1",
                "--listen " + options.address);
  if (is_loopback(options.address) || arguments.has("open-to-the-network")) return {};
  return fail(ErrorCode::bad_argument,
              "other computers may reach this address; say --open-to-the-network where that is meant: whoever has the "
              "address with its key can then read the record",
              "--listen " + options.address);
}

Result<ServerOptions> read_options(const Arguments& arguments) {
  ServerOptions options;
  options.record = record_path(arguments);
  options.engine = version();
  options.port = kPort;
  if (arguments.has("listen")) options.address = arguments.value("listen");
  if (options.address == "localhost") options.address = "127.0.0.1";
  if (arguments.has("port")) {
    const Result<std::uint32_t> port = parse_number("port", arguments.value("port"), 65535);
    if (!port) return tl::unexpected(port.error());
    options.port = static_cast<std::uint16_t>(*port);
  }
  if (const Result<void> meant = check_address(arguments, options); !meant) return tl::unexpected(meant.error());
  if (!is_loopback(options.address)) options.most_per_address = 256;
  return options;
}

Result<Site> make_site(const Arguments& arguments, const ServerOptions& options) {
  Site site;
  site.frame.version = version();
  site.frame.record_path = options.record;
  site.author = decision_author(arguments);
  site.journal = decision_journal(arguments);
  site.time_ms = now_ms;
  const std::string token = random_token();
  if (token.empty()) return fail(ErrorCode::store, "the system gives no random numbers", "getrandom");
  if (!arguments.has("read-only")) site.doorway.token = site.frame.token = token;
  if (is_loopback(options.address)) return site;
  site.doorway.key = random_token();
  return site;
}

// The browser that the desktop names; no shell reads the address.
void open_browser(const std::string& address, Screen& screen) {
  std::array<char*, 3> words{const_cast<char*>("xdg-open"), const_cast<char*>(address.c_str()), nullptr};
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
  pid_t child = 0;
  if (posix_spawnp(&child, words[0], nullptr, &attributes, words.data(), environ) != 0)
    screen.note("no xdg-open here; open the address in a browser");
  posix_spawnattr_destroy(&attributes);
}

// Before any thread is made, so that only wait_for_end() sees them.
sigset_t hold_signals() {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGHUP);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);
  std::signal(SIGCHLD, SIG_IGN);  // nobody waits for the browser
  return ends;
}

Exit run(const Arguments& arguments, Screen& screen) {
  const Result<ServerOptions> options = read_options(arguments);
  if (!succeeded(options, screen)) return Exit::failed;
  // A record that is not there, or none, is told now rather than on every page.
  if (!succeeded(open_for_reading(arguments), screen)) return Exit::failed;
  Result<Site> site = make_site(arguments, *options);
  if (!succeeded(site, screen)) return Exit::failed;
  const std::string key = site->doorway.key;
  const sigset_t ends = hold_signals();
  Result<std::unique_ptr<HttpServer>> server = HttpServer::start(std::move(*site), *options);
  if (!succeeded(server, screen)) return Exit::failed;
  const std::string address = (*server)->url() + (key.empty() ? "" : "?key=" + key);
  screen.line(address);
  screen.flush();
  if (screen.err_is_terminal()) screen.note("Ctrl-C ends it");
  if (arguments.has("open")) open_browser(address, screen);
  int signal = 0;
  while (sigwait(&ends, &signal) != 0) {
  }
  if (!(*server)->stop()) {
    // A draft is still being read somewhere; nothing that it does is written, and nobody waits for it.
    screen.flush();
    std::_Exit(static_cast<int>(Exit::done));
  }
  return Exit::done;
}

}  // namespace

Command serve_command() {
  Command command;
  command.name = "serve";
  command.summary = "the record as a site in your browser";
  command.details =
      "Says its address on one line and serves pages until Ctrl-C: the pile, a timeline, every statement with its "
      "versions, every document as delivered, persons, discrepancies to decide, and a box to verify a quotation. Every "
      "page is an address that stays; with .json behind it, it is the same as data. Only this computer is served, and "
      "no "
      "page asks any other. The record may grow, be locked, removed or replaced meanwhile. Decisions go into the "
      "journal "
      "beside the record, as with 'accept' and 'reject'.";
  command.options = {{"port", Value::number, "N", "the port (8317); 0 for any that is free", {}, 'p'},
                     {"open", Value::none, "", "opens the browser", {}, 'o'},
                     {"author", Value::text, "NAME", "who decides, where a form does not say", {}, 'a'},
                     {"read-only", Value::none, "", "no forms: nothing can be decided here", {}, 0},
                     {"listen", Value::text, "ADDRESS", "the address to listen at (127.0.0.1)", {}, 0},
                     {"open-to-the-network",
                      Value::none,
                      "",
                      "with --listen: other computers too, for whoever has the key in the address; not encrypted",
                      {},
                      0},
                     record_option()};
  command.examples = {{"serve --open", "./readout.db in your browser"},
                      {"serve --record pile/readout.db --port 0 --read-only", "another record, at a free port"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
