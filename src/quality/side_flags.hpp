// Flags on what one side of a document says of itself: the language of its headline, its date.
#pragma once

#include <string_view>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/flag.hpp"

namespace qosar {

/// `headline_other_language`: the headline reads as another language with at least this confidence, and so many
/// letters.
void flag_headline_language(const LanguagePack& pack, std::string_view title, double confidence, std::size_t letters,
                            std::vector<Flag>& flags);

/// `impossible_date`: a date is given that names no day, such as `31.02.2026` or `Today, 10:15`.
void flag_date(const LanguagePack& pack, std::string_view date, std::vector<Flag>& flags);

} // namespace qosar
