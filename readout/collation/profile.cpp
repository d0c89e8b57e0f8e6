#include "readout/collation/profile.h"

#include <algorithm>
#include <array>

#include "readout/align/path.h"
#include "readout/collation/anchors.h"
#include "readout/collation/collation.h"

namespace readout {
namespace {

// Below this many cells a stretch is aligned outright; above kMostCells inside a band.
constexpr std::size_t kMostCells = 4'000'000;
constexpr std::array<std::size_t, 5> kRuns = {6, 4, 3, 2, 1};
constexpr std::array<std::size_t, 5> kEnough = {600, 600, 600, 2'500, 10'000};
// Sums of gains are in these parts of a hundredth, so that means of several witnesses keep their differences.
constexpr int kScale = 16;
// Columns that part a stray match from the next.
constexpr std::size_t kFar = 8;
// More words than this that meet in one place are no chance.
constexpr std::size_t kFew = 3;
// What two content words gain that are alike.
constexpr int kAlike = 40;

}  // namespace

// The columns before `column`, last first, against a text before `position`, last first.
class ProfileGain {
 public:
  ProfileGain(const Profile& profile, const std::vector<std::uint32_t>& text, std::size_t column, std::size_t position)
      : profile_(profile), text_(text), column_(column), position_(position) {}

  int pair(std::size_t i, std::size_t j) const {
    const std::size_t c = column_ - 1 - i;
    const std::uint32_t form = text_[position_ - 1 - j];
    int sum = 0;
    for (std::uint32_t e = profile_.begins_[c]; e < profile_.begins_[c + 1]; ++e)
      sum += static_cast<int>(profile_.entries_[e].weight) * profile_.forms_.gain(profile_.entries_[e].form, form);
    const int absent = static_cast<int>(profile_.weight_ - profile_.filled_[c]);
    sum -= absent * cost(form, profile_.costs_.extend);
    return sum * kScale / static_cast<int>(profile_.weight_);
  }
  // What a form gains with the likest of a column.
  int best(std::size_t column, std::uint32_t form) const {
    int most = 0;
    for (std::uint32_t e = profile_.begins_[column]; e < profile_.begins_[column + 1]; ++e)
      most = std::max(most, profile_.forms_.gain(profile_.entries_[e].form, form));
    return most;
  }
  int open_a(std::size_t i) const { return skip(i, profile_.costs_.open); }
  int extend_a(std::size_t i) const { return skip(i, profile_.costs_.extend); }
  int open_b(std::size_t j) const { return -kScale * cost(text_[position_ - 1 - j], profile_.costs_.open); }
  int extend_b(std::size_t j) const { return -kScale * cost(text_[position_ - 1 - j], profile_.costs_.extend); }

 private:
  int cost(std::uint32_t form, int whole) const {
    return is_word(profile_.forms_.unit(form).kind) ? whole : (whole + 1) / 2;
  }
  int skip(std::size_t i, int whole) const {
    const std::size_t c = column_ - 1 - i;
    const int price = cost(profile_.entries_[profile_.begins_[c]].form, whole);
    return -price * kScale * static_cast<int>(profile_.filled_[c]) / static_cast<int>(profile_.weight_);
  }

  const Profile& profile_;
  const std::vector<std::uint32_t>& text_;
  std::size_t column_;
  std::size_t position_;
};

namespace {

// Cuts the whole into stretches at anchors, the surest kind first, and aligns what lies between.
class Joiner {
 public:
  struct Row {
    std::vector<std::uint64_t> keys;
    std::vector<std::uint32_t> columns;
  };

  Joiner(const Profile& profile, const FormTable& forms, const std::vector<std::uint32_t>& text, std::vector<Row> rows)
      : profile_(profile), forms_(forms), text_(text), rows_(std::move(rows)) {
    keys_.reserve(text.size());
    for (const std::uint32_t form : text) keys_.push_back(forms.meeting_key(form));
  }

