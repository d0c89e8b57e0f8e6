// readout completions SHELL: completions for bash, zsh and fish, made from the tree of commands.
#include "cli/verbs.h"

namespace readout::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between = " ") {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : std::string(between)) + word;
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::vector<std::string> option_words(const Command& command) {
  std::vector<std::string> words{"--help"};
  for (const Option& option : command.options) words.push_back("--" + option.name);
  return words;
}

bool takes_paths(const Command& command) {
  return !command.positionals.empty() && command.positionals.front().value == Value::path;
}

std::string bash() {
  std::vector<std::string> verbs;
  for (const Command& command : commands()) verbs.push_back(command.name);
  std::string out = "# bash completion for readout\n_readout() {\n";
  out += "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n  COMPREPLY=()\n";
  out += "  if [ \"$COMP_CWORD\" -eq 1 ]; then\n    COMPREPLY=($(compgen -W '" + joined(verbs) +
         " --help --version' -- \"$word\"))\n    return\n  fi\n";
  out += "  case \"${COMP_WORDS[1]} $before\" in\n";
  for (const Command& command : commands()) {
    for (const Option& option : command.options) {
      if (option.value == Value::none) continue;
      const std::string label = "    '" + command.name + " --" + option.name + "') ";
      if (!option.choices.empty())
        out += label + "COMPREPLY=($(compgen -W '" + joined(option.choices) + "' -- \"$word\")); return ;;\n";
      else if (option.value == Value::path)
        out += label + "COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n";
      else
        out += label + "return ;;\n";
    }
  }
  out += "  esac\n  case ${COMP_WORDS[1]} in\n";
  for (const Command& command : commands()) {
    std::vector<std::string> words = option_words(command);
    if (!command.positionals.empty())
      for (const std::string& choice : command.positionals.front().choices) words.push_back(choice);
    out += "    " + command.name + ") COMPREPLY=($(compgen -W '" + joined(words) + "' -- \"$word\"))";
    if (takes_paths(command)) out += "; [[ $word == -* ]] || COMPREPLY+=($(compgen -f -- \"$word\"))";
    out += " ;;\n";
  }
  return out + "  esac\n}\ncomplete -o filenames -F _readout readout\n";
}

// zsh's own marks inside a description are escaped.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '[' || c == ']' || c == ':' ? std::string("\\") + c : std::string(1, c);
  return out;
}

std::string zsh_action(Value value, const std::vector<std::string>& choices) {
  if (!choices.empty()) return "(" + joined(choices) + ")";
  return value == Value::path ? "_files" : " ";
}

std::string zsh() {
  std::string out = "#compdef readout\n_readout() {\n  local -a verbs\n  verbs=(\n";
  for (const Command& command : commands())
    out += "    " + quoted(command.name + ":" + zsh_text(command.summary)) + "\n";
  out +=
      "  )\n  if (( CURRENT == 2 )); then\n    _describe command verbs\n    _arguments '--help[help]' "
      "'--version[version]'\n"
      "    return\n  fi\n  local verb=$words[2]\n  shift words\n  (( CURRENT-- ))\n  case $verb in\n";
  for (const Command& command : commands()) {
    out += "    " + command.name + ") _arguments '--help[this help]'";
    for (const Option& option : command.options) {
      std::string text = "--" + option.name + "[" + zsh_text(option.help) + "]";
      if (option.value != Value::none) text += ":" + option.metavar + ":" + zsh_action(option.value, option.choices);
      out += " " + quoted(text);
    }
    for (const Positional& positional : command.positionals)
      out += " " + quoted((positional.repeats ? "*:" : ":") + positional.name + ":" +
                          zsh_action(positional.value, positional.choices));
    out += " ;;\n";
  }
  return out + "  esac\n}\ncompdef _readout readout\n";
}

std::string fish() {
  std::string out = "# fish completion for readout\ncomplete -c readout -n __fish_use_subcommand -f\n";
  for (const Command& command : commands()) {
    out += "complete -c readout -n __fish_use_subcommand -a " + command.name + " -d " + quoted(command.summary) + "\n";
    const std::string here = "complete -c readout -n '__fish_seen_subcommand_from " + command.name + "'";
    if (!takes_paths(command)) out += here + " -f\n";
    for (const Option& option : command.options) {
      out += here + " -l " + option.name;
      if (option.letter != 0) out += std::string(" -s ") + option.letter;
      if (!option.choices.empty())
        out += " -x -a " + quoted(joined(option.choices));
      else if (option.value == Value::path)
        out += " -r";
      else if (option.value != Value::none)
        out += " -x";
      out += " -d " + quoted(option.help) + "\n";
    }
    for (const Positional& positional : command.positionals)
      if (!positional.choices.empty()) out += here + " -a " + quoted(joined(positional.choices)) + "\n";
  }
  return out;
}

Exit run(const Arguments& arguments, Screen& screen) {
  const std::string shell = arguments.value("SHELL");
  if (shell == "bash") {
    screen.out(bash());
  } else if (shell == "zsh") {
    screen.out(zsh());
  } else if (shell == "fish") {
    screen.out(fish());
  } else {
    screen.complain({ErrorCode::bad_argument, "no completions for this shell; there are: bash, zsh, fish", shell});
    return Exit::failed;
  }
  return Exit::done;
}

}  // namespace

Command completions_command() {
  Command command;
  command.name = "completions";
  command.summary = "completions for bash, zsh or fish";
  command.positionals = {{"SHELL", Value::choice, "bash, zsh or fish", true, false, {"bash", "zsh", "fish"}}};
  command.examples = {{"completions bash > ~/.local/share/bash-completion/completions/readout", "for bash"},
                      {"completions fish > ~/.config/fish/completions/readout.fish", "for fish"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
