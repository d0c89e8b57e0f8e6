#include "readout/document/sniff.h"

#include <algorithm>
#include <array>

#include "readout/text/characters.h"

namespace readout {
namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  std::size_t offset;
  DoubtKind kind;
  std::string_view name;
};

constexpr auto kUnsupported = DoubtKind::unsupported_format;
constexpr auto kNoDocument = DoubtKind::not_a_document;
constexpr auto kBinary = DoubtKind::binary;

const auto kMagics = std::to_array<Magic>({
    {"%PDF-"sv, 0, kUnsupported, "pdf"},
    {"{\\rtf"sv, 0, kUnsupported, "rtf"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, 0, kUnsupported, "ole"},
    {"\x1F\x8B"sv, 0, kUnsupported, "gzip"},
    {"BZh"sv, 0, kUnsupported, "bzip2"},
    {"\xFD\x37zXZ\0"sv, 0, kUnsupported, "xz"},
    {"\x28\xB5\x2F\xFD"sv, 0, kUnsupported, "zstd"},
    {"7z\xBC\xAF\x27\x1C"sv, 0, kUnsupported, "7z"},
    {"Rar!\x1A\x07"sv, 0, kUnsupported, "rar"},
    {"ustar"sv, 257, kUnsupported, "tar"},
    {"WARC/1."sv, 0, kUnsupported, "warc"},
    {"%!PS"sv, 0, kUnsupported, "postscript"},
    {"AT&TFORM"sv, 0, kUnsupported, "djvu"},
    {"\x89PNG\r\n\x1A\n"sv, 0, kNoDocument, "png"},
    {"\xFF\xD8\xFF"sv, 0, kNoDocument, "jpeg"},
    {"GIF87a"sv, 0, kNoDocument, "gif"},
    {"GIF89a"sv, 0, kNoDocument, "gif"},
    {"II*\0"sv, 0, kNoDocument, "tiff"},
    {"MM\0*"sv, 0, kNoDocument, "tiff"},
    {"WEBP"sv, 8, kNoDocument, "webp"},
    {"WAVE"sv, 8, kNoDocument, "wav"},
    {"ftyp"sv, 4, kNoDocument, "mp4"},
    {"ID3"sv, 0, kNoDocument, "mp3"},
    {"OggS"sv, 0, kNoDocument, "ogg"},
    {"fLaC"sv, 0, kNoDocument, "flac"},
    {"\x1A\x45\xDF\xA3"sv, 0, kNoDocument, "matroska"},
    {"\0\0\x01\0"sv, 0, kNoDocument, "icon"},
    {"wOFF"sv, 0, kNoDocument, "font"},
    {"wOF2"sv, 0, kNoDocument, "font"},
    {"\x7F\x45LF"sv, 0, kBinary, "elf"},
    {"\xCA\xFE\xBA\xBE"sv, 0, kBinary, "class"},
    {"\xCF\xFA\xED\xFE"sv, 0, kBinary, "macho"},
    {"SQLite format 3\0"sv, 0, kBinary, "sqlite"},
});

std::string_view skip_white(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n\f");
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

bool starts_with_ascii(std::string_view text, std::string_view lower) {
  return same_ascii(text.substr(0, lower.size()), lower);
}

bool ends_with_ascii(std::string_view name, std::string_view lower) {
  return name.size() >= lower.size() && same_ascii(name.substr(name.size() - lower.size()), lower);
}

// Past an XML declaration, comments, processing instructions and a doctype.
std::string_view skip_prolog(std::string_view text) {
  for (int i = 0; i < 32; ++i) {
    text = skip_white(text);
    std::string_view end;
    if (text.starts_with("<!--"))
      end = "-->";
    else if (text.starts_with("<?"))
      end = "?>";
    else if (starts_with_ascii(text, "<!doctype") && !starts_with_ascii(text, "<!doctype html"))
      end = ">";
    else
      break;
    const std::size_t at = text.find(end);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + end.size());
  }
  return text;
}

