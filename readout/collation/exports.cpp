#include "readout/collation/exports.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "readout/base/json.h"
#include "readout/collation/xml_text.h"
#include "readout/text/characters.h"

namespace readout {
namespace {

std::string escape_dot(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n' || c == '\r')
      out += ' ';
    else
      out += c;
  }
  return out;
}

std::string escape_csv(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

std::string_view trimmed(std::string_view text) {
  return slice(text, trim(text, make_span(0, text.size())));
}

struct Node {
  std::string tokens;
  std::size_t rank = 0;
};

struct Edge {
  std::size_t from = 0;
  std::size_t to = 0;
  bool moved = false;
  std::string witnesses;
};

struct Graph {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
};

Graph make_graph(const Apparatus& apparatus) {
  Graph graph;
  graph.nodes.push_back({});
  std::vector<std::vector<std::size_t>> number(apparatus.segments.size());  // of a segment's readings
  std::vector<std::size_t> last(apparatus.input.witnesses.size(), 0);
  std::map<std::pair<std::size_t, std::size_t>, std::string> paths;
  const auto walk = [&](std::uint32_t witness, std::size_t to) {
    std::string& ids = paths[{last[witness], to}];
    ids += (ids.empty() ? "" : ", ") + apparatus.input.witnesses[witness].id;
    last[witness] = to;
  };
  for (std::size_t s = 0; s < apparatus.segments.size(); ++s)
    for (const Reading& reading : apparatus.segments[s].readings) {
      const std::size_t node = graph.nodes.size();
      number[s].push_back(node);
      graph.nodes.push_back({apparatus.text_of(apparatus.segments[s], reading.witnesses.front()), s + 1});
      for (const std::uint32_t witness : reading.witnesses) walk(witness, node);
    }
  const std::size_t end = graph.nodes.size();
  graph.nodes.push_back({{}, apparatus.segments.size() + 1});
  for (std::uint32_t w = 0; w < last.size(); ++w) walk(w, end);
  for (auto& [ends, ids] : paths) graph.edges.push_back({ends.first, ends.second, false, std::move(ids)});
  for (const Transposition& moved : apparatus.transpositions)
    graph.edges.push_back(
        {number[moved.segment_a][moved.reading_a], number[moved.segment_b][moved.reading_b], true, {}});
  return graph;
}

}  // namespace

std::string to_collatex_json(const Apparatus& apparatus) {
  JsonWriter ids;
  ids.array();
  for (const CollatexWitness& witness : apparatus.input.witnesses) ids.value(witness.id);
  ids.end();
  std::string out = "{\"witnesses\":" + ids.take() + ",\"table\":[";
  for (const Segment& segment : apparatus.segments) {
    out += segment.begin == 0 ? "[" : ",[";
    for (std::uint32_t w = 0; w < apparatus.input.witnesses.size(); ++w) {
      out += w == 0 ? "[" : ",[";
      bool first = true;
      for (std::size_t c = segment.begin; c < segment.end; ++c) {
        const std::uint32_t unit = apparatus.table.at(c, w);
        if (unit == kNoUnit) continue;
        if (!first) out += ',';
        first = false;
        out += apparatus.input.witnesses[w].tokens[unit].json;
      }
      out += ']';
    }
    out += ']';
  }
  return out + "]}\n";
}

std::string to_csv(const Apparatus& apparatus) {
  std::string out;
  const std::size_t count = apparatus.input.witnesses.size();
  for (std::size_t w = 0; w < count; ++w) out += (w == 0 ? "" : ",") + escape_csv(apparatus.input.witnesses[w].id);
  out += '\n';
  for (const Segment& segment : apparatus.segments) {
    for (std::uint32_t w = 0; w < count; ++w) out += (w == 0 ? "" : ",") + escape_csv(apparatus.text_of(segment, w));
    out += '\n';
  }
  return out;
}

std::string to_graphml(const Apparatus& apparatus) {
  const Graph graph = make_graph(apparatus);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
      "<key id=\"d0\" for=\"node\" attr.name=\"number\" attr.type=\"int\"/>\n"
      "<key id=\"d1\" for=\"node\" attr.name=\"tokens\" attr.type=\"string\"/>\n"
      "<key id=\"d2\" for=\"node\" attr.name=\"rank\" attr.type=\"int\"/>\n"
      "<key id=\"d3\" for=\"edge\" attr.name=\"number\" attr.type=\"int\"/>\n"
      "<key id=\"d4\" for=\"edge\" attr.name=\"type\" attr.type=\"string\"/>\n"
      "<key id=\"d5\" for=\"edge\" attr.name=\"witnesses\" attr.type=\"string\"/>\n"
      "<graph id=\"g0\" edgedefault=\"directed\" parse.nodeids=\"canonical\" parse.edgeids=\"canonical\" "
      "parse.order=\"nodesfirst\">\n";
  for (std::size_t n = 0; n < graph.nodes.size(); ++n)
    out += fmt::format(
        "<node id=\"n{0}\"><data key=\"d0\">{0}</data><data key=\"d1\">{1}</data><data key=\"d2\">{2}</data></node>\n",
        n, escape_xml(graph.nodes[n].tokens), graph.nodes[n].rank);
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const Edge& edge = graph.edges[e];
    out += fmt::format("<edge id=\"e{0}\" source=\"n{1}\" target=\"n{2}\"><data key=\"d3\">{0}</data>", e, edge.from,
                       edge.to);
    out += edge.moved ? "<data key=\"d4\">transposition</data>"
                      : "<data key=\"d4\">path</data><data key=\"d5\">" + escape_xml(edge.witnesses) + "</data>";
    out += "</edge>\n";
  }
  return out + "</graph>\n</graphml>\n";
}

