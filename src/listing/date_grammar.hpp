// What dates of listings are made of, read forward from a place.
#pragma once

#include <string>
#include <string_view>

#include "qosar/model/range.hpp"

namespace qosar {

/// A date that was read. Places are those of the text that was given.
struct ReadDate {
    Range written;       ///< the date alone
    std::size_t end = 0; ///< of all, time and views included
    std::string day;     ///< as in LineDate
    bool for_itself = false;
};

/// Reads a date from `place` on; its `end` is `place` if there is none. REQUIRES: white space is single bytes ` `, and
/// nothing invisible is in the text.
ReadDate read_date(std::string_view text, std::size_t place);

/// Whether a date could begin with the first word of a text: a digit, a month, a weekday, `Today`.
bool may_begin_date(std::string_view text);

} // namespace qosar
