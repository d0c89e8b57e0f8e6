#include "readout/verify/voices.h"

#include <algorithm>

#include "readout/people/book.h"
#include "readout/people/markers.h"
#include "readout/people/words.h"
#include "readout/text/fold.h"
#include "readout/verify/layout.h"
#include "readout/verify/near_quotation.h"

namespace readout {
namespace {

constexpr double kGuess = 0.55;              // a speaker's basis below this is a guess
constexpr std::size_t kLongestBracket = 40;  // bytes
constexpr std::size_t kMostPrints = 24;      // different prints of one name that are looked at
constexpr std::uint32_t kHeadBytes = 400;    // the first lines, which tell who issues a document

bool is_mostly_in(Span inner, Span outer) {
  if (!inner.overlaps(outer)) return false;
  const std::uint32_t begin = std::max(inner.begin, outer.begin);
  const std::uint32_t end = std::min(inner.end, outer.end);
  return 10 * (end - begin) >= 7 * inner.size();
}

bool opens_in_small_letters(std::string_view words) {
  return !words.empty() && words[0] >= 'a' && words[0] <= 'z';
}

bool ends_a_sentence(std::string_view words) {
  return words.ends_with('.') || words.ends_with('?') || words.ends_with('!') || words.ends_with("”") ||
         words.ends_with('"') || words.ends_with('>');
}

PronounKind pronoun_in(std::string_view source) {
  std::vector<Word> words;
  scan_words(source, make_span(0, source.size()), false, words);
  return words.size() == 1 ? pronoun_of(words[0]) : PronounKind::none;
}

bool is_indefinite_source(std::string_view source) {
  std::vector<Word> words;
  scan_words(source, make_span(0, source.size()), false, words);
  return !words.empty() && is_indefinite(words[0]);
}

void add_print(std::vector<PrintedName>& prints, PrintedName print) {
  if (print.empty() || prints.size() >= kMostPrints || std::ranges::find(prints, print) != prints.end()) return;
  prints.push_back(std::move(print));
}

}  // namespace

Voices::Voices(const Testimony& testimony) : testimony_(testimony) {
  const Document& document = *testimony.document;
  const std::string_view text = document.text.view();
  find_marks();
  for (const Person& person : testimony.persons) known_.push_back(describe(person));
  const std::vector<LayoutUnit> units = find_layout_units(document);
  frames_ = find_frames(units);
  for (const TurnFrame& frame : frames_)
    for (const std::string& name : {frame.name, frame.also})
      if (!name.empty()) {
        PrintedName print = read_printed_name(name);
        if (print.words.empty() && print.roles.empty()) print.words = print.about;  // "the Court"
        add_print(framed_, std::move(print));
      }
  Authors authors = find_authors(document, units);
  for (const auto* names : {&authors.signers, &authors.writers})
    for (const std::string& author : *names) add_print(authors_, read_printed_name(author));
  if (std::ranges::none_of(frames_, [](const TurnFrame& frame) { return frame.kind == FrameKind::section; }))
    signers_ = std::move(authors.signers);
  std::vector<Word> words;
  scan_words(text, make_span(0, std::min<std::size_t>(text.size(), kHeadBytes)), false, words);
  for (const Word& word : words)
    if (word.capital) head_.push_back(fold_name(slice(text, word.span())));
}

// Quotations of the whole text; one that runs over a page's end, or over lines that a reader took for paragraphs, is
// one.
void Voices::find_marks() {
  const Document& document = *testimony_.document;
  const std::string_view text = document.text.view();
  std::vector<Span> paragraphs;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::running_head) continue;
    if (!paragraphs.empty() && paragraphs.back().end > block.span.begin) continue;
    const bool goes_on = !paragraphs.empty() && opens_in_small_letters(slice(text, block.span)) &&
                         !ends_a_sentence(slice(text, paragraphs.back()));
    if (goes_on)
      paragraphs.back().end = block.span.end;
    else
      paragraphs.push_back(block.span);
  }
  if (paragraphs.empty()) paragraphs.push_back(make_span(0, text.size()));
  quotations_ = scan_quotations(text, paragraphs);
}

Voices::Known Voices::describe(const Person& person) const {
  Known known;
  const std::string_view text = testimony_.document->text.view();
  if (person.kind == PersonKind::person || person.kind == PersonKind::institution) {
    PrintedName name = read_printed_name(person.name);
    if (person.kind == PersonKind::institution) {
      name.organisation = true;
      if (name.words.empty()) name.words = name.about;  // "the court"
    }
    const bool named = !name.words.empty();
    add_print(named ? known.names : known.offices, std::move(name));
  } else {
    add_print(known.offices, read_printed_name(person.name));
  }
  for (const Span mention : person.mentions) {
    // "Ida Roth (in the chair)"
    if (std::string_view after = text.substr(mention.end); after.starts_with(" (")) {
      after = after.substr(2, after.find(')') - 2);
      PrintedName office = after.size() <= kLongestBracket ? read_printed_name(after) : PrintedName{};
      if (office.words.empty() && !office.roles.empty()) add_print(known.offices, std::move(office));
    }
    PrintedName name = read_printed_name(slice(text, mention));
    if (person.kind == PersonKind::institution) name.organisation = true;
    if (name.words.empty())
      add_print(known.offices, std::move(name));
    else
      add_print(known.names, std::move(name));
  }
  for (const std::string& office : person.offices) {
    std::string words = office;
    std::ranges::replace(words, '/', ' ');
    std::ranges::replace(words, '-', ' ');
    PrintedName print = read_printed_name(words);
    print.about.insert(print.about.end(), print.words.begin(), print.words.end());
    print.words.clear();
    add_print(known.offices, std::move(print));
  }
  return known;
}

