// What sites put on their pages that is no text: buttons, page numbers, notes on cookies, names of sections.
#pragma once

#include <string_view>

namespace qosar {

/// The name of the rule that knows a whole line as furniture; empty if none does.
///
///     More · .png) · Enbekshi QazaQ · Share · Read more · Views: 12 · 141 / 5 000 · World (12) · 1 2 3 … Next
std::string_view furniture_rule(std::string_view line);

/// One of the section names that such sites use, in capitals or not, with a colon behind it or not.
bool is_section_name(std::string_view line);

} // namespace qosar
