#include "readout/record/annotations.h"

#include <algorithm>
#include <optional>

#include "readout/record/each_account.h"

namespace readout {
namespace {

using Take = std::function<bool(std::string_view)>;

// The annotations of one document's speeches.
class SpeechAnnotations {
 public:
  SpeechAnnotations(const Account& account, AnnotationPage& page)
      : account_(account), page_(page), selectors_(account.document) {}

  bool write() {
    for (std::size_t i = 0; i < account_.speeches.size(); ++i)
      if (!write_speech(i)) return false;
    return true;
  }

 private:
  bool write_speech(std::size_t number) {
    const Speech& speech = account_.speeches[number];
    const std::string item = annotation([&](JsonWriter& json) {
      json.key("motivation").value("classifying").key("body").array();
      write_label(json, "classifying", "statement");
      write_label(json, "tagging", to_string(speech.kind));
      write_label(json, "tagging", to_string(speech.polarity));
      write_person(json, number);
      if (!account_.statements[number].empty()) write_label(json, "tagging", account_.statements[number]);
      if (speech.parent >= 0) write_part_of(json, ids_[static_cast<std::size_t>(speech.parent)]);
      json.end().key("target").array();
      for (const Span span : speech.content) selectors_.write(json, span);
      json.end();
    });
    // {"id":"urn:uuid:..."
    ids_.push_back(item.substr(7, 45));
    bool more = page_.add(item);
    if (!speech.source.empty()) more = more && write_part(number, "source", {}, speech.source);
    for (const Span cue : speech.cue) more = more && write_part(number, "cue", {}, cue);
    for (const Channel& channel : speech.channels)
      if (!channel.span.empty()) more = more && write_part(number, "channel", to_string(channel.kind), channel.span);
    for (const Insertion& insertion : speech.insertions)
      more = more && write_part(number, "insertion", to_string(insertion.kind), insertion.span);
    return more;
  }

  bool write_part(std::size_t number, std::string_view part, std::string_view kind, Span span) {
    return page_.add(annotation([&](JsonWriter& json) {
      json.key("motivation").value("classifying").key("body").array();
      write_label(json, "classifying", part);
      if (!kind.empty()) write_label(json, "tagging", kind);
      if (part == "source") write_person(json, number);
      write_part_of(json, ids_[number]);
      json.end().key("target");
      selectors_.write(json, span);
    }));
  }

  void write_person(JsonWriter& json, std::size_t number) const {
    const auto person = static_cast<std::size_t>(account_.speakers[number].person);
    if (account_.speakers[number].person >= 0 && person < account_.persons.size())
      write_label(json, "identifying", account_.persons[person].name);
  }

  static void write_part_of(JsonWriter& json, std::string_view id) {
    json.object().key("type").value("SpecificResource").key("purpose").value("linking").key("source").value(id).end();
  }

  const Account& account_;
  AnnotationPage& page_;
  SelectorWriter selectors_;
  std::vector<std::string> ids_;
};

}  // namespace

std::string annotation(const std::function<void(JsonWriter&)>& write) {
  JsonWriter json;
  json.object().key("type").value("Annotation");
  write(json);
  json.end();
  const std::string said = json.take();
  return "{\"id\":\"" + content_urn(said) + "\"," + said.substr(1);
}

void write_label(JsonWriter& json, std::string_view purpose, std::string_view value) {
  json.object().key("type").value("TextualBody").key("purpose").value(purpose).key("value").value(value).end();
}

bool AnnotationPage::add(const std::string& annotation) {
  if (!any_ && !take_("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":[\n"))
    return false;
  hasher_.add(annotation);
  const bool more = take_((any_ ? ",\n" : "") + annotation);
  any_ = true;
  return more;
}

bool AnnotationPage::finish() {
  if (!any_ && !take_("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"type\":\"AnnotationPage\",\"items\":["))
    return false;
  return take_("\n],\"id\":\"" + content_urn(to_hex(hasher_.finish())) + "\"}\n");
}

Result<void> write_annotations(Record& record, const Take& take) {
  AnnotationPage page(take);
  bool open = true;
  const Result<void> written =
      for_each_account(record, [&](const Account& account, const DocumentRow&) -> Result<bool> {
        open = SpeechAnnotations(account, page).write();
        if (!open) return false;
        Result<std::vector<LinkRow>> links = record.links_of(account.document.name);
        if (!links) return tl::unexpected(links.error());
        // One after another for each other document, so that it is read once.
        std::ranges::stable_sort(*links, {}, &LinkRow::b_document);
        const SelectorWriter here(account.document);
        std::optional<Account> other;
        std::optional<SelectorWriter> there;
        for (const LinkRow& link : *links) {
          if (link.a_document > link.b_document) continue;
          if (!other || other->document.name != link.b_document) {
            Result<Account> read = record.account(link.b_document);
            if (!read) return tl::unexpected(read.error());
            other = std::move(*read);
            there.emplace(other->document);
          }
          open = page.add(annotation([&](JsonWriter& json) {
            json.key("motivation").value("linking").key("body").array();
            write_label(json, "classifying", link.kind);
            write_label(json, "tagging", link.basis.rule);
            there->write(json, link.b_span, "linking");
            json.end().key("target");
            here.write(json, link.a_span);
          }));
          if (!open) return false;
        }
        return true;
      });
  if (!written) return written;
  if (open) page.finish();
  return {};
}

Result<void> write_texts(Record& record, const Take& take) {
  return for_each_account(record, [&](const Account& account, const DocumentRow&) -> Result<bool> {
    const Document& document = account.document;
    JsonWriter json;
    json.object().key("type").value("text").key("data").object().key("name").value(document.name);
    json.key("sha256").value(to_hex(document.blob)).key("id").value(digest_uri(document.blob));
    json.key("text").value(document.text.view()).end().end();
    return take(json.take() + "\n");
  });
}

}  // namespace readout
