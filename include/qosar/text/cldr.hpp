// Names that ICU's CLDR data knows.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace qosar {

/// Name in the one language, name in the other.
using NamePair = std::pair<std::string, std::string>;

/// Countries, languages, currencies, months and weekdays, where CLDR has both names. Sorted, without repetition.
std::vector<NamePair> cldr_names(const std::string& from, const std::string& to);

/// A month's name in one language, lower case and without a final full stop.
struct MonthName {
    std::string name;
    int number = 0;        ///< from 1
    bool is_short = false; ///< an abbreviation

    bool operator==(const MonthName&) const = default;
};

/// The months of a language, as they stand in dates and alone; none for a language that CLDR does not know.
std::vector<MonthName> month_names(const std::string& language);

} // namespace qosar