  std::vector<Cell> run(std::size_t columns) {
    take(0, static_cast<std::uint32_t>(columns), 0, static_cast<std::uint32_t>(text_.size()), 0);
    return part_strays();
  }

 private:
  // A few function words that meet far from everything else that meets are chance.
  std::vector<Cell> part_strays() const {
    std::vector<Cell> out;
    out.reserve(path_.size());
    bool any = false;
    for (std::size_t i = 0; i < path_.size() && !any; ++i) any = is_pair(i) && binds(i);
    for (std::size_t i = 0; i < path_.size();) {
      if (!is_pair(i)) {
        out.push_back(path_[i++]);
        continue;
      }
      std::size_t end = i + 1;  // past the last pair of the cluster
      bool bound = binds(i);
      std::size_t pairs = 1;
      for (std::size_t next = end; next < path_.size() && next < end + kFar; ++next) {
        if (!is_pair(next)) continue;
        bound = bound || binds(next);
        ++pairs;
        end = next + 1;
      }
      const bool kept = bound || !any || pairs > kFew || i == 0 || end == path_.size();
      for (; i < end; ++i) {
        if (kept || !is_pair(i)) {
          out.push_back(path_[i]);
          continue;
        }
        out.push_back({path_[i].a, -1});
        out.push_back({-1, path_[i].b});
      }
    }
    return out;
  }

  bool is_pair(std::size_t i) const { return path_[i].a >= 0 && path_[i].b >= 0; }

  // Two content words that are alike.
  bool binds(std::size_t i) const {
    const std::uint32_t form = text_[static_cast<std::size_t>(path_[i].b)];
    return forms_.is_content(form) &&
           ProfileGain(profile_, text_, 0, 0).best(static_cast<std::size_t>(path_[i].a), form) >= kAlike;
  }

  void take(std::uint32_t c0, std::uint32_t c1, std::uint32_t p0, std::uint32_t p1, std::size_t run) {
    const std::size_t cells = std::size_t{c1 - c0} * (p1 - p0);
    if (run == kRuns.size() || cells <= kEnough[run]) return align(c0, c1, p0, p1);
    std::vector<AnchorRow> rows;
    for (const Row& row : rows_) {
      const auto begin = std::ranges::lower_bound(row.columns, c0) - row.columns.begin();
      const auto end = std::ranges::lower_bound(row.columns, c1) - row.columns.begin();
      if (begin == end) continue;
      const auto first = static_cast<std::size_t>(begin);
      const auto size = static_cast<std::size_t>(end - begin);
      rows.push_back({std::span(row.keys).subspan(first, size), std::span(row.columns).subspan(first, size)});
    }
    const auto anchors = find_anchors(rows, std::span(keys_).subspan(p0, p1 - p0), p0, kRuns[run]);
    for (const ColumnAnchor& anchor : anchors) {
      take(c0, anchor.column, p0, anchor.position, run + 1);
      path_.push_back({static_cast<std::int32_t>(anchor.column), static_cast<std::int32_t>(anchor.position)});
      c0 = anchor.column + 1;
      p0 = anchor.position + 1;
    }
    take(c0, c1, p0, p1, run + 1);
  }

  void align(std::uint32_t c0, std::uint32_t c1, std::uint32_t p0, std::uint32_t p1) {
    const std::size_t n = c1 - c0;
    const std::size_t m = p1 - p0;
    const std::size_t band = n * m <= kMostCells ? kNoBand : std::max<std::size_t>(kMostCells / (n + 1) / 2, 16);
    // Backwards, because ties fall to the end where the path sets out: of two copies the first is the old one.
    const std::vector<Cell> path = best_path(n, m, ProfileGain(profile_, text_, c1, p1), band);
    for (auto cell = path.rbegin(); cell != path.rend(); ++cell)
      path_.push_back({cell->a < 0 ? cell->a : static_cast<std::int32_t>(c1) - 1 - cell->a,
                       cell->b < 0 ? cell->b : static_cast<std::int32_t>(p1) - 1 - cell->b});
  }

