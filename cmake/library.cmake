# libreadout: the rooms in one shared library, their headers, a CMake package and a pkg-config file; and what is installed
# beside the program. docs/decisions/0014-one-shared-library.md says why it is shared.
#
#   find_package(readout REQUIRED)                      # CMake
#   target_link_libraries(mine PRIVATE readout::readout)
#   c++ -std=c++20 mine.cpp $(pkg-config --cflags --libs readout)
#
# Components of an install: program, library, dev. `cmake --install` takes all three.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

# What answers for a site, scores ourselves or talks to an assistant is the program's.
set(rooms base text document speech people align statement collation discrepancy verify record engine view decision desk)
add_library(readout_library SHARED)
add_library(readout::readout ALIAS readout_library)
foreach(room ${rooms})
  target_sources(readout_library PRIVATE $<TARGET_OBJECTS:readout_${room}>)
  get_property(libraries GLOBAL PROPERTY READOUT_LIBS_${room})
  target_link_libraries(readout_library PRIVATE ${libraries})
endforeach()
# Before 1.0 the interface may change with the second number of the version, so the soname carries it.
set_target_properties(readout_library PROPERTIES
  OUTPUT_NAME readout EXPORT_NAME readout LINKER_LANGUAGE CXX
  VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
target_compile_features(readout_library INTERFACE cxx_std_20)
target_include_directories(readout_library INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
if(NOT READOUT_SANITIZE)
  target_link_options(readout_library PRIVATE LINKER:--no-undefined)
endif()

install(TARGETS readout_library EXPORT readout
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT dev)
# Rooms show their headers but those for tests and those of one store.
install(DIRECTORY "${PROJECT_SOURCE_DIR}/readout" DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev
  FILES_MATCHING PATTERN "*.h"
  PATTERN "*_for_test.h" EXCLUDE PATTERN "*_test.h" EXCLUDE
  PATTERN "html_names.h" EXCLUDE  # of the HTML reader alone: it shows the library below it
  PATTERN "readout/score" EXCLUDE PATTERN "readout/page" EXCLUDE PATTERN "readout/record/sqlite" EXCLUDE)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/readout")
install(EXPORT readout NAMESPACE readout:: DESTINATION ${package} FILE readout-targets.cmake COMPONENT dev)
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/readout-config.cmake.in" "${PROJECT_BINARY_DIR}/readout-config.cmake"
  INSTALL_DESTINATION ${package} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/readout-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/readout-config.cmake" "${PROJECT_BINARY_DIR}/readout-config-version.cmake"
  DESTINATION ${package} COMPONENT dev)

# Relative to where it stands, so that an install into a folder of one's own serves too.
file(RELATIVE_PATH up "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
configure_file("${PROJECT_SOURCE_DIR}/cmake/readout.pc.in" "${PROJECT_BINARY_DIR}/readout.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/readout.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)

install(FILES "${PROJECT_SOURCE_DIR}/README.md" "${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${PROJECT_SOURCE_DIR}/LICENSE"
  DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
