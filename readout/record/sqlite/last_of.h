// last_of: the last value of an enumeration that the record stores as a word. Each is a switch over all values, so that
// a value that is added elsewhere does not compile here until the record knows it.
#pragma once

#include "readout/document/document.h"
#include "readout/people/person.h"
#include "readout/speech/speech.h"

namespace readout {

constexpr Grain last_of(Grain value) {
  switch (value) {
    case Grain::unknown:
    case Grain::year:
    case Grain::month:
    case Grain::day:
    case Grain::hour:
    case Grain::minute:
    case Grain::second:
      break;
  }
  return Grain::second;
}

constexpr Known last_of(Known value) {
  switch (value) {
    case Known::open:
    case Known::inferred:
    case Known::resolved:
    case Known::dateline:
    case Known::header:
    case Known::metadata:
    case Known::stated:
      break;
  }
  return Known::stated;
}

constexpr Form last_of(Form value) {
  switch (value) {
    case Form::report:
    case Form::communique:
    case Form::transcript:
    case Form::unknown:
      break;
  }
  return Form::unknown;
}

constexpr Format last_of(Format value) {
  switch (value) {
    case Format::plain:
    case Format::html:
    case Format::json_lines:
      break;
  }
  return Format::json_lines;
}

constexpr PersonKind last_of(PersonKind value) {
  switch (value) {
    case PersonKind::person:
    case PersonKind::institution:
    case PersonKind::group:
    case PersonKind::unnamed:
      break;
  }
  return PersonKind::unnamed;
}

constexpr SpeechKind last_of(SpeechKind value) {
  switch (value) {
    case SpeechKind::direct:
    case SpeechKind::mixed:
    case SpeechKind::indirect:
    case SpeechKind::transcript:
      break;
  }
  return SpeechKind::transcript;
}

constexpr Polarity last_of(Polarity value) {
  switch (value) {
    case Polarity::said:
    case Polarity::denied:
    case Polarity::asked:
      break;
  }
  return Polarity::asked;
}

constexpr InsertionKind last_of(InsertionKind value) {
  switch (value) {
    case InsertionKind::bracket:
    case InsertionKind::sic:
    case InsertionKind::ellipsis:
    case InsertionKind::original_words:
    case InsertionKind::note:
    case InsertionKind::aside:
      break;
  }
  return InsertionKind::aside;
}

}  // namespace readout