std::string to_dot(const Apparatus& apparatus) {
  const Graph graph = make_graph(apparatus);
  std::string out = "digraph G {\n";
  for (std::size_t n = 0; n < graph.nodes.size(); ++n)
    out += fmt::format("  v{} [label = \"{}\"];\n", n, escape_dot(trimmed(graph.nodes[n].tokens)));
  for (const Edge& edge : graph.edges) {
    out += fmt::format("  v{} -> v{} ", edge.from, edge.to);
    out += edge.moved ? "[color = \"lightgray\", style = \"dashed\", arrowhead = \"none\", arrowtail = \"none\"];\n"
                      : "[label = \"" + escape_dot(edge.witnesses) + "\"];\n";
  }
  return out + "}\n";
}

std::string to_tei(const Apparatus& apparatus, std::optional<std::uint32_t> base) {
  const std::vector<CollatexWitness>& witnesses = apparatus.input.witnesses;
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<cx:apparatus xmlns:cx=\"http://interedition.eu/collatex/ns/1.0\" xmlns=\"http://www.tei-c.org/ns/1.0\">";
  const auto ids = [&](const std::vector<std::uint32_t>& list) {
    std::string text;
    for (const std::uint32_t w : list) text += (text.empty() ? "" : " ") + witnesses[w].id;
    return escape_xml(text);
  };
  const auto element = [&](const std::string& words, const std::vector<std::uint32_t>& list) {
    const bool lemma = base && std::ranges::find(list, *base) != list.end();
    const char* name = lemma ? "lem" : "rdg";
    if (words.empty()) return fmt::format("<{} wit=\"{}\"/>", name, ids(list));
    return fmt::format("<{0} wit=\"{1}\">{2}</{0}>", name, ids(list), escape_xml(words));
  };
  for (const Segment& segment : apparatus.segments) {
    if (segment.begin > 0) out += ' ';
    // A reading's writings, in the order of their first witness.
    std::vector<std::vector<std::pair<std::string, std::vector<std::uint32_t>>>> readings;
    for (const Reading& reading : segment.readings) {
      auto& writings = readings.emplace_back();
      for (const std::uint32_t w : reading.witnesses) {
        const std::string text = apparatus.text_of(segment, w);
        const std::string words(trimmed(text));
        const auto found =
            std::ranges::find(writings, words, &std::pair<std::string, std::vector<std::uint32_t>>::first);
        if (found == writings.end())
          writings.emplace_back(words, std::vector<std::uint32_t>{w});
        else
          found->second.push_back(w);
      }
    }
    if (!segment.absent.empty()) readings.push_back({{std::string(), segment.absent}});
    if (readings.size() == 1 && readings[0].size() == 1) {
      out += escape_xml(readings[0][0].first);
      continue;
    }
    const auto holds_base = [&](const auto& writings) {
      return base && std::ranges::any_of(writings, [&](const auto& writing) {
               return std::ranges::find(writing.second, *base) != writing.second.end();
             });
    };
    std::ranges::stable_partition(readings, holds_base);
    for (auto& writings : readings)
      std::ranges::stable_partition(writings, [&](const auto& writing) {
        return base && std::ranges::find(writing.second, *base) != writing.second.end();
      });
    out += "<app>";
    for (const auto& writings : readings) {
      if (writings.size() > 1) out += "<rdgGrp>";
      for (const auto& [words, list] : writings) out += element(words, list);
      if (writings.size() > 1) out += "</rdgGrp>";
    }
    out += "</app>";
  }
  return out + "</cx:apparatus>\n";
}

}  // namespace readout
