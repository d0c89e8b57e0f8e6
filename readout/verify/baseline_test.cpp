#include "readout/verify/baseline.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

TEST(Baseline, KnowsWordsAndVerdictAndNothingElse) {
  Baseline baseline;
  baseline.accept("we  will\nsign “now” ", Verdict::trimmed);
  baseline.accept("nobody came", Verdict::not_found);
  const Result<Baseline> again = Baseline::parse(baseline.write(), "b");
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->size(), 2u);
  EXPECT_TRUE(again->accepts("we will sign “now”", Verdict::trimmed));
  EXPECT_FALSE(again->accepts("we will sign “now”", Verdict::altered));
  EXPECT_FALSE(again->accepts("we will not sign “now”", Verdict::trimmed));
  EXPECT_EQ(again->write(), baseline.write());
  EXPECT_NE(finding_digest("a b c", Verdict::trimmed), finding_digest("a b c", Verdict::spliced));
  EXPECT_EQ(finding_digest(" a b\tc", Verdict::trimmed), finding_digest("a b c", Verdict::trimmed));
}

TEST(Baseline, RefusesWhatIsNone) {
  for (const char* text : {"", "{", "[]\n", "{\"type\":\"accepted\"}", "{\"type\":\"baseline\",\"data\":{}}",
                           "{\"type\":\"baseline\",\"data\":{\"version\":1}}\n{\"type\":\"accepted\",\"data\":"
                           "{\"quote_sha256\":\"12\",\"verdict\":\"TRIMMED\"}}"})
    EXPECT_FALSE(Baseline::parse(text, "b")) << text;
  EXPECT_EQ(Baseline::parse("{\"type\":\"baseline\",\"data\":{\"version\":2}}", "b").error().code,
            ErrorCode::wrong_version);
  EXPECT_TRUE(Baseline::parse("\r\n{\"type\":\"baseline\",\"data\":{\"version\":1}}\r\n", "b"));
}

}  // namespace
}  // namespace readout
