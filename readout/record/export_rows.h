// The lines of an export, one at a time, each with its '\n'. All offsets are in bytes as delivered.
#pragma once

#include <cstddef>
#include <string>

#include "readout/record/account.h"
#include "readout/record/rows.h"

namespace readout {

std::string document_line(const Account& account, const DocumentRow& row);
std::string speech_line(const Account& account, std::size_t number);

// A link between two versions; written once, with the document whose name comes first.
std::string link_line(const LinkRow& link);

std::string csv_head();
std::string csv_line(const Account& account, std::size_t number);

}  // namespace readout
