// What must be known of a page before the parser sees it: some of its steps take time beyond any measure on hostile
// input.
#pragma once

#include <string>
#include <string_view>

#include "qosar/web/html.hpp"

namespace qosar {

/// Why a page must not reach the parser, one sentence, or nothing. The parser is quadratic in the depth of nesting and
/// in the attributes of a tag, and opens elements of style that were left open again in each paragraph. Takes linear
/// time.
std::string parser_trouble(std::string_view html, const HtmlOptions& options);

} // namespace qosar
