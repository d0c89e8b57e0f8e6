#include "readout/people/resolve.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "readout/people/discourse.h"
#include "readout/people/institutions.h"
#include "readout/people/near.h"
#include "readout/people/roll.h"
#include "readout/people/source.h"
#include "readout/people/spelling.h"
#include "readout/text/fold.h"

namespace readout {
namespace {

class Resolver {
 public:
  Resolver(Cast& cast, std::vector<Speech>& speeches) : cast_(cast), speeches_(speeches), discourse_{cast, {}} {}

  std::vector<Speaker> resolve() {
    speakers_.resize(speeches_.size());
    for (std::size_t i = 0; i < speeches_.size(); ++i) {
      const Choice choice = choose(i);
      Speaker& speaker = speakers_[i];
      speaker.person = choice.actor;
      if (choice.actor < 0) speaker.candidates = choice.candidates;
      speaker.basis.rule = choice.actor < 0 ? (choice.candidates.empty() ? "unknown" : "ambiguous") : choice.rule;
      speaker.basis.score = choice.actor < 0 ? 0 : choice.score;
      if (choice.actor < 0) {
        const DoubtKind kind = choice.candidates.empty() ? DoubtKind::speaker_unknown : DoubtKind::speaker_ambiguous;
        speeches_[i].doubts.push_back({kind, speeches_[i].source, ""});
      } else if (!speeches_[i].source.empty()) {
        discourse_.note(choice.actor, word_at(cast_.words, speeches_[i].source.begin));
        for (const Doubt& doubt : cast_.actors[static_cast<std::size_t>(choice.actor)].doubts)
          if (doubt.kind == DoubtKind::wrong_first_name && speeches_[i].source.contains(doubt.span))
            speeches_[i].doubts.push_back(doubt);
      }
      reach_ = std::max({reach_, extent(speeches_[i]).end, speeches_[i].source.end});
    }
    return std::move(speakers_);
  }

 private:
  // The speech before at the same depth, whose speaker a pronoun or a bare quotation takes first.
  Standpoint place_of(std::size_t i) const {
    const Speech& speech = speeches_[i];
    Standpoint place;
    place.word = word_at(cast_.words, speech.source.empty() ? extent(speech).begin : speech.source.begin);
    if (speech.parent >= 0) {
      const auto parent = static_cast<std::size_t>(speech.parent);
      const std::int32_t outer = speakers_[parent].person;
      if (speeches_[parent].kind != SpeechKind::indirect) place.outer = outer;
      if (outer >= 0)
        for (const RoleHeld& held : cast_.actors[static_cast<std::size_t>(outer)].roles)
          if (held.country != 0 && place.country == 0) place.country = held.country;
    }
    const std::uint32_t paragraph = paragraph_of(cast_, speech, false);
    for (std::size_t k = i; k-- > 0;) {
      if (speeches_[k].depth > speech.depth || speeches_[k].parent != speech.parent) continue;
      const auto& doubts = speeches_[k].doubts;
      if (std::any_of(doubts.begin(), doubts.end(), [](const Doubt& d) { return d.kind == DoubtKind::author_claim; }))
        continue;
      const std::uint32_t before = paragraph_of(cast_, speeches_[k], true);
      if (paragraph > before + 3) break;
      place.previous = speakers_[k].person;
      place.previous_is_near = before == paragraph;
      break;
    }
    return place;
  }

