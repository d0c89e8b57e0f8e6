#include "cli/screen.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include "readout/view/visible.h"

namespace readout::cli {
namespace {

constexpr int kLeastWidth = 40;
constexpr int kMostWidth = 120;  // longer lines are hard to read
constexpr int kPlainWidth = 80;

int width_of(int descriptor, bool terminal) {
  int width = kPlainWidth;
  winsize size{};
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr && std::atoi(columns) > 0)
    width = std::atoi(columns);
  else if (terminal && ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;
  return std::clamp(width, kLeastWidth, kMostWidth);
}

}  // namespace

Screen::Screen() : out_is_terminal_(isatty(STDOUT_FILENO) == 1), err_is_terminal_(isatty(STDERR_FILENO) == 1) {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool refuses = (no_color != nullptr && *no_color != 0) || (term != nullptr && std::string_view(term) == "dumb");
  look_.colour = out_is_terminal_ && !refuses;
  look_.width = width_of(STDOUT_FILENO, out_is_terminal_);
}

void Screen::out(std::string_view text) {
  if (!open_ || failed_ || text.empty()) return;
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return;
  (errno == EPIPE ? open_ : failed_) = errno != EPIPE;
}

void Screen::line(std::string_view text) {
  out(text);
  out("\n");
}

void Screen::note(std::string_view text) {
  end_progress();
  if (out_is_terminal_) flush();
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fputc('\n', stderr);
}

void Screen::complain(const Error& error) {
  std::string text = "readout: ";
  if (!error.where.empty()) text += visible(error.where) + ": ";
  note(text + visible(error.message));
}

void Screen::progress(std::string_view text) {
  if (!err_is_terminal_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
  progress_shown_ = true;
}

void Screen::end_progress() {
  if (!progress_shown_) return;
  std::fputs("\r\x1b[K", stderr);
  progress_shown_ = false;
}

void Screen::flush() {
  if (!open_ || failed_) return;
  if (std::fflush(stdout) == 0) return;
  (errno == EPIPE ? open_ : failed_) = errno != EPIPE;
}

}  // namespace readout::cli
