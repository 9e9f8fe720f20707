// Dates as listings and pages write them, in one form.
#pragma once

#include <string>
#include <string_view>

namespace qosar {

/// `YYYY-MM-DD` for a text that is nothing but a date: `01.02.2026` or `2026-02-01`, with or without a time behind
/// it; empty for anything else and for days that do not exist.
std::string parse_date(std::string_view text);

/// The date that an RFC 3339 time such as `2026-02-01T05:10:00Z` begins with; empty if there is none.
std::string leading_iso_date(std::string_view text);

/// Whether a text looks like `dd.mm.yyyy`, even where no such day exists.
bool looks_like_date(std::string_view text);

} // namespace qosar