// The innermost quotation that holds the span: the last that begins before its middle, or one that it stands in.
std::int32_t Voices::find_quotation(Span span) const {
  const std::uint32_t middle = span.begin + span.size() / 2;
  const auto after = std::ranges::upper_bound(quotations_, middle, {},
                                              [](const Quotation& quotation) { return quotation.outer.begin; });
  auto index = static_cast<std::int32_t>(after - quotations_.begin()) - 1;
  // Marks that are never closed nest without end; nobody quotes so deep.
  constexpr int kDeepest = 64;
  for (int depth = 0; index >= 0 && depth < kDeepest; ++depth) {
    const Quotation& quotation = quotations_[static_cast<std::size_t>(index)];
    if (is_mostly_in(span, quotation.outer)) return index;
    index = quotation.parent;
  }
  return -1;
}

std::int32_t Voices::find_person(const PrintedName& name) const {
  for (std::size_t p = 0; p < known_.size() && !name.words.empty(); ++p)
    for (const PrintedName& known : known_[p].names)
      if (compare_names(name, known) == NameMatch::same) return static_cast<std::int32_t>(p);
  return -1;
}

// Innermost first.
std::vector<std::size_t> Voices::find_speeches_at(Span span) const {
  std::vector<std::size_t> holding;
  for (std::size_t i = 0; i < testimony_.speeches.size(); ++i)
    if (std::ranges::any_of(testimony_.speeches[i].content, [&](Span content) { return is_mostly_in(span, content); }))
      holding.push_back(i);
  std::ranges::stable_sort(holding, [&](std::size_t a, std::size_t b) {
    const Speech& left = testimony_.speeches[a];
    const Speech& right = testimony_.speeches[b];
    return left.depth != right.depth ? left.depth > right.depth : extent(left).size() < extent(right).size();
  });
  return holding;
}

// A turn whose label is a frame's: the frame knows better where it ends.
bool Voices::is_framed(const Speech& speech) const {
  return std::ranges::any_of(frames_, [&](const TurnFrame& frame) { return frame.span.overlaps(speech.source); });
}

// "Results:", "Present:": a single word that heads a paragraph, where layout finds no transcript.
bool Voices::is_heading(const Speech& speech) const {
  const std::string_view label = slice(testimony_.document->text.view(), speech.source);
  if (label.empty() || !frames_.empty() || label.find(' ') != std::string_view::npos) return false;
  const PrintedName name = read_printed_name(label);
  return name.roles.empty() && name.gender == '-' && speech.source.end < extent(speech).begin &&
         std::ranges::any_of(label, [](char c) { return c >= 'a' && c <= 'z'; });
}

PlaceVoice Voices::voice_of(std::size_t index, VoiceForm form) const {
  const Speech& speech = testimony_.speeches[index];
  const std::string_view text = testimony_.document->text.view();
  PlaceVoice voice;
  voice.form = form;
  voice.span = extent(speech);
  if (index < testimony_.speakers.size()) {
    const Speaker& speaker = testimony_.speakers[index];
    voice.person = speaker.person;
    voice.sure = speaker.person >= 0 && speaker.basis.score >= kGuess;
  }
  const PronounKind pronoun = pronoun_in(slice(text, speech.source));
  if (pronoun == PronounKind::he) voice.gender = 'm';
  if (pronoun == PronounKind::she) voice.gender = 'f';
  voice.apart = !speech.source.empty() && pronoun != PronounKind::speaker && pronoun != PronounKind::vague;
  voice.indefinite = is_indefinite_source(slice(text, speech.source));
  if (voice.person >= 0) {
    const Person& person = testimony_.persons[static_cast<std::size_t>(voice.person)];
    voice.name = person.name;
    voice.collective = person.kind == PersonKind::institution || person.kind == PersonKind::group;
    voice.asks = person.kind == PersonKind::unnamed && person.name == "questioner";
    if (person.kind != PersonKind::person) voice.also = apposition_after(text, speech.source);
  } else {
    if (form == VoiceForm::turn) voice.name = slice(text, speech.source);
    if (voice.gender == '-') voice.also = apposition_after(text, speech.source);
    if (voice.name.empty()) voice.name = voice.also;
    if (!voice.also.empty()) voice.sure = true;
  }
  return voice;
}

