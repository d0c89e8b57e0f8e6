#include "server/record_reader.h"

namespace readout {
namespace {

constexpr std::uint32_t kWait_ms = 1000;  // for a lock that a reader meets only where a log is being recovered

}  // namespace

Result<Visit> RecordReader::visit(const RecordStamp& stamp, const PageFrame& frame) {
  if (!stamp.record.there) {
    drop();
    return fail(ErrorCode::not_found, "no record stands here; `readout add` makes one", path_);
  }
  if (record_ != nullptr && !stamp.same_file(stamp_)) drop();
  if (record_ == nullptr) {
    Result<std::unique_ptr<Record>> opened = open_record(path_, {OpenMode::read, engine_, kWait_ms});
    if (!opened) return tl::unexpected(opened.error());
    record_ = std::move(*opened);
  }
  // A desk keeps texts between questions, and decisions hold for what stands in the record: both are laid out anew
  // where anything was written.
  // What was written twice within one tick of the file system's clock shows once the clock has gone on.
  if (desk_ == nullptr || !(stamp == stamp_) || stamp.settled != stamp_.settled) {
    desk_.reset();
    ruled_.reset();
    Result<Rulings> rulings = journal_.empty() ? Rulings() : load_rulings(*record_, journal_);
    if (!rulings) return tl::unexpected(rulings.error());
    rulings_ = std::move(*rulings);
    ruled_ = std::make_unique<RuledRecord>(*record_, rulings_);
    desk_ = std::make_unique<Desk>(*ruled_);
  }
  const Result<std::uint64_t> state = record_->state();
  if (!state) {
    drop();
    return tl::unexpected(state.error());
  }
  stamp_ = stamp;
  Visit visit{*ruled_, *desk_, &rulings_, frame};
  visit.frame.state = std::to_string(*state);
  return visit;
}

void RecordReader::drop() {
  desk_.reset();
  ruled_.reset();
  record_.reset();
}

}  // namespace readout
