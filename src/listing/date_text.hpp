// Dates as pages and crawlers write them beside an article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "qosar/model/range.hpp"

namespace qosar {

/// A day with its year. `date` is `YYYY-MM-DD`, or as it is written where no such day exists.
struct FoundDate {
    std::string date;
    Range bytes; ///< of the text
};

/// The last full date in a text of one line: `01.02.2026`, `2026-02-01`, `February 1, 2026`, `1 ақпан 2026`,
/// `1 февраля 2026`.
std::optional<FoundDate> last_date_in(std::string_view text);

/// The date of a text that is nothing but a date, with a time, a day's name, a time zone, a count of views or a label
/// such as `Published:` beside it, or up to three words behind a bar: `01.02.2026 10:30:49 194`,
/// `Sun, 01 Feb 2026 05:10:00 GMT`, `Astana | 1 February 2026`. Empty for anything else.
std::string date_of_text(std::string_view text);

} // namespace qosar
