// An invented record for the tests of lists, and what a reader does with an answer: asks, reads JSON, reads CSV.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "readout/document/json_value.h"
#include "readout/engine/pile.h"
#include "readout/page/pages.h"
#include "readout/record/sample_for_test.h"

namespace readout {

// As RFC 4180 has it: every record of the table, the head first.
inline std::vector<std::vector<std::string>> parse_csv(std::string_view text) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        field += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',') {
      row.push_back(std::move(field));
      field.clear();
    } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      row.push_back(std::move(field));
      field.clear();
      rows.push_back(std::move(row));
      row.clear();
      ++i;
    } else {
      field += c;
    }
  }
  EXPECT_TRUE(row.empty() && field.empty() && !quoted) << "the table does not end in a whole line";
  return rows;
}

class ListsTest : public testing::Test {
 protected:
  void add(const std::vector<Account>& accounts) {
    if (!record_) record_ = open_for_test(folder_.file("readout.db"));
    ASSERT_TRUE(record_->add(accounts));
    desk_ = std::make_unique<Desk>(*record_);
  }

  // Files (name, bytes), read and linked by the engine.
  void read_pile(const std::vector<std::pair<std::string, std::string>>& files) {
    record_ = open_for_test(folder_.file("readout.db"));
    AddSettings settings{default_settings(), 1};
    settings.settings.link = true;
    const Pile pile{
        files.size(), [&](std::size_t i) { return files[i].first; },
        [&](std::size_t i) { return files[i].second.size(); },
        [&](std::size_t i) -> Result<Loaded> { return Loaded{{files[i].first, files[i].second, "", ""}, {}, 0}; }};
    ASSERT_TRUE(add_pile(record_.get(), pile, settings, [](const Account&, const Added&) { return true; }));
    desk_ = std::make_unique<Desk>(*record_);
  }

  PageAnswer ask(const std::string& target) {
    const std::optional<PageAsk> asked = read_address(target);
    if (!asked) return {0, "", "no address: " + target};
    Visit visit{*record_, *desk_, rulings_, frame_};
    return answer_page(*asked, visit);
  }

  // The page's HTML; the test fails where it is another answer.
  std::string html(const std::string& target) {
    PageAnswer answer = ask(target);
    EXPECT_EQ(answer.status, 200) << target << "\n" << answer.body;
    return std::move(answer.body);
  }

  JsonValue json(const std::string& target) {
    const PageAnswer answer = ask(target);
    EXPECT_EQ(answer.status, 200) << target << "\n" << answer.body;
    Result<JsonValue> value = parse_json(answer.body);
    EXPECT_TRUE(value) << answer.body;
    return value ? std::move(*value) : JsonValue{};
  }

  std::vector<std::vector<std::string>> csv(const std::string& target) {
    const PageAnswer answer = ask(target);
    EXPECT_EQ(answer.status, 200) << target << "\n" << answer.body;
    EXPECT_EQ(answer.type, "text/csv; charset=utf-8");
    return parse_csv(answer.body);
  }

  Folder folder_;
  std::unique_ptr<Record> record_;
  std::unique_ptr<Desk> desk_;
  const Rulings* rulings_ = nullptr;
  PageFrame frame_{Ground::site, "", true, "test", "readout.db"};
};

inline constexpr std::string_view kHostile = "\"><script>alert(1)</script>\xE2\x80\xAE&amp;'";

}  // namespace readout
