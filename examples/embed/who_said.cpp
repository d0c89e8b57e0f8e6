// who_said FILE: who said what in a file, with the bytes where it stands. Built against the installed library.
#include <readout/engine/account.h>

#include <fstream>
#include <iostream>
#include <iterator>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: who_said FILE\n";
    return 2;
  }
  std::ifstream file(argv[1], std::ios::binary);
  if (!file) {
    std::cerr << argv[1] << ": cannot be read\n";
    return 2;
  }
  readout::Source source;
  source.origin = argv[1];
  source.bytes.assign(std::istreambuf_iterator<char>(file), {});

  for (const readout::Account& account : readout::give_accounts(source, readout::default_settings())) {
    const readout::Text& text = account.document.text;
    for (std::size_t i = 0; i < account.speeches.size(); ++i) {
      const readout::Speech& speech = account.speeches[i];
      const std::int32_t person = account.speakers[i].person;
      std::cout << (person < 0 ? "unknown" : account.persons[static_cast<std::size_t>(person)].name) << " ("
                << readout::to_string(speech.kind) << ")";
      for (const readout::Span span : speech.content) {
        const readout::Span bytes = text.to_blob(span);  // of the file as it is on the disk
        std::cout << "  " << bytes.begin << "-" << bytes.end << " " << text[span];
      }
      std::cout << "\n";
    }
  }
}
