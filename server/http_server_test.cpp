// Clients without manners, on real sockets, with limits that are short enough for a test.
#include "server/http_server.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <string>
#include <thread>

#include "readout/record/sample_for_test.h"
#include "server/lanes.h"
#include "server/listen_socket.h"
#include "server/record_reader.h"

namespace readout {
namespace {

using std::chrono::milliseconds;

class Link {
 public:
  explicit Link(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    open_ = connect(socket_, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0;
  }
  ~Link() { close(socket_); }
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;

  bool is_open() const { return open_; }
  bool say(std::string_view bytes) const {
    return send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
  }
  // What comes within the time; `closed` where the other side ended it.
  std::string hear(milliseconds patience, bool* closed = nullptr) const {
    std::string heard;
    const auto until = std::chrono::steady_clock::now() + patience;
    while (true) {
      const auto left = std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now()).count();
      pollfd waiting{socket_, POLLIN, 0};
      if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) return heard;
      std::array<char, 65536> piece{};
      const ssize_t size = recv(socket_, piece.data(), piece.size(), 0);
      if (size <= 0) {
        if (closed != nullptr) *closed = true;
        return heard;
      }
      heard.append(piece.data(), static_cast<std::size_t>(size));
    }
    return heard;
  }

 private:
  int socket_;
  bool open_ = false;
};

class HttpServerTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto record = open_for_test(folder_.file("readout.db"));
    const std::vector<Account> accounts = {sample_account("a.txt", "Anna Kovel", "The ferry sails again on Monday")};
    ASSERT_TRUE(record->add(accounts));
    options_.record = folder_.file("readout.db");
    options_.engine = "test-1";
    options_.threads = 2;
    site_.doorway.token = "00112233445566778899aabbccddeeff";
    site_.journal = folder_.file("readout.decisions.jsonl");
    site_.time_ms = [] { return std::int64_t{1}; };
  }
  void start() {
    auto server = HttpServer::start(site_, options_);
    ASSERT_TRUE(server) << server.error().message;
    server_ = std::move(*server);
  }
  std::string host() const { return "Host: 127.0.0.1:" + std::to_string(server_->port()) + "\r\n"; }
  std::string ask(const std::string& target, const std::string& headers = "") const {
    const Link link(server_->port());
    link.say("GET " + target + " HTTP/1.1\r\n" + host() + headers + "Connection: close\r\n\r\n");
    return link.hear(milliseconds(20000));
  }
  // Says this, and then a letter now and then for as long as it is let.
  bool drips_until_cut(const std::string& beginning) const {
    const Link slow(server_->port());
    const auto since = std::chrono::steady_clock::now();
    slow.say(beginning);
    bool closed = false;
    while (!closed && std::chrono::steady_clock::now() - since < milliseconds(8000)) {
      slow.say("a");
      slow.hear(milliseconds(40), &closed);
    }
    return closed;
  }
  bool alive() const { return ask("/verify?q=the+ferry+sails+again").starts_with("HTTP/1.1 200"); }

  Folder folder_;
  Site site_;
  ServerOptions options_;
  std::unique_ptr<HttpServer> server_;
};

TEST_F(HttpServerTest, AnswersBearTheSafetyHeaders) {
  start();
  for (const char* target : {"/verify?q=the+ferry+sails", "/nowhere", "/style.css", "/%00", "/decide"}) {
    const std::string heard = ask(target);
    EXPECT_NE(heard.find("Content-Security-Policy: default-src 'none'; style-src 'self';"), std::string::npos)
        << target;
    EXPECT_NE(heard.find("X-Content-Type-Options: nosniff"), std::string::npos) << target;
    EXPECT_EQ(heard.find("Access-Control"), std::string::npos) << target;
  }
}

TEST_F(HttpServerTest, WhatIsKnownIsNotSentAgain) {
  start();
  for (const std::string target : {"/style.css", "/verify?q=the+ferry+sails+again"}) {
    const std::string first = ask(target);
    const std::size_t at = first.find("ETag: ");
    ASSERT_NE(at, std::string::npos) << first;
    const std::string etag = first.substr(at + 6, 34);
    const std::string second = ask(target, "If-None-Match: " + etag + "\r\n");
    EXPECT_TRUE(second.starts_with("HTTP/1.1 304")) << second;
    EXPECT_TRUE(second.ends_with("\r\n\r\n"));
    EXPECT_TRUE(ask(target, "If-None-Match: \"0\"\r\n").starts_with("HTTP/1.1 200"));
  }
}

TEST_F(HttpServerTest, AHeaderThatDripsIsCut) {
  options_.guests.waiting = milliseconds(400);
  start();
  EXPECT_TRUE(drips_until_cut("GET / HTTP/1.1\r\n" + host() + "X: "));
  EXPECT_TRUE(alive());
}

TEST_F(HttpServerTest, ABodyThatDripsIsCut) {
  options_.guests.receiving = milliseconds(400);
  start();
  EXPECT_TRUE(drips_until_cut("POST /decide HTTP/1.1\r\n" + host() + "Content-Length: 10000\r\n\r\n"));
  EXPECT_TRUE(alive());
}

TEST_F(HttpServerTest, WhoTakesTheAnswerInDripsIsCut) {
  options_.guests.sending = milliseconds(400);
  start();
  const Link slow(server_->port());
  // More than the system's buffers hold, so that the server must wait for this client.
  const std::string request = "GET /script.js HTTP/1.1\r\n" + host() + "\r\n";
  for (int i = 0; i < 5000 && slow.say(request); ++i) {
  }
  std::this_thread::sleep_for(milliseconds(1500));
  bool closed = false;
  slow.hear(milliseconds(8000), &closed);
  EXPECT_TRUE(closed);
  EXPECT_TRUE(alive());
}

