// Where one line of a file is several lines of a listing.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "line_shape.hpp"

namespace qosar {

/// Places behind form feeds, vertical tabs, lone carriage returns, NEL, line and paragraph separators.
std::vector<std::size_t> unicode_line_ends(std::string_view line);

/// Where the second of two items begins, 0 if there is only one:
///
///     Canal cleaned 01.02.2026 Bridge repaired 01.02.2026
///     The work is done.Source : https://x.kz/1 Bridge repaired 01.02.2026
///
/// A date that is part of a title follows a preposition or ends before a mark or a small letter.
std::size_t second_item(std::string_view line, std::size_t max_title_characters);

} // namespace qosar
