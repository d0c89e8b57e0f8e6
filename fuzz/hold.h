// hold: what the headers promise, checked on whatever a fuzzer invents; a broken promise ends the program.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "readout/base/span.h"
#include "readout/document/document.h"
#include "readout/document/read.h"
#include "readout/record/account.h"

namespace readout::fuzz {

// Prints `promise` and aborts where it does not hold.
void hold(bool holds, const char* promise);

std::string_view view(const std::uint8_t* data, std::size_t size);

// The span lies in the text and cuts no character.
void hold_span(std::string_view text, Span span, const char* promise);

// Valid UTF-8; every stretch maps into the blob.
void hold_text(const Text& text, std::uint64_t blob_bytes);

// Blocks in order and apart; every span inside the text.
void hold_document(const Document& document);

// The same, and the speeches: parents before children, depth by parent, content inside, one speaker each.
void hold_account(const Account& account);

// A folder of the target's own, gone with the program.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  std::string file(std::string_view name) const { return path_ + "/" + std::string(name); }

 private:
  std::string path_;
};

// A record of one document.
void make_record(const std::string& path, const Source& source);

}  // namespace readout::fuzz
