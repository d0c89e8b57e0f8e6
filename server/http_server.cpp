#include "server/http_server.h"

#include <microhttpd.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

#include "server/answer_cache.h"
#include "server/lanes.h"
#include "server/listen_socket.h"
#include "server/record_reader.h"

namespace readout {
namespace {

// The library's memory for a connection: it maps, so only what is used counts.
constexpr std::size_t kHeaderBytes = 40 * 1024;
constexpr std::size_t kSpareFiles = 128;          // for the record, its connections, the terminal
constexpr std::size_t kLeaving = 256;             // connections that were cut and are not closed yet
constexpr std::size_t kDrained = 8 * kMostBody;   // of a body that is too large: read, so that the refusal arrives
constexpr unsigned kIdle_s = 60;                  // the library's own limit, behind the guest book's
constexpr std::chrono::milliseconds kRound{250};  // between two looks at who is overdue

using Answer = std::shared_ptr<const WebAnswer>;

// One request, from its first line until the answer is out.
struct Exchange {
  RawRequest raw;
  MHD_Connection* connection = nullptr;
  GuestBook::Guest* guest = nullptr;
  bool begun = false;
  bool too_large = false;
  std::size_t received = 0;
  Answer answer;
};

MHD_Result add_header(void* place, MHD_ValueKind, const char* name, const char* value) {
  static_cast<RawRequest*>(place)->headers.emplace_back(name == nullptr ? "" : name, value == nullptr ? "" : value);
  return MHD_YES;
}

// Targets are decoded by read_request, once; the library must not decode them before.
std::size_t leave_encoded(void*, MHD_Connection*, char* text) {
  return std::strlen(text);
}

void forget_answer(void* answer) {
  delete static_cast<Answer*>(answer);
}

MHD_Result send(MHD_Connection* connection, const Answer& answer) {
  auto* held = new Answer(answer);
  // The library does not write to a buffer that it is given with a callback.
  MHD_Response* response = MHD_create_response_from_buffer_with_free_callback_cls(
      answer->body.size(), const_cast<char*>(answer->body.data()), forget_answer, held);
  if (response == nullptr) {
    delete held;
    return MHD_NO;
  }
  if (!answer->type.empty()) MHD_add_response_header(response, "Content-Type", answer->type.c_str());
  for (const auto& [name, value] : answer->headers) MHD_add_response_header(response, name.c_str(), value.c_str());
  // Whoever was refused has no more to say here.
  if (answer->status >= 400 && answer->status != 404)
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
  const MHD_Result queued = MHD_queue_response(connection, static_cast<unsigned>(answer->status), response);
  MHD_destroy_response(response);
  return queued;
}

Answer shared(WebAnswer answer) {
  return std::make_shared<const WebAnswer>(std::move(answer));
}

GuestBook::Guest* guest_of(MHD_Connection* connection) {
  const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == nullptr ? nullptr : static_cast<GuestBook::Guest*>(info->socket_context);
}

}  // namespace

struct HttpServer::Inside {
  Inside(Site the_site, ServerOptions the_options)
      : site(std::move(the_site)),
        options(std::move(the_options)),
        guests(options.guests),
        cache(options.cache_bytes),
        lanes(options.threads, options.most_waiting) {
    for (std::size_t i = 0; i < options.threads; ++i)
      readers.emplace_back(options.record, site.journal, options.engine);
  }

  bool run();
  bool stop(std::chrono::milliseconds patience);

  // What the library calls, on its one thread.
  static void* on_target(void* self, const char* target, MHD_Connection* connection);
  static MHD_Result on_request(void* self, MHD_Connection* connection, const char* url, const char* method,
                               const char* version, const char* data, std::size_t* size, void** place);
  static void on_completed(void* self, MHD_Connection*, void** place, MHD_RequestTerminationCode);
  static void on_connection(void* self, MHD_Connection* connection, void** place, MHD_ConnectionNotificationCode code);

  MHD_Result begin(Exchange& exchange, const char* method);
  static MHD_Result receive(Exchange& exchange, const char* data, std::size_t* size);
  MHD_Result answer(Exchange& exchange);
  Answer line_up(Exchange& exchange, WebRequest request);
  Answer make(const WebRequest& request, RecordReader& reader);
  void turn_to(const Exchange& exchange, GuestBook::Part part) {
    if (exchange.guest != nullptr) guests.turn_to(exchange.guest, part, GuestBook::Clock::now());
  }
  void watch();

