// Command: one verb of the program as data. Each option is defined once, in its verb's file; the parser, the help, the
// man page and the completions of three shells are all made from this tree.
//
//   Command{"quotes", "Who said what in a file, by itself", ..., run_quotes}
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/screen.h"

namespace readout::cli {

// What a shell may offer as a value.
enum class Value { none, text, path, number, choice, date, id };

struct Option {
  std::string name;                  // "speaker": given as --speaker
  Value value = Value::none;         // none: a switch
  std::string metavar;               // "NAME"
  std::string help;                  // one line, no full stop
  std::vector<std::string> choices;  // for Value::choice
  char letter = 0;                   // 'j': also given as -j
  bool repeats = false;              // takes all words that follow it, up to the next option; after '=' that one
};

struct Positional {
  std::string name;  // "FILE"
  Value value = Value::path;
  std::string help;
  bool required = true;
  bool repeats = false;
  std::vector<std::string> choices;
};

struct Example {
  std::string line;  // without the program's name
  std::string tells;
};

// What was given on the command line, by the option's or positional's name.
class Arguments {
 public:
  void set(const std::string& name, std::vector<std::string> values) { values_[name] = std::move(values); }
  bool has(const std::string& name) const { return values_.contains(name); }
  // The last value given, "" where none was.
  std::string value(const std::string& name) const;
  const std::vector<std::string>& values(const std::string& name) const;

 private:
  std::map<std::string, std::vector<std::string>> values_;
};

// Exit codes of every verb.
enum class Exit {
  done = 0,     // done; found; verify: EXACT or FOLDED
  differs = 1,  // done, but nothing found, or it differs, or some input was refused
  failed = 2,   // the run failed
};

using Run = Exit (*)(const Arguments& arguments, Screen& screen);

struct Command {
  std::string name;
  std::string summary;  // one line
  std::string details;  // paragraphs for --help and the man page, wrapped when shown
  std::vector<Positional> positionals;
  std::vector<Option> options;
  std::vector<Example> examples;
  Run run = nullptr;
};

// Options that several verbs share, so that they read the same everywhere.
Option json_option();
Option record_option();
Option full_option();

// Every verb, in the order of the help.
const std::vector<Command>& commands();
const Command* find_command(std::string_view name);

std::string_view version();

}  // namespace readout::cli
