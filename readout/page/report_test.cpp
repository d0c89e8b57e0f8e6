#include "readout/page/report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readout/page/report_file.h"
#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(ReportFile, IdsThatMeetAreToldApartAndLinksFollow) {
  ReportFile file({"top"});
  Markup page;
  page.html("<h2 id=\"top\">x</h2><p aria-labelledby=\"top\"><a href=\"#top\">up</a></p><i id=\"a\"></i>");
  file.add(page);
  file.add(page);
  const std::string whole = file.finish(Markup().html("<h1 id=\"top\">T</h1>"), Markup().html("<a href=\"#a\">a</a>"));
  EXPECT_EQ(whole,
            "<h1 id=\"top\">T</h1>"
            "<h2 id=\"top-2\">x</h2><p aria-labelledby=\"top-2\"><a href=\"#top-2\">up</a></p><i id=\"a\"></i>"
            "<h2 id=\"top-3\">x</h2><p aria-labelledby=\"top-3\"><a href=\"#top-3\">up</a></p><i id=\"a-2\"></i>"
            "<a href=\"#a\">a</a>");
}

TEST(ReportFile, LinksThatLeadNowhereLoseTheirAddress) {
  ReportFile file;
  Markup page;
  page.link(Address::statement(Ground::file, "a:1-2"), "gone").link(Address::home(Ground::site), "site");
  page.link(*Address::web("https://example.org/"), "web").text("href=\"#x\"");
  file.add(page);
  EXPECT_EQ(file.finish({}, {}),
            "<a><bdi>gone</bdi></a><a><bdi>site</bdi></a><a href=\"https://example.org/\"><bdi>web</bdi></a>"
            "href=&quot;#x&quot;");
}

class ReportOfMany : public ::testing::Test {
 protected:
  // Documents of three statements each.
  void fill(int documents) {
    std::vector<Account> accounts;
    for (int i = 0; i < documents; ++i)
      accounts.push_back(sample_account("d" + std::to_string(i) + ".txt", "Ida Korn",
                                        "The quay number " + std::to_string(i) + " stays open"));
    ASSERT_TRUE(record_->add(accounts));
  }

  Result<std::string> report(bool with_text) {
    Desk desk(*record_);
    Visit visit{*record_, desk, nullptr, {Ground::file, "", with_text, "test", ""}};
    ReportAsk ask;
    ask.all_documents = true;
    return make_report(ask, visit);
  }

  Folder folder_;
  std::unique_ptr<Record> record_ = open_for_test(folder_.file("readout.db"));
};

TEST_F(ReportOfMany, RefusesMoreThanItHoldsAndSaysWhatToDo) {
  fill(static_cast<int>(kMostReportStatements / 3) + 1);
  const Result<std::string> whole = report(true);
  ASSERT_FALSE(whole);
  EXPECT_EQ(whole.error().code, ErrorCode::bad_argument);
  EXPECT_THAT(whole.error().message, HasSubstr("5001 statements"));
  EXPECT_THAT(whole.error().message, HasSubstr("--without-text"));
  const Result<std::string> bare = report(false);
  ASSERT_TRUE(bare) << bare.error().message;
  EXPECT_LT(bare->size(), kMostReportBytes);
}

TEST_F(ReportOfMany, WithoutTextTellsNoUnnamedSource) {
  fill(2);
  const Result<std::string> bare = report(false);
  ASSERT_TRUE(bare);
  EXPECT_THAT(*bare, HasSubstr("Ida Korn"));
  EXPECT_THAT(*bare, Not(HasSubstr("harbour master")));
  EXPECT_THAT(*bare, Not(HasSubstr("quay")));
  EXPECT_THAT(*bare, Not(HasSubstr("Talks")));
  const Result<std::string> whole = report(true);
  ASSERT_TRUE(whole);
  EXPECT_THAT(*whole, HasSubstr("The quay number 1 stays open"));
  EXPECT_THAT(*whole, HasSubstr("Talks in Port Ellis"));
}

}  // namespace
}  // namespace readout
