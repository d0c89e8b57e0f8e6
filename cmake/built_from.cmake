# Writes OUT, and only where it changes: what the program is built from. ROOT is the house.
#
# The commit comes from git; in a tarball of `git archive`, from cmake/commit.txt; else nobody knows. The digests are of
# the sources as they stand: of each group of rooms that can read a text otherwise, their files in order of name, without
# tests. The same sources give the same words wherever and whenever they are built.
cmake_minimum_required(VERSION 3.25)
set(commit "unknown")
file(STRINGS "${ROOT}/cmake/commit.txt" archived LIMIT_COUNT 1)
if(archived MATCHES "^[0-9a-f]+$")
  set(commit "${archived}")
elseif(EXISTS "${ROOT}/.git")
  find_program(GIT git)
  if(GIT)
    execute_process(COMMAND "${GIT}" -C "${ROOT}" rev-parse HEAD OUTPUT_VARIABLE head ERROR_QUIET
                    OUTPUT_STRIP_TRAILING_WHITESPACE)
    execute_process(COMMAND "${GIT}" -C "${ROOT}" status --porcelain --untracked-files=no OUTPUT_VARIABLE changed
                    ERROR_QUIET)
    if(head)
      set(commit "${head}")
      if(changed)
        string(APPEND commit ", with changes")
      endif()
    endif()
  endif()
endif()

function(digest_rooms out)
  set(lines "")
  foreach(room ${ARGN})
    file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/readout/${room}/*.h" "${ROOT}/readout/${room}/*.cpp")
    list(FILTER files EXCLUDE REGEX "_test\\.(h|cpp)$")
    list(SORT files)
    foreach(file ${files})
      file(SHA256 "${ROOT}/${file}" digest)
      string(APPEND lines "${digest}  ${file}\n")
    endforeach()
  endforeach()
  string(SHA256 digest "${lines}")
  set(${out} "${digest}" PARENT_SCOPE)
endfunction()
digest_rooms(reading base text document speech people)
digest_rooms(linking align statement engine)
digest_rooms(comparing collation discrepancy verify)

file(CONFIGURE OUTPUT "${OUT}" CONTENT "#include \"cli/built_from.h\"

namespace readout::cli {
const BuiltFrom kBuiltFrom = {
    \"@commit@\",
    \"@reading@\",
    \"@linking@\",
    \"@comparing@\",
};
}  // namespace readout::cli
" @ONLY)