  const Profile& profile_;
  const FormTable& forms_;
  const std::vector<std::uint32_t>& text_;
  std::vector<Row> rows_;
  std::vector<std::uint64_t> keys_;
  std::vector<Cell> path_;
};

}  // namespace

Profile::Profile(const FormTable& forms, const Guide& guide, GapCosts costs)
    : forms_(forms), guide_(guide), costs_(costs), texts_(guide.texts.size()), in_(guide.texts.size(), false) {}

void Profile::summarise() {
  entries_.clear();
  begins_.assign(1, 0);
  filled_.clear();
  for (std::size_t c = 0; c < count_; ++c) {
    const auto begin = static_cast<std::ptrdiff_t>(entries_.size());
    std::uint32_t filled = 0;
    for (std::size_t t = 0; t < texts_; ++t) {
      if (at(c, t) == kNoUnit) continue;
      const std::uint32_t form = guide_.texts[t][at(c, t)];
      const std::uint32_t weight = guide_.weights[t];
      filled += weight;
      const auto found = std::find_if(entries_.begin() + begin, entries_.end(),
                                      [form](const Entry& entry) { return entry.form == form; });
      if (found == entries_.end())
        entries_.push_back({form, weight});
      else
        found->weight += weight;
    }
    begins_.push_back(static_cast<std::uint32_t>(entries_.size()));
    filled_.push_back(filled);
  }
}

void Profile::join(std::uint32_t text) {
  const std::vector<std::uint32_t>& forms = guide_.texts[text];
  std::vector<Cell> path;
  if (weight_ == 0) {
    for (std::size_t i = 0; i < forms.size(); ++i) path.push_back({-1, static_cast<std::int32_t>(i)});
  } else {
    summarise();
    std::vector<Joiner::Row> rows;
    for (std::size_t t = 0; t < texts_; ++t) {
      if (!in_[t]) continue;
      Joiner::Row& row = rows.emplace_back();
      for (std::size_t c = 0; c < count_; ++c) {
        if (at(c, t) == kNoUnit) continue;
        row.keys.push_back(forms_.meeting_key(guide_.texts[t][at(c, t)]));
        row.columns.push_back(static_cast<std::uint32_t>(c));
      }
    }
    path = Joiner(*this, forms_, forms, std::move(rows)).run(count_);
  }
  std::vector<std::uint32_t> cells(path.size() * texts_, kNoUnit);
  for (std::size_t c = 0; c < path.size(); ++c) {
    if (path[c].a >= 0)
      std::copy_n(cells_.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(path[c].a) * texts_), texts_,
                  cells.begin() + static_cast<std::ptrdiff_t>(c * texts_));
    if (path[c].b >= 0) cells[c * texts_ + text] = static_cast<std::uint32_t>(path[c].b);
  }
  cells_ = std::move(cells);
  count_ = path.size();
  in_[text] = true;
  weight_ += guide_.weights[text];
}

void Profile::leave(std::uint32_t text) {
  std::size_t kept = 0;
  for (std::size_t c = 0; c < count_; ++c) {
    cells_[c * texts_ + text] = kNoUnit;
    const auto column = cells_.begin() + static_cast<std::ptrdiff_t>(c * texts_);
    if (std::all_of(column, column + static_cast<std::ptrdiff_t>(texts_),
                    [](std::uint32_t cell) { return cell == kNoUnit; }))
      continue;
    std::copy_n(column, texts_, cells_.begin() + static_cast<std::ptrdiff_t>(kept * texts_));
    ++kept;
  }
  count_ = kept;
  cells_.resize(kept * texts_);
  in_[text] = false;
  weight_ -= guide_.weights[text];
}

}  // namespace readout
