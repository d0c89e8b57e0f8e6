#include "cli/help.h"

#include <algorithm>

namespace readout::cli {
namespace {

std::string indented(std::string_view text, int width, std::string_view indent) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string paragraph = wrap(text.substr(0, end), width, indent);
    if (!paragraph.empty()) out += std::string(indent) + paragraph;
    out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string table(const std::vector<std::pair<std::string, std::string>>& rows, const Look& look) {
  int left = 0;
  for (const auto& row : rows) left = std::max(left, columns(row.first));
  left = std::min(left, 26);
  const std::string indent(static_cast<std::size_t>(left + 4), ' ');
  std::string out;
  for (const auto& [name, tells] : rows) {
    out += "  " + tinted(look, Tint::strong, name);
    if (columns(name) > left)
      out += "\n" + indent;
    else
      out.append(static_cast<std::size_t>(left + 2 - columns(name)), ' ');
    std::string text = wrap(tells, look.width - left - 4);
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
      text.insert(at + 1, indent);
    out += text + "\n";
  }
  return out;
}

}  // namespace

std::string usage(const Command& command) {
  std::string out = "readout " + command.name + (command.options.empty() ? "" : " [OPTIONS]");
  for (const Positional& positional : command.positionals) {
    const std::string name = positional.name + (positional.repeats ? "..." : "");
    out += positional.required ? " " + name : " [" + name + "]";
  }
  return out;
}

std::string option_names(const Option& option) {
  std::string out = option.letter != 0 ? std::string("-") + option.letter + ", " : "";
  out += "--" + option.name;
  if (option.value != Value::none) out += " " + option.metavar;
  return out;
}

std::string program_help(const Look& look) {
  std::string out =
      wrap("readout: who said what, when, through which channel, and what every outlet did to the words", look.width) +
      "\n\n";
  out += "usage: readout COMMAND [OPTIONS] [ARGUMENTS]\n\n";
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Command& command : commands()) rows.emplace_back(command.name, command.summary);
  out += table(rows, look);
  out += "\nFirst minute: readout quotes FILE\n";
  out += wrap(
      "Ids such as 004:268-413 are bytes of the file as delivered; a unique beginning does. "
      "Exit codes: 0 done or found; 1 nothing found, it differs, or some input was refused; 2 failed.",
      look.width);
  return out + "\n\n'readout COMMAND --help' tells more; 'readout --version' prints the version.\n";
}

std::string command_help(const Command& command, const Look& look) {
  std::string out = "readout " + command.name + ": " + command.summary + "\n\nusage: " + usage(command) + "\n";
  if (!command.details.empty()) out += "\n" + indented(command.details, look.width, "");
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Positional& positional : command.positionals) rows.emplace_back(positional.name, positional.help);
  if (!rows.empty()) out += "\narguments:\n" + table(rows, look);
  rows.clear();
  for (const Option& option : command.options) {
    std::string help = option.help;
    if (!option.choices.empty()) {
      help += ": ";
      for (const std::string& choice : option.choices) help += (choice == option.choices.front() ? "" : ", ") + choice;
    }
    rows.emplace_back(option_names(option), help);
  }
  rows.emplace_back("-h, --help", "this help");
  out += "\noptions:\n" + table(rows, look);
  if (!command.examples.empty()) {
    out += "\nexamples:\n";
    for (const Example& example : command.examples)
      out += "  readout " + example.line + "\n      " + example.tells + "\n";
  }
  return out;
}

}  // namespace readout::cli
