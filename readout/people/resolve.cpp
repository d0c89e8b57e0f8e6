#include "readout/people/resolve.h"

#include <algorithm>
#include <map>

#include "readout/people/offices.h"
#include "readout/text/fold.h"

namespace readout {

People resolve_people(const Document& document, std::vector<Speech>& speeches, const Offices&) {
  People people;
  std::map<std::string, std::int32_t> by_key;
  for (Speech& speech : speeches) {
    Speaker speaker;
    const std::string_view words = document.text[speech.source];
    std::string key = fold_name(words);
    if (key.empty()) {
      speech.doubts.push_back({DoubtKind::speaker_unknown, speech.source, ""});
    } else {
      const auto [at, fresh] = by_key.try_emplace(key, static_cast<std::int32_t>(people.persons.size()));
      if (fresh) people.persons.push_back({key, std::string(words), PersonKind::person, {}, {}, {}});
      speaker.person = at->second;
      people.persons[static_cast<std::size_t>(at->second)].mentions.push_back(speech.source);
    }
    people.speakers.push_back(std::move(speaker));
  }
  for (Person& person : people.persons) std::sort(person.mentions.begin(), person.mentions.end());
  return people;
}

}  // namespace readout
