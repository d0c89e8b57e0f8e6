# Warnings are errors; sanitizers by preset; ccache where it is present.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

option(READOUT_TESTS "build the tests, the tools and the fuzz targets" ON)
option(READOUT_BENCH "build the benchmarks" OFF)
option(READOUT_FUZZ "link the fuzz targets with libFuzzer instead of the plain main that replays their corpus" OFF)
option(READOUT_TIDY "run clang-tidy on every source; its findings are errors" OFF)
set(READOUT_SANITIZE "" CACHE STRING "sanitizers to build with: address,undefined or thread")

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(READOUT_CCACHE ccache)
if(READOUT_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${READOUT_CCACHE}")
endif()

add_library(readout_flags INTERFACE)
target_compile_options(readout_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
# libstdc++ 12's own std::stable_sort calls a function that it has deprecated, and clang 19 says so of our code.
target_compile_options(readout_flags INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
# g++ 12 sees overlaps in std::string's operator+ that cannot be (its bug 105651), with -O3 only.
target_compile_options(readout_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(READOUT_SANITIZE)
  add_compile_options(-fsanitize=${READOUT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${READOUT_SANITIZE})
endif()

if(READOUT_TIDY)
  find_program(READOUT_CLANG_TIDY NAMES clang-tidy-19 REQUIRED)
  set(CMAKE_CXX_CLANG_TIDY "${READOUT_CLANG_TIDY}" --quiet)
endif()