PlaceVoice Voices::voice_of(const TurnFrame& frame) const {
  PlaceVoice voice;
  voice.form = VoiceForm::turn;
  voice.span = frame.span;
  voice.name = frame.name;
  voice.also = frame.also;
  voice.asks = frame.asks && frame.name.empty();
  voice.person = find_person(read_printed_name(frame.name));
  return voice;
}

// Who speaks between these marks. A label before them says it plainest, then a verb, then the sentence that a colon
// ends, then a signature.
PlaceVoice Voices::voice_of_quotation(Span marks, const std::vector<std::size_t>& holding) const {
  const std::string_view text = testimony_.document->text.view();
  PlaceVoice voice;
  voice.form = VoiceForm::quoted;
  voice.span = marks;
  const auto name = [&](std::string printed, bool sure) {
    voice.name = std::move(printed);
    voice.person = find_person(read_printed_name(voice.name));
    voice.sure = sure;
    voice.apart = true;
    return voice;
  };
  if (std::string label = label_before(text, marks.begin); !label.empty()) return name(std::move(label), true);
  std::size_t said = testimony_.speeches.size();
  const auto is_said = [&](std::size_t i) {
    const SpeechKind kind = testimony_.speeches[i].kind;
    return kind == SpeechKind::direct || kind == SpeechKind::mixed;
  };
  for (const std::size_t i : holding)
    if (said == testimony_.speeches.size() && is_said(i)) said = i;
  // The words go on behind a line's or a page's end.
  for (std::size_t i = 0; i < testimony_.speeches.size() && said == testimony_.speeches.size(); ++i)
    if (is_said(i) &&
        std::ranges::any_of(testimony_.speeches[i].content, [&](Span content) { return is_mostly_in(content, marks); }))
      said = i;
  if (said < testimony_.speeches.size()) {
    voice = voice_of(said, VoiceForm::quoted);
    // "The master told me, and I quote, ‘…’": not the one who tells it.
    if (!voice.apart && tells_of_another(text, marks.begin)) {
      voice.person = -1;
      voice.name.clear();
      voice.sure = false;
      voice.apart = true;
    }
    if (voice.person >= 0 && voice.sure) return voice;
  }
  if (const Span sentence = colon_sentence(text, marks.begin); !sentence.empty()) {
    std::vector<std::int32_t> persons;
    for (std::size_t p = 0; p < testimony_.persons.size(); ++p)
      if (testimony_.persons[p].kind == PersonKind::person &&
          std::ranges::any_of(testimony_.persons[p].mentions, [&](Span mention) { return sentence.contains(mention); }))
        persons.push_back(static_cast<std::int32_t>(p));
    if (persons.size() == 1) {
      voice.person = persons.front();
      voice.name = testimony_.persons[static_cast<std::size_t>(voice.person)].name;
      voice.apart = voice.sure = true;
      return voice;
    }
  }
  if (std::string signature = signature_after(text, marks.end); !signature.empty())
    return name(std::move(signature), true);
  if (said == testimony_.speeches.size()) {
    voice.sure = false;
    voice.apart = tells_of_another(text, marks.begin);
  }
  return voice;
}

std::vector<PlaceVoice> Voices::at(Span span) const {
  std::vector<PlaceVoice> voices;
  const std::int32_t quotation = find_quotation(span);
  const Span marks = quotation < 0 ? Span{} : quotations_[static_cast<std::size_t>(quotation)].outer;
  const TurnFrame* frame = nullptr;
  for (const TurnFrame& candidate : frames_)
    if (is_mostly_in(span, candidate.span)) frame = &candidate;
  const std::vector<std::size_t> holding = find_speeches_at(span);

  bool quoted = quotation < 0;  // the innermost marks have their speaker
  bool turned = false;
  for (const std::size_t i : holding) {
    const Speech& speech = testimony_.speeches[i];
    const bool turn = speech.kind == SpeechKind::transcript;
    if (turn && (turned || is_framed(speech) || is_heading(speech))) continue;
    const bool said = speech.kind == SpeechKind::direct || (speech.kind == SpeechKind::mixed && quotation >= 0);
    // What is reported inside the marks stands before who speaks between them.
    const bool reported_inside = !turn && !said && quotation >= 0 && is_mostly_in(extent(speech), marks);
    if (!quoted && !reported_inside) {
      voices.push_back(voice_of_quotation(marks, holding));
      quoted = true;
      if (said) continue;
    }
    if (turn && frame != nullptr && frame->kind != FrameKind::narration) continue;
    turned = turned || turn;
    voices.push_back(voice_of(i, turn ? VoiceForm::turn : said ? VoiceForm::quoted : VoiceForm::reported));
  }
  if (!quoted) voices.push_back(voice_of_quotation(marks, holding));
  if (frame != nullptr && frame->kind != FrameKind::narration) voices.push_back(voice_of(*frame));
  PlaceVoice narration;
  narration.span = make_span(0, testimony_.document->text.view().size());
  if (signers_.size() == 1) {
    narration.form = VoiceForm::turn;
    narration.name = signers_.front();
    narration.person = find_person(read_printed_name(narration.name));
  }
  voices.push_back(std::move(narration));
  return voices;
}

}  // namespace readout
