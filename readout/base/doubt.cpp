#include "readout/base/doubt.h"

#include <array>
#include <utility>

namespace readout {
namespace {

constexpr auto kNames = std::to_array<std::pair<DoubtKind, std::string_view>>({
    {DoubtKind::empty, "empty"},
    {DoubtKind::too_large, "too-large"},
    {DoubtKind::too_short, "too-short"},
    {DoubtKind::no_body, "no-body"},
    {DoubtKind::error_page, "error-page"},
    {DoubtKind::script_rendered, "script-rendered"},
    {DoubtKind::not_a_document, "not-a-document"},
    {DoubtKind::binary, "binary"},
    {DoubtKind::unsupported_format, "unsupported-format"},
    {DoubtKind::bad_record, "bad-record"},
    {DoubtKind::unreadable, "unreadable"},
    {DoubtKind::unsupported_language, "unsupported-language"},
    {DoubtKind::invalid_bytes, "invalid-bytes"},
    {DoubtKind::control_characters, "control-characters"},
    {DoubtKind::invisible_characters, "invisible-characters"},
    {DoubtKind::bidi, "bidi"},
    {DoubtKind::mojibake, "mojibake"},
    {DoubtKind::encoding_mismatch, "encoding-mismatch"},
    {DoubtKind::truncated, "truncated"},
    {DoubtKind::paywall, "paywall"},
    {DoubtKind::quoted_printable, "quoted-printable"},
    {DoubtKind::hard_wrapped, "hard-wrapped"},
    {DoubtKind::double_escaped, "double-escaped"},
    {DoubtKind::nested_too_deep, "nested-too-deep"},
    {DoubtKind::date_disagrees, "date-disagrees"},
    {DoubtKind::date_open, "date-open"},
    {DoubtKind::speaker_unknown, "speaker-unknown"},
    {DoubtKind::speaker_ambiguous, "speaker-ambiguous"},
    {DoubtKind::wrong_first_name, "wrong-first-name"},
    {DoubtKind::name_variant, "name-variant"},
    {DoubtKind::unclosed_mark, "unclosed-mark"},
    {DoubtKind::odd_mark, "odd-mark"},
    {DoubtKind::third_person, "third-person"},
    {DoubtKind::scare_quote, "scare-quote"},
    {DoubtKind::author_claim, "author-claim"},
    {DoubtKind::corrected, "corrected"},
});

}  // namespace

bool is_refusal(DoubtKind kind) {
  return kind <= DoubtKind::unreadable;
}

std::string_view to_string(DoubtKind kind) {
  for (const auto& [value, name] : kNames)
    if (value == kind) return name;
  return "";
}

std::optional<DoubtKind> parse_doubt_kind(std::string_view text) {
  for (const auto& [value, name] : kNames)
    if (name == text) return value;
  return std::nullopt;
}

}  // namespace readout
