#include "server/request.h"

#include <gtest/gtest.h>

#include "server/doorway.h"
#include "server/web_answer.h"

namespace readout {
namespace {

RawRequest get(std::string target) {
  return {"GET", std::move(target), {{"Host", "127.0.0.1:8317"}}, ""};
}

RawRequest post(std::string target, std::string body) {
  return {"POST",
          std::move(target),
          {{"Host", "127.0.0.1:8317"},
           {"Origin", "http://127.0.0.1:8317"},
           {"Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"}},
          std::move(body)};
}

int status_of(const RawRequest& raw) {
  const auto request = read_request(raw);
  return request ? 200 : request.error().status;
}

Doorway loopback() {
  return {loopback_hosts("127.0.0.1", 8317), "00112233445566778899aabbccddeeff", ""};
}

int status_at(const RawRequest& raw, const Doorway& doorway) {
  const auto request = read_request(raw);
  if (!request) return request.error().status;
  const auto refusal = doorkeep(*request, doorway);
  return refusal ? refusal->status : 200;
}

TEST(Request, PathParamsAndFormAreTakenApart) {
  const auto request = read_request(get("/source/a%2Fb%20c.json?base=004&q=two+words%21&empty=&bare"));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->path, "/source/a/b c");
  EXPECT_EQ(request->form, PageForm::json);
  EXPECT_EQ(request->params, (Params{{"base", "004"}, {"q", "two words!"}, {"empty", ""}, {"bare", ""}}));
  EXPECT_EQ(read_request(get("/timeline.csv"))->form, PageForm::csv);
  EXPECT_EQ(read_request(get("/.json"))->path, "/");
}

TEST(Request, ANameThatEndsLikeAFormIsToldApartByItsEncodedDot) {
  const auto page = read_request(get("/source/pile%2Ejson"));
  EXPECT_EQ(page->path, "/source/pile.json");
  EXPECT_EQ(page->form, PageForm::html);
  const auto data = read_request(get("/source/pile%2Ejson.json"));
  EXPECT_EQ(data->path, "/source/pile.json");
  EXPECT_EQ(data->form, PageForm::json);
}

TEST(Request, AcceptDecidesWhereNoSuffixDoes) {
  RawRequest raw = get("/timeline");
  raw.headers.emplace_back("Accept", "application/json");
  EXPECT_EQ(read_request(raw)->form, PageForm::json);
  raw.headers.back().second = "text/html,application/json";
  EXPECT_EQ(read_request(raw)->form, PageForm::html);
  raw.headers.back().second = "text/csv";
  EXPECT_EQ(read_request(raw)->form, PageForm::csv);
}

TEST(Request, DecodedOnceNeverTwice) {
  EXPECT_EQ(read_request(get("/source/%252e%252e%252fetc"))->path, "/source/%2e%2e%2fetc");
  // A path names no file, so that dots in it lead nowhere.
  EXPECT_EQ(read_request(get("/source/../../etc/passwd"))->path, "/source/../../etc/passwd");
  EXPECT_EQ(read_request(get("/search?q=%2525"))->params.front().second, "%25");
}

TEST(Request, WhatIsNotPlainIsRefused) {
  for (const char* target : {"",
                             "x",
                             "//evil.example/",
                             "http://127.0.0.1:8317/",
                             "*",
                             "/a%0",
                             "/a%",
                             "/a%zz",
                             "/a%00b",
                             "/a%0d%0aX:1",
                             "/a%7f",
                             "/%c0%af",
                             "/%e0%80%af",
                             "/%ed%a0%80",
                             "/%f5%80%80%80",
                             "/%ff",
                             "/a b",
                             "/a#b",
                             "/\xc3\xa9",
                             "/?q=%00",
                             "/?q=%c0%80",
                             "/?%ff=1"})
    EXPECT_EQ(status_of(get(target)), 400) << target;
  EXPECT_EQ(status_of(get("/" + std::string(kMostTarget, 'a'))), 414);
  EXPECT_EQ(status_of(get("/" + std::string(kMostTarget - 1, 'a'))), 200);
  EXPECT_EQ(status_of({"get", "/", {}, ""}), 405);
  EXPECT_EQ(status_of({"", "/", {}, ""}), 405);
}

TEST(Request, ParametersAreCounted) {
  std::string query = "/?";
  for (std::size_t i = 0; i < kMostParams; ++i) query += "a=1&";
  EXPECT_EQ(status_of(get(query)), 200);
  EXPECT_EQ(status_of(get(query + "a=1")), 400);
}

TEST(Request, TwoHeadersOfOneNameAreRefused) {
  for (const char* name : {"Host", "host", "Origin", "Content-Length", "Content-Type", "Sec-Fetch-Site"}) {
    RawRequest raw = get("/");
    raw.headers.emplace_back(name, "1");
    raw.headers.emplace_back(name, "1");
    EXPECT_EQ(status_of(raw), 400) << name;
  }
  RawRequest smuggled = post("/decide", "verb=note");
  smuggled.headers.emplace_back("Content-Length", "9");
  EXPECT_EQ(status_of(smuggled), 200);
  smuggled.headers.emplace_back("Transfer-Encoding", "chunked");
  EXPECT_EQ(status_of(smuggled), 400);
}

TEST(Request, FormsAreReadAndBounded) {
  const auto request = read_request(post("/decide", "verb=note&reason=%D0%B4%D0%B0+%26+no"));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->fields, (Params{{"verb", "note"}, {"reason", "да & no"}}));
  EXPECT_EQ(status_of(post("/decide", std::string(kMostSmallBody + 1, 'a'))), 413);
  EXPECT_EQ(status_of(post("/draft", "text=" + std::string(kMostBody, 'a'))), 200);
  EXPECT_EQ(status_of(post("/draft", "text=" + std::string(kMostBody + 1, 'a'))), 413);
  RawRequest json = post("/decide", "{}");
  json.headers.back().second = "application/json";
  EXPECT_EQ(status_of(json), 415);
  json.headers.back().second = "text/plain";
  EXPECT_EQ(status_of(json), 415);
}

