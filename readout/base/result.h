// Result<T>: a value or an Error. No exception crosses a room; bad input is never an error of the run.
//
//   Result<Digest> digest = parse_digest("zz");
//   if (!digest) report(digest.error());   // {bad_argument, "a digest is 64 hexadecimal digits", "zz"}
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace readout {

enum class ErrorCode {
  bad_argument,   // the caller asked for something that cannot be
  not_found,      // the thing named is not here
  unreadable,     // a file or folder that cannot be read
  store,          // the record cannot be opened, read or written
  damaged,        // the record's contents contradict themselves
  wrong_version,  // the record was written by a schema that this program does not serve
  disk_full,      // no room left; what was committed before stays
};

// `message` says what went wrong and the next step; `where` names the file, record or argument.
struct Error {
  ErrorCode code = ErrorCode::bad_argument;
  std::string message;
  std::string where;

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string message, std::string where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(where)});
}

}  // namespace readout
