// Screen: the two streams of the program. Data goes to out(), the rest to note() and complain().
//
// The only place that asks the system about a terminal, its width, NO_COLOR and COLUMNS. A reader that went away
// (broken pipe) is no error: is_open() turns false and the verb stops quietly.
#pragma once

#include <string>
#include <string_view>

#include "readout/base/result.h"
#include "readout/view/look.h"

namespace readout::cli {

class Screen {
 public:
  Screen();

  const Look& look() const { return look_; }
  bool out_is_terminal() const { return out_is_terminal_; }
  bool err_is_terminal() const { return err_is_terminal_; }
  bool is_open() const { return open_; }       // false: nobody reads standard output any more
  bool has_failed() const { return failed_; }  // standard output could not be written (a full disk)

  void out(std::string_view text);
  void line(std::string_view text);
  void note(std::string_view text);      // a line on standard error
  void complain(const Error& error);     // "readout: message: where"
  void progress(std::string_view text);  // rewrites one line, on a terminal only
  void end_progress();
  void flush();

 private:
  Look look_;
  bool out_is_terminal_ = false;
  bool err_is_terminal_ = false;
  bool open_ = true;
  bool failed_ = false;
  bool progress_shown_ = false;
};

}  // namespace readout::cli
