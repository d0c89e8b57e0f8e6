// Account: everything one document tells: the document, its speeches, their speakers, and the Statement each speech joins.
// A pure function of the source's bytes, the origin and the offices; safe to call from many threads.
//
//   for (Account& account : give_accounts(source, settings)) record.add(account);
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "readout/document/document.h"
#include "readout/document/read.h"
#include "readout/people/person.h"
#include "readout/people/resolve.h"
#include "readout/speech/speech.h"

namespace readout {

struct Account {
  Document document;
  std::vector<Speech> speeches;
  std::vector<Person> persons;
  std::vector<Speaker> speakers;        // one for each speech
  std::vector<std::string> statements;  // one for each speech: the key on which word-for-word versions meet
};

struct Settings {
  ReadLimits limits;
  std::shared_ptr<const Offices> offices;  // never null
};

Settings default_settings();

std::vector<Account> give_accounts(const Source& source, const Settings& settings);

}  // namespace readout
