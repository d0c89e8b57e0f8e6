// KeyDocument: one document of a key beside what the machine made of it, in bytes of the file as delivered.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "readout/record/account.h"
#include "readout/score/key.h"
#include "readout/score/spans.h"
#include "readout/score/speaker_match.h"

namespace readout {

struct KeyDocument {
  std::string seed;                  // its file name
  std::string name;                  // of span ids: "004"
  const Account* account = nullptr;  // null where it was not given
  std::string_view bytes;
  std::vector<Spans> contents;        // one for each speech
  std::vector<std::int32_t> partner;  // for each statement of `statements` its speech, -1 where it was missed
  std::vector<const KeyStatement*> statements;

  const std::vector<Speech>& speeches() const { return account->speeches; }
};

// The documents of a key, each with its account where one was given, and its statements matched.
std::vector<KeyDocument> pair_documents(const AnswerKey& key, std::span<const Account> accounts);

NamedSpeaker speaker_of(const Account& account, std::size_t speech);

// How our speaker reads in a list: the canonical name, or "unknown" with the candidates and the words of the mention.
std::string printed_speaker(const Account& account, std::size_t speech);

// "004:268-413"
std::string cite(const KeyDocument& document, Span span);
Span extent_of(const Spans& spans);

// The words of `span` that lie outside every statement of the key, marks and punctuation off.
Spans outside_statements(const KeyDocument& document, Span span);

// True where no speech's content holds any of the words.
bool is_silent(const KeyDocument& document, const Spans& words);

// True where the words lie under an insertion or a doubt, or outside the content of the innermost speech matched to a
// statement that holds them. False where that statement was missed.
bool is_told_apart(const KeyDocument& document, Span span);

// The innermost speech whose content holds all of the words, -1 where none does.
std::int32_t innermost_speech(const KeyDocument& document, Span span);

}  // namespace readout