// What a zip holds, by the names of its first entries.
std::string_view zip_kind(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 16384);
  if (head.find("word/") != std::string_view::npos) return "docx";
  if (head.find("xl/") != std::string_view::npos) return "xlsx";
  if (head.find("ppt/") != std::string_view::npos) return "pptx";
  if (head.find("application/vnd.oasis.opendocument") != std::string_view::npos) return "odf";
  if (head.find("application/epub+zip") != std::string_view::npos) return "epub";
  return "zip";
}

// Every line has the same number of columns: tab-separated always, comma-separated where there are many.
bool is_table(std::string_view text) {
  std::size_t lines = 0;
  std::size_t tabs = 0;
  std::size_t commas = 0;
  bool same_tabs = true;
  bool same_commas = true;
  while (!text.empty() && lines < 200 && (same_tabs || same_commas)) {
    const std::size_t eol = text.find('\n');
    const std::string_view line = text.substr(0, eol);
    text.remove_prefix(eol == std::string_view::npos ? text.size() : eol + 1);
    if (line.empty() || line == "\r" || line.front() == '#') continue;
    const auto count = [&](char c) { return static_cast<std::size_t>(std::count(line.begin(), line.end(), c)); };
    if (lines++ == 0) {
      tabs = count('\t');
      commas = count(',');
      same_tabs = tabs >= 1;
      same_commas = commas >= 3 && line.find(", ") == std::string_view::npos;
      continue;
    }
    same_tabs = same_tabs && count('\t') == tabs;
    same_commas = same_commas && count(',') == commas;
  }
  return (same_tabs && lines >= 3) || (same_commas && lines >= 5);
}

// A whole text that is one JSON value of many lines: a configuration, a dump.
bool is_json(std::string_view text) {
  const Span span = trim(text, make_span(0, text.size()));
  const std::string_view value = slice(text, span);
  if (value.size() < 2) return false;
  const bool object = value.front() == '{' && value.back() == '}';
  const bool list = value.front() == '[' && value.back() == ']';
  if (!object && !list) return false;
  const std::size_t next = value.find_first_not_of(" \t\r\n", 1);
  if (object) return value[next] == '"' && value.find("\":") != std::string_view::npos;
  return value[next] == '{' && value.find("\":") != std::string_view::npos;
}

std::string charset_in(std::string_view text) {
  for (std::size_t i = 0; i + 8 < text.size(); ++i) {
    if (!starts_with_ascii(text.substr(i), "charset")) continue;
    std::size_t at = text.find_first_not_of(" \t\r\n", i + 7);
    if (at == std::string_view::npos || text[at] != '=') continue;
    at = text.find_first_not_of(" \t\r\n\"'", at + 1);
    if (at == std::string_view::npos) return "";
    const std::size_t end = text.find_first_of(" \t\r\n\"'>;/", at);
    return std::string(text.substr(at, end == std::string_view::npos ? end : end - at));
  }
  return "";
}

}  // namespace

std::optional<Refusal> refuse_by_bytes(std::string_view bytes) {
  for (const Magic& magic : kMagics)
    if (bytes.size() > magic.offset && bytes.substr(magic.offset).starts_with(magic.bytes))
      return Refusal{magic.kind, std::string(magic.name)};
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
    return Refusal{kUnsupported, std::string(zip_kind(bytes))};
  if (bytes.starts_with("MZ") && bytes.substr(0, 4096).find('\0') != std::string_view::npos)
    return Refusal{kBinary, "exe"};
  // Some servers put a line before the file.
  if (const std::size_t at = bytes.substr(0, 1024).find("%PDF-");
      at != std::string_view::npos && at < 1024 && bytes.substr(0, 4096).find(" obj") != std::string_view::npos)
    return Refusal{kUnsupported, "pdf"};
  return std::nullopt;
}