TEST(Doorway, OtherNamesThanTheBoundAddressAreRefused) {
  EXPECT_EQ(status_at(get("/"), loopback()), 200);
  for (const char* host : {"", "evil.example", "evil.example:8317", "127.0.0.1", "127.0.0.1:8318", "localhost:83170",
                           "127.0.0.1:8317.evil.example", "[::1]:8317", "127.0.0.2:8317"}) {
    RawRequest raw = get("/");
    raw.headers.front().second = host;
    EXPECT_EQ(status_at(raw, loopback()), 421) << host;
  }
  RawRequest raw = get("/");
  raw.headers.front().second = "localhost:8317";
  EXPECT_EQ(status_at(raw, loopback()), 200);
}

TEST(Doorway, OtherMethodsAreRefused) {
  for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"}) {
    RawRequest raw = get("/");
    raw.method = method;
    EXPECT_EQ(status_at(raw, loopback()), 405) << method;
  }
}

TEST(Doorway, OtherSitesMayLinkHereAndNoMore) {
  RawRequest raw = get("/inbox");
  raw.headers.emplace_back("Sec-Fetch-Site", "cross-site");
  raw.headers.emplace_back("Sec-Fetch-Mode", "navigate");
  EXPECT_EQ(status_at(raw, loopback()), 200);
  for (const char* mode : {"no-cors", "cors", "websocket", ""}) {
    raw.headers.back().second = mode;
    EXPECT_EQ(status_at(raw, loopback()), 403) << mode;
  }
  // Another port of this computer is the same "site" to a browser, and no page of ours.
  raw.headers[1].second = "same-site";
  EXPECT_EQ(status_at(raw, loopback()), 403);
  RawRequest read_by_script = get("/inbox");
  read_by_script.headers.emplace_back("Origin", "http://localhost:3000");
  EXPECT_EQ(status_at(read_by_script, loopback()), 403);
}

