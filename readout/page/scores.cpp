#include "readout/page/scores.h"

namespace readout {
namespace {

constexpr std::string_view kPolnear = "PolNeAR, development part, 84 articles, marked by others";
constexpr std::string_view kPolnearCommand = "build/dev/tools/score_polnear ../shared/data/polnear/dev";
constexpr std::string_view kSeeds = "five pieces on one week, looked at while it was built";
constexpr std::string_view kSeedsCommand = "build/dev/readout score ../shared/seeds/key.json";
constexpr std::string_view kPile = "invented pile, looked at while it was built";
constexpr std::string_view kPileCommand = "build/dev/readout score examples/key.json";
constexpr std::string_view kPieces = "30 own pieces of other genres";
constexpr std::string_view kPiecesCommand = "build/dev/tools/score_corpus tests/corpus/speech";
constexpr std::string_view kByHand = "quotations by hand, 40 invented sources, looked at while it was built";
constexpr std::string_view kByHandCommand = "build/dev/tools/score_quotations tests/corpus/quotations --kinds";
constexpr std::string_view kStranger = "232 quotations by another hand";
constexpr std::string_view kStrangerCommand =
    "build/dev/tools/score_quotations tests/corpus/quotations_other_hand --kinds";

constexpr ScoreRow kScores[] = {
    {"direct speech found, F", "86.0", kPolnear, kPolnearCommand},
    {"mixed speech found, F", "68.0", kPolnear, kPolnearCommand},
    {"indirect speech found, F", "57.5", kPolnear, kPolnearCommand},
    {"right mention of the speaker, direct", "97.9 % (332 of 339)", kPolnear, kPolnearCommand},
    {"right mention of the speaker, indirect", "94.7 % (358 of 378)", kPolnear, kPolnearCommand},
    {"statements found", "87.4 % (83 of 95)", kSeeds, kSeedsCommand},
    {"right speaker", "96.4 % (80 of 83)", kSeeds, kSeedsCommand},
    {"right date", "51.8 % (43 of 83)", kSeeds, kSeedsCommand},
    {"right channel", "60.2 % (50 of 83)", kSeeds, kSeedsCommand},
    {"version pairs linked", "76.0 % (38 of 50)", kSeeds, kSeedsCommand},
    {"discrepancies found", "73.3 % (22 of 30)", kSeeds, kSeedsCommand},
    {"false discrepancies", "0.0 % (0 of 27)", kSeeds, kSeedsCommand},
    {"statements found", "92.6 % (125 of 135)", kPile, kPileCommand},
    {"right speaker", "96.8 % (121 of 125)", kPile, kPileCommand},
    {"discrepancies found", "25.0 % (2 of 8)", kPile, kPileCommand},
    {"false discrepancies", "43.8 % (7 of 16)", kPile, kPileCommand},
    {"statements found", "82.5 % (212 of 257)", kPieces, kPiecesCommand},
    {"right speaker", "79.2 % (168 of 212)", kPieces, kPiecesCommand},
    {"verdict right", "96.0 % (623 of 649)", kByHand, kByHandCommand},
    {"false assurance", "0.5 % (2 of 440)", kByHand, kByHandCommand},
    {"verdict right, %", "87.1", kStranger, kStrangerCommand},
    {"false assurance", "4.1 % (6 of 145)", kStranger, kStrangerCommand},
    {"false charge", "23.1 %", kStranger, kStrangerCommand},
};

}  // namespace

std::span<const ScoreRow> known_scores() {
  return kScores;
}

}  // namespace readout
