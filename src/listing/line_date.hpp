// A date at either end of a line, with what a site writes beside it: weekday, time of day, count of views.
//
//     01.02.2026 · 30.01.2026 10:30:49 194 · Sunday, February 1, 2026 · 1 Feb 2026, 10:15 AM · 2026-02-01T05:10:00Z
//     01.02.2026 | Views: 12 · 25 ноября 2025 г. · 2026 жылғы 1 ақпан · Today, 10:15 · 2 hours ago
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "qosar/model/range.hpp"

namespace qosar {

struct LineDate {
    Range bytes;     ///< of the line: all of it, weekday, time and views included
    Range written;   ///< of the line: the date alone
    std::string day; ///< `YYYY-MM-DD`; empty where the date names no day: `31.02.2026`, `Today, 10:15`, `03/04/2026`
    bool for_itself = false; ///< only believed on a line of its own: `1 Feb, 10:15`, `2 hours ago`
};

/// The date that begins a line; white space, a comma, a bar or nothing follows it.
std::optional<LineDate> date_at_start(std::string_view line);

/// The last date of a line that ends with one. `What changes on 01.01.2026? 18.08.2025` gives the 18th of August.
std::optional<LineDate> date_at_end(std::string_view line);

/// Whether a line ends within a numeric date, as if somebody had cut it there: `Fair opens 01.02.20`.
bool ends_within_date(std::string_view line);

} // namespace qosar
