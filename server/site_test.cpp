// One request, one answer, on a small record and without sockets.
#include "server/site.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "readout/decision/journal.h"
#include "readout/engine/account.h"
#include "readout/record/sample_for_test.h"
#include "server/answer_cache.h"
#include "server/record_reader.h"

namespace readout {
namespace {

constexpr std::string_view kText =
    "HALVIK, April 2. The ferry will sail again, the harbour office said.\n\n"
    "“We have time until the spring,” Harbour Minister Anna Kovel told reporters.\n";

class SiteTest : public testing::Test {
 protected:
  void SetUp() override {
    const auto record = open_for_test(path_);
    const auto accounts = give_accounts(Source{"pile/004.txt", std::string(kText), "", ""}, default_settings());
    ASSERT_TRUE(record->add(accounts));
    site_.doorway = {loopback_hosts("127.0.0.1", 8317), "00112233445566778899aabbccddeeff", ""};
    site_.frame.token = site_.doorway.token;
    site_.journal = journal_path(path_);
    site_.author = "Ada Marlow";
    site_.time_ms = [this] { return ++time_ms_; };
  }
  WebAnswer answer(const RawRequest& raw) {
    Result<Visit> visit = reader_.visit(stamp_of(path_, site_.journal), site_.frame);
    return answer_request(raw, site_, visit ? &*visit : nullptr);
  }
  WebAnswer get(std::string target) { return answer({"GET", std::move(target), {{"Host", "127.0.0.1:8317"}}, ""}); }
  WebAnswer post(std::string target, const std::string& fields) {
    return answer({"POST",
                   std::move(target),
                   {{"Host", "127.0.0.1:8317"},
                    {"Origin", "http://127.0.0.1:8317"},
                    {"Content-Type", "application/x-www-form-urlencoded"}},
                   "token=" + site_.doorway.token + "&" + fields});
  }
  std::string journal() const {
    std::ifstream in(site_.journal);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  static std::string header(const WebAnswer& answer, std::string_view name) {
    const auto found = std::ranges::find(answer.headers, name, [](const auto& h) { return std::string_view(h.first); });
    return found == answer.headers.end() ? "" : found->second;
  }

  Folder folder_;
  std::string path_ = folder_.file("readout.db");
  std::int64_t time_ms_ = 1'795'637'643'250;
  Site site_;
  RecordReader reader_{path_, journal_path(path_), "test-1"};
};

TEST_F(SiteTest, PagesAndDataAreServed) {
  const WebAnswer page = get("/verify?q=We+have+time+until+the+spring");
  EXPECT_EQ(page.status, 200);
  EXPECT_NE(page.body.find("EXACT"), std::string::npos);
  EXPECT_TRUE(page.keepable);
  const WebAnswer data = get("/verify.json?q=We+have+time+until+the+spring");
  EXPECT_TRUE(data.type.starts_with("application/json"));
  EXPECT_EQ(get("/style.css").type, "text/css; charset=utf-8");
  EXPECT_FALSE(get("/script.js").body.empty());
  EXPECT_EQ(get("/favicon.ico").type, "image/svg+xml");
  EXPECT_EQ(get("/nowhere").status, 404);
  EXPECT_EQ(header(get("/nowhere"), "Cache-Control"), "no-store");
}

TEST_F(SiteTest, TheRecordSaysThatItHasGrown) {
  const std::string before = get("/state.json").body;
  EXPECT_EQ(before, get("/state.json").body);
  const auto writer = open_for_test(path_);
  const std::vector<Account> more = {sample_account("b.txt", "Anna Kovel", "The ferry sails again on Monday")};
  ASSERT_TRUE(writer->add(more));
  EXPECT_NE(get("/state.json").body, before);
  EXPECT_EQ(get("/source/b").status, 200);
}

// Whoever closes a record last moves what the log holds into the file: other bytes, nothing new to see.
TEST_F(SiteTest, AMoveOfTheLogIsNoGrowth) {
  const std::vector<Account> more = {sample_account("b.txt", "Anna Kovel", "The ferry sails again on Monday")};
  get("/state.json");  // holds the record open, so that the log stays
  ASSERT_TRUE(open_for_test(path_)->add(more));
  const std::string before = get("/state.json").body;
  const RecordStamp with_log = stamp_of(path_, "");
  ASSERT_GT(with_log.log.bytes, 0U);
  reader_.drop();
  open_for_test(path_);
  ASSERT_FALSE(stamp_of(path_, "") == with_log);
  EXPECT_EQ(get("/state.json").body, before);
}

TEST_F(SiteTest, AFormBecomesALineOfTheJournal) {
  const WebAnswer sent = post("/decide", "verb=note&target=004:0-6&reason=a+harbour&back=%2Fdecisions%3Fa%3D1");
  EXPECT_EQ(sent.status, 303) << sent.body;
  EXPECT_EQ(header(sent, "Location"), "/decisions?a=1");
  const Journal written = parse_journal(journal());
  ASSERT_EQ(written.decisions.size(), 1U);
  EXPECT_EQ(written.decisions[0].author, "Ada Marlow");
  EXPECT_EQ(written.decisions[0].reason, "a harbour");
  EXPECT_EQ(header(post("/decide", "verb=undo&target=" + written.decisions[0].id + "&author=Bo"), "Location"),
            "/decisions");
  EXPECT_EQ(parse_journal(journal()).decisions.size(), 2U);
  EXPECT_EQ(header(post("/decide", "verb=note&target=004:0-6&reason=b&back=//evil.example"), "Location"), "/decisions");
}

TEST_F(SiteTest, WhatCannotBeDecidedWritesNothing) {
  EXPECT_EQ(post("/decide", "verb=note&target=999:0-6&reason=a").status, 404);
  EXPECT_EQ(post("/decide", "verb=sing&target=004:0-6&reason=a").status, 400);
  EXPECT_EQ(post("/decide", "verb=note").status, 400);
  EXPECT_EQ(get("/decide?verb=note&target=004:0-6&reason=a&token=" + site_.doorway.token).status, 404);
  EXPECT_EQ(post("/timeline", "verb=note&target=004:0-6&reason=a").status, 405);
  site_.author.clear();
  EXPECT_EQ(post("/decide", "verb=note&target=004:0-6&reason=a").status, 400) << "somebody decides";
  site_.doorway.token.clear();
  EXPECT_EQ(post("/decide", "verb=note&target=004:0-6&reason=a&author=Bo").status, 403);
  EXPECT_EQ(journal(), "");
}

TEST_F(SiteTest, AJournalThatCannotBeWrittenIsSaidSo) {
  std::filesystem::create_directory(site_.journal);
  const WebAnswer sent = post("/decide", "verb=note&target=004:0-6&reason=a");
  EXPECT_GE(sent.status, 500);
  EXPECT_FALSE(sent.body.empty());
}

TEST_F(SiteTest, ADraftIsReadAndNothingWritten) {
  const WebAnswer sent = post("/draft", "text=%E2%80%9CWe+have+time+until+the+spring%2C%E2%80%9D+Anna+Kovel+said.");
  EXPECT_EQ(sent.status, 200) << sent.body;
  EXPECT_NE(sent.body.find("EXACT"), std::string::npos) << sent.body;
  EXPECT_FALSE(sent.keepable);
  EXPECT_EQ(journal(), "");
}

TEST_F(SiteTest, WithoutARecordTheNextStepIsSaid) {
  const RawRequest raw{"GET", "/timeline.json", {{"Host", "127.0.0.1:8317"}}, ""};
  const WebAnswer answer = answer_request(raw, site_, nullptr);
  EXPECT_EQ(answer.status, 503);
  EXPECT_NE(answer.body.find("readout add"), std::string::npos);
  EXPECT_FALSE(header(answer, "Retry-After").empty());
}

TEST_F(SiteTest, HostileTargetsAreInert) {
  for (const char* target :
       {"/%3Cscript%3Ealert(1)%3C/script%3E", "/source/%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/verify?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/search?q=%3C/title%3E%3Csvg/onload=1%3E",
        "/timeline?speaker=%27%22%3E%3Cb%3E", "/person/%3Cb%3E", "/statement/%3Cb%3E:1-2"}) {
    const std::string body = get(target).body;
    for (const char* live : {"<script>alert", "<img src=x", "<svg/onload", "<b>"})
      EXPECT_EQ(body.find(live), std::string::npos) << target;
  }
}

TEST(AnswerCache, KeepsWithinItsBytesAndForgetsWithTheRecord) {
  AnswerCache cache(10'000);
  RecordStamp stamp;
  stamp.record.there = stamp.settled = true;
  const auto page = [](std::size_t size) {
    WebAnswer answer;
    answer.body.assign(size, 'a');
    return std::make_shared<const WebAnswer>(answer);
  };
  EXPECT_EQ(cache.find("a", stamp), nullptr);
  cache.keep("a", stamp, page(1000));
  cache.keep("b", stamp, page(1000));
  EXPECT_NE(cache.find("a", stamp), nullptr);
  for (int i = 0; i < 3; ++i) cache.keep("c" + std::to_string(i), stamp, page(1000));
  EXPECT_LE(cache.bytes(), 10'000U);
  EXPECT_NE(cache.find("a", stamp), nullptr) << "asked for after b";
  EXPECT_EQ(cache.find("b", stamp), nullptr);
  cache.keep("large", stamp, page(5000));
  EXPECT_EQ(cache.find("large", stamp), nullptr);
  RecordStamp later = stamp;
  later.log.bytes = 1;
  EXPECT_EQ(cache.find("a", later), nullptr);
  EXPECT_EQ(cache.bytes(), 0U);
  cache.keep("a", stamp, page(10));
  EXPECT_EQ(cache.find("a", later), nullptr) << "made of the old record";
  later.settled = false;
  cache.keep("a", later, page(10));
  EXPECT_EQ(cache.find("a", later), nullptr);
}

}  // namespace
}  // namespace readout
