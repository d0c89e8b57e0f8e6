#include "readout/collation/collatex.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "readout/align/keys.h"
#include "readout/base/json.h"
#include "readout/collation/token_units.h"
#include "readout/document/json_value.h"
#include "readout/text/characters.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

// Witnesses squared times tokens: what joining them one by one costs.
constexpr double kMostWork = 1e11;

bool is_point(char32_t c) {
  return c == '.' || c == '?' || c == '!' || c == ',' || c == ';' || c == ':';
}

std::string to_json(std::string_view text) {
  JsonWriter writer;
  writer.value(text);
  return writer.take();
}

void append_json(std::string& out, const JsonValue& value) {
  switch (value.type) {
    case JsonType::null:
      out += "null";
      break;
    case JsonType::boolean:
      out += value.flag ? "true" : "false";
      break;
    case JsonType::number:
      if (value.number == std::floor(value.number) && std::abs(value.number) < 9007199254740992.0)
        out += fmt::format("{}", static_cast<std::int64_t>(value.number));
      else
        out += fmt::format("{}", value.number);
      break;
    case JsonType::text:
      out += to_json(value.text);
      break;
    case JsonType::array:
      out += '[';
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) out += ',';
        append_json(out, value.items[i]);
      }
      out += ']';
      break;
    case JsonType::object:
      out += '{';
      for (std::size_t i = 0; i < value.members.size(); ++i) {
        if (i > 0) out += ',';
        out += to_json(value.members[i].first) + ':';
        append_json(out, value.members[i].second);
      }
      out += '}';
      break;
  }
}

std::string normalise(std::string_view t) {
  return fold_case(slice(t, trim(t, make_span(0, t.size()))));
}

std::vector<CollatexToken> cut(std::string_view content) {
  std::vector<CollatexToken> tokens;
  std::size_t begin = 0;  // white space at the front belongs to the first token
  for (std::size_t i = 0; i < content.size();) {
    const auto white = [&](std::size_t at) { return is_white(code_point_at(content, at).value); };
    while (i < content.size() && white(i)) i += code_point_at(content, i).size;
    if (i < content.size()) {
      const bool points = is_point(code_point_at(content, i).value);
      while (i < content.size() && !white(i) && is_point(code_point_at(content, i).value) == points)
        i += code_point_at(content, i).size;
      while (i < content.size() && white(i)) i += code_point_at(content, i).size;
    }
    const std::string t(content.substr(begin, i - begin));
    tokens.push_back({t, normalise(t), to_json(t)});
    begin = i;
  }
  return tokens;
}

Result<std::vector<CollatexToken>> read_tokens(const JsonValue& list, const std::string& where) {
  std::vector<CollatexToken> tokens;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    const JsonValue& item = list.items[i];
    const JsonValue* t = item.find("t");
    if (t == nullptr || t->type != JsonType::text)
      return fail(ErrorCode::bad_argument, fmt::format("token {} has no text \"t\"", i + 1), where);
    const JsonValue* n = item.find("n");
    const bool has_n = n != nullptr && n->type == JsonType::text;
    CollatexToken token{t->text, has_n ? n->text : normalise(t->text), {}};
    append_json(token.json, item);
    tokens.push_back(std::move(token));
  }
  return tokens;
}

Result<CollatexWitness> read_witness(const JsonValue& value, std::size_t number, const std::string& where) {
  const JsonValue* id = value.find("id");
  if (id == nullptr || id->type != JsonType::text || id->text.empty())
    return fail(ErrorCode::bad_argument, fmt::format("witness {} has no text \"id\"", number), where);
  CollatexWitness witness{id->text, {}};
  const JsonValue* content = value.find("content");
  const JsonValue* tokens = value.find("tokens");
  if (tokens != nullptr && tokens->type == JsonType::array) {
    Result<std::vector<CollatexToken>> read = read_tokens(*tokens, where + ": witness " + id->text);
    if (!read) return tl::unexpected(read.error());
    witness.tokens = std::move(*read);
  } else if (content != nullptr && content->type == JsonType::text) {
    witness.tokens = cut(content->text);
  } else {
    return fail(ErrorCode::bad_argument, "a witness has neither \"content\" nor \"tokens\"", where + ": " + id->text);
  }
  return witness;
}

