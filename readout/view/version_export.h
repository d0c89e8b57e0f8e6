// The versions of one statement for other programs (docs/formats/versions.md, docs/formats/annotations.md).
//
//   const VersionTable table(std::move(witnesses), 0);
//   to_json(table)          one JSON object: witnesses, a table of cells with their bytes, changes of each against the
//   base to_tei(table)           TEI P5: listWit, and app with lem and rdg by parallel segmentation, rdg typed by the
//   change to_annotations(table)   Web Annotations: each version's words, and each change with the words it stands for
#pragma once

#include <string>

#include "readout/view/version_table.h"

namespace readout {

std::string to_json(const VersionTable& table);
std::string to_tei(const VersionTable& table);
std::string to_annotations(const VersionTable& table);

}  // namespace readout
