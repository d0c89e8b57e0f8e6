#include "readout/score/speaker_match.h"

#include <algorithm>
#include <cctype>
#include <set>

#include "readout/base/lexicon.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

using Words = std::vector<std::string>;

struct PhraseFold {
  Words from;
  Words to;
};

Words split_words(std::string_view text) {
  Words out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) out.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

// Longest phrases first, as the file lists them.
const std::vector<PhraseFold>& phrase_folds() {
  static const std::vector<PhraseFold> kFolds = [] {
    std::vector<PhraseFold> folds;
    for (const auto& row : rows(embedded("en/speaker_folds.tsv")))
      folds.push_back({split_words(row.front()), row.size() > 1 ? split_words(row[1]) : Words()});
    std::sort(folds.begin(), folds.end(), [](const PhraseFold& a, const PhraseFold& b) {
      return a.from.size() != b.from.size() ? a.from.size() > b.from.size() : a.from < b.from;
    });
    return folds;
  }();
  return kFolds;
}

// Case folded, possessives and articles off, phrases of the table replaced, spelling folded. "of" stays: it tells the
// head.
Words name_words(std::string_view name) {
  static const std::set<std::string_view> kDropped = {"", "the", "a", "an", "his", "her", "its", "their", "our", "my"};
  Words in;
  for (std::string word : split_words(fold_words(name))) {
    if (word.ends_with("'s")) word.resize(word.size() - 2);
    std::erase(word, '\'');
    if (!kDropped.contains(word)) in.push_back(std::move(word));
  }
  Words out;
  for (std::size_t at = 0; at < in.size();) {
    const auto fold = std::find_if(phrase_folds().begin(), phrase_folds().end(), [&](const PhraseFold& candidate) {
      return candidate.from.size() <= in.size() - at &&
             std::equal(candidate.from.begin(), candidate.from.end(), in.begin() + static_cast<std::ptrdiff_t>(at));
    });
    if (fold != phrase_folds().end()) {
      out.insert(out.end(), fold->to.begin(), fold->to.end());
      at += fold->from.size();
    } else {
      out.push_back(in[at++]);
    }
  }
  for (std::string& word : out) word = fold_name(word);
  std::erase(out, std::string());
  return out;
}

// "varneya" and "varneyan", "caldmor" and "caldmorian": a land and those of it.
bool agree(std::string_view a, std::string_view b) {
  if (a == b) return true;
  static const std::set<std::string_view> kEndings = {"", "a", "e", "i", "n", "an", "ian", "s", "ish"};
  std::size_t common = 0;
  while (common < a.size() && common < b.size() && a[common] == b[common]) ++common;
  return common >= 4 && kEndings.contains(a.substr(common)) && kEndings.contains(b.substr(common));
}

bool holds(const Words& words, std::string_view wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return agree(word, wanted); });
}

bool is_part(const Words& part, const Words& whole) {
  return !part.empty() &&
         std::all_of(part.begin(), part.end(), [&](const std::string& word) { return holds(whole, word); });
}

// Words that end what a name is and begin whose, where or with whom.
bool is_preposition(std::string_view word) {
  static const std::set<std::string_view> kPrepositions = {"of", "with", "in", "from", "at", "for", "on", "who"};
  return kPrepositions.contains(word);
}

// The word that says what it is: the last before "of", else the last.
std::string head_of(const Words& words) {
  std::string head;
  for (const std::string& word : words) {
    if (is_preposition(word) && !head.empty()) break;
    head = word;
  }
  return head;
}

bool same_name(std::string_view key, std::string_view ours) {
  Words wanted = name_words(key);
  Words given = name_words(ours);
  const bool has_of = std::find(wanted.begin(), wanted.end(), "of") != wanted.end();
  const std::string head = head_of(wanted);
  std::erase(wanted, "of");
  std::erase(given, "of");
  if (wanted.empty() || given.empty()) return false;
  if (is_part(wanted, given) && is_part(given, wanted)) return true;
  const bool holds_head = holds(given, head);
  if (!holds_head) return false;
  if (is_part(given, wanted)) return true;  // "Kovel", "the ministry"
  if (has_of || given.size() < 2 || wanted.size() < 2) return is_part(wanted, given);
  // The surname, and a given name or its initial.
  const auto initial = [](const std::string& a, const std::string& b) {
    return (a.size() == 1 || b.size() == 1) && a.front() == b.front();
  };
  return is_part(wanted, given) || (given.back() == wanted.back() && initial(given.front(), wanted.front()));
}

std::string_view before_note(std::string_view key) {
  const std::size_t note = key.find('(');
  return note == std::string_view::npos ? key : key.substr(0, note);
}

std::string_view note_of(std::string_view key) {
  const std::size_t note = key.find('(');
  return note == std::string_view::npos ? std::string_view() : key.substr(note);
}

bool names_nobody(std::string_view key) {
  if (note_of(key).find("unnamed") != std::string_view::npos) return true;
  for (const std::string& word : split_words(before_note(key))) {
    if (is_preposition(word)) break;
    if (std::any_of(word.begin(), word.end(), [](char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }))
      return false;
  }
  return true;
}

// Names inside a note: runs of capitalised words.
std::vector<std::string> names_in(std::string_view note) {
  std::vector<std::string> names;
  std::string run;
  std::string word;
  const auto close = [&] {
    if (!run.empty()) names.push_back(run);
    run.clear();
  };
  for (std::size_t i = 0; i <= note.size(); ++i) {
    const char c = i < note.size() ? note[i] : ' ';
    if (std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 || c == '-') {
      word += c;
      continue;
    }
    if (!word.empty() && std::isupper(static_cast<unsigned char>(word.front())) != 0)
      run += (run.empty() ? "" : " ") + word;
    else if (!word.empty())
      close();
    word.clear();
    if (c != ' ') close();
  }
  close();
  return names;
}

SpeakerVerdict judge_unnamed(std::string_view key, const NamedSpeaker& ours) {
  if (ours.known && ours.kind == PersonKind::person) return SpeakerVerdict::wrong;
  const Words wanted = name_words(before_note(key));
  const auto same_noun = [&](const std::string& name) {
    const Words given = name_words(name);
    return holds(given, head_of(wanted)) || (!given.empty() && holds(wanted, head_of(given)));
  };
  if (same_noun(ours.source) || std::any_of(ours.names.begin(), ours.names.end(), same_noun))
    return SpeakerVerdict::right;
  return ours.known ? SpeakerVerdict::wrong : SpeakerVerdict::unknown;
}

}  // namespace

SpeakerVerdict judge_speaker(std::string_view key, const NamedSpeaker& ours) {
  if (names_nobody(key)) return judge_unnamed(key, ours);
  if (!ours.known) return SpeakerVerdict::unknown;
  for (const std::string& name : ours.names)
    if (same_name(before_note(key), name)) return SpeakerVerdict::right;
  if (note_of(key).find("writer") != std::string_view::npos)
    for (const std::string& printed : names_in(note_of(key)))
      for (const std::string& name : ours.names)
        if (same_name(printed, name) || same_name(name, printed)) return SpeakerVerdict::right_by_note;
  return SpeakerVerdict::wrong;
}

}  // namespace readout
