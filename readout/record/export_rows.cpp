#include "readout/record/export_rows.h"

#include "readout/base/json.h"

namespace readout {
namespace {

class Line {
 public:
  explicit Line(const Account& account) : account_(account), document_(account.document) {}

  JsonWriter& json() { return json_; }

  void span(std::string_view key, Span span) {
    json_.key(key);
    if (span.empty()) {
      json_.null();
      return;
    }
    json_.object();
    offsets(span);
    json_.key("words").value(document_.text[span]).end();
  }

  void spans(std::string_view key, const std::vector<Span>& spans) {
    json_.key(key).array();
    for (const Span span : spans) {
      json_.object();
      offsets(span);
      json_.key("words").value(document_.text[span]).end();
    }
    json_.end();
  }

  void moment(std::string_view key, const Moment& moment) {
    json_.key(key);
    if (!is_known(moment) && moment.words.empty()) {
      json_.null();
      return;
    }
    json_.object();
    moment_fields(moment);
    json_.end();
  }

  void moment_fields(const Moment& moment) {
    json_.key("value").value(to_iso(moment)).key("grain").value(to_string(moment.grain));
    json_.key("known").value(to_string(moment.known));
    if (!moment.words.empty()) span("words", moment.words);
  }

  void doubts(const std::vector<Doubt>& doubts) {
    json_.key("doubts").array();
    for (const Doubt& doubt : doubts) {
      json_.object().key("class").value(to_string(doubt.kind));
      if (!doubt.span.empty()) offsets(doubt.span);
      if (!doubt.detail.empty()) json_.key("detail").value(doubt.detail);
      json_.end();
    }
    json_.end();
  }

  void basis(std::string_view key, const Basis& basis) {
    json_.key(key).object().key("rule").value(basis.rule).key("score").value(basis.score).key("evidence").array();
    for (const Evidence& evidence : basis.evidence) json_.array().value(evidence.name).value(evidence.weight).end();
    json_.end().end();
  }

  void person(const Person& person) {
    json_.object()
        .key("key")
        .value(person.key)
        .key("name")
        .value(person.name)
        .key("kind")
        .value(to_string(person.kind));
    json_.key("offices").array();
    for (const std::string& office : person.offices) json_.value(office);
    json_.end();
    doubts(person.doubts);
    json_.end();
  }

  void offsets(Span span) {
    const Span delivered = document_.text.to_blob(span);
    json_.key("begin").value(delivered.begin).key("end").value(delivered.end);
  }

  std::string id_of(std::size_t speech) const {
    return span_id(document_.name, document_.text.to_blob(extent(account_.speeches[speech])));
  }

  // The person that a number of a Speaker stands for; null where it stands for none.
  const Person* person_at(std::int32_t number) const {
    const auto index = static_cast<std::size_t>(number);
    return number >= 0 && index < account_.persons.size() ? &account_.persons[index] : nullptr;
  }

  const Person* speaker_of(std::size_t speech) const { return person_at(account_.speakers[speech].person); }

  std::string take() {
    std::string line = json_.take();
    line += '\n';
    return line;
  }