  Choice choose(std::size_t i) {
    const Speech& speech = speeches_[i];
    const SourceWords words = read_source(cast_, speech.source);
    if (words.form == SourceForm::none)
      return speech.source.empty() ? choose_without_words(i) : printed(words, speech.source);
    // The issuer's own words are somebody's to whom it attributes them.
    if (speech.source == cast_.document.issuer && speech.parent < 0)
      if (const std::int32_t m = attributable(cast_); m >= 0) return {m, {}, "issuer", 0.9};
    const Standpoint place = place_of(i);
    switch (words.form) {
      case SourceForm::name:
        return choose_name(words);
      case SourceForm::pronoun:
        return choose_by_pronoun(i, words, place);
      case SourceForm::description:
        return choose_by_description(speech, words, place);
      case SourceForm::noun:
        if (!words.indefinite && !words.owned) {
          Choice choice = choose_noun(discourse_, words, place);
          if (choice.actor >= 0 || !choice.candidates.empty()) return choice;
        }
        return printed(words, speech.source);
      case SourceForm::writing:
        return choose_issuer_of_writing(i, words, place);
      case SourceForm::question: {
        if (const std::int32_t m = self_introduced(cast_, speech); m >= 0) {
          cast_.actors[static_cast<std::size_t>(m)].sure = true;
          return {m, {}, "label", 0.9};
        }
        Choice choice = unnamed("questioner", 0, PersonKind::unnamed, speech.source);
        choice.rule = "label";
        return choice;
      }
      case SourceForm::answer:
        return choose_answerer(i);
      case SourceForm::other:
        if (Choice choice = printed_or_subject(words, speech); choice.actor >= 0) return choice;
        break;
      case SourceForm::group:
      case SourceForm::none:
        break;
    }
    return printed(words, speech.source);
  }

  Choice choose_name(const SourceWords& words) {
    const auto m = static_cast<std::uint32_t>(words.mention);
    if (const auto found = cast_.ambiguous.find(m); found != cast_.ambiguous.end())
      return {-1, found->second, "name", 0};
    const Mention& mention = cast_.mentions.list[m];
    if (mention.actor < 0) return {};
    cast_.actors[static_cast<std::size_t>(mention.actor)].sure = true;
    return {mention.actor, {}, "name", 1};
  }

  Choice choose_by_pronoun(std::size_t i, const SourceWords& words, const Standpoint& place) {
    const Speech& speech = speeches_[i];
    if (words.pronoun == PronounKind::speaker) {
      if (speech.parent >= 0) return of_parent(static_cast<std::size_t>(speech.parent));
      constexpr std::size_t kFar = 256;  // speeches: whoever speaks here began to speak nearer than that
      std::optional<std::size_t> outer;
      for (std::size_t k = i; k-- > 0 && k + kFar > i;)
        if (extent(speeches_[k]).contains(speech.source)) outer = k;
      return outer ? of_parent(*outer) : Choice{};
    }
    if (words.pronoun == PronounKind::vague) return choose_rest(i, words);
    if (words.pronoun == PronounKind::who) return choose_antecedent(words, place);
    const bool one = words.pronoun == PronounKind::he || words.pronoun == PronounKind::she;
    if (one) note_described(words, place);
    Choice choice = choose_pronoun(discourse_, words.pronoun, place);
    if (!one || choice.actor < 0) return choice;
    char& gender = cast_.actors[static_cast<std::size_t>(choice.actor)].gender;
    if (gender == '-') gender = words.pronoun == PronounKind::he ? 'm' : 'f';  // "she" once is not "he" further down
    return choice;
  }

  // "The president was tired. He said ...": a description that opens the sentence before (or this one) is spoken of,
  // too.
  void note_described(const SourceWords& words, const Standpoint& place) {
    const std::uint32_t sentence = cast_.words[words.first].sentence;
    for (std::uint32_t w = words.first; w-- > 0 && w + 60 > words.first;) {
      const Word& word = cast_.words[w];
      if (word.sentence + 1 < sentence || word.paragraph != cast_.words[words.first].paragraph) return;
      if (!is(word, Marker::the) || !word.opens_sentence) continue;
      std::uint32_t last = w + 1;
      while (last < words.first && last < w + 6 && cast_.words[last].gap == Gap::space && !is_finite(cast_.words[last]))
        ++last;
      const SourceWords described = read_source(cast_, {word.begin, cast_.words[last - 1].end});
      if (described.form != SourceForm::description || described.owned || described.role == 0) return;
      Standpoint there = place;
      there.word = w;
      const Choice choice = choose_description(discourse_, described, there);
      discourse_.note(choice.actor, w);
      return;
    }
  }

  Choice of_parent(std::size_t k) const { return {speakers_[k].person, speakers_[k].candidates, "parent", 0.9}; }

