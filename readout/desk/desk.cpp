#include "readout/desk/desk.h"

#include "readout/engine/account.h"
#include "readout/view/speech_view.h"

namespace readout {

Desk::Desk(Record& record, std::string document) : shelf_(std::make_unique<Shelf>(record, std::move(document))) {}

Desk::Desk(std::vector<Compared> texts) : texts_(std::move(texts)) {}

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

}  // namespace readout
