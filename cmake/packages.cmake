# Three packages for Debian, of the install's components: `cpack --config build/package/CPackConfig.cmake`, or `make deb`.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME readout)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_SOURCE_DIR}/build/packages")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program library dev)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "Readout maintainers <maintainers@readout.dev>")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(soname "${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME readout)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "record of who said what, when and through which channel
Readout reads a pile of press reports, communiques, transcripts and posts,
and keeps the record: who said what, when, through which channel, and what
every outlet did to the words. It checks the quotations of a draft against
their sources, sets versions of a statement beside each other word for word,
and shows the record as a site on the own machine. It works offline.")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME "libreadout${soname}")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY "=")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA "${PROJECT_SOURCE_DIR}/packaging/triggers")
set(CPACK_POST_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/packaging/repack.cmake")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "record of who said what - shared library
What the program readout does to texts, for other programs: documents and
their parts, speeches and speakers, versions of a statement, verification of
quotations, the record.")
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libreadout-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "libreadout${soname} (= ${PROJECT_VERSION}), libexpected-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION "record of who said what - development files
Headers of libreadout, a CMake package and a pkg-config file.")

# Every package says whose it is and what changed, in a folder of its name. An install by hand has no use for them.
set(changelog "${PROJECT_BINARY_DIR}/changelog.gz")
add_custom_command(OUTPUT "${changelog}"
  COMMAND gzip -9nc "${PROJECT_SOURCE_DIR}/packaging/changelog" > "${changelog}"
  DEPENDS "${PROJECT_SOURCE_DIR}/packaging/changelog")
add_custom_target(readout_changelog ALL DEPENDS "${changelog}")
foreach(part "program readout" "library libreadout${soname}" "dev libreadout-dev")
  separate_arguments(part)
  list(GET part 0 component)
  list(GET part 1 package)
  install(FILES "${PROJECT_SOURCE_DIR}/packaging/copyright" "${changelog}"
    DESTINATION "${CMAKE_INSTALL_DATADIR}/doc/${package}" COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()
include(CPack)
