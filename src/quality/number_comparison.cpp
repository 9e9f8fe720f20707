#include "qosar/quality/number_comparison.hpp"

#include <algorithm>

#include "qosar/language/dates.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

namespace {

/// A number of one side. An hour may also be meant on the clock's other half.
struct Comparable {
    NumberMention number;
    double other_value = 0;
};

/// The parts of a date by value but for the month, which the other side names, numbers or leaves away. The minutes of a
/// full hour are never missing.
void add_date(std::vector<Comparable>& out, const DateMention& date) {
    for (const DatePart* part : {&date.day, &date.year, &date.hour, &date.minute}) {
        if (!part->said()) {
            continue;
        }
        const bool hour = part == &date.hour;
        const bool full_hour = part == &date.minute && part->value == 0;
        const NumberMention number{static_cast<double>(part->value), part->bytes, full_hour};
        const int other_half = part->value < 12 ? part->value + 12 : part->value - 12;
        out.push_back({number, static_cast<double>(hour ? other_half : part->value)});
    }
}

/// Numbers and the parts of dates, in order.
std::vector<Comparable> comparable_numbers(const LanguagePack& pack, std::string_view text) {
    const std::vector<Token> tokens = tokenise(text);
    const std::vector<DateMention> dates = dates_in(pack, text, tokens);
    std::vector<Comparable> out;
    std::size_t date = 0;
    for (const NumberMention& number : numbers_in(pack, text, tokens)) {
        for (; date < dates.size() && dates[date].bytes.begin < number.bytes.end; ++date) {
            add_date(out, dates[date]);
        }
        if (date == 0 || dates[date - 1].bytes.end <= number.bytes.begin) {
            out.push_back({number, number.value});
        }
    }
    for (; date < dates.size(); ++date) {
        add_date(out, dates[date]);
    }
    std::sort(out.begin(), out.end(),
              [](const Comparable& a, const Comparable& b) { return a.number.bytes.begin < b.number.bytes.begin; });
    return out;
}

std::vector<NumberMention> missing_in(const std::vector<Comparable>& numbers, const std::vector<Comparable>& others) {
    std::vector<NumberMention> missing;
    for (const Comparable& mine : numbers) {
        const bool found = std::any_of(others.begin(), others.end(), [&](const Comparable& other) {
            return same_number(mine.number.value, other.number.value) ||
                   same_number(mine.number.value, other.other_value) ||
                   same_number(mine.other_value, other.number.value);
        });
        if (!found && !mine.number.spelled) {
            missing.push_back(mine.number);
        }
    }
    return missing;
}

} // namespace

NumberComparison compare_numbers(const LanguagePack& first_pack, std::string_view first,
                                 const LanguagePack& second_pack, std::string_view second) {
    const std::vector<Comparable> a = comparable_numbers(first_pack, first);
    const std::vector<Comparable> b = comparable_numbers(second_pack, second);
    return {missing_in(a, b), missing_in(b, a)};
}

} // namespace qosar
