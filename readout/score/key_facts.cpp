#include "readout/score/key_facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "readout/text/fold.h"

namespace readout {
namespace {

using Naming = std::pair<std::string_view, ChannelKind>;

// Longer words would hold shorter ones: a key may name several kinds, and each counts.
constexpr std::array<Naming, 38> kNamings = {{
    {"website", ChannelKind::website},       {"web site", ChannelKind::website},
    {"record", ChannelKind::website},        {"bulletin", ChannelKind::communique},
    {"communique", ChannelKind::communique}, {"communiqué", ChannelKind::communique},
    {"readout", ChannelKind::communique},    {"press release", ChannelKind::communique},
    {"statement", ChannelKind::communique},  {"written answer", ChannelKind::communique},
    {"answer to a", ChannelKind::website},   {"t.me", ChannelKind::social_media},
    {"telegram", ChannelKind::social_media}, {"tweet", ChannelKind::social_media},
    {"twitter", ChannelKind::social_media},  {"briefing", ChannelKind::briefing},
    {"reporters", ChannelKind::briefing},    {"journalists", ChannelKind::briefing},
    {"media", ChannelKind::briefing},        {"press", ChannelKind::briefing},
    {"question-and", ChannelKind::briefing}, {"transcript", ChannelKind::briefing},
    {"interview", ChannelKind::interview},   {"radio", ChannelKind::broadcast},
    {"television", ChannelKind::broadcast},  {"channel", ChannelKind::broadcast},
    {"nbc", ChannelKind::broadcast},         {"cnn", ChannelKind::broadcast},
    {"telephone", ChannelKind::telephone},   {"call", ChannelKind::telephone},
    {"meeting", ChannelKind::meeting},       {"talk", ChannelKind::meeting},
    {"opening", ChannelKind::meeting},       {"letter", ChannelKind::document},
    {"notification", ChannelKind::document}, {"report", ChannelKind::document},
    {"newspaper", ChannelKind::newspaper},   {"daily", ChannelKind::newspaper},
}};

constexpr std::array<std::string_view, 8> kAgencies = {"tass",   "ria", "reuters", "interfax",
                                                       "xinhua", "afp", "wire",    "press agency"};

}  // namespace

bool is_right_date(std::string_view key, const Moment& ours) {
  std::size_t end = 0;
  while (end < key.size() && (key[end] == '-' || (key[end] >= '0' && key[end] <= '9'))) ++end;
  const auto wanted = parse_iso(key.substr(0, end), Known::stated);
  if (!wanted || !is_known(*wanted)) return !is_known(ours);
  return is_known(ours) && wanted->begin_s <= ours.begin_s && ours.end_s <= wanted->end_s;
}

bool is_right_channel(std::string_view key, const std::vector<Channel>& ours) {
  const std::string folded = fold_case(key);
  if (folded.empty() || folded.starts_with("unstated")) return ours.empty();
  return std::any_of(ours.begin(), ours.end(), [&](const Channel& channel) {
    if (channel.kind == ChannelKind::agency)
      for (const std::string_view agency : kAgencies)
        if (folded.find(agency) != std::string::npos) return true;
    return std::any_of(kNamings.begin(), kNamings.end(), [&](const Naming& naming) {
      return naming.second == channel.kind && folded.find(naming.first) != std::string::npos;
    });
  });
}

std::string printed_channels(const Account& account, const std::vector<Channel>& channels) {
  std::string out;
  for (const Channel& channel : channels)
    out += fmt::format("{}{} ({})", out.empty() ? "" : " < ", to_string(channel.kind),
                       account.document.text[channel.span]);
  return out.empty() ? "none" : out;
}

}  // namespace readout