 private:
  const Account& account_;
  const Document& document_;
  JsonWriter json_;
};

// A field as RFC 4180 has it: in quotation marks where it must be.
void add_field(std::string& line, std::string_view field) {
  if (!line.empty()) line += ',';
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    line += field;
    return;
  }
  line += '"';
  for (const char c : field) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

constexpr std::string_view kBetween = " | ";

void append(std::string& list, std::string_view item) {
  if (!list.empty()) list += kBetween;
  list += item;
}

}  // namespace

std::string document_line(const Account& account, const DocumentRow& row) {
  const Document& document = account.document;
  Line line(account);
  JsonWriter& json = line.json();
  json.object().key("type").value("document").key("data").object();
  json.key("name").value(document.name).key("sha256").value(to_hex(document.blob));
  json.key("bytes").value(document.blob_bytes).key("origin").value(document.origin);
  json.key("replaces").value(row.replaces).key("replaced_by").value(row.replaced_by);
  json.key("format").value(to_string(document.format)).key("form").value(to_string(document.form));
  json.key("encoding").value(document.encoding).key("language").value(document.language.code);
  json.key("url").value(document.url).key("outlet").value(document.outlet).key("title").value(document.title);
  json.key("agency").value(document.agency).key("place").value(document.place).key("authors").array();
  for (const std::string& author : document.authors) json.value(author);
  json.end();
  line.span("issuer", document.issuer);
  line.moment("said", document.dates.said);
  line.moment("published", document.dates.published);
  line.moment("copied", document.dates.copied);
  line.moment("crawled", document.dates.crawled);
  json.key("blocks").array();
  for (const Block& block : document.blocks) {
    json.object();
    line.offsets(block.span);
    json.key("kind").value(to_string(block.kind)).key("reason").value(block.reason).end();
  }
  json.end();
  line.doubts(document.doubts);
  json.key("speeches").value(static_cast<std::uint64_t>(account.speeches.size())).end().end();
  return line.take();
}

std::string speech_line(const Account& account, std::size_t number) {
  const Document& document = account.document;
  const Speech& speech = account.speeches[number];
  const Speaker& speaker = account.speakers[number];
  Line line(account);
  JsonWriter& json = line.json();
  json.object().key("type").value("speech").key("data").object();
  json.key("id").value(line.id_of(number)).key("document").value(document.name);
  json.key("sha256").value(to_hex(document.blob)).key("number").value(static_cast<std::uint64_t>(number));
  line.offsets(extent(speech));
  json.key("kind").value(to_string(speech.kind)).key("polarity").value(to_string(speech.polarity));
  json.key("depth").value(speech.depth).key("parent");
  if (speech.parent < 0)
    json.null();
  else
    json.value(line.id_of(static_cast<std::size_t>(speech.parent)));
  json.key("chain").array();
  for (std::int32_t at = speech.parent; at >= 0; at = account.speeches[static_cast<std::size_t>(at)].parent) {
    const auto index = static_cast<std::size_t>(at);
    const Person* reporter = line.speaker_of(index);
    json.object().key("id").value(line.id_of(index)).key("name").value(reporter == nullptr ? "" : reporter->name);
    json.key("source").value(document.text[account.speeches[index].source]).end();
  }
  json.end().key("person");
  if (const Person* person = line.speaker_of(number))
    line.person(*person);
  else
    json.null();
  json.key("candidates").array();
  for (const std::int32_t candidate : speaker.candidates)
    if (const Person* person = line.person_at(candidate)) line.person(*person);
  json.end();
  line.span("source", speech.source);
  line.spans("cue", speech.cue);
  line.spans("content", speech.content);
  json.key("insertions").array();
  for (const Insertion& insertion : speech.insertions) {
    json.object();
    line.offsets(insertion.span);
    json.key("kind").value(to_string(insertion.kind)).end();
  }
  json.end().key("channels").array();
  for (const Channel& channel : speech.channels) {
    json.object();
    line.offsets(channel.span);
    json.key("kind").value(to_string(channel.kind)).key("words").value(document.text[channel.span]).end();
  }
  json.end();
  const When when = when_said(speech, document.dates);
  json.key("when").object().key("of").value(to_string(when.of));
  line.moment_fields(when.moment);
  json.end();
  line.span("same_as", speech.same_as);
  line.basis("basis", speech.basis);
  line.basis("speaker_basis", speaker.basis);
  json.key("statement").value(account.statements[number]);
  line.doubts(speech.doubts);
  json.end().end();
  return line.take();
}

std::string link_line(const LinkRow& link) {
  JsonWriter json;
  json.object().key("type").value("link").key("data").object();
  json.key("kind").value(link.kind).key("a").value(link.a).key("b").value(link.b);
  json.key("a_speech").value(link.a_speech).key("b_speech").value(link.b_speech);
  json.key("a_words").value(link.a_words).key("b_words").value(link.b_words);
  json.key("basis").object().key("rule").value(link.basis.rule).key("score").value(link.basis.score);
  json.key("evidence").array();
  for (const Evidence& evidence : link.basis.evidence) json.array().value(evidence.name).value(evidence.weight).end();
  json.end().end().end().end();
  return json.take() + '\n';
}

std::string csv_head() {
  return "id,document,sha256,begin,end,kind,polarity,depth,parent,chain,person,person_key,source,cue,channel,"
         "when,when_of,known,outlet,agency,statement,words,doubts\n";
}

std::string csv_line(const Account& account, std::size_t number) {
  const Document& document = account.document;
  const Speech& speech = account.speeches[number];
  const Line ids(account);
  const Person* person = ids.speaker_of(number);
  const Span delivered = document.text.to_blob(extent(speech));
  const When when = when_said(speech, document.dates);
  std::string chain;
  for (std::int32_t at = speech.parent; at >= 0; at = account.speeches[static_cast<std::size_t>(at)].parent) {
    const auto index = static_cast<std::size_t>(at);
    const Person* reporter = ids.speaker_of(index);
    append(chain, reporter == nullptr ? document.text[account.speeches[index].source] : reporter->name);
  }
  std::string cue;
  for (const Span span : speech.cue) append(cue, document.text[span]);
  std::string channel;
  for (const Channel& one : speech.channels)
    append(channel, std::string(to_string(one.kind)) + " " + std::string(document.text[one.span]));
  std::string words;
  for (const Span span : speech.content) append(words, document.text[span]);
  std::string doubts;
  for (const Doubt& doubt : speech.doubts) append(doubts, to_string(doubt.kind));

  std::string line = ids.id_of(number);
  add_field(line, document.name);
  add_field(line, to_hex(document.blob));
  add_field(line, std::to_string(delivered.begin));
  add_field(line, std::to_string(delivered.end));
  add_field(line, to_string(speech.kind));
  add_field(line, to_string(speech.polarity));
  add_field(line, std::to_string(speech.depth));
  add_field(line, speech.parent < 0 ? std::string() : ids.id_of(static_cast<std::size_t>(speech.parent)));
  add_field(line, chain);
  add_field(line, person == nullptr ? std::string_view() : std::string_view(person->name));
  add_field(line, person == nullptr ? std::string_view() : std::string_view(person->key));
  add_field(line, document.text[speech.source]);
  add_field(line, cue);
  add_field(line, channel);
  add_field(line, to_iso(when.moment));
  add_field(line, to_string(when.of));
  add_field(line, to_string(when.moment.known));
  add_field(line, document.outlet);
  add_field(line, document.agency);
  add_field(line, account.statements[number]);
  add_field(line, words);
  add_field(line, doubts);
  line += '\n';
  return line;
}

}  // namespace readout
