// Numbers of two texts that translate each other, compared by value.
#pragma once

#include <string_view>
#include <vector>

#include "qosar/language/numbers.hpp"
#include "qosar/language/pack.hpp"

namespace qosar {

/// Numbers that stand on one side only. Numbers in words alone never count as missing, since translations write them
/// out or leave them away; but they do count as counterparts of digits. Dates and times are compared by their parts:
/// `08.09.2025` has what `September 8, 2025` has, `5 p.m.` what `17:00` has. Months are left out.
struct NumberComparison {
    std::vector<NumberMention> only_first;
    std::vector<NumberMention> only_second;
};

NumberComparison compare_numbers(const LanguagePack& first_pack, std::string_view first,
                                 const LanguagePack& second_pack, std::string_view second);

} // namespace qosar
