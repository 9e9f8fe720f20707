// Names that ICU's CLDR data knows in two languages.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace qosar {

/// Name in the one language, name in the other.
using NamePair = std::pair<std::string, std::string>;

/// Countries, languages, currencies, months and weekdays, where CLDR has both names. Sorted, without repetition.
std::vector<NamePair> cldr_names(const std::string& from, const std::string& to);

} // namespace qosar
