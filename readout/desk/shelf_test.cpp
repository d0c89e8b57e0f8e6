// What a desk keeps between quotations, when a document cannot be read in between.
#include "readout/desk/shelf.h"

#include <gtest/gtest.h>

#include "readout/record/record_layer.h"
#include "readout/record/sample_for_test.h"

namespace readout {
namespace {

class RecordWithoutOne final : public RecordLayer {
 public:
  using RecordLayer::account;
  using RecordLayer::RecordLayer;
  Result<Account> account(std::string_view name) override {
    if (name == lost_) return fail(ErrorCode::store, "cannot be read", std::string(name));
    return RecordLayer::account(name);
  }

 private:
  std::string lost_ = "103";
};

TEST(ShelfTest, AnAnswerAfterOneThatFailedIsOfWholeTexts) {
  const Folder folder;
  const std::unique_ptr<Record> record = open_for_test(folder.file("readout.db"));
  ASSERT_TRUE(record->add(std::vector{sample_account("101.txt", "Ada Marlow", "We will wait until spring"),
                                      sample_account("102.txt", "Bo Harrow", "The quay is closed")}));
  RecordWithoutOne layer(*record);
  Shelf shelf(layer, {});
  ASSERT_EQ(shelf.candidates("the quay", {}).value()->size(), 2u);
  ASSERT_TRUE(record->add(std::vector{sample_account("103.txt", "Ida Roe", "Nobody waits")}));
  EXPECT_EQ(shelf.candidates("the quay", {}).error().code, ErrorCode::store);
  ASSERT_TRUE(record->remove("103"));
  for (const Compared& text : *shelf.candidates("the quay", {}).value())
    EXPECT_FALSE(text.account.document.text.view().empty()) << text.name;
}

}  // namespace
}  // namespace readout
