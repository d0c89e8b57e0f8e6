#include "cli/desk.h"

#include <algorithm>
#include <filesystem>
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

Result<Desk> Desk::open(const Arguments& arguments, const std::vector<NamedFile>& drafts) {
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
  std::erase_if(*files, [&](const NamedFile& file) {
    return std::ranges::any_of(drafts, [&](const NamedFile& draft) {
      std::error_code ignored;
      return file.path == draft.path || std::filesystem::equivalent(file.path, draft.path, ignored);
    });
  });
  Result<ReadFiles> read = read_files(*files);
  if (!read) return tl::unexpected(read.error());
  desk.texts_ = std::move(read->texts);
  desk.passed_over_ = std::move(read->passed_over);
  desk.told_.resize(desk.texts_.size());
  for (const Compared& text : desk.texts_)
    desk.sources_.push_back({text.account.document.text.view(), text.account.document.blocks});
  return desk;
}

Result<VerifyPage> Desk::ask(const std::string& quote) {
  if (shelf_) {
    const Result<const std::vector<Compared>*> texts = shelf_->candidates(quote);
    if (!texts) return tl::unexpected(texts.error());
    return compare(quote, **texts, "the pile");
  }
  VerifyPage page{quote, verify(quote, sources_), &texts_, "these files"};
  // Who speaks where is asked of few texts: those where words of a quotation stand.
  for (const Place& place : page.verification.places) {
    if (told_[place.text]) continue;
    told_[place.text] = true;
    Compared& text = texts_[place.text];
    Account told = give_account(text.account.document, *text.account.bytes, default_settings());
    text.account.speeches = std::move(told.speeches);
    text.account.persons = std::move(told.persons);
    text.account.speakers = std::move(told.speakers);
    text.account.statements = std::move(told.statements);
    text.speeches = speech_rows(text.account, text.name);
  }
  return page;
}

}  // namespace readout::cli