  // "Kovel, who said ...": the name that ends last before the pronoun in its sentence.
  Choice choose_antecedent(const SourceWords& words, const Standpoint& place) const {
    const auto& list = cast_.mentions.list;
    const std::uint32_t sentence = cast_.words[words.first].sentence;
    std::int32_t best = -1;
    auto begin = std::lower_bound(list.begin(), list.end(), words.first,
                                  [](const Mention& m, std::uint32_t w) { return m.first < w; });
    const auto end = begin;
    while (begin != list.begin() && cast_.words[std::prev(begin)->first].sentence == sentence) --begin;
    for (auto at = begin; at != end; ++at) {
      const Mention& mention = *at;
      if (mention.last > words.first) break;
      if (mention.actor < 0 || cast_.words[mention.first].sentence != sentence || mention.kind == MentionKind::place)
        continue;
      const bool near = mention.last == words.first || mention.until == words.first;
      if (best < 0 || near || cast_.actors[static_cast<std::size_t>(mention.actor)].kind == PersonKind::person)
        best = mention.actor;
    }
    if (best >= 0) return {best, {}, "antecedent", 0.8};
    return {place.previous, {}, "antecedent", 0.5};
  }

  Choice choose_by_description(const Speech& speech, const SourceWords& words, const Standpoint& place) {
    if (words.indefinite) return printed(words, speech.source);
    // "a spokesman for X", "Stern's lawyer": only one who is known as such, else somebody without a name.
    Choice choice = choose_description(discourse_, words, place);
    if (choice.actor >= 0 || !choice.candidates.empty()) return choice;
    if (const std::int32_t m = named_next(cast_, speeches_, words); m >= 0) {
      cast_.actors[static_cast<std::size_t>(m)].roles.push_back({words.role, words.country, 0, 0, 0});
      return {m, {}, "named-next", 0.6};
    }
    return printed(words, speech.source);
  }

  Choice choose_issuer_of_writing(std::size_t i, const SourceWords& words, const Standpoint& place) {
    if (words.owned && words.pronoun != PronounKind::none && words.pronoun != PronounKind::who)
      return choose_by_pronoun(i, words, place);
    for (std::uint32_t w = words.first; w < words.last; ++w)
      if (is_recording(cast_.words[w]) && place.previous >= 0) return {place.previous, {}, "writing", 0.6};
    if (place.previous >= 0 && cast_.actors[static_cast<std::size_t>(place.previous)].kind == PersonKind::institution)
      return {place.previous, {}, "writing", 0.8};
    // "a statement from the Foreign Ministry" in an earlier sentence.
    for (auto m = cast_.mentions.list.rbegin(); m != cast_.mentions.list.rend(); ++m) {
      if (m->first >= words.first || m->kind != MentionKind::institution || m->actor < 0) continue;
      if (cast_.words[words.first].paragraph > cast_.words[m->first].paragraph + 3) break;
      for (std::uint32_t w = m->outer; w-- > 0 && w + 5 > m->outer;)
        if (is_text_noun(cast_.words[w])) return {m->actor, {}, "writing", 0.8};
    }
    if (Choice choice = issuer(); choice.actor >= 0) return choice;
    if (place.previous >= 0 && !words.indefinite) return {place.previous, {}, "writing", 0.6};
    return printed(words, speeches_[i].source);
  }

  Choice issuer() {
    const Document& document = cast_.document;
    if (document.issuer.empty()) return {};
    const SourceWords words = read_source(cast_, document.issuer);
    Choice choice;
    if (words.form == SourceForm::name) choice = choose_name(words);
    if (choice.actor < 0) {
      const std::string label(document.text[document.issuer]);
      std::vector<Word> scanned;
      scan_words(document.text.view(), document.issuer, false, scanned);
      for (std::size_t w = 0; w < scanned.size() && choice.actor < 0; ++w)
        if (const BookPhrase* phrase = cast_.book.match(scanned, w, scanned.size(), bit(PhraseKind::institution)))
          choice.actor = find_institution(cast_, phrase->id, likely_country(cast_, phrase->id));
      if (choice.actor < 0) choice = unnamed(label, 0, PersonKind::institution, document.issuer);
    }
    if (const std::int32_t m = attributable(cast_); m >= 0) choice.actor = m;
    choice.rule = "issuer";
    choice.score = 0.9;
    return choice;
  }

