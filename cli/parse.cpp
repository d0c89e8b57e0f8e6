#include "cli/parse.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

namespace readout::cli {
namespace {

// What CLI11 fills in; strings for all, since the verbs check values themselves and say the next step.
struct Slot {
  std::string name;
  bool given = false;  // of a switch
  std::vector<std::string> values;
  CLI::Option* option = nullptr;
};

void declare(CLI::App& app, const Command& command, std::vector<std::unique_ptr<Slot>>& slots) {
  for (const Option& option : command.options) {
    Slot& slot = *slots.emplace_back(std::make_unique<Slot>());
    slot.name = option.name;
    std::string names = "--" + option.name;
    if (option.letter != 0) names += std::string(",-") + option.letter;
    if (option.value == Value::none)
      slot.option = app.add_flag(names, slot.given);
    else
      slot.option = app.add_option(names, slot.values)->allow_extra_args(false);
  }
}

// "--against A B --json" -> "--against=A --against=B --json": a shell's "sources/*.txt" is meant whole.
std::vector<std::string> spread_repeats(const Command& command, const std::vector<std::string>& words) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") {
      out.insert(out.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
      break;
    }
    const auto option = std::ranges::find_if(
        command.options, [&](const Option& known) { return known.repeats && "--" + known.name == words[i]; });
    const auto is_value = [](const std::string& word) { return !word.starts_with('-') || word == "-"; };
    if (option == command.options.end() || i + 1 == words.size() || !is_value(words[i + 1])) {
      out.push_back(words[i]);
      continue;
    }
    const std::string prefix = words[i] + "=";
    while (i + 1 < words.size() && is_value(words[i + 1])) out.push_back(prefix + words[++i]);
  }
  return out;
}

// How many edits (insert, delete, replace, swap) lead from one word to the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = 3;
  for (const std::string& name : known) {
    const std::size_t edits = distance(word, name);
    if (edits < least && edits < name.size()) {
      best = name;
      least = edits;
    }
  }
  return best;
}

tl::unexpected<Error> unknown_verb(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.push_back(command.name);
  const std::string guess = nearest(word, names);
  return fail(
      ErrorCode::bad_argument,
      "no such command" + (guess.empty() ? "" : "; did you mean '" + guess + "'?") + " ('readout --help' lists them)",
      word);
}

tl::unexpected<Error> explain(const Command& command, const std::vector<std::string>& words,
                              const CLI::ParseError& error) {
  const std::string next = " ('readout " + command.name + " --help' lists what it takes)";
  for (const std::string& word : words) {
    if (!word.starts_with("--") || word.size() == 2) continue;
    const std::string name = word.substr(2, word.find('=') - 2);
    std::vector<std::string> names{"help"};
    for (const Option& option : command.options) names.push_back(option.name);
    if (std::ranges::find(names, name) != names.end()) continue;
    const std::string guess = nearest(name, names);
    return fail(ErrorCode::bad_argument,
                "no such option" + (guess.empty() ? "" : "; did you mean --" + guess + "?") + next, "--" + name);
  }
  return fail(ErrorCode::bad_argument, std::string(error.what()) + next, command.name);
}

// Where an option that takes all words after it has taken what was meant for an argument.
std::string taken_by(const Command& command, const Positional& positional, const Arguments& arguments) {
  for (const Option& option : command.options)
    if (option.repeats && arguments.has(option.name))
      return "; --" + option.name + " takes all words after it: put " + positional.name + " first, or write --" +
             option.name + "=" + option.metavar.substr(0, option.metavar.find('|'));
  return {};
}

// Words that are no options, given to the verb's arguments in order; what repeats takes all that follow.
Result<void> place(const Command& command, const std::vector<std::string>& words, Arguments& arguments) {
  const std::string next = " ('readout " + command.name + " --help' lists what it takes)";
  std::size_t at = 0;
  for (const Positional& positional : command.positionals) {
    const std::size_t end = positional.repeats ? words.size() : std::min(at + 1, words.size());
    if (at < end)
      arguments.set(positional.name, {words.begin() + static_cast<std::ptrdiff_t>(at),
                                      words.begin() + static_cast<std::ptrdiff_t>(end)});
    else if (positional.required)
      return fail(ErrorCode::bad_argument,
                  "needs " + positional.name + ": " + positional.help + taken_by(command, positional, arguments) + next,
                  command.name);
    at = end;
  }
  if (at == words.size()) return {};
  return fail(ErrorCode::bad_argument,
              "'" + words[at] + "' is one too many; words with blanks want the shell's quotes" + next, command.name);
}

}  // namespace

Result<Parsed> parse(const std::vector<std::string>& words) {
  Parsed parsed;
  if (words.empty() || words.front() == "--help" || words.front() == "-h") {
    parsed.wants_help = true;
    return parsed;
  }
  if (words.front() == "--version" || words.front() == "-V") {
    parsed.wants_version = true;
    return parsed;
  }
  if (words.front() == "help") {
    parsed.wants_help = true;
    if (words.size() == 1) return parsed;
    parsed.command = find_command(words[1]);
    if (parsed.command == nullptr) return unknown_verb(words[1]);
    return parsed;
  }
  if (words.front().starts_with("-"))
    return fail(ErrorCode::bad_argument, "no such option here; a command comes first ('readout --help' lists them)",
                words.front());
  parsed.command = find_command(words.front());
  if (parsed.command == nullptr) return unknown_verb(words.front());

  CLI::App app;
  app.set_help_flag();
  app.allow_windows_style_options(false);
  bool help = false;
  app.add_flag("--help,-h", help);
  std::vector<std::unique_ptr<Slot>> slots;
  std::vector<std::string> loose;
  const std::vector<std::string> rest(words.begin() + 1, words.end());
  try {
    declare(app, *parsed.command, slots);
    app.add_option("words", loose)->expected(0, CLI::detail::expected_max_vector_size);
    if (std::ranges::find(rest, "--help") != rest.end() || std::ranges::find(rest, "-h") != rest.end()) {
      parsed.wants_help = true;
      return parsed;
    }
    const std::vector<std::string> spread = spread_repeats(*parsed.command, rest);
    std::vector<std::string> reversed(spread.rbegin(), spread.rend());
    app.parse(std::move(reversed));
  } catch (const CLI::ParseError& error) {
    return explain(*parsed.command, rest, error);
  }
  for (const auto& slot : slots)
    if (slot->option->count() > 0) parsed.arguments.set(slot->name, slot->values);
  if (const Result<void> placed = place(*parsed.command, loose, parsed.arguments); !placed)
    return tl::unexpected(placed.error());
  for (const Option& option : parsed.command->options) {
    if (option.choices.empty() || !parsed.arguments.has(option.name)) continue;
    if (std::ranges::find(option.choices, parsed.arguments.value(option.name)) != option.choices.end()) continue;
    std::string list;
    for (const std::string& choice : option.choices) list += (list.empty() ? "" : ", ") + choice;
    return fail(ErrorCode::bad_argument, "'" + parsed.arguments.value(option.name) + "' is none of: " + list,
                "--" + option.name);
  }
  return parsed;
}

}  // namespace readout::cli
