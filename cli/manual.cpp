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

std::string section(const Command& command) {
  std::string out = ".SS " + roff(usage(command)) + "\n" + roff(command.summary) + ".\n" + paragraphs(command.details);
  for (const Positional& positional : command.positionals)
    out += ".TP\n\\fI" + roff(positional.name) + "\\fR\n" + roff(positional.help) + "\n";
  for (const Option& option : command.options) {
    out += ".TP\n\\fB" + roff(option_names(option)) + "\\fR\n" + roff(option.help);
    for (const std::string& choice : option.choices)
      out += (choice == option.choices.front() ? ": " : ", ") + roff(choice);
    out += "\n";
  }
  for (const Example& example : command.examples)
    out += ".PP\n.EX\nreadout " + roff(example.line) + "\n.EE\n" + roff(example.tells) + "\n";
  return out;
}

Exit run(const Arguments&, Screen& screen) {
  std::string out = ".TH READOUT 1 \"\" \"readout " + std::string(version()) + "\" \"User Commands\"\n";
  out += ".SH NAME\nreadout \\- who said what, when, through which channel, and what every outlet did to the words\n";
  out += ".SH SYNOPSIS\n\\fBreadout\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]\n";
  out +=
      ".SH DESCRIPTION\nReadout reads a pile of press reports, communiques, transcripts and posts, and keeps the "
      "record.\n";
  out +=
      "Everything that it says points at bytes of a stored text, by an id such as 004:268\\-413; a unique beginning of "
      "an\n";
  out += "id does. Data goes to standard output, everything else to standard error.\n";
  out += ".SH COMMANDS\n";
  for (const Command& command : commands()) out += section(command);
  out += ".SH EXIT STATUS\n.TP\n0\ndone; found (verify: EXACT or FOLDED)\n";
  out += ".TP\n1\ndone, but nothing found, or it differs, or some input was refused\n.TP\n2\nthe run failed\n";
  out += ".SH ENVIRONMENT\n.TP\nREADOUT_RECORD\nthe record to use where \\-\\-record is not given\n";
  out += ".TP\nNO_COLOR\nwhere set, no colour\n.TP\nCOLUMNS\nthe width of text output\n";
  out += ".SH FILES\n.TP\n" + roff("./readout.db") + "\nthe record where nothing else is named\n";
  screen.out(out);
  return Exit::done;
}

}  // namespace

Command manual_command() {
  Command command;
  command.name = "manual";
  command.summary = "the man page, to be read with man -l -";
  command.examples = {{"manual | man -l -", "reads it"}, {"manual > readout.1", "keeps it"}};
  command.run = run;
  return command;
}

}  // namespace readout::cli
