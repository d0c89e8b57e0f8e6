#include "cli/desk.h"

#include <algorithm>
#include <system_error>

#include "cli/input.h"
#include "readout/engine/account.h"
#include "readout/view/speech_view.h"

namespace readout::cli {

Option against_option() {
  return {"against",
          Value::path,
          "FILE|FOLDER...",
          "compare with these files, and all files below a folder, not the record",
          {},
          0,
          true};
}

Option speaker_option() {
  return {"speaker", Value::text, "NAME", "who is said to have said it", {}, 's'};
}

Option source_option() {
  return {"source", Value::text, "NAME", "where it is said to stand: a file, or a document's name, title, address", {},
          0};
}

Result<Desk> Desk::open(const Arguments& arguments, std::vector<NamedFile>& drafts) {
  Desk desk;
  std::vector<std::string> paths = arguments.values("against");
  const std::vector<std::string>& loose = arguments.values("FILE");
  paths.insert(paths.end(), loose.begin(), loose.end());
  if (paths.empty()) {
    Result<std::unique_ptr<Record>> record = open_for_reading(arguments);
    if (!record) return tl::unexpected(record.error());
    desk.record_ = std::move(*record);
    desk.shelf_ = std::make_unique<Shelf>(*desk.record_, arguments.value("document"));
    return desk;
  }
  if (arguments.has("document"))
    return fail(ErrorCode::bad_argument, "names a document of the record; with files, name the one file", "--document");
  Result<std::vector<NamedFile>> files = find_named(paths);
  if (!files) return tl::unexpected(files.error());
  part_files(drafts, *files);
  Result<ReadFiles> read = read_files(*files);
  if (!read) return tl::unexpected(read.error());
  desk.texts_ = std::move(read->texts);
  desk.passed_over_ = std::move(read->passed_over);
  return desk;
}

const Voices& Desk::voices_of(std::size_t index) {
  std::unique_ptr<Voices>& voices = voices_[index];
  if (voices) return *voices;
  Compared& text = (*asked_)[index];
  // Who speaks where is asked of few texts: those where words of a quotation stand.
  if (!shelf_) {
    static const Settings kSettings = default_settings();
    Account told = give_account(text.account.document, *text.account.bytes, kSettings);
    text.account.speeches = std::move(told.speeches);
    text.account.persons = std::move(told.persons);
    text.account.speakers = std::move(told.speakers);
    text.account.statements = std::move(told.statements);
    text.speeches = speech_rows(text.account, text.name);
  }
  const Account& account = text.account;
  voices = std::make_unique<Voices>(Testimony{&account.document, account.speeches, account.persons, account.speakers});
  return *voices;
}

void Desk::lay_out(std::vector<Compared>& texts) {
  asked_ = &texts;
  std::vector<SourceText> sources;
  names_.clear();
  named_.clear();
  for (const Compared& text : texts) {
    sources.push_back(
        {text.account.document.text.view(), text.account.document.blocks, &text.account.document.text.map()});
    names_.push_back(text.name);
  }
  sources_ = std::make_unique<Sources>(sources);
  retold_.reset();
  voices_.clear();
  voices_.resize(texts.size());
}

Result<VerifyPage> Desk::ask(const std::string& quote, const Claim& claim) {
  if (shelf_) {
    const Result<std::vector<Compared>*> texts = shelf_->candidates(quote, claim.source);
    if (!texts) return tl::unexpected(texts.error());
    if (asked_ == nullptr || edition_ != shelf_->edition()) lay_out(**texts);
    edition_ = shelf_->edition();
  } else if (asked_ == nullptr) {
    lay_out(texts_);
  }
  Witnesses witnesses{names_, [&](std::size_t text) -> const Document& { return (*asked_)[text].account.document; },
                      [&](std::size_t text) -> const Voices& { return voices_of(text); },
                      [&](std::span<const std::size_t> chosen) { return verify(quote, *sources_, chosen); }};
  witnesses.named = [&](std::string_view source) {
    const auto known = named_.find(source);
    if (known != named_.end()) return known->second;
    return named_.emplace(source, find_sources(source, witnesses)).first->second;
  };
  Verification found = attest(quote, claim, witnesses);
  if ((found.verdict == Verdict::not_found || found.verdict == Verdict::reworded) && can_be_retold(*sources_)) {
    if (!retold_) retold_ = std::make_unique<RetoldIndex>(*sources_);
    add_retold(quote, *retold_, found);
  }
  return VerifyPage{quote, std::move(found), asked_, shelf_ ? "the pile" : "these files", claim};
}

}  // namespace readout::cli
