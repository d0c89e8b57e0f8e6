#include "readout/record/faults.h"

#include <string>
#include <string_view>
#include <utility>

#include "readout/text/characters.h"

namespace readout {
namespace {

class Examiner {
 public:
  explicit Examiner(const Account& account) : account_(account), document_(account.document) {}

  std::vector<Fault> examine() {
    examine_document();
    examine_blocks();
    for (const Person& person : account_.persons) {
      for (const Span mention : person.mentions) span("mention", mention);
      doubts(person.doubts);
    }
    if (account_.speakers.size() != account_.speeches.size() || account_.statements.size() != account_.speeches.size())
      report("invariant", "speeches, speakers and statements differ in number");
    for (std::size_t i = 0; i < account_.speeches.size(); ++i) examine_speech(i);
    return std::move(findings_);
  }

 private:
  void report(std::string code, std::string message) {
    findings_.push_back({where_, std::move(code), std::move(message)});
  }

  bool is_boundary(std::uint32_t offset) const {
    const std::string_view text = document_.text.view();
    return offset == text.size() || (static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80;
  }

  void span(std::string_view what, Span span) {
    if (span.begin > span.end || span.end > document_.text.size())
      report("offset", std::string(what) + " lies outside the text");
    else if (!is_boundary(span.begin) || !is_boundary(span.end))
      report("offset", std::string(what) + " cuts a character in two");
  }

  void spans(std::string_view what, const std::vector<Span>& list, bool sorted) {
    std::uint32_t end = 0;
    for (const Span one : list) {
      span(what, one);
      if (sorted && (one.empty() || one.begin < end))
        report("invariant", std::string(what) + " is not sorted or empty");
      end = one.end;
    }
  }

  void doubts(const std::vector<Doubt>& list) {
    for (const Doubt& doubt : list) span("doubt", doubt.span);
  }

  void examine_document() {
    where_ = document_.name;
    span("issuer", document_.issuer);
    for (const Moment* moment :
         {&document_.dates.said, &document_.dates.published, &document_.dates.copied, &document_.dates.crawled})
      span("date", moment->words);
    for (const TimeMention& time : document_.times) span("time", time.span);
    for (const Link& link : document_.links) span("link", link.span);
    for (const ForeignSpan& foreign : document_.foreign) span("foreign words", foreign.span);
    doubts(document_.doubts);
    for (const OffsetMap::Run& run : document_.text.map().runs())
      if (std::uint64_t{run.blob} + run.blob_size > document_.blob_bytes) {
        report("offset", "the map leads past the bytes as delivered");
        break;
      }
    if (is_refused(document_) && !(document_.blocks.empty() && account_.speeches.empty()))
      report("invariant", "it was refused and yet was read");
  }

  void examine_blocks() {
    const std::string_view text = document_.text.view();
    std::uint32_t end = 0;
    for (const Block& block : document_.blocks) {
      span("block", block.span);
      if (block.span.begin < end || block.span.end > text.size()) {
        report("invariant", "blocks overlap or are not sorted");
        return;
      }
      if (!is_blank(text.substr(end, block.span.begin - end))) report("invariant", "words stand outside the blocks");
      end = block.span.end;
    }
    if (!document_.blocks.empty() && !is_blank(text.substr(end)))
      report("invariant", "words stand after the last block");
  }

  static bool is_blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint c = code_point_at(text, i);
      if (!is_white(c.value) && !is_invisible(c.value) && !is_bidi_control(c.value) && c.value >= 0x20 &&
          c.value != 0x7F)
        return false;
      i += c.size;
    }
    return true;
  }

  void examine_speech(std::size_t i) {
    const Speech& speech = account_.speeches[i];
    where_ = span_id(document_.name, document_.text.to_blob(extent(speech)));
    if (speech.content.empty()) report("invariant", "it has no content");
    spans("content", speech.content, true);
    spans("cue", speech.cue, true);
    span("source", speech.source);
    for (const Channel& channel : speech.channels) span("channel", channel.span);
    for (const Insertion& insertion : speech.insertions) {
      span("insertion", insertion.span);
      bool inside = false;
      for (const Span content : speech.content) inside = inside || content.contains(insertion.span);
      if (!inside) report("invariant", "an insertion lies outside the content");
    }
    span("same_as", speech.same_as);
    span("date", speech.said.words);
    doubts(speech.doubts);
    for (const Block& block : document_.blocks)
      for (const Span content : speech.content)
        if (block.kind != BlockKind::body && block.span.overlaps(content))
          report("invariant", "its content lies in a block that is no body: " + std::string(to_string(block.kind)));
    if (speech.parent >= static_cast<std::int32_t>(i) || speech.parent < -1) {
      report("invariant", "its parent does not stand before it");
    } else {
      const std::uint32_t depth =
          speech.parent < 0 ? 0 : account_.speeches[static_cast<std::size_t>(speech.parent)].depth + 1;
      if (speech.depth != depth) report("invariant", "its depth is not the number of its ancestors");
    }
    if (i >= account_.speakers.size()) return;
    const auto known = [&](std::int32_t person) {
      return person >= 0 && static_cast<std::size_t>(person) < account_.persons.size();
    };
    const Speaker& speaker = account_.speakers[i];
    if (speaker.person != -1 && !known(speaker.person)) report("invariant", "its speaker is no person of the document");
    for (const std::int32_t candidate : speaker.candidates)
      if (!known(candidate)) report("invariant", "a candidate is no person of the document");
  }

  const Account& account_;
  const Document& document_;
  std::string where_;
  std::vector<Fault> findings_;
};

}  // namespace

std::vector<Fault> find_faults(const Account& account) {
  return Examiner(account).examine();
}

}  // namespace readout
