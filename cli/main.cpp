// readout: the program. Reads the command line, runs one verb, ends with its exit code.
#include <csignal>
#include <string>
#include <vector>

#include "cli/built_from.h"
#include "cli/help.h"
#include "cli/parse.h"

int main(int argc, char** argv) {
  using namespace readout::cli;
  // A reader that went away and a file past its limit show as failed writes.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  Screen screen;
  const std::vector<std::string> words(argv + 1, argv + argc);
  const readout::Result<Parsed> parsed = parse(words);
  if (!parsed) {
    screen.complain(parsed.error());
    return static_cast<int>(Exit::failed);
  }
  if (words.empty()) {
    screen.note(program_help(screen.look()));
    return static_cast<int>(Exit::failed);
  }
  Exit exit = Exit::done;
  if (parsed->wants_version)
    screen.out(identity());
  else if (parsed->wants_help)
    screen.out(parsed->command == nullptr ? program_help(screen.look())
                                          : command_help(*parsed->command, screen.look()));
  else
    exit = parsed->command->run(parsed->arguments, screen);
  screen.end_progress();
  screen.flush();
  if (screen.has_failed()) {
    screen.complain({readout::ErrorCode::disk_full, "could not be written; is the disk full?", "standard output"});
    exit = Exit::failed;
  }
  return static_cast<int>(exit);
}
