// RecordReader: one thread's view of the record: a connection, a desk, and what people decided, opened when first asked
// for and opened anew where another file has come to the record's place.
//
//   Result<Visit> visit = reader.visit(stamp_of(record, journal), frame);
//   if (!visit) ...     // not_found: removed; store: locked; damaged; wrong_version. Asked again, it tries again.
//
// One thread at a time. The Visit is good until the next call.
#pragma once

#include <memory>
#include <string>

#include "readout/desk/ruled_record.h"
#include "readout/page/page.h"
#include "server/record_stamp.h"

namespace readout {

class RecordReader {
 public:
  RecordReader(std::string record, std::string journal, std::string engine)
      : path_(std::move(record)), journal_(std::move(journal)), engine_(std::move(engine)) {}

  Result<Visit> visit(const RecordStamp& stamp, const PageFrame& frame);

  // The connection gave an error: the next visit opens another.
  void drop();

 private:
  std::string path_;
  std::string journal_;
  std::string engine_;
  RecordStamp stamp_;
  std::unique_ptr<Record> record_;
  Rulings rulings_;
  std::unique_ptr<RuledRecord> ruled_;  // the record as decided
  std::unique_ptr<Desk> desk_;
};

}  // namespace readout
