#include "readout/text/fold.h"

#include <gtest/gtest.h>

namespace readout {
namespace {

TEST(FoldCase, LowersAndStraightens) {
  EXPECT_EQ(fold_case("Kyiv’S"), "kyiv's");
  EXPECT_EQ(fold_case("“ÉTÉ”"), "\"été\"");
  EXPECT_EQ(fold_case("Straße"), "strasse");
}

TEST(FoldWords, KeepsWordsOnly) {
  EXPECT_EQ(fold_words("“No—never!”"), "no never");
  EXPECT_EQ(fold_words("  They didn’t, 'they' said  "), "they didn't they said");
  EXPECT_EQ(fold_words("ne\u00ADgo\u200Btiate \uFB01rst"), "negotiate first");
  EXPECT_EQ(fold_words("ＡＢＣ １２"), "abc 12");
  EXPECT_EQ(fold_words("5% of €210"), "5 % of € 210");
  EXPECT_EQ(fold_words("..."), "");
}

TEST(FoldName, MeetsSpellings) {
  EXPECT_EQ(fold_name("Sergei Lavrov"), fold_name("Sergey Lavrov"));
  EXPECT_EQ(fold_name("Sergei Lavrov"), fold_name("Сергей Лавров"));
  EXPECT_EQ(fold_name("Zelensky"), fold_name("Zelenskiy"));
  EXPECT_EQ(fold_name("Zelenskyy"), fold_name("Зеленський"));
  EXPECT_EQ(fold_name("Kyiv"), fold_name("Kiev"));
  EXPECT_EQ(fold_name("Київ"), fold_name("Киев"));
  EXPECT_EQ(fold_name("Kharkiv"), fold_name("Харьков"));
  EXPECT_EQ(fold_name("Mikhail"), fold_name("Михаил"));
  EXPECT_EQ(fold_name("Alexander"), fold_name("Александр"));
  EXPECT_EQ(fold_name("Ryabkov"), fold_name("Рябков"));
  EXPECT_EQ(fold_name("Yeltsin"), fold_name("Ельцин"));
  EXPECT_EQ(fold_name("Dmitry Medvedev"), fold_name("Дмитрий Медведев"));
  EXPECT_EQ(fold_name("Yuri Ushakov"), fold_name("Юрий Ушаков"));
  EXPECT_EQ(fold_name("Zhanna"), fold_name("Жанна"));
  EXPECT_EQ(fold_name("Núñez"), fold_name("Nunez"));
}

TEST(FoldName, KeepsDifferentNamesApart) {
  EXPECT_NE(fold_name("Marco Rubio"), fold_name("Miguel Rubio"));
  EXPECT_NE(fold_name("Petrov"), fold_name("Petrova"));
  EXPECT_NE(fold_name("Ivanov"), fold_name("Ivanova"));
  EXPECT_EQ(fold_name("王毅"), "王毅");
}

}  // namespace
}  // namespace readout
