#include <algorithm>

#include "readout/people/book.h"
#include "readout/text/fold.h"
#include "readout/verify/voices.h"

namespace readout {
namespace {

// A text that speaks for itself: "the lease", "the ruling", "clause 9", "the report said".
bool is_writing(const PrintedName& name) {
  for (const std::string_view word :
       {"agrement", "lease",      "contract",  "treaty",   "ruling",     "judgment",   "judgement",   "order",
        "opinion",  "decision",   "statement", "release",  "comunike",   "report",     "study",       "paper",
        "abstract", "article",    "leter",     "minutes",  "record",     "transkript", "declaration", "license",
        "law",      "act",        "bil",       "clause",   "section",    "page",       "blog",        "notice",
        "document", "manual",     "rules",     "charter",  "resolution", "authors",    "author",      "writer",
        "text",     "post",       "story",     "dispatch", "website",    "licence",    "convention",  "constitution",
        "memo",     "memorandum", "guidelines"})
    for (const auto* words : {&name.about, &name.words})
      if (std::ranges::find(*words, fold_name(word)) != words->end()) return true;
  return false;
}

// Against the fullest prints that both have: a surname alone tells no brother from a sister.
NameMatch best_of(const PrintedName& claimed, const std::vector<PrintedName>& names) {
  NameMatch best = NameMatch::other;
  const bool full = claimed.words.size() > 1 &&
                    std::ranges::any_of(names, [](const PrintedName& name) { return name.words.size() > 1; });
  for (const PrintedName& name : names)
    if (!full || name.words.size() > 1) best = std::min(best, compare_names(claimed, name));
  return best;
}

}  // namespace

Voices::Known Voices::described(const PlaceVoice& voice) const {
  if (voice.person >= 0) {
    Known known = known_[static_cast<std::size_t>(voice.person)];
    if (voice.form == VoiceForm::turn) known.names.push_back(read_printed_name(voice.name));
    if (!voice.also.empty()) known.names.push_back(read_printed_name(voice.also));
    return known;
  }
  Known known;
  PrintedName name = read_printed_name(voice.name);
  if (!name.empty()) (name.words.empty() ? known.offices : known.names).push_back(std::move(name));
  if (!voice.also.empty() && voice.also != voice.name) {
    PrintedName also = read_printed_name(voice.also);
    if (also.words.empty() && also.roles.empty()) {
      also.words = also.about;  // "the Court"
      also.organisation = true;
    }
    known.names.push_back(std::move(also));
  }
  return known;
}

bool Voices::is_author(const PrintedName& claimed) const {
  return best_of(claimed, authors_) == NameMatch::same;
}

// Whether the source names the one who is claimed.
bool Voices::is_named(const PrintedName& claimed) const {
  return best_of(claimed, framed_) == NameMatch::same || std::ranges::any_of(known_, [&](const Known& person) {
           return best_of(claimed, person.names) == NameMatch::same;
         });
}

// Whether the first lines hold these words of a name.
bool Voices::heads(const std::vector<std::string>& words) const {
  return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
    return std::ranges::find(head_, word) != head_.end();
  });
}

// Whether one of the source's persons has the office: "the governor" is then that one, not the document's issuer.
bool Voices::holds_office(const PrintedName& claimed) const {
  return !claimed.roles.empty() && std::ranges::any_of(known_, [&](const Known& person) {
    return !person.names.empty() && std::ranges::any_of(person.offices, [&](const PrintedName& office) {
      return compare_names(claimed, office) == NameMatch::same;
    });
  });
}

NameMatch Voices::match_narrator(const PrintedName& claimed) const {
  if (is_author(claimed) || is_writing(claimed)) return NameMatch::same;
  if (!claimed.organisation && !claimed.words.empty()) return NameMatch::other;
  // An institution that the first lines name, or any that a role or a noun stands for: the document may be its own.
  const auto& words = claimed.words.empty() ? claimed.about : claimed.words;
  if (heads(words) && !holds_office(claimed)) return NameMatch::same;
  return claimed.organisation || claimed.roles.empty() ? NameMatch::unsure : NameMatch::other;
}

// A claim by office alone: "the minister".
NameMatch Voices::match_role(const PrintedName& claimed, const PlaceVoice& voice, const Known& known) const {
  const auto has_role = [&](const Known& person) {
    for (const auto* prints : {&person.offices, &person.names})
      for (const PrintedName& print : *prints)
        if (compare_names(claimed, print) == NameMatch::same) return true;
    return false;
  };
  if (has_role(known)) return NameMatch::same;
  // The label of another: "bo.lind", "the chair".
  for (const PrintedName& label : framed_)
    if (voice.form == VoiceForm::turn && compare_names(claimed, label) == NameMatch::same) return NameMatch::other;
  for (std::size_t p = 0; p < known_.size(); ++p)
    if (static_cast<std::int32_t>(p) != voice.person && has_role(known_[p])) return NameMatch::other;
  return NameMatch::unsure;
}

