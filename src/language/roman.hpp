// Roman numerals.
#pragma once

#include <string_view>

namespace qosar {

/// The value of a Roman numeral in capitals, 1 to 3999, and 0 for any other word. Cyrillic letters of the same look
/// may stand for Latin ones, as Kazakh keyboards make them: `ХVІІІ` is 18.
int roman_value(std::string_view word);

} // namespace qosar
