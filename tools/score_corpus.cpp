// score_corpus DIR [--check] [--errors FILE] [--json]: how well the whole pipeline does on our own marked pieces.
//
// DIR holds pieces in the notation of tests/corpus/README.md. --check only proofreads the marks. Faults in the marks
// are printed, and end the run with 1.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "readout/engine/account.h"
#include "readout/score/attribution_table.h"
#include "readout/score/corpus_score.h"

namespace readout {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> pieces_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error))
    if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

// The piece, or its faults on standard error.
bool load_piece(const fs::path& file, MarkedText& piece) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  const std::string name = file.filename().string();
  Result<MarkedText> parsed = parse_piece(bytes.str(), name);
  if (!parsed) {
    std::fprintf(stderr, "%s: %s\n", parsed.error().where.c_str(), parsed.error().message.c_str());
    return false;
  }
  piece = std::move(*parsed);
  const std::vector<std::string> faults = proofread(piece, true);
  for (const std::string& fault : faults) std::fprintf(stderr, "%s: %s\n", name.c_str(), fault.c_str());
  return faults.empty();
}

Account account_of(const MarkedText& piece, const Settings& settings) {
  const auto setting = [&](const char* name, const std::string& otherwise) {
    const auto found = piece.settings.find(name);
    return found == piece.settings.end() ? otherwise : found->second;
  };
  const Source source{setting("origin", piece.title), piece.text, "", setting("outlet", "")};
  return std::move(give_accounts(source, settings).front());
}

struct Wishes {
  std::string dir;
  std::string errors;
  bool as_json = false;
  bool only_check = false;
};

int run(const Wishes& wishes) {
  const Settings settings = default_settings();
  CorpusScore score;
  std::string report;
  std::size_t pieces = 0;
  std::size_t speeches = 0;
  bool faulty = false;
  for (const fs::path& file : pieces_in(wishes.dir)) {
    MarkedText piece;
    if (!load_piece(file, piece)) faulty = true;
    if (piece.text.empty()) continue;
    ++pieces;
    speeches += piece.facts.size();
    if (wishes.only_check) continue;
    std::vector<Finding> findings;
    std::vector<std::string> differences;
    add_piece(piece, account_of(piece, settings), score, &findings, &differences);
    report += render_findings(piece.title, piece.text, findings);
    for (const std::string& difference : differences) report += piece.title + "  " + difference + "\n";
  }
  if (pieces == 0) {
    std::fprintf(stderr, "score_corpus: no pieces below %s\n", wishes.dir.c_str());
    return 2;
  }
  if (!wishes.errors.empty()) std::ofstream(wishes.errors, std::ios::binary) << report;
  if (wishes.only_check) {
    std::printf("%zu pieces, %zu speeches\n", pieces, speeches);
  } else if (wishes.as_json) {
    JsonWriter json;
    json.object().key("pieces").value(static_cast<std::uint64_t>(pieces));
    write_json(score.attributions, attribution_floors(score.attributions), json);
    write_json(score, json);
    std::printf("%s\n", json.end().take().c_str());
  } else {
    std::printf("%zu pieces, %zu speeches\n\n%s\n%s", pieces, speeches,
                render_text(score.attributions, attribution_floors(score.attributions)).c_str(),
                render_text(score).c_str());
  }
  return faulty ? 1 : 0;
}

}  // namespace
}  // namespace readout

int main(int argc, char** argv) {
  readout::Wishes wishes;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--json")
      wishes.as_json = true;
    else if (argument == "--check")
      wishes.only_check = true;
    else if (argument == "--errors" && i + 1 < argc)
      wishes.errors = argv[++i];
    else
      wishes.dir = argument;
  }
  if (wishes.dir.empty()) {
    std::fprintf(stderr, "usage: score_corpus DIR [--check] [--errors FILE] [--json]\n");
    return 2;
  }
  return readout::run(wishes);
}