std::optional<Refusal> refuse_by_text(std::string_view text) {
  const bool declared = skip_white(text).starts_with("<?xml");
  const std::string_view root = skip_prolog(text);
  for (const std::string_view feed : {"<rss", "<feed", "<rdf:rdf"})
    if (starts_with_ascii(root, feed)) return Refusal{kUnsupported, "feed"};
  for (const std::string_view map : {"<urlset", "<sitemapindex"})
    if (starts_with_ascii(root, map)) return Refusal{kNoDocument, "sitemap"};
  if (starts_with_ascii(root, "<svg")) return Refusal{kNoDocument, "svg"};
  if (declared && root.starts_with('<') && !starts_with_ascii(root, "<!doctype html") &&
      !starts_with_ascii(root, "<html"))
    return Refusal{kUnsupported, "xml"};
  if (starts_with_ascii(skip_white(text), "begin:vcalendar") || starts_with_ascii(skip_white(text), "begin:vcard"))
    return Refusal{kNoDocument, "calendar"};
  if (is_json(text)) return Refusal{kUnsupported, "json"};
  if (is_table(text)) return Refusal{kNoDocument, "table"};
  return std::nullopt;
}

bool looks_like_json_lines(const Source& source) {
  const std::string_view name = source.origin;
  for (const std::string_view end : {".jsonl", ".ndjson", ".jsonlines", ".jl"})
    if (ends_with_ascii(name, end)) return true;
  if (source.declared_type.find("jsonlines") != std::string::npos ||
      source.declared_type.find("ndjson") != std::string::npos)
    return true;
  const std::string_view head = skip_white(source.bytes).substr(0, 4096);
  if (!head.starts_with('{')) return false;
  const std::size_t key = head.find_first_not_of(" \t\r\n", 1);
  if (key == std::string_view::npos || head[key] != '"') return false;
  // One object a line: the first line that opens one also closes it, or runs past what was looked at.
  const std::size_t eol = head.find('\n');
  const std::string_view line = head.substr(0, eol);
  for (const std::string_view field : {"\"text\"", "\"html\"", "\"url\"", "\"title\"", "\"id\""})
    if (line.find(field) != std::string_view::npos) return true;
  return false;
}

bool looks_like_html(std::string_view text, const Source& source) {
  const std::string_view head = skip_prolog(text);
  for (const std::string_view start : {"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<script"})
    if (starts_with_ascii(head, start)) return true;
  if (source.declared_type.find("text/html") != std::string::npos ||
      source.declared_type.find("xhtml") != std::string::npos)
    return true;
  for (const std::string_view end : {".html", ".htm", ".xhtml", ".shtml", ".asp", ".aspx", ".php"})
    if (ends_with_ascii(source.origin, end) && head.find('<') != std::string_view::npos) return true;
  // A fragment: it opens with an element of text, or is full of them.
  for (const std::string_view start : {"<p>", "<p ", "<div", "<article", "<section", "<table", "<h1", "<h2", "<br"})
    if (starts_with_ascii(head, start)) return true;
  std::size_t tags = 0;
  const std::string_view part = head.substr(0, 16384);
  for (std::size_t i = part.find('<'); i != std::string_view::npos; i = part.find('<', i + 1))
    for (const std::string_view tag : {"<p>", "</p>", "<br>", "<br/>", "<br />", "</div>", "</td>", "</li>"})
      if (starts_with_ascii(part.substr(i), tag)) ++tags;
  return tags >= 4;
}

std::string declared_encoding(std::string_view bytes, std::string_view media_type) {
  if (std::string charset = charset_in(media_type); !charset.empty()) return charset;
  const std::string_view head = skip_white(bytes).substr(0, 4096);
  if (head.starts_with("<?xml")) {
    const std::string_view declaration = head.substr(0, head.find("?>"));
    const std::size_t at = declaration.find("encoding=");
    if (at != std::string_view::npos && at + 10 < declaration.size()) {
      const std::string_view value = declaration.substr(at + 10);
      return std::string(value.substr(0, value.find_first_of("\"'")));
    }
  }
  return head.find('<') == std::string_view::npos ? "" : charset_in(head);
}

}  // namespace readout
