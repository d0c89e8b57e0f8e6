# Every third-party library, found once. docs/decisions/ says why each is here.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(fmt REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(SQLite3 REQUIRED)
find_package(simdjson REQUIRED)
pkg_check_modules(gumbo REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(md4c REQUIRED IMPORTED_TARGET md4c)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(microhttpd REQUIRED IMPORTED_TARGET libmicrohttpd)
if(NOT TARGET re2::re2)
  add_library(re2::re2 ALIAS PkgConfig::re2)
endif()
# cld2 ships neither a CMake package nor a pkg-config file.
find_library(CLD2_LIBRARY cld2 REQUIRED)
add_library(readout_cld2 INTERFACE)
target_link_libraries(readout_cld2 INTERFACE "${CLD2_LIBRARY}")
find_library(STEMMER_LIBRARY stemmer REQUIRED)  # ships no CMake package in Debian
find_path(MUSTACHE_INCLUDE kainjow/mustache.hpp REQUIRED)  # a header of its own, in the compiler's own folders
if(READOUT_TESTS)
  find_package(GTest REQUIRED)
  find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)  # ships no CMake package in Debian
  enable_testing()
  include(GoogleTest)
endif()
