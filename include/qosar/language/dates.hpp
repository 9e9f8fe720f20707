// Dates as listings and pages write them, in one form; dates and times of day within a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

/// `YYYY-MM-DD` for a text that is nothing but a date: `01.02.2026` or `2026-02-01`, with or without a time behind
/// it; empty for anything else and for days that do not exist.
std::string parse_date(std::string_view text);

/// The date that an RFC 3339 time such as `2026-02-01T05:10:00Z` begins with; empty if there is none.
std::string leading_iso_date(std::string_view text);

/// Whether a text looks like `dd.mm.yyyy`, even where no such day exists.
bool looks_like_date(std::string_view text);

/// A year, month, day, hour or minute as a number, and where it is written.
struct DatePart {
    static constexpr int not_said = -1;

    int value = not_said;
    Range bytes; ///< of the text; only the number or the name of the month

    [[nodiscard]] bool said() const { return value != not_said; }
};

/// A date or a time of day in a text; what is not said is missing. `2025 жылғы 8 қыркүйекте` has year, month and day,
/// `қыркүйек айында` a month, `in 2025` a year, `5 p.m.` the hour 17. A range of days is two mentions.
struct DateMention {
    Range bytes; ///< of the text, words such as `жылғы`, `сағат` and `p.m.` included, prepositions not
    DatePart year;
    DatePart month; ///< from 1
    DatePart day;
    DatePart hour; ///< 0 to 24
    DatePart minute;
    bool possible = true; ///< false for days that do not exist: `31.02.2026`, `32 қыркүйек`
};

/// The dates and times of a text from its tokens, in order and apart from each other. A date in slashes whose day and
/// month could be exchanged gives its year alone. The names of months come from CLDR, other words from the pack.
std::vector<DateMention> dates_in(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens);

/// A mention as ISO 8601 writes it: `2025-09-08`, `2025-09`, `2025`, `--09-08`, `--09`, `T17:00`.
std::string date_text(const DateMention& date);

} // namespace qosar
