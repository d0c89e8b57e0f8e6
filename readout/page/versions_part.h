// The versions of a statement, for its page: in aligned columns, and each against the base as one text with what was
// dropped and added, its changes by name.
#pragma once

#include "readout/page/markup.h"
#include "readout/page/page.h"
#include "readout/view/version_table.h"

namespace readout {

// `statement`: its id, for the addresses of its other base texts. Where the frame keeps the texts back, only what
// became of them is told: relations, names of changes, bytes.
Markup versions_part(const VersionTable& table, std::string_view statement, const PageFrame& frame);

}  // namespace readout