  Site site;
  ServerOptions options;
  ListenSocket socket;
  GuestBook guests;
  AnswerCache cache;
  std::vector<RecordReader> readers;
  Lanes lanes;
  MHD_Daemon* daemon = nullptr;
  std::mutex mutex;
  std::condition_variable wake;
  bool ending = false;
  std::thread watcher;
};

void* HttpServer::Inside::on_target(void*, const char* target, MHD_Connection* connection) {
  auto exchange = std::make_unique<Exchange>();
  exchange->raw.target = target;
  exchange->connection = connection;
  exchange->guest = guest_of(connection);
  return exchange.release();
}

MHD_Result HttpServer::Inside::on_request(void* self, MHD_Connection*, const char*, const char* method, const char*,
                                          const char* data, std::size_t* size, void** place) {
  auto* exchange = static_cast<Exchange*>(*place);
  auto* inside = static_cast<Inside*>(self);
  if (exchange == nullptr) return MHD_NO;
  if (!exchange->begun) return inside->begin(*exchange, method);
  if (*size != 0) return receive(*exchange, data, size);
  return inside->answer(*exchange);
}

void HttpServer::Inside::on_completed(void* self, MHD_Connection*, void** place, MHD_RequestTerminationCode) {
  const std::unique_ptr<Exchange> exchange(static_cast<Exchange*>(*place));
  *place = nullptr;
  if (exchange != nullptr) static_cast<Inside*>(self)->turn_to(*exchange, GuestBook::Part::waiting);
}

void HttpServer::Inside::on_connection(void* self, MHD_Connection* connection, void** place,
                                       MHD_ConnectionNotificationCode code) {
  auto* inside = static_cast<Inside*>(self);
  if (code == MHD_CONNECTION_NOTIFY_STARTED) {
    const MHD_ConnectionInfo* info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (info != nullptr) *place = inside->guests.enter(info->connect_fd, GuestBook::Clock::now());
  } else if (*place != nullptr) {
    inside->guests.strike(static_cast<GuestBook::Guest*>(*place));
    *place = nullptr;
  }
}

MHD_Result HttpServer::Inside::begin(Exchange& exchange, const char* method) {
  exchange.begun = true;
  exchange.raw.method = method;
  MHD_get_connection_values(exchange.connection, MHD_HEADER_KIND, add_header, &exchange.raw);
  turn_to(exchange, GuestBook::Part::receiving);
  return MHD_YES;
}

// A body that is too large is read on for a while, so that the client hears why; one without end is cut.
MHD_Result HttpServer::Inside::receive(Exchange& exchange, const char* data, std::size_t* size) {
  exchange.received += *size;
  if (exchange.received > most_body(exchange.raw.target)) {
    exchange.too_large = true;
    exchange.raw.body = {};
  }
  if (exchange.received > kDrained) return MHD_NO;
  if (!exchange.too_large) exchange.raw.body.append(data, *size);
  *size = 0;
  return MHD_YES;
}

MHD_Result HttpServer::Inside::answer(Exchange& exchange) {
  if (exchange.answer == nullptr && exchange.too_large)
    exchange.answer = shared(refusal_answer({413, "more was sent than this page takes",
                                             "A draft may have 1 MB; 'readout check FILE' takes a text of any length."},
                                            PageForm::html));
  if (exchange.answer == nullptr) {
    Knock knocked = knock(exchange.raw, site);
    if (auto* ready = std::get_if<WebAnswer>(&knocked))
      exchange.answer = shared(std::move(*ready));
    else
      exchange.answer = line_up(exchange, std::move(std::get<WebRequest>(knocked)));
  }
  if (exchange.answer == nullptr) return MHD_YES;  // made by a lane, which resumes the connection
  turn_to(exchange, GuestBook::Part::sending);
  return send(exchange.connection, exchange.answer);
}

// The answer where it stands in the cache or nobody can make it now; else nothing, and a lane makes it.
Answer HttpServer::Inside::line_up(Exchange& exchange, WebRequest request) {
  if (request.reads()) {
    const Answer kept = cache.find(cache_key(request), stamp_of(options.record, site.journal));
    if (kept != nullptr) return is_known(request, *kept) ? shared(not_modified(*kept)) : kept;
  }
  const bool long_one = takes_long(request);
  const PageForm form = request.form;
  turn_to(exchange, GuestBook::Part::answering);
  MHD_suspend_connection(exchange.connection);
  const auto job = [this, &exchange, request = std::move(request)](std::size_t thread, bool open) {
    exchange.answer = open ? make(request, readers[thread])
                           : shared(refusal_answer({503, "this site is being closed", ""}, request.form));
    MHD_resume_connection(exchange.connection);
  };
  if (lanes.put(job, long_one)) return nullptr;
  MHD_resume_connection(exchange.connection);
  exchange.answer = shared(refusal_answer({503, "too many ask at once", "Try again in a moment."}, form));
  return nullptr;  // asked again when the connection has resumed
}

Answer HttpServer::Inside::make(const WebRequest& request, RecordReader& reader) {
  const RecordStamp stamp = stamp_of(options.record, site.journal);
  Result<Visit> visit = reader.visit(stamp, site.frame);
  if (!visit) return shared(refusal_answer(refusal_of(visit.error()), request.form));
  // A page is made of one state of the record, however much is written meanwhile.
  const bool frozen = request.reads() && visit->record.freeze();
  Answer made = shared(answer_page_request(request, site, *visit));
  if (frozen && !visit->record.thaw()) reader.drop();
  if (made->status >= 500) reader.drop();
  if (made->keepable) cache.keep(cache_key(request), stamp, made);
  return is_known(request, *made) ? shared(not_modified(*made)) : made;
}

void HttpServer::Inside::watch() {
  std::unique_lock lock(mutex);
  while (!wake.wait_for(lock, kRound, [this] { return ending; })) guests.cut_overdue(GuestBook::Clock::now());
}

bool HttpServer::Inside::run() {
  const std::size_t most = options.guests.most + kLeaving;
  daemon = MHD_start_daemon(
      MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr, nullptr, &Inside::on_request, this,
      MHD_OPTION_LISTEN_SOCKET, socket.socket, MHD_OPTION_CONNECTION_MEMORY_LIMIT, kHeaderBytes,
      MHD_OPTION_CONNECTION_LIMIT, static_cast<unsigned>(most), MHD_OPTION_CONNECTION_TIMEOUT, kIdle_s,
      MHD_OPTION_PER_IP_CONNECTION_LIMIT, static_cast<unsigned>(options.most_per_address), MHD_OPTION_STRICT_FOR_CLIENT,
      1, MHD_OPTION_URI_LOG_CALLBACK, &Inside::on_target, this, MHD_OPTION_UNESCAPE_CALLBACK, &leave_encoded, nullptr,
      MHD_OPTION_NOTIFY_COMPLETED, &Inside::on_completed, this, MHD_OPTION_NOTIFY_CONNECTION, &Inside::on_connection,
      this, MHD_OPTION_END);
  if (daemon == nullptr) return false;
  watcher = std::thread([this] { watch(); });
  return true;
}

bool HttpServer::Inside::stop(std::chrono::milliseconds patience) {
  if (daemon == nullptr) return true;
  if (!lanes.close(patience)) return false;
  {
    const std::lock_guard lock(mutex);
    ending = true;
  }
  wake.notify_all();
  watcher.join();
  MHD_stop_daemon(daemon);  // closes the listening socket too
  daemon = nullptr;
  return true;
}

HttpServer::HttpServer(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}

HttpServer::~HttpServer() {
  if (inside_ != nullptr) inside_->stop(std::chrono::hours(1));
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(Site site, ServerOptions options) {
  const std::size_t files = raise_open_files();
  options.guests.most =
      std::min(options.guests.most, files > kSpareFiles + kLeaving + 8 ? files - kSpareFiles - kLeaving : 8);
  Result<ListenSocket> socket = listen_at(options.address, options.port);
  if (!socket) return tl::unexpected(socket.error());
  if (site.doorway.hosts.empty() && is_loopback(options.address))
    site.doorway.hosts = loopback_hosts(options.address, socket->port);
  const std::string where = options.address;
  auto inside = std::make_unique<Inside>(std::move(site), std::move(options));
  inside->socket = *socket;
  if (!inside->run()) {
    close(socket->socket);
    return fail(ErrorCode::store, "the server cannot be started", where);
  }
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(inside)));
}

std::uint16_t HttpServer::port() const {
  return inside_->socket.port;
}

std::string HttpServer::url() const {
  const std::string& address = inside_->options.address;
  const std::string host = inside_->socket.version_6 ? "[" + address + "]" : address;
  return "http://" + host + ":" + std::to_string(port()) + "/";
}

bool HttpServer::stop(std::chrono::milliseconds patience) {
  return inside_->stop(patience);
}

}  // namespace readout
