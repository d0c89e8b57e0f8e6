// readout manual: the man page, made from the tree of commands.
#include "cli/help.h"
#include "cli/verbs.h"

namespace readout::cli {
namespace {

// roff: a backslash and a dash are escaped, a line must not open with a dot or an apostrophe.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n'))
      out += std::string("\\&") + c;
    else
      out += c;
  }
  return out;
}

std::string paragraphs(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    out += ".PP\n" + roff(text.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  return out;
}

// What a verb takes and an example of it.
std::string takes(const Command& command) {
  std::string out;
  for (const Positional& positional : command.positionals)
    out += ".TP\n\\fI" + roff(positional.name) + "\\fR\n" + roff(positional.help) + "\n";
  for (const Option& option : command.options) {
    out += ".TP\n\\fB" + roff(option_names(option)) + "\\fR\n" + roff(option.help);
    for (const std::string& choice : option.choices)
      out += (choice == option.choices.front() ? ": " : ", ") + roff(choice);
    out += "\n";
  }
  return out;
}

std::string examples(const Command& command) {
  std::string out;
  for (const Example& example : command.examples)
    out += ".PP\n.EX\nreadout " + roff(example.line) + "\n.EE\n" + roff(example.tells) + "\n";
  return out;
}

std::string heading(std::string_view page) {
  return ".TH " + roff(page) + " 1 \"\" \"readout " + std::string(version()) + "\" \"User Commands\"\n.SH NAME\n";
}

std::string exit_status() {
  return ".SH EXIT STATUS\n.TP\n0\ndone; found (verify: EXACT or FOLDED)\n"
         ".TP\n1\ndone, but nothing found, or it differs, or some input was refused\n.TP\n2\nthe run failed\n";
}

// readout(1)
std::string program_page() {
  std::string out = heading("READOUT");
  out += "readout \\- who said what, when, through which channel, and what every outlet did to the words\n";
  out += ".SH SYNOPSIS\n\\fBreadout\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]\n";
  out +=
      ".SH DESCRIPTION\nReadout reads a pile of press reports, communiques, transcripts and posts, and keeps the "
      "record.\n";
  out +=
      "Everything that it says points at bytes of a stored text, by an id such as 004:268\\-413; a unique beginning of "
      "an\n";
  out += "id does. Data goes to standard output, everything else to standard error.\n";
  out += ".SH COMMANDS\n";
  for (const Command& command : commands())
    out += ".SS " + roff(usage(command)) + "\n" + roff(command.summary) + ".\n" + paragraphs(command.details) +
           takes(command) + examples(command);
  out += exit_status();
  out += ".SH ENVIRONMENT\n.TP\nREADOUT_RECORD\nthe record to use where \\-\\-record is not given\n";
  out +=
      ".TP\nREADOUT_AUTHOR\nwho decides, where \\-\\-author is not given\n.TP\nNO_COLOR\nwhere set, no "
      "colour\n.TP\nCOLUMNS\nthe width of text output\n";
  return out + ".SH FILES\n.TP\n" + roff("./readout.db") + "\nthe record where nothing else is named\n.TP\n" +
         roff("./readout.decisions.jsonl") + "\nwhat people decided about it\n";
}

// readout-verify(1)
std::string verb_page(const Command& command) {
  std::string title = "READOUT-" + command.name;
  for (char& c : title)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  std::string out = heading(title) + roff("readout-" + command.name) + " \\- " + roff(command.summary) + "\n";
  out += ".SH SYNOPSIS\n" + roff(usage(command)) + "\n.SH DESCRIPTION\n";
  out += command.details.empty() ? roff(command.summary) + ".\n" : paragraphs(command.details);
  if (const std::string options = takes(command); !options.empty()) out += ".SH OPTIONS\n" + options;
  if (!command.examples.empty()) out += ".SH EXAMPLES\n" + examples(command);
  return out + exit_status() + ".SH SEE ALSO\n.BR readout (1)\n";
}

Exit run(const Arguments& arguments, Screen& screen) {
  const std::string name = arguments.value("COMMAND");
  const Command* command = name.empty() ? nullptr : find_command(name);
  if (command == nullptr && !name.empty()) {
    screen.complain({ErrorCode::bad_argument, "no such command; 'readout --help' lists them", name});
    return Exit::failed;
  }
  screen.out(command == nullptr ? program_page() : verb_page(*command));
  return Exit::done;
}

}  // namespace

Command manual_command() {
  Command command;
  command.name = "manual";
  command.summary = "the man page, to be read with man -l -";
  command.details =
      "Of the whole program, or of one command. An install has them all: man readout, man readout-verify.";
  command.positionals = {{"COMMAND", Value::text, "one command's page", false, false, {}}};
  command.examples = {{"manual | man -l -", "reads it"}, {"manual verify | man -l -", "the page of one command"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
