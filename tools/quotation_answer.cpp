#include "tools/quotation_answer.h"

#include <algorithm>
#include <span>

#include "readout/document/json_value.h"
#include "readout/engine/account.h"

namespace readout {
namespace {

std::string fold_plainly(std::string_view words) {
  std::string out = " ";
  for (const char c : words) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if (letter || c == '.' || c == ',')
      out += c;
    else if (out.back() != ' ')
      out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

std::string text_of(const JsonValue& value, std::string_view name) {
  return std::string(value.text_of(name));
}

QuotationCase read_case(const JsonValue& value) {
  QuotationCase out;
  out.id = text_of(value, "id");
  out.kind = text_of(value, "kind");
  out.by = text_of(value, "by");
  out.quote = text_of(value, "quote");
  out.source = text_of(value, "source");
  out.speaker = text_of(value, "speaker");
  out.verdict = text_of(value, "verdict");
  if (const JsonValue* also = value.find("also"))
    for (const JsonValue& verdict : also->items) out.also.push_back(verdict.text);
  if (const JsonValue* place = value.find("place"); place != nullptr && place->items.size() == 3) {
    out.place_file = place->items[0].text;
    out.place = {static_cast<std::uint32_t>(place->items[1].number),
                 static_cast<std::uint32_t>(place->items[2].number)};
  }
  if (const JsonValue* changed = value.find("changed"))
    for (const JsonValue& change : changed->items)
      out.changed.push_back({text_of(change, "words"), text_of(change, "type")});
  return out;
}

std::vector<SourceText> texts_of(const std::vector<QuotedSource>& sources) {
  std::vector<SourceText> texts;
  for (const QuotedSource& source : sources)
    texts.push_back(
        {source.document.text.view(), std::span<const Block>(source.document.blocks), &source.document.text.map()});
  return texts;
}

}  // namespace

bool names_words(std::string_view named, std::string_view wanted) {
  const std::string a = fold_plainly(named);
  const std::string b = fold_plainly(wanted);
  return a.size() > 1 && b.size() > 1 && (a.find(b) != std::string::npos || b.find(a) != std::string::npos);
}

bool read_quotation_cases(std::string_view lines, std::vector<QuotationCase>& cases) {
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    const Result<JsonValue> value = parse_json(lines.substr(0, end));
    if (!value) return false;
    cases.push_back(read_case(*value));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return true;
}

QuotationDesk::QuotationDesk(const std::vector<QuotedSource>& sources)
    : sources_(sources), texts_(texts_of(sources)), readings_(sources.size()) {
  for (const QuotedSource& source : sources) names_.push_back(source.name);
}

const Voices& QuotationDesk::voices_of(std::size_t text) const {
  static const Settings settings = default_settings();
  Reading& reading = readings_[text];
  if (!reading.voices) {
    reading.account = give_account(sources_[text].document, sources_[text].document.text.view(), settings);
    const Account& account = reading.account;
    reading.voices =
        std::make_unique<Voices>(Testimony{&account.document, account.speeches, account.persons, account.speakers});
  }
  return *reading.voices;
}

void QuotationDesk::make_ready() const {
  if (!retold_ && can_be_retold(texts_)) retold_ = std::make_unique<RetoldIndex>(texts_);
}

QuotationAnswer QuotationDesk::answer(const QuotationCase& asked) const {
  const Witnesses witnesses{names_, [&](std::size_t text) -> const Document& { return sources_[text].document; },
                            [&](std::size_t text) -> const Voices& { return voices_of(text); },
                            [&](std::span<const std::size_t> chosen) { return verify(asked.quote, texts_, chosen); }};
  Verification found = attest(asked.quote, {asked.speaker, asked.source}, witnesses);
  const bool retold = found.verdict == Verdict::not_found || found.verdict == Verdict::reworded;
  if (retold && can_be_retold(texts_)) {
    make_ready();
    add_retold(asked.quote, *retold_, found);
  }
  QuotationAnswer out;
  out.verdict = to_string(found.verdict);
  if (found.places.empty()) return out;
  const Place& place = found.places.front();
  const QuotedSource& source = sources_[place.text];
  const std::string_view text = source.document.text.view();
  if (!place.pieces.empty()) {
    out.place_file = source.name;
    out.place = source.document.text.to_blob(extent(place));
  }
  const auto name = [&](std::string_view words, DifferenceType type) {
    if (!words.empty()) out.changed.push_back({std::string(words), std::string(to_string(type))});
  };
  for (const auto* list : {&place.outside, &place.differences})
    for (const Difference& difference : *list) {
      name(slice(asked.quote, difference.quote), difference.type);
      name(slice(text, difference.text), difference.type);
    }
  for (const Seam& seam : place.seams)
    if (seam.kind == SeamKind::unmarked_cut || seam.kind == SeamKind::joined_sentences)
      out.cut.emplace_back(slice(text, seam.left_out));
  out.speaker = place.attested.speaker;
  out.warns = !place.outside.empty() || !found.cautions.empty() ||
              std::any_of(place.seams.begin(), place.seams.end(), [](const Seam& seam) { return seam.turns; });
  return out;
}

}  // namespace readout
