// golden_test PROGRAM GOLDEN_FOLDER EXAMPLES_FOLDER [--update]: plays every *.golden conversation and compares.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::string play(const std::string& command, const fs::path& folder) {
  const fs::path script = folder / ".command";
  const fs::path out = folder / ".out";
  const fs::path err = folder / ".err";
  std::ofstream(script) << command << "\n";
  const std::string run = "cd '" + folder.string() + "' && sh .command >.out 2>.err </dev/null";
  const int status = std::system(run.c_str());
  std::string answer = read_file(out);
  if (!answer.empty() && answer.back() != '\n') answer += "\n[no end of line]\n";
  for (const std::string& line : lines_of(read_file(err))) answer += "2> " + line + "\n";
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  if (code != 0) answer += "[" + std::to_string(code) + "]\n";
  for (const fs::path& path : {script, out, err}) fs::remove(path);
  return answer;
}

// The first line that differs, with what was wanted and what came.
void report(const std::string& name, const std::string& wanted, const std::string& came) {
  const std::vector<std::string> a = lines_of(wanted);
  const std::vector<std::string> b = lines_of(came);
  std::size_t at = 0;
  while (at < std::min(a.size(), b.size()) && a[at] == b[at]) ++at;
  std::cout << name << ":" << at + 1 << ": differs\n";
  for (std::size_t i = at > 3 ? at - 3 : 0; i < at; ++i) std::cout << "    " << a[i] << "\n";
  for (std::size_t i = at; i < std::min(a.size(), at + 8); ++i) std::cout << "  - " << a[i] << "\n";
  for (std::size_t i = at; i < std::min(b.size(), at + 8); ++i) std::cout << "  + " << b[i] << "\n";
}

bool run_file(const fs::path& golden, const fs::path& examples, bool update) {
  char pattern[] = "/tmp/readout-golden-XXXXXX";
  const char* made = mkdtemp(pattern);
  if (made == nullptr) return false;
  const fs::path folder = made;
  fs::copy(golden.parent_path() / "files", folder, fs::copy_options::recursive);
  fs::copy(examples, folder / "examples", fs::copy_options::recursive);
  const std::string wanted = read_file(golden);
  std::string came;
  bool answering = false;
  for (const std::string& line : lines_of(wanted)) {
    if (line.starts_with("$ ")) {
      came += line + "\n" + play(line.substr(2), folder);
      answering = true;
    } else if (line.starts_with("#") || line.empty()) {
      // A remark, or the blank line before the next command, ends an answer; inside one a blank line is part of it.
      if (line.starts_with("#")) answering = false;
      if (!answering) came += line + "\n";
    }
  }
  fs::remove_all(folder);
  if (came == wanted) return true;
  if (update)
    std::ofstream(golden, std::ios::binary) << came;
  else
    report(golden.filename().string(), wanted, came);
  return update;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: golden_test PROGRAM GOLDEN_FOLDER EXAMPLES_FOLDER [--update]\n";
    return 2;
  }
  const bool update = argc > 4 && std::string(argv[4]) == "--update";
  const std::string path = fs::absolute(argv[1]).parent_path().string() + ":" + std::getenv("PATH");
  setenv("PATH", path.c_str(), 1);
  setenv("COLUMNS", "80", 1);
  setenv("NO_COLOR", "1", 1);
  setenv("LC_ALL", "C.UTF-8", 1);
  unsetenv("READOUT_RECORD");
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(argv[2]))
    if (entry.path().extension() == ".golden") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::size_t failed = 0;
  for (const fs::path& file : files) failed += !run_file(file, argv[3], update);
  std::cout << files.size() - failed << " of " << files.size() << " conversations as written\n";
  return files.empty() || failed > 0 ? 1 : 0;
}
