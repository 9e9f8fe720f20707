#include "qosar/quality/number_comparison.hpp"

#include <algorithm>

#include "qosar/text/tokens.hpp"

namespace qosar {

namespace {

std::vector<NumberMention> missing_in(const std::vector<NumberMention>& numbers,
                                      const std::vector<NumberMention>& others) {
    std::vector<NumberMention> missing;
    for (const NumberMention& number : numbers) {
        const bool found = std::any_of(others.begin(), others.end(), [&](const NumberMention& other) {
            return same_number(number.value, other.value);
        });
        if (!found && !number.spelled) {
            missing.push_back(number);
        }
    }
    return missing;
}

} // namespace

NumberComparison compare_numbers(const LanguagePack& first_pack, std::string_view first,
                                 const LanguagePack& second_pack, std::string_view second) {
    const std::vector<NumberMention> a = numbers_in(first_pack, first, tokenise(first));
    const std::vector<NumberMention> b = numbers_in(second_pack, second, tokenise(second));
    return {missing_in(a, b), missing_in(b, a)};
}

} // namespace qosar
