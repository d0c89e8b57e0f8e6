#include "readout/engine/account.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "readout/engine/link.h"
#include "readout/people/occasion.h"
#include "readout/people/offices.h"
#include "readout/speech/find.h"
#include "readout/statement/key.h"

namespace readout {
namespace {

constexpr std::string_view kServed[] = {"en"};

// A text too short to tell its language is read as if it were served; a wrong guess finds no cue and says nothing.
bool is_served(const Language& language) {
  return language.code == "und" || std::ranges::find(kServed, language.code) != std::end(kServed);
}

Account tell(Document document, const Settings& settings) {
  Account account;
  account.document = std::move(document);
  Document& read = account.document;
  if (is_refused(read)) return account;
  if (!is_served(read.language)) {
    const auto said = [](const Doubt& doubt) { return doubt.kind == DoubtKind::unsupported_language; };
    if (std::ranges::none_of(read.doubts, said))
      read.doubts.push_back({DoubtKind::unsupported_language, {}, read.language.code});
    return account;
  }
  account.speeches = find_speeches(read);
  People people = resolve_people(read, account.speeches, *settings.offices);
  account.persons = std::move(people.persons);
  account.speakers = std::move(people.speakers);
  carry_occasions(read, account.speeches, account.speakers);
  account.statements.reserve(account.speeches.size());
  for (std::size_t i = 0; i < account.speeches.size(); ++i) {
    const std::int32_t who = account.speakers[i].person;
    const Person* person = who < 0 ? nullptr : &account.persons[static_cast<std::size_t>(who)];
    account.statements.push_back(statement_key(read.text.view(), account.speeches[i], person));
  }
  return account;
}

}  // namespace

Settings default_settings() {
  return {{}, std::make_shared<const Offices>(default_offices())};
}

Account give_account(Document document, std::string_view bytes, const Settings& settings) {
  Account account = tell(std::move(document), settings);
  if (settings.link) sketch_account(account);
  const Text& text = account.document.text;
  const bool same = text.map().is_identity() && text.view() == bytes;
  if (!same && !is_refused(account.document)) account.bytes = std::make_shared<const std::string>(bytes);
  return account;
}

std::vector<Account> give_accounts(const Source& source, const Settings& settings) {
  std::vector<Account> accounts;
  if (!is_json_lines(source)) {
    for (Document& document : read(source, settings.limits))
      accounts.push_back(give_account(std::move(document), source.bytes, settings));
    return accounts;
  }
  const std::vector<RecordLine> lines = split_records(source.bytes);
  std::vector<Document> documents = read(source, settings.limits);
  for (std::size_t i = 0; i < documents.size(); ++i)
    accounts.push_back(give_account(std::move(documents[i]),
                                    documents.size() == lines.size() ? lines[i].bytes : source.bytes, settings));
  return accounts;
}

}  // namespace readout
