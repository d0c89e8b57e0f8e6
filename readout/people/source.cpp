#include "readout/people/source.h"

#include <algorithm>

namespace readout {
namespace {

constexpr unsigned kKinds = bit(PhraseKind::adjective) | bit(PhraseKind::country) | bit(PhraseKind::capital) |
                            bit(PhraseKind::role) | bit(PhraseKind::roles) | bit(PhraseKind::noun) |
                            bit(PhraseKind::people);

// 75 of "75-year-old"; 0 for any other word.
std::uint32_t age_of(std::string_view word) {
  if (!word.ends_with("-year-old") || word.size() > 12) return 0;
  std::uint32_t age = 0;
  for (const char c : word.substr(0, word.size() - 9)) {
    if (c < '0' || c > '9') return 0;
    age = age * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return age;
}

struct Reader {
  const Cast& cast;
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  SourceWords out;
  bool headed = false;      // a head has been read
  bool complement = false;  // and a preposition after it

  const Word& word(std::uint32_t k) const { return cast.words[k]; }
  const Mention& mention(std::int32_t m) const { return cast.mentions.list[static_cast<std::size_t>(m)]; }

  // The mention whose name begins at word k, -1 where none does.
  std::int32_t mention_at(std::uint32_t k) const {
    const auto& list = cast.mentions.list;
    const auto found = std::partition_point(list.begin(), list.end(), [&](const Mention& m) { return m.first < k; });
    return found != list.end() && found->first == k ? static_cast<std::int32_t>(found - list.begin()) : -1;
  }

  // The person whose title stands at word k.
  std::int32_t person_titled_at(std::uint32_t k) const {
    const auto& list = cast.mentions.list;
    auto found = std::partition_point(list.begin(), list.end(), [&](const Mention& m) { return m.first <= k; });
    for (; found != list.end() && found->first < b && found->first < k + 8; ++found)
      if (found->kind == MentionKind::person && found->outer <= k)
        return static_cast<std::int32_t>(found - list.begin());
    return -1;
  }

  bool ends_noun(const Word& next) const {
    return is_preposition(next) || is_finite(next) || is(next, Marker::and_) || is(next, Marker::who) ||
           is(next, Marker::that) || cast.book.knows(next.hash) || next.gap != Gap::space;
  }

  void name(std::int32_t m) {
    out.form = SourceForm::name;
    out.mention = m;
    out.first = mention(m).outer;
    out.last = mention(m).last;
  }

  // True where the reading is over.
  bool read_mention(std::int32_t m, std::uint32_t& k) {
    const Mention& here = mention(m);
    const bool more = here.last < b;
    const bool possessive = word(here.last - 1).possessive;
    k = here.last;
    if (headed && complement) {
      if (here.kind == MentionKind::institution && out.institution == 0) {
        out.institution = here.id;
        if (out.country == 0) out.country = here.country;
      }
      if (here.kind == MentionKind::country && out.country == 0) out.country = here.id;
      if (here.kind == MentionKind::person) {
        out.owned = true;
        if (more && word(k).gap == Gap::space && !possessive && cast.book.is_org_head(word(k).hash)) return false;
        if (out.form == SourceForm::writing) return name(m), true;
      }
      if (here.kind == MentionKind::institution && out.form == SourceForm::writing) return name(m), true;
      return false;
    }
    if (here.kind == MentionKind::place) return false;
    if (possessive && more) {
      if (here.kind == MentionKind::country) {
        out.country = here.id;
      } else {
        out.owned = true;
        out.mention = m;
        if (here.kind == MentionKind::institution) {
          out.institution = here.id;
          out.country = here.country;
        }
      }
      return false;
    }
    if (here.kind == MentionKind::institution && more && word(k).gap == Gap::space &&
        cast.book.match(cast.words, k, b, bit(PhraseKind::role) | bit(PhraseKind::roles)) != nullptr) {
      out.institution = here.id;
      if (here.id == 0) {
        out.owned = true;
        out.mention = m;
      }
      if (here.country != 0) out.country = here.country;
      return false;
    }
    if (headed && here.kind != MentionKind::person) return false;
    // "The Kovel campaign", "Kovel adviser Ivo Stern": a plain noun after the name makes it a modifier.
    if (here.kind == MentionKind::person && more && word(k).gap == Gap::space && !word(k).capital &&
        !is_preposition(word(k)) && !is(word(k), Marker::and_) && !is(word(k), Marker::who)) {
      out.owned = true;
      out.mention = m;
      return false;
    }
    name(m);
    return true;
  }

  void head(SourceForm form, std::uint32_t k, std::uint32_t after) {
    if (!headed) out.first = a;
    out.form = form;
    out.last = after;
    headed = true;
    static_cast<void>(k);
  }

  // True where the reading is over.
  bool read_phrase(const BookPhrase& phrase, std::uint32_t& k) {
    const std::uint32_t after = k + phrase.length;
    const bool owned = word(after - 1).possessive && after < b;
    switch (phrase.kind) {
      case PhraseKind::role: {
        if (const std::int32_t person = person_titled_at(k); person >= 0) {
          k = mention(person).first;
          return false;
        }
        if (complement || (headed && out.form == SourceForm::description && k != out.last)) break;
        // "the official communiqué": here the role is an adjective.
        if (after < b && word(after).gap == Gap::space && is_text_noun(word(after))) break;
        if (owned) {
          out.owned = true;
          break;
        }
        head(SourceForm::description, k, after);
        out.role = phrase.id;
        // "the minister, Anna Kovel": the name after the comma is the same person.
        if (after < b && word(after).gap == Gap::comma)
          if (const std::int32_t m = mention_at(after); m >= 0 && mention(m).kind == MentionKind::person)
            return name(m), true;
        break;
      }
      case PhraseKind::roles:
      case PhraseKind::people:
        if (complement) break;
        if (owned) {
          out.owned = true;
          break;
        }
        head(SourceForm::group, k, after);
        if (phrase.kind == PhraseKind::roles)
          out.role = phrase.id;
        else
          out.country = phrase.id;
        break;
      case PhraseKind::noun:
        if (complement) break;
        if (owned) {
          out.owned = true;
          out.noun = phrase.id;
          break;
        }
        if (headed && out.form == SourceForm::description) break;
        // "a high school senior": a noun before another noun is no head.
        if (after < b && word(after).gap == Gap::space && !word(after).capital && !out.owned && !ends_noun(word(after)))
          break;
        head(SourceForm::noun, k, after);
        out.noun = phrase.id;
        break;
      default:
        if (out.country == 0 && (!complement || headed)) out.country = phrase.id;
        break;
    }
    k = after;
    return false;
  }

  void read() {
    out.first = a;
    out.last = b;
    std::uint32_t k = a;
    while (k < b) {
      const Word& here = word(k);
      if (headed && k > a && here.gap >= Gap::comma) {
        // "the minister of trade, Mr. Stern,": the name after the comma is the same person.
        if ((here.gap == Gap::comma || here.gap == Gap::parenthesis) && out.form == SourceForm::description) {
          std::int32_t m = mention_at(k);
          if (m < 0) m = person_titled_at(k);
          if (m >= 0 && mention(m).kind == MentionKind::person && mention(m).outer <= k) name(m);
        }
        return;
      }
      const PronounKind pronoun = here.initial ? PronounKind::none : pronoun_of(here);
      const bool last = k + 1 >= b || cast.words[k + 1].gap != Gap::space;
      if (pronoun == PronounKind::vague && !last) {
        if (headed) return;
        if (is(here, Marker::one) && is(word(k + 1), Marker::of)) out.single = out.indefinite = true;
        ++k;
        continue;
      }
      if (pronoun != PronounKind::none) {
        if (headed) return;
        if (pronoun == PronounKind::who && out.indefinite) return;
        if (last || pronoun_of(word(k + 1)) != PronounKind::none ||
            (pronoun == PronounKind::who && !cast.book.knows(word(k + 1).hash))) {
          out.form = SourceForm::pronoun;
          out.pronoun = pronoun;
          out.first = k;
          out.last = k + 1;
          return;
        }
        out.owned = true;
        out.pronoun = pronoun;
        ++k;
        continue;
      }
      if (const std::int32_t m = mention_at(k); m >= 0) {
        if (read_mention(m, k)) return;
        continue;
      }
      if (const BookPhrase* phrase = cast.book.match(cast.words, k, b, kKinds)) {
        if (read_phrase(*phrase, k)) return;
        continue;
      }
      if (const std::uint32_t age = age_of(slice(cast.text, here.span())); age != 0) {
        out.age = age;
        out.last = k + 1;
        if (out.form == SourceForm::none) out.form = SourceForm::description;
      } else if (!headed && is_text_noun(here)) {
        head(SourceForm::writing, k, k + 1);
        if (out.owned && out.mention >= 0) return name(out.mention);
      } else if (headed && out.form == SourceForm::description && is(here, Marker::and_)) {
        // "his wife and party chief Anna Kovel": the same person, by name.
        for (std::uint32_t n = k + 1; n < b && n < k + 6; ++n)
          if (const std::int32_t m = mention_at(n); m >= 0 && mention(m).titled && mention(m).outer <= k + 3)
            return name(m);
        return;
      } else if (is_preposition(here)) {
        if (headed) complement = true;
      } else if (headed && (is(here, Marker::that) || (is_finite(here) && !complement))) {
        return;
      } else if (is_indefinite(here) && !headed) {
        out.indefinite = true;
      }
      ++k;
    }
  }
};

}  // namespace

SourceWords read_source(const Cast& cast, Span source) {
  Reader reader{cast, word_at(cast.words, source.begin), 0, {}};
  reader.b = reader.a;
  while (reader.b < cast.words.size() && cast.words[reader.b].begin < source.end) ++reader.b;
  if (source.empty() || reader.a == reader.b) return {};
  const Word& first = cast.words[reader.a];
  if (reader.b - reader.a <= 2 && reader.b < cast.words.size() && cast.words[reader.b].gap == Gap::colon &&
      is_question_label(cast.words[reader.b - 1])) {
    reader.out.form = SourceForm::question;
  } else if (reader.b - reader.a == 1 && is_answer_label(first) && first.capital) {
    reader.out.form = SourceForm::answer;
  } else {
    reader.read();
    SourceWords& out = reader.out;
    // "Kovel's" and "Kovel's repeated claims": the owner speaks.
    if ((out.form == SourceForm::none || out.form == SourceForm::writing) && out.mention >= 0) reader.name(out.mention);
    if (out.form == SourceForm::none && out.country != 0 && !out.owned) out.form = SourceForm::other;
    // "his operatives": theirs, but not he. "one of the aides": one, without a name.
    if (out.form == SourceForm::group && out.single) out.form = SourceForm::description;
    if (out.form == SourceForm::none) out.form = SourceForm::other;
  }
  if (reader.out.form == SourceForm::question || reader.out.form == SourceForm::answer) {
    reader.out.first = reader.a;
    reader.out.last = reader.b;
  }
  return reader.out;
}

}  // namespace readout