// A claim by name where the source tells no name: "a spokesman", "Question:", "she".
NameMatch Voices::match_nameless(const PrintedName& claimed, const PlaceVoice& voice, const Known& known) const {
  const char gender = gender_of(claimed);
  if (voice.gender != '-' && gender != '-' && voice.gender != gender) return NameMatch::other;
  for (const PrintedName& office : known.offices)
    if (!claimed.roles.empty() &&
        compare_names(PrintedName{{}, claimed.roles, claimed.about, '-', false, false}, office) == NameMatch::same)
      return NameMatch::unsure;
  const bool tells = voice.asks || !known.offices.empty();
  NameMatch match = NameMatch::unsure;
  for (const Known& person : known_) {
    if (best_of(claimed, person.names) != NameMatch::same) continue;
    // Somebody whom the source names elsewhere, by another office, is not the one whom it leaves unnamed here.
    for (const PrintedName& office : person.offices)
      for (const PrintedName& here : known.offices)
        if (compare_names(office, here) == NameMatch::same) return NameMatch::unsure;
    if (tells) match = NameMatch::other;
  }
  if (tells && best_of(claimed, framed_) == NameMatch::same) match = NameMatch::other;
  return match;
}

NameMatch Voices::match(const PrintedName& claimed, const PlaceVoice& voice) const {
  if (claimed.empty()) return NameMatch::unsure;
  if (voice.form == VoiceForm::narration) return match_narrator(claimed);
  // Who signs speaks in all that no mark and no label gives to another.
  const std::uint32_t all = testimony_.document->text.size();
  if (voice.form == VoiceForm::turn && 2 * voice.span.size() > all && (is_author(claimed) || is_writing(claimed)))
    return NameMatch::same;
  const Known known = described(voice);
  // "Another said", "one farmer said": nobody whom the source names.
  if (voice.indefinite && voice.also.empty() && !claimed.words.empty() && is_named(claimed)) return NameMatch::other;
  if (claimed.words.empty())
    return known.names.empty() && known.offices.empty() ? NameMatch::unsure : match_role(claimed, voice, known);
  if (known.names.empty()) return match_nameless(claimed, voice, known);
  const NameMatch best = best_of(claimed, known.names);
  if (best != NameMatch::other) return best;
  // The house whose paper it is: whoever signs or speaks there may do so for it.
  if (voice.form == VoiceForm::turn && claimed.gender == '-' && heads(claimed.words) && !is_author(claimed) &&
      best_of(claimed, framed_) != NameMatch::same && std::ranges::none_of(known_, [&](const Known& person) {
        return best_of(claimed, person.names) == NameMatch::same && !person.names.front().organisation;
      }))
    return NameMatch::unsure;
  const bool office = !claimed.organisation && std::ranges::all_of(known.names, &PrintedName::organisation);
  // A person may speak for the institution that is named, and an institution's words be a person's.
  const auto shares = [](const PrintedName& a, const PrintedName& b) {
    return std::ranges::any_of(a.words, [&](const std::string& word) {
      return word.size() > 3 && std::ranges::find(b.about, word) != b.about.end();
    });
  };
  if (claimed.organisation)
    for (const PrintedName& print : known.offices)
      if (shares(claimed, print)) return NameMatch::unsure;
  if (office) {
    bool named = best_of(claimed, framed_) == NameMatch::same;
    for (const Known& person : known_) {
      if (best_of(claimed, person.names) != NameMatch::same) continue;
      named = true;
      for (const PrintedName& print : person.offices)
        for (const PrintedName& name : known.names)
          if (shares(name, print)) return NameMatch::unsure;
    }
    if (!named) return NameMatch::unsure;
  }
  return voice.sure ? NameMatch::other : NameMatch::unsure;
}

// Of a title or a given name, in the claim or in the source.
char Voices::gender_of(const PrintedName& claimed) const {
  if (claimed.gender != '-') return claimed.gender;
  for (const Known& person : known_) {
    if (best_of(claimed, person.names) != NameMatch::same) continue;
    for (const auto* prints : {&person.names, &person.offices})
      for (const PrintedName& print : *prints)
        if (print.gender != '-') return print.gender;
  }
  return '-';
}

}  // namespace readout
