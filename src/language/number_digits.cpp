#include "number_digits.hpp"

#include <cstdlib>
#include <string>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

/// Digit groups of a number token and the separator before each but the first.
struct Groups {
    std::vector<std::string> digits{""};
    std::vector<char32_t> separators;
    std::vector<Range> bytes; ///< of each group in the token
};

Groups groups_of(std::string_view token) {
    Groups groups;
    groups.bytes.push_back({0, 0});
    for (std::size_t i = 0; i < token.size();) {
        const char32_t c = next_code_point(token, i);
        if (is_digit(c)) {
            groups.digits.back() += static_cast<char>('0' + digit_value(c));
            groups.bytes.back().end = i;
        } else {
            groups.separators.push_back(c == U'.' || c == U',' ? c : U' ');
            groups.digits.emplace_back();
            groups.bytes.push_back({i, i});
        }
    }
    return groups;
}

/// `01.02.2026`, `17.30.15`: parts that are numbers of their own.
bool is_list_of_parts(const Groups& groups) {
    std::size_t points = 0;
    for (std::size_t i = 0; i < groups.separators.size(); ++i) {
        points += groups.separators[i] != U' ' && groups.digits[i + 1].size() != 3 ? 1 : 0;
    }
    return points >= 2;
}

double value_of(const Groups& groups, std::u32string_view decimals) {
    std::string plain = groups.digits[0];
    const bool single = groups.separators.size() == 1;
    for (std::size_t i = 1; i < groups.digits.size(); ++i) {
        const char32_t separator = groups.separators[i - 1];
        const bool last = i + 1 == groups.digits.size();
        const bool repeated = !single && groups.separators[0] == separator;
        const bool thousands = groups.digits[i].size() == 3 && groups.digits[0] != "0" &&
                               groups.digits[0].size() <= 3 && (repeated || single || !last);
        const bool grouping =
            separator == U' ' || (thousands && !(single && decimals.find(separator) != std::u32string_view::npos));
        plain += grouping ? groups.digits[i] : "." + groups.digits[i];
    }
    return std::strtod(plain.c_str(), nullptr);
}

} // namespace

std::vector<DigitPart> digit_parts(std::string_view token, std::u32string_view decimals) {
    const Groups groups = groups_of(token);
    if (!is_list_of_parts(groups)) {
        return {{value_of(groups, decimals), {0, token.size()}}};
    }
    std::vector<DigitPart> parts;
    for (std::size_t i = 0; i < groups.digits.size(); ++i) {
        parts.push_back({std::strtod(groups.digits[i].c_str(), nullptr), groups.bytes[i]});
    }
    return parts;
}

} // namespace qosar
