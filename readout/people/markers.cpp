#include "readout/people/markers.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace readout {
namespace {

class HashSet {
 public:
  HashSet(std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) hashes_.push_back(hash_word(word));
    std::sort(hashes_.begin(), hashes_.end());
  }
  bool contains(const Word& word) const { return std::binary_search(hashes_.begin(), hashes_.end(), word.hash); }

 private:
  std::vector<std::uint64_t> hashes_;
};

}  // namespace

bool is(const Word& word, Marker marker) {
  static const std::array<std::uint64_t, 12> hashes = {
      hash_word("the"),  hash_word("of"),     hash_word("for"), hash_word("is"),   hash_word("was"), hash_word("who"),
      hash_word("that"), hash_word("former"), hash_word("and"), hash_word("from"), hash_word("one"), hash_word("how")};
  return word.hash == hashes[static_cast<std::size_t>(marker)];
}

bool is_determiner(const Word& word) {
  static const HashSet set = {"the", "a", "an", "his", "her", "their", "its", "our", "my", "this", "that", "another"};
  return set.contains(word);
}

bool is_indefinite(const Word& word) {
  static const HashSet set = {"a",     "an",      "another", "some", "several", "many", "two",
                              "three", "four",    "one",     "most", "other",   "both", "unnamed",
                              "few",   "various", "no",      "any",  "certain"};
  return set.contains(word);
}

bool is_preposition(const Word& word) {
  static const HashSet set = {"of", "at", "for", "in", "with", "from", "on", "to", "by", "under", "close", "near"};
  return set.contains(word);
}

bool is_particle(const Word& word) {
  static const HashSet set = {"de", "van", "der", "den", "von", "bin",  "ibn", "al", "el", "da", "dos",   "do", "di",
                              "du", "la",  "le",  "ben", "ter", "bint", "y",   "e",  "zu", "af", "della", "del"};
  return set.contains(word);
}

bool is_finite(const Word& word) {
  static const HashSet set = {"said",      "says",   "told",  "is",       "was",  "are",   "were",   "has",
                              "had",       "have",   "will",  "would",    "did",  "does",  "added",  "wrote",
                              "asked",     "can",    "could", "must",     "may",  "might", "should", "called",
                              "announced", "warned", "noted", "believes", "wants"};
  return set.contains(word);
}

PronounKind pronoun_of(const Word& word) {
  static const HashSet he = {"he", "him", "his", "himself", "he'd", "he'll"};
  static const HashSet she = {"she", "her", "hers", "herself", "she'd", "she'll"};
  static const HashSet they = {"they", "them", "their", "themselves", "they'd", "they're", "they've", "they'll"};
  static const HashSet it = {"it", "its", "itself"};
  static const HashSet speaker = {"i",    "we",  "me",  "us",   "my",   "our",   "myself", "ourselves", "mine",
                                  "ours", "i'm", "i'd", "i've", "i'll", "we're", "we'd",   "we've",     "we'll"};
  static const HashSet who = {"who", "whom", "whose"};
  static const HashSet vague = {"you",    "you'd",   "you're", "you've",   "you'll",   "that",  "this",
                                "each",   "these",   "those",  "such",     "what",     "which", "one",
                                "nobody", "anybody", "anyone", "everyone", "everybody"};
  if (he.contains(word)) return PronounKind::he;
  if (she.contains(word)) return PronounKind::she;
  if (they.contains(word)) return PronounKind::they;
  if (it.contains(word)) return PronounKind::it;
  if (speaker.contains(word) && !word.all_capitals) return PronounKind::speaker;
  if (who.contains(word)) return PronounKind::who;
  if (vague.contains(word)) return PronounKind::vague;
  return PronounKind::none;
}

bool is_text_noun(const Word& word) {
  static const HashSet set = {"communique",  "communiqué", "statement", "release", "readout",  "record",  "transcript",
                              "declaration", "note",       "memo",      "letter",  "message",  "tweet",   "post",
                              "bulletin",    "report",     "document",  "text",    "comments", "remarks", "statements"};
  return set.contains(word);
}

bool is_recording(const Word& word) {
  static const HashSet set = {"transcript", "transcripts", "recording", "recordings", "tape",
                              "tapes",      "video",       "footage",   "audio"};
  return set.contains(word);
}

bool is_question_label(const Word& word) {
  static const HashSet set = {"question",   "q",         "questioner",  "reporter",
                              "journalist", "moderator", "interviewer", "host"};
  return set.contains(word);
}

bool is_answer_label(const Word& word) {
  static const HashSet set = {"answer", "a"};
  return set.contains(word);
}

}  // namespace readout