TEST(Doorway, AFormWantsOurOriginAndTheToken) {
  const std::string token = loopback().token;
  EXPECT_EQ(status_at(post("/decide", "token=" + token), loopback()), 200);
  EXPECT_EQ(status_at(post("/decide", "token="), loopback()), 403);
  EXPECT_EQ(status_at(post("/decide", "verb=note"), loopback()), 403);
  EXPECT_EQ(status_at(post("/decide", "token=" + token.substr(1)), loopback()), 403);
  EXPECT_EQ(status_at(post("/decide", "token=" + token.substr(1) + "0"), loopback()), 403);
  EXPECT_EQ(status_at(post("/decide?token=" + token, "verb=note"), loopback()), 403) << "not from the address";
  for (const char* origin : {"null", "http://evil.example", "https://127.0.0.1:8317", "http://localhost:8317", ""}) {
    RawRequest raw = post("/decide", "token=" + token);
    raw.headers[1].second = origin;
    EXPECT_EQ(status_at(raw, loopback()), 403) << origin;
  }
  Doorway read_only = loopback();
  read_only.token.clear();
  EXPECT_EQ(status_at(post("/decide", "token="), read_only), 403);
  EXPECT_EQ(status_at(post("/draft", "text=a"), read_only), 200) << "a draft is only read";
  RawRequest elsewhere = post("/draft", "text=a");
  elsewhere.headers[1].second = "http://evil.example";
  EXPECT_EQ(status_at(elsewhere, read_only), 403);
}

TEST(Doorway, TheNetworkWantsTheKey) {
  const Doorway open{{}, "t", "k1"};
  EXPECT_EQ(status_at(get("/"), open), 403);
  EXPECT_EQ(status_at(get("/?key=k2"), open), 403);
  EXPECT_EQ(status_at(get("/style.css"), open), 403);
  EXPECT_EQ(status_at(get("/?key=k1"), open), 200);
  RawRequest raw = get("/inbox");
  raw.headers.emplace_back("Cookie", "a=b; readout_key=k1");
  EXPECT_EQ(status_at(raw, open), 200);
  raw.headers.back().second = "xreadout_key=k1; readout_key=k";
  EXPECT_EQ(status_at(raw, open), 403);
  EXPECT_EQ(without_key("/inbox?a=1&key=k1&b=2"), "/inbox?a=1&b=2");
  EXPECT_EQ(without_key("/?key=k1"), "/");
  EXPECT_EQ(without_key("/?%6Bey=k1&a=1"), "/?a=1") << "else it would lead to itself for ever";
}

TEST(Doorway, TokensDiffer) {
  EXPECT_EQ(random_token().size(), 32U);
  EXPECT_NE(random_token(), random_token());
  EXPECT_FALSE(same_secret("", ""));
}

TEST(WebAnswer, OnlyOwnPathsAreComeBackTo) {
  for (const char* path : {"/", "/inbox?kind=cut", "/source/a%2Fb#x"}) EXPECT_TRUE(is_own_path(path)) << path;
  for (const char* path : {"", "inbox", "//evil.example", "http://evil.example/", "/\\evil.example", "/a\r\nX: 1",
                           "javascript:alert(1)", "/ a", "/\xc3\xa9"})
    EXPECT_FALSE(is_own_path(path)) << path;
}

TEST(WebAnswer, WordsOfARefusalAreEscaped) {
  const WebAnswer page = refusal_answer({400, "<script>alert(\"1\")</script>", "a & b"}, PageForm::html);
  EXPECT_EQ(page.body.find("<script"), std::string::npos);
  EXPECT_NE(page.body.find("&lt;script&gt;alert(&quot;1&quot;)"), std::string::npos);
  EXPECT_NE(page.body.find("a &amp; b"), std::string::npos);
  const WebAnswer data = refusal_answer({400, "a\nb", ""}, PageForm::json);
  EXPECT_NE(data.body.find("\"a\\nb\""), std::string::npos);
}

}  // namespace
}  // namespace readout
