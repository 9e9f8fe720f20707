// The endings of Kazakh nouns, names and numerals: plural, possessive, case, in this order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qosar {

/// All chains of endings that a noun or name can carry, in lower case and sorted: `ға`, `дағы`, `ларының`. Vowels
/// agree within a chain; whether it agrees with the stem is for the caller to judge.
const std::vector<std::string>& kazakh_endings();

/// Whether these letters are one of `kazakh_endings()`.
bool is_kazakh_noun_ending(std::string_view letters);

/// Whether these letters are a case ending alone, such as `нан` in `4000-нан`.
bool is_kazakh_case_ending(std::string_view letters);

} // namespace qosar
