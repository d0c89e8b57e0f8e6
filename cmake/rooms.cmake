# Every test of a GoogleTest program as a test of its own, so that the count and what is skipped are true. LABELS: `core`
# runs under the sanitizers in `make test` too; `threads` under tsan in `make test-all`.
add_custom_target(core_tests)  # the programs of the tests labelled `core`: what `make test` builds with the sanitizers
function(readout_discover program prefix)
  gtest_discover_tests(${program} TEST_PREFIX "${prefix}/" DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
                       PROPERTIES TIMEOUT 300 LABELS "${ARGN}")
  if("core" IN_LIST ARGN)
    add_dependencies(core_tests ${program})
  endif()
endfunction()

# readout_room(NAME ROOMS ... LIBS ... FOLDER f): one library from readout/NAME/*.cpp, or those of FOLDER, and one test
# program from *_test.cpp.
function(readout_room name)
  cmake_parse_arguments(ROOM "" "FOLDER" "ROOMS;LIBS" ${ARGN})
  if(NOT ROOM_FOLDER)
    set(ROOM_FOLDER "readout/${name}")
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${ROOM_FOLDER}/*.cpp")
  set(tests ${sources})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  if(name STREQUAL "base")
    list(APPEND sources "${PROJECT_BINARY_DIR}/embedded.cpp")
  elseif(name STREQUAL "page")
    list(APPEND sources "${PROJECT_BINARY_DIR}/embedded_ui.cpp")
  endif()
  add_library(readout_${name} STATIC ${sources})
  target_link_libraries(readout_${name} PRIVATE readout_flags)
  set_property(GLOBAL PROPERTY READOUT_LIBS_${name} "${ROOM_LIBS}")
  target_include_directories(readout_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  foreach(room ${ROOM_ROOMS})
    target_link_libraries(readout_${name} PUBLIC readout_${room})
  endforeach()
  target_link_libraries(readout_${name} PUBLIC ${ROOM_LIBS})
  if(tests AND READOUT_TESTS)
    add_executable(${name}_test ${tests})
    target_link_libraries(${name}_test PRIVATE readout_flags readout_${name} GTest::gtest GTest::gmock GTest::gtest_main
                          "${RAPIDCHECK_LIBRARY}")
    target_compile_definitions(${name}_test PRIVATE READOUT_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    set(labels core)
    if(name MATCHES "^(base|engine|record|server)$")
      list(APPEND labels threads)
    endif()
    readout_discover(${name}_test ${name} ${labels})
  endif()
endfunction()

# readout_embed(ROOT OUT SYMBOL PATTERN...): files as code; made again when one changes.
function(readout_embed root out symbol)
  list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/${root}/" OUTPUT_VARIABLE globs)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${globs})
  list(JOIN ARGN "," patterns)
  add_custom_command(
    OUTPUT "${PROJECT_BINARY_DIR}/${out}"
    COMMAND "${CMAKE_COMMAND}" -DROOT=${PROJECT_SOURCE_DIR}/${root} -DOUT=${PROJECT_BINARY_DIR}/${out} -DSYMBOL=${symbol}
            "-DPATTERNS=${patterns}" -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    COMMENT "embedding ${root}/"
    VERBATIM)
endfunction()

readout_embed(data embedded.cpp kEmbeddedFiles *.tsv *.txt *.bin)
readout_embed(ui embedded_ui.cpp kUiFiles *.html *.css *.js *.svg)
