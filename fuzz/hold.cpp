#include "fuzz/hold.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "readout/engine/account.h"
#include "readout/record/record.h"

namespace readout::fuzz {
namespace {

bool is_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
    if (size == 0 || at + size > text.size()) return false;
    for (std::size_t i = 1; i < size; ++i)
      if (is_boundary(text, at + i)) return false;
    at += size;
  }
  return true;
}

}  // namespace

void hold(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

std::string_view view(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

void hold_span(std::string_view text, Span span, const char* promise) {
  hold(span.begin <= span.end && span.end <= text.size(), promise);
  hold(is_boundary(text, span.begin) && is_boundary(text, span.end), promise);
}

void hold_text(const Text& text, std::uint64_t blob_bytes) {
  hold(is_valid_utf8(text.view()), "a text is valid UTF-8");
  hold(text.map().text_size() == text.size(), "the map is as long as the text");
  const std::uint32_t step = text.size() / 64 + 1;
  for (std::uint32_t at = 0; at < text.size(); at += step) {
    std::uint32_t end = at + 1;
    while (end < text.size() && !is_boundary(text.view(), end)) ++end;
    const Span blob = text.to_blob(Span{at, end});
    hold(blob.begin <= blob.end && blob.end <= blob_bytes, "a span maps into the blob");
  }
}

void hold_document(const Document& document) {
  const std::string_view text = document.text.view();
  hold_text(document.text, document.blob_bytes);
  hold(!is_refused(document) || document.blocks.empty(), "a refused document has no blocks");
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    hold_span(text, block.span, "a block lies in the text");
    hold(block.span.begin >= end, "blocks are sorted and do not overlap");
    end = block.span.end;
  }
  for (const TimeMention& time : document.times) hold_span(text, time.span, "a time lies in the text");
  for (const Link& link : document.links) hold_span(text, link.span, "a link lies in the text");
  for (const Doubt& doubt : document.doubts) hold_span(text, doubt.span, "a doubt lies in the text");
  for (const ForeignSpan& foreign : document.foreign) hold_span(text, foreign.span, "a foreign span lies in the text");
  hold_span(text, document.issuer, "the issuer lies in the text");
}

void hold_account(const Account& account) {
  hold_document(account.document);
  const std::string_view text = account.document.text.view();
  hold(account.speakers.size() == account.speeches.size(), "one speaker for each speech");
  hold(account.statements.size() == account.speeches.size(), "one key for each speech");
  for (std::size_t i = 0; i < account.speeches.size(); ++i) {
    const Speech& speech = account.speeches[i];
    hold(!speech.content.empty(), "a speech has content");
    for (const Span span : speech.content) hold_span(text, span, "content lies in the text");
    for (const Span span : speech.cue) hold_span(text, span, "a cue lies in the text");
    hold_span(text, speech.source, "a source lies in the text");
    for (const Insertion& insertion : speech.insertions)
      hold_span(text, insertion.span, "an insertion lies in the text");
    hold(speech.parent < static_cast<std::int32_t>(i), "a parent comes before its children");
    const std::uint32_t above =
        speech.parent < 0 ? 0 : account.speeches[static_cast<std::size_t>(speech.parent)].depth + 1;
    hold(speech.depth == above, "depth is the number of ancestors");
    const Speaker& speaker = account.speakers[i];
    hold(speaker.person < static_cast<std::int32_t>(account.persons.size()), "a speaker is one of the persons");
  }
  for (const Person& person : account.persons)
    for (const Span span : person.mentions) hold_span(text, span, "a mention lies in the text");
}

ScratchFolder::ScratchFolder() : path_((std::filesystem::temp_directory_path() / "readout_fuzz_XXXXXX").string()) {
  hold(mkdtemp(path_.data()) != nullptr, "a folder of its own can be made");
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void make_record(const std::string& path, const Source& source) {
  const auto record = open_record(path, OpenOptions{OpenMode::write, "fuzz"});
  hold(record.has_value(), "a record can be made");
  hold((*record)->add(give_accounts(source, default_settings())).has_value(), "a document can be added");
}

}  // namespace readout::fuzz
