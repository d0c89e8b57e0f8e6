// TEI P5, chapter 12: the critical apparatus by parallel segmentation.
#include <fmt/format.h>

#include <algorithm>

#include "readout/collation/xml_text.h"
#include "readout/record/rows.h"
#include "readout/record/selectors.h"
#include "readout/view/version_export.h"

namespace readout {
namespace {

std::string siglum(std::size_t witness) {
  return fmt::format("w{}", witness + 1);
}

// The forms of a date that TEI's `when` takes: YYYY, YYYY-MM, YYYY-MM-DD.
bool is_plain_date(std::string_view iso) {
  constexpr std::string_view kForm = "0000-00-00";
  if (iso.size() != 4 && iso.size() != 7 && iso.size() != 10) return false;
  for (std::size_t i = 0; i < iso.size(); ++i)
    if (kForm[i] == '-' ? iso[i] != '-' : iso[i] < '0' || iso[i] > '9') return false;
  return true;
}

std::string element(std::string_view name, std::string_view words, std::string_view attributes = {}) {
  if (words.empty()) return {};
  return fmt::format("<{0}{1}>{2}</{0}>", name, attributes, escape_xml(words));
}

std::string bibl(const VersionWitness& witness) {
  const Document& document = witness.account.document;
  std::string out = element("title", document.title) + element("publisher", document.outlet);
  const When when = when_said(witness.account.speeches[witness.speech], document.dates);
  if (is_known(when.moment)) {
    const std::string iso = to_iso(when.moment);
    out += element("date", iso, is_plain_date(iso) ? " when=\"" + iso + "\"" : "");
  }
  const std::string iri = iri_of(document.url);
  if (!iri.empty()) out += fmt::format("<ref target=\"{0}\">{0}</ref>", escape_xml(iri));
  return out.empty() ? out : "<bibl>" + out + "</bibl>";
}

std::string witness_entry(const VersionTable& table, std::size_t number) {
  const VersionWitness& witness = table.witnesses()[number];
  std::string out = fmt::format("<witness xml:id=\"{}\">", siglum(number)) +
                    element("idno", witness.id, " type=\"span\"") +
                    element("idno", to_hex(witness.account.document.blob), " type=\"sha256\"");
  const std::int32_t person = witness.account.speakers[witness.speech].person;
  if (person >= 0 && static_cast<std::size_t>(person) < witness.account.persons.size())
    out += element("name", witness.account.persons[static_cast<std::size_t>(person)].name, " type=\"speaker\"");
  out += bibl(witness);
  if (number != table.base()) out += element("term", to_string(table.pair(number).relation), " type=\"relation\"");
  return out + "</witness>\n";
}

// One writing of a segment and who has it.
struct Writing {
  std::string_view words;
  std::string_view type;
  std::vector<std::size_t> witnesses;
};

std::string reading(const VersionTable& table, const Segment& segment, const Writing& writing, bool lemma) {
  std::string wit, places;
  for (const std::size_t w : writing.witnesses) {
    wit += (wit.empty() ? "#" : " #") + siglum(w);
    const Span at = table.delivered(w, table.cell(segment, w));
    if (!writing.words.empty())
      places += fmt::format("{}{}:{}-{}", places.empty() ? "" : " ", siglum(w), at.begin, at.end);
  }
  std::string out = fmt::format("<{} wit=\"{}\"", lemma ? "lem" : "rdg", wit);
  if (!writing.type.empty()) out += fmt::format(" type=\"{}\"", writing.type);
  if (!places.empty()) out += fmt::format(" n=\"{}\"", places);
  if (writing.words.empty()) return out + "/>";
  return out + ">" + escape_xml(writing.words) + (lemma ? "</lem>" : "</rdg>");
}

std::string app(const VersionTable& table, const Segment& segment) {
  std::vector<Writing> writings = {{table.words(segment, table.base()), {}, {}}};
  for (std::size_t w = 0; w < table.witnesses().size(); ++w) {
    const std::string_view words = table.words(segment, w);
    const std::string_view type = table.change_name(segment, w);
    const auto found =
        std::ranges::find_if(writings, [&](const Writing& each) { return each.words == words && each.type == type; });
    if (found == writings.end())
      writings.push_back({words, type, {w}});
    else
      found->witnesses.push_back(w);
  }
  if (writings.size() == 1) return escape_xml(writings.front().words);
  std::string out = "<app>";
  for (std::size_t i = 0; i < writings.size(); ++i) out += reading(table, segment, writings[i], i == 0);
  return out + "</app>";
}

}  // namespace

std::string to_tei(const VersionTable& table) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n"
      "<teiHeader>\n<fileDesc>\n<titleStmt><title>";
  out += escape_xml(table.witnesses()[table.base()].id);
  out +=
      "</title></titleStmt>\n<publicationStmt><p>readout collate</p></publicationStmt>\n"
      "<sourceDesc>\n<listWit>\n";
  for (std::size_t w = 0; w < table.witnesses().size(); ++w) out += witness_entry(table, w);
  out +=
      "</listWit>\n</sourceDesc>\n</fileDesc>\n<encodingDesc>"
      "<variantEncoding method=\"parallel-segmentation\" location=\"internal\"/></encodingDesc>\n"
      "</teiHeader>\n<text>\n<body>\n<ab>";
  for (const Segment& segment : table.segments()) {
    if (segment.begin > 0 && table.space_before(segment)) out += ' ';
    out += app(table, segment);
  }
  return out + "</ab>\n</body>\n</text>\n</TEI>\n";
}

}  // namespace readout
