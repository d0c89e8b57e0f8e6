// score_polnear DIR [--errors FILE] [--json] [--gold]: how well read() and find_speeches() do on PolNeAR.
//
// DIR holds text/*.txt and attributions/*_{annotator}.ann; the first annotator in sorted order counts. --gold puts the
// gold in place of the predictions: every figure must be 100. What is measured, and how: readout/score/attribution.h.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "readout/document/read.h"
#include "readout/score/attribution_table.h"
#include "readout/speech/find.h"
#include "tools/brat.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

// Article -> its first annotation.
std::map<std::string, fs::path> first_annotations(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.path().extension() == ".ann") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::map<std::string, fs::path> first;
  for (const fs::path& file : files) {
    const std::string stem = file.stem().string();
    first.try_emplace(stem.substr(0, stem.rfind('_')), file);
  }
  return first;
}

Spans in_blob(const Document& document, const std::vector<Span>& spans) {
  Spans out;
  for (const Span span : spans) out.push_back(document.text.to_blob(span));
  return out;
}

std::vector<Attribution> predict(const std::string& name, const std::string& bytes) {
  std::vector<Attribution> predicted;
  for (const Document& document : read(Source{name, bytes, "", ""})) {
    for (const Speech& speech : find_speeches(document)) {
      Attribution attribution;
      if (!speech.source.empty()) attribution.source = in_blob(document, {speech.source});
      attribution.cue = in_blob(document, speech.cue);
      attribution.content = in_blob(document, speech.content);
      predicted.push_back(in_polnear_habit(bytes, std::move(attribution)));
    }
  }
  return predicted;
}

int run(const std::string& dir, const std::string& errors, bool as_json, bool gold_only) {
  AttributionScore score;
  std::string report;
  std::size_t documents = 0;
  for (const auto& [article, annotation] : first_annotations(fs::path(dir) / "attributions")) {
    const std::string text = contents(fs::path(dir) / "text" / (article + ".txt"));
    const std::vector<Attribution> gold = parse_brat(contents(annotation), text);
    std::vector<Finding> findings;
    add_document(text, gold, gold_only ? gold : predict(article, text), score, &findings);
    report += render_findings(article, text, findings);
    ++documents;
  }
  if (documents == 0) {
    std::fprintf(stderr, "score_polnear: no annotations below %s\n", dir.c_str());
    return 2;
  }
  if (!errors.empty()) std::ofstream(errors, std::ios::binary) << report;
  const std::vector<Floor> floors = attribution_floors(score);
  if (as_json) {
    JsonWriter json;
    json.object().key("documents").value(static_cast<std::uint64_t>(documents));
    write_json(score, floors, json);
    std::printf("%s\n", json.end().take().c_str());
  } else {
    std::printf("%zu documents\n\n%s", documents, render_text(score, floors).c_str());
  }
  return std::all_of(floors.begin(), floors.end(), [](const Floor& floor) { return floor.is_met(); }) ? 0 : 1;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  std::string dir;
  std::string errors;
  bool as_json = false;
  bool gold_only = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--json")
      as_json = true;
    else if (argument == "--gold")
      gold_only = true;
    else if (argument == "--errors" && i + 1 < argc)
      errors = argv[++i];
    else
      dir = argument;
  }
  if (dir.empty()) {
    std::fprintf(stderr, "usage: score_polnear DIR [--errors FILE] [--json] [--gold]\n");
    return 2;
  }
  return readout::run(dir, errors, as_json, gold_only);
}