// Equal readings in two places, each by witnesses that the other place does not have: one of them was moved.
std::vector<Transposition> find_transpositions(const Apparatus& apparatus) {
  std::vector<Transposition> out;
  std::map<std::string, std::vector<std::pair<std::size_t, std::size_t>>> places;
  for (std::size_t s = 0; s < apparatus.segments.size(); ++s) {
    const Segment& segment = apparatus.segments[s];
    if (segment.readings.size() < 2 && segment.absent.empty()) continue;  // all agree: nothing moved
    for (std::size_t r = 0; r < segment.readings.size(); ++r) {
      const std::uint32_t w = segment.readings[r].witnesses.front();
      std::string words;
      for (std::size_t c = segment.begin; c < segment.end; ++c)
        if (apparatus.table.at(c, w) != kNoUnit)
          words += apparatus.input.witnesses[w].tokens[apparatus.table.at(c, w)].n + " ";
      if (fold_words(words).size() >= 4) places[words].emplace_back(s, r);
    }
  }
  for (const auto& [words, found] : places)
    for (std::size_t i = 1; i < found.size(); ++i) {
      const auto& a = apparatus.segments[found[i - 1].first].readings[found[i - 1].second].witnesses;
      const auto& b = apparatus.segments[found[i].first].readings[found[i].second].witnesses;
      std::vector<std::uint32_t> both;
      std::ranges::set_intersection(a, b, std::back_inserter(both));
      if (both.empty()) out.push_back({found[i - 1].first, found[i - 1].second, found[i].first, found[i].second});
    }
  std::ranges::sort(out, {}, [](const Transposition& t) { return std::pair(t.segment_a, t.segment_b); });
  return out;
}

}  // namespace

Result<CollatexInput> read_collatex(std::string_view json, std::string where) {
  Result<JsonValue> root = parse_json(json, where);
  if (!root) return tl::unexpected(root.error());
  const JsonValue* list = root->find("witnesses");
  if (list == nullptr || list->type != JsonType::array)
    return fail(ErrorCode::bad_argument, "CollateX's input is an object with a list \"witnesses\"", where);
  CollatexInput input;
  std::set<std::string, std::less<>> ids;
  double tokens = 0;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    Result<CollatexWitness> witness = read_witness(list->items[i], i + 1, where);
    if (!witness) return tl::unexpected(witness.error());
    if (!ids.insert(witness->id).second)
      return fail(ErrorCode::bad_argument, "two witnesses have one id: " + witness->id, where);
    tokens += static_cast<double>(witness->tokens.size());
    input.witnesses.push_back(std::move(*witness));
  }
  const auto count = static_cast<double>(input.witnesses.size());
  if (count * count * tokens > kMostWork)
    return fail(ErrorCode::bad_argument, "too many words in too many witnesses; collate chapter by chapter", where);
  std::ranges::sort(input.witnesses, {}, &CollatexWitness::id);
  const JsonValue* joined = root->find("joined");
  if (joined != nullptr && joined->type == JsonType::boolean) input.joined = joined->flag;
  const JsonValue* moved = root->find("transpositions");
  if (moved != nullptr && moved->type == JsonType::boolean) input.transpositions = moved->flag;
  return input;
}

std::string Apparatus::text_of(const Segment& segment, std::uint32_t witness) const {
  std::string text;
  for (std::size_t c = segment.begin; c < segment.end; ++c) {
    const std::uint32_t unit = table.at(c, witness);
    if (unit != kNoUnit) text += input.witnesses[witness].tokens[unit].t;
  }
  return text;
}

Apparatus make_apparatus(CollatexInput input) {
  Apparatus apparatus;
  std::vector<std::vector<std::string_view>> words;
  std::vector<std::vector<std::uint64_t>> keys;
  for (const CollatexWitness& witness : input.witnesses) {
    auto& row = words.emplace_back();
    auto& key = keys.emplace_back();
    for (const CollatexToken& token : witness.tokens) {
      row.push_back(token.n);
      key.push_back(form_key(token.n));
    }
  }
  apparatus.table = collate(make_token_units(words));
  apparatus.segments = find_segments(apparatus.table, keys, input.joined);
  apparatus.input = std::move(input);
  if (apparatus.input.transpositions) apparatus.transpositions = find_transpositions(apparatus);
  return apparatus;
}

}  // namespace readout
