#include "readout/score/speaker_match.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

SpeakerVerdict named(std::string_view key, std::vector<std::string> names, PersonKind kind = PersonKind::person) {
  return judge_speaker(key, {true, kind, std::move(names), ""});
}

SpeakerVerdict nobody(std::string_view key, std::string source) {
  return judge_speaker(key, {false, PersonKind::unnamed, {}, std::move(source)});
}

TEST(SpeakerMatch, PersonsByAsMuchOfTheNameAsIsPrinted) {
  EXPECT_EQ(named("Anna Kovel", {"Anna Kovel"}), SpeakerVerdict::right);
  EXPECT_EQ(named("Anna Kovel", {"Kovel"}), SpeakerVerdict::right);
  EXPECT_EQ(named("Anna Kovel", {"Foreign Minister Anna Kovel"}), SpeakerVerdict::right);
  EXPECT_EQ(named("Anna Kovel", {"A. Kovel"}), SpeakerVerdict::right);
  EXPECT_EQ(named("Sergey Tarnov", {"Sergei Tarnov"}), SpeakerVerdict::right);
  EXPECT_EQ(named("Anna Kovel", {"Maria Kovel"}), SpeakerVerdict::wrong);
  EXPECT_EQ(named("Anna Kovel", {"Anna Tarn"}), SpeakerVerdict::wrong);
  EXPECT_EQ(named("Anna Kovel", {"Anna"}), SpeakerVerdict::wrong);
  EXPECT_EQ(nobody("Anna Kovel", "she"), SpeakerVerdict::unknown);
}

TEST(SpeakerMatch, InstitutionsByTheirHead) {
  const auto kind = PersonKind::institution;
  EXPECT_EQ(named("Varneyan MFA", {"the Foreign Ministry of Varneya"}, kind), SpeakerVerdict::right);
  EXPECT_EQ(named("Ministry of Foreign Affairs of Varneya", {"Foreign Ministry"}, kind), SpeakerVerdict::right);
  EXPECT_EQ(named("Varneyan MFA", {"Varneya"}, kind), SpeakerVerdict::wrong);
  EXPECT_EQ(named("Varneyan MFA", {"Varneyan Defence Ministry"}, kind), SpeakerVerdict::wrong);
  EXPECT_EQ(named("Embassy of Varneya", {"Varneya"}, kind), SpeakerVerdict::wrong);
  EXPECT_EQ(named("office of Rupert Lyle", {"Rupert Lyle"}), SpeakerVerdict::wrong);
  EXPECT_EQ(named("office of Rupert Lyle", {"his office"}, kind), SpeakerVerdict::right);
  EXPECT_EQ(named("United States (government)", {"Washington"}, kind), SpeakerVerdict::right);
}

TEST(SpeakerMatch, UnnamedSpeakersByTheirHeadNoun) {
  EXPECT_EQ(nobody("unnamed questioner (\"media question\")", "Question"), SpeakerVerdict::right);
  EXPECT_EQ(nobody("reporter (another, unnamed)", "QUESTION"), SpeakerVerdict::right);
  EXPECT_EQ(named("Northern reporter (unnamed)", {"a journalist"}, PersonKind::unnamed), SpeakerVerdict::right);
  EXPECT_EQ(named("leaders of the revolt (unnamed)", {"whose leaders"}, PersonKind::group), SpeakerVerdict::right);
  EXPECT_EQ(named("a study published in the Annals", {"a study"}, PersonKind::unnamed), SpeakerVerdict::right);
  EXPECT_EQ(named("a reporter (unnamed)", {"Anna Kovel"}), SpeakerVerdict::wrong);
  EXPECT_EQ(nobody("a diplomat (unnamed)", ""), SpeakerVerdict::unknown);
  EXPECT_EQ(named("a diplomat (unnamed)", {"a fisherman"}, PersonKind::unnamed), SpeakerVerdict::wrong);
}

TEST(SpeakerMatch, TheNoteTellsWhatTheWriterPrints) {
  constexpr std::string_view kKey = "Varneyan MFA (the writer says \"Kovel has announced\")";
  EXPECT_EQ(named(kKey, {"Anna Kovel", "Kovel"}), SpeakerVerdict::right_by_note);
  EXPECT_EQ(named(kKey, {"Foreign Ministry"}, PersonKind::institution), SpeakerVerdict::right);
  EXPECT_EQ(named("Varneyan MFA (communiqué of Kovel)", {"Anna Kovel"}), SpeakerVerdict::wrong);
}

}  // namespace
}  // namespace readout