  Choice choose_answerer(std::size_t i) {
    for (std::size_t k = i; k-- > 0;) {
      const std::int32_t person = speakers_[k].person;
      if (speeches_[k].depth == speeches_[i].depth && person >= 0 &&
          cast_.actors[static_cast<std::size_t>(person)].kind == PersonKind::person)
        return {person, {}, "label", 0.7};
    }
    return issuer();
  }

  Choice choose_without_words(std::size_t i) {
    const Speech& speech = speeches_[i];
    const bool turn = speech.kind == SpeechKind::transcript && speech.parent < 0;
    if (turn)
      if (Choice choice = issuer(); choice.actor >= 0) return choice;
    if (speech.polarity == Polarity::asked) return unnamed("questioner", 0, PersonKind::unnamed, {});
    if (turn)
      if (const std::int32_t m = interviewee(cast_, speech); m >= 0) return {m, {}, "interviewee", 0.7};
    if (speech.parent >= 0 || cast_.words.empty()) return {};
    const Standpoint place = place_of(i);
    if (speech.kind == SpeechKind::indirect) return {};
    if (const std::int32_t m = lead_in(cast_, speech, reach_); m >= 0) return {m, {}, "lead-in", 0.6};
    if (place.previous >= 0) return {place.previous, {}, "previous-speaker", place.previous_is_near ? 0.7 : 0.5};
    if (cast_.document.form == Form::communique) return issuer();
    return {};
  }

  // Capitals that were not read as a name where they stand (in a headline, say), but name somebody of the cast.
  Choice choose_capitals(const SourceWords& words) {
    if (words.last <= words.first || words.last - words.first > 4) return {};
    for (std::uint32_t w = words.first; w < words.last; ++w)
      if (!cast_.words[w].capital) return {};
    const std::uint32_t last = cast_.folds.number(cast_.words[words.last - 1], cast_.text) + 1;
    const std::uint32_t first = cast_.folds.number(cast_.words[words.first], cast_.text) + 1;
    std::int32_t found = -1;
    for (std::size_t k = 0; k < cast_.actors.size(); ++k) {
      const Actor& actor = cast_.actors[k];
      if (actor.kind != PersonKind::person || actor.last != last || actor.mentions.empty()) continue;
      if (words.last - words.first > 1 && actor.first != first) continue;
      if (found >= 0) return {};
      found = static_cast<std::int32_t>(k);
    }
    return {found, {}, "name", 0.9};
  }

  // "Half smiling, she added ...": a first word that names nobody; the subject stands between it and the words spoken.
  Choice printed_or_subject(const SourceWords& words, const Speech& speech) {
    if (const Choice choice = choose_capitals(words); choice.actor >= 0) return choice;
    if (words.last != words.first + 1 || words.indefinite || !cast_.words[words.first].opens_sentence) return {};
    const std::uint32_t sentence = cast_.words[words.first].sentence;
    const std::uint32_t until = word_at(cast_.words, extent(speech).begin);
    for (std::uint32_t w = words.last; w < until && cast_.words[w].sentence == sentence; ++w) {
      const PronounKind pronoun = pronoun_of(cast_.words[w]);
      if (pronoun == PronounKind::he || pronoun == PronounKind::she)
        return choose_pronoun(discourse_, pronoun, Standpoint{.word = w});
      const SourceWords inner = read_source(cast_, cast_.words[w].span());
      if (inner.form == SourceForm::name) return choose_name(inner);
    }
    return {};
  }