TEST_F(HttpServerTest, AnIdleCrowdMakesRoom) {
  options_.guests.most = 40;
  start();
  std::vector<std::unique_ptr<Link>> crowd;
  for (int i = 0; i < 200; ++i) {
    crowd.push_back(std::make_unique<Link>(server_->port()));
    ASSERT_TRUE(crowd.back()->is_open());
    if (i % 50 == 49) {
      EXPECT_TRUE(alive()) << i;
    }
  }
  bool closed = false;
  crowd.front()->hear(milliseconds(5000), &closed);
  EXPECT_TRUE(closed) << "who waited longest goes first";
}

TEST_F(HttpServerTest, TheRecordMayGoAndComeBack) {
  start();
  EXPECT_TRUE(alive());
  std::filesystem::rename(folder_.file("readout.db"), folder_.file("away.db"));
  const std::string gone = ask("/verify?q=the+ferry+sails+again");
  EXPECT_TRUE(gone.starts_with("HTTP/1.1 503")) << gone;
  EXPECT_NE(gone.find("readout add"), std::string::npos);
  EXPECT_TRUE(ask("/style.css").starts_with("HTTP/1.1 200"));
  std::filesystem::rename(folder_.file("away.db"), folder_.file("readout.db"));
  EXPECT_TRUE(alive());
}

TEST_F(HttpServerTest, APortThatIsTakenIsSaidSo) {
  start();
  options_.port = server_->port();
  const auto second = HttpServer::start(site_, options_);
  ASSERT_FALSE(second);
  EXPECT_NE(second.error().message.find("--port 0"), std::string::npos);
  options_.address = "localhost";
  EXPECT_EQ(HttpServer::start(site_, options_).error().code, ErrorCode::bad_argument);
}

TEST_F(HttpServerTest, EndsWhileClientsAreConnected) {
  start();
  const Link idle(server_->port());
  const Link begun(server_->port());
  begun.say("GET / HTTP/1.1\r\n");
  EXPECT_TRUE(alive());
  EXPECT_TRUE(server_->stop());
  EXPECT_FALSE(Link(server_->port()).is_open());
}

TEST(Lanes, LongJobsLeaveAThreadToShortOnes) {
  Lanes lanes(2, 8);
  std::mutex mutex;
  std::condition_variable done;
  bool go = false;
  int shorts = 0;
  const auto wait_long = [&](std::size_t, bool) {
    std::unique_lock lock(mutex);
    done.wait_for(lock, std::chrono::seconds(20), [&] { return go; });
  };
  for (int i = 0; i < 4; ++i) EXPECT_TRUE(lanes.put(wait_long, true));
  for (int i = 0; i < 3; ++i)
    EXPECT_TRUE(lanes.put(
        [&](std::size_t, bool) {
          const std::lock_guard lock(mutex);
          ++shorts;
          done.notify_all();
        },
        false));
  {
    std::unique_lock lock(mutex);
    EXPECT_TRUE(done.wait_for(lock, std::chrono::seconds(20), [&] { return shorts == 3; }));
  }
  EXPECT_FALSE(lanes.close(milliseconds(20))) << "one is still running";
  EXPECT_FALSE(lanes.put(wait_long, true)) << "closed";
  {
    const std::lock_guard lock(mutex);
    go = true;
  }
  done.notify_all();
  EXPECT_TRUE(lanes.close(milliseconds(20000)));
}

TEST(Lanes, ALineThatIsTooLongIsRefused) {
  Lanes lanes(0, 2);
  EXPECT_TRUE(lanes.put([](std::size_t, bool) {}, false));
  EXPECT_TRUE(lanes.put([](std::size_t, bool) {}, true));
  EXPECT_FALSE(lanes.put([](std::size_t, bool) {}, false));
}

TEST(RecordReader, OpensWhatHasComeToTheRecordsPlace) {
  const Folder folder;
  const std::string path = folder.file("readout.db");
  const auto make = [&](const std::string& origin) {
    const auto record = open_for_test(folder.file("made.db"));
    const std::vector<Account> accounts = {sample_account(origin, "Anna Kovel", "We have time until spring")};
    ASSERT_TRUE(record->add(accounts));
  };
  make("first.txt");
  std::filesystem::rename(folder.file("made.db"), path);
  RecordReader reader(path, "", "test-1");
  const auto names = [&]() -> std::string {
    const Result<Visit> visit = reader.visit(stamp_of(path, ""), {});
    if (!visit) return visit.error().message;
    return visit->record.documents()->front().document.name;
  };
  EXPECT_EQ(names(), "first");
  make("second.txt");
  std::filesystem::rename(folder.file("made.db"), path);
  EXPECT_EQ(names(), "second");
  std::filesystem::remove(path);
  EXPECT_NE(names().find("no record"), std::string::npos);
  std::ofstream(path) << "no record at all, but long enough to be looked at";
  EXPECT_FALSE(reader.visit(stamp_of(path, ""), {}));
}

TEST(ListenSocketTest, KnowsAnAddressFromAName) {
  for (const std::string address : {"127.0.0.1", "::1", "0.0.0.0", "192.0.2.7"})
    EXPECT_TRUE(is_address(address)) << address;
  for (const std::string name : {"nowhere", "", "127.0.0", "::g", "localhost"}) EXPECT_FALSE(is_address(name)) << name;
}

}  // namespace
}  // namespace readout
