// POST /decide: what is sent is written once, on the disk, or nothing is.
#include "server/decide_form.h"

#include <gtest/gtest.h>

#include "readout/decision/journal.h"
#include "readout/record/sample_for_test.h"
#include "server/record_reader.h"

namespace readout {
namespace {

RawRequest post(std::string target, std::string body) {
  RawRequest raw;
  raw.method = "POST";
  raw.target = std::move(target);
  raw.headers = {{"Host", "127.0.0.1:8317"},
                 {"Origin", "http://127.0.0.1:8317"},
                 {"Content-Type", "application/x-www-form-urlencoded"}};
  raw.body = std::move(body);
  return raw;
}

// A form that was sent becomes a line of the journal, and what it says holds on the next page.
TEST(DecideForm, WritesOneLineOrSaysWhyNot) {
  Folder folder;
  const std::unique_ptr<Record> record = open_for_test(folder.file("readout.db"));
  ASSERT_TRUE(record->add(std::vector<Account>{sample_account("pile/101.txt", "Ada Marlow", "We will wait")}));
  const std::string token = "t0ken";
  Site site{{loopback_hosts("127.0.0.1", 8317), "", ""}, {}, folder.file("readout.decisions.jsonl"), "Bo Harrow", [] {
              return std::int64_t{1924992000250};
            }};
  site.doorway.token = token;
  RecordReader reader(folder.file("readout.db"), site.journal, "test-1");
  const auto send = [&](const std::string& fields) {
    Visit visit = reader.visit(stamp_of(folder.file("readout.db"), site.journal), site.frame).value();
    return answer_request(post("/decide", "token=" + token + "&" + fields), site, &visit);
  };
  const auto location = [](const WebAnswer& answer) {
    for (const auto& [name, value] : answer.headers)
      if (name == "Location") return value;
    return std::string();
  };
  const WebAnswer named =
      send("verb=rename&target=person%3AAda+Marlow&other=&name=Ada+%3Cb%3E&reason=&author=&back=%2Fperson%2Fx");
  EXPECT_EQ(named.status, 303) << named.body;
  EXPECT_EQ(location(named), "/person/x");
  EXPECT_EQ(location(send("verb=note&target=101&reason=seen&author=Ada&back=//evil.example")), "/decisions");
  const Journal journal = read_journal(site.journal).value();
  ASSERT_EQ(journal.decisions.size(), 2U);
  EXPECT_EQ(read_journal(site.journal)->decisions[0].time, "2031-01-01T00:00:00.250Z");
  Visit visit = reader.visit(stamp_of(folder.file("readout.db"), site.journal), site.frame).value();
  EXPECT_EQ(visit.record.person("Ada Marlow")->name, "Ada <b>");

  EXPECT_EQ(send("verb=bless&target=101").status, 400);
  EXPECT_EQ(send("verb=rename&target=person%3ANobody&name=x").status, 404);
  EXPECT_EQ(send("verb=note&reason=x").status, 400);
  site.journal = folder.file("none/journal");
  EXPECT_EQ(send("verb=note&target=101&reason=x").status, 503);
  site.journal.clear();
  EXPECT_EQ(send("verb=note&target=101&reason=x").status, 403);
  EXPECT_EQ(read_journal(folder.file("readout.decisions.jsonl"))->decisions.size(), 2U);
}

}  // namespace
}  // namespace readout