  // "This is how Stern's ministry put it": what stands after "how".
  Choice choose_rest(std::size_t i, const SourceWords& words) {
    const std::uint32_t how = words.last + 1;
    if (how + 1 >= cast_.words.size() || !is(cast_.words[words.last], Marker::is) || !is(cast_.words[how], Marker::how))
      return {};
    std::uint32_t last = how + 1;
    while (last < cast_.words.size() && last < how + 6 && cast_.words[last].gap == Gap::space) ++last;
    const SourceWords inner = read_source(cast_, {cast_.words[how + 1].begin, cast_.words[last - 1].end});
    if (inner.form == SourceForm::name) return choose_name(inner);
    if (inner.form != SourceForm::noun && inner.form != SourceForm::description) return {};
    const Standpoint place = place_of(i);
    Choice choice = inner.form == SourceForm::noun && !inner.owned ? choose_noun(discourse_, inner, place) : Choice{};
    return choice.actor >= 0 ? choice
                             : printed(inner, {cast_.words[inner.first].begin, cast_.words[inner.last - 1].end});
  }

  // Somebody without a name, by the words printed; the same words later are the same.
  Choice printed(const SourceWords& words, Span source) {
    Span span = source;
    if (words.last > words.first) {
      // With its complement ("a spokesman for Wirth"), without a relative clause or what stands after a comma.
      std::uint32_t last = words.last;
      while (words.form != SourceForm::question && last < cast_.words.size() && last < words.last + 8 &&
             cast_.words[last].end <= source.end && cast_.words[last].gap < Gap::comma &&
             !is(cast_.words[last], Marker::who) && !is(cast_.words[last], Marker::that) &&
             !is_finite(cast_.words[last]))
        ++last;
      span = {cast_.words[words.first].begin, cast_.words[last - 1].end};
    }
    PersonKind kind = PersonKind::unnamed;
    if (words.form == SourceForm::noun) kind = PersonKind::institution;
    if (words.form == SourceForm::group) kind = PersonKind::group;
    if (words.role != 0 && kind == PersonKind::group) {
      const std::string& role = cast_.book.role(words.role).name;
      if (role == "source" || role == "person") kind = PersonKind::unnamed;
    }
    if (words.form == SourceForm::other && words.country != 0)
      return {find_country_actor(cast_, words.country), {}, "name", 0.8};
    const bool one = words.form == SourceForm::description;
    return unnamed(std::string(cast_.text.substr(span.begin, span.size())), one ? words.role : std::uint16_t{0}, kind,
                   span);
  }

  Choice unnamed(const std::string& label, std::uint16_t role, PersonKind kind, Span span) {
    const auto [at, fresh] = labelled_.try_emplace(std::string(to_string(kind)) + ":" + fold_label(label),
                                                   static_cast<std::int32_t>(cast_.actors.size()));
    if (!fresh) {
      cast_.actors[static_cast<std::size_t>(at->second)].printed.push_back(span);
      return {at->second, {}, "printed", 0.9};
    }
    Actor actor;
    actor.kind = kind;
    actor.label = label;
    actor.printed.push_back(span);
    if (role != 0) {
      actor.gender = cast_.book.role(role).gender;
      if (kind == PersonKind::unnamed) actor.roles.push_back({role, 0, 0, 0, 0});
    }
    cast_.actors.push_back(std::move(actor));
    return {static_cast<std::int32_t>(cast_.actors.size() - 1), {}, "printed", 0.9};
  }

  Cast& cast_;
  std::vector<Speech>& speeches_;
  Discourse discourse_;
  std::vector<Speaker> speakers_;
  std::uint32_t reach_ = 0;  // where the speeches resolved so far end, their sources included
  std::unordered_map<std::string, std::int32_t> labelled_;  // kind and folded words -> actor
};

}  // namespace

People resolve_people(const Document& document, std::vector<Speech>& speeches, const Offices& offices) {
  Cast cast = gather_cast(document, offices);
  People people;
  people.speakers = Resolver(cast, speeches).resolve();
  flag_spellings(cast, speeches);
  people.persons = call_roll(cast, people.speakers);
  return people;
}

std::string person_key(std::string_view name, const Offices& offices) {
  Document document;
  document.text = Text::plain(std::string(name));
  std::vector<Speech> speeches(1);
  speeches[0].source = Span{0, document.text.size()};
  speeches[0].content.push_back(Span{document.text.size(), document.text.size()});
  const People people = resolve_people(document, speeches, offices);
  const std::int32_t person = people.speakers[0].person;
  return person < 0 ? fold_name(name) : people.persons[static_cast<std::size_t>(person)].key;
}

}  // namespace readout
