#include "qosar/language/dates.hpp"

#include <chrono>

namespace qosar {

namespace {

/// Whether `text` begins with `shape`, in which `9` stands for any digit.
bool has_shape(std::string_view text, std::string_view shape) {
    if (text.size() < shape.size()) {
        return false;
    }
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == '9' ? !digit : text[i] != shape[i]) {
            return false;
        }
    }
    return true;
}

int number_at(std::string_view text, std::size_t begin, std::size_t count) {
    int value = 0;
    for (const char c : text.substr(begin, count)) {
        value = 10 * value + (c - '0');
    }
    return value;
}

bool exists(int year, int month, int day) {
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

/// Nothing, or a time of day: ` 10:30` or `T05:10:00Z`.
bool is_time_or_nothing(std::string_view rest) {
    return rest.empty() || ((has_shape(rest, " 99:99") || has_shape(rest, "T99:99")) &&
                            rest.find_first_not_of("0123456789:.+-Z", 6) == std::string_view::npos);
}

} // namespace

bool looks_like_date(std::string_view text) { return has_shape(text, "99.99.9999") && text.size() == 10; }

std::string leading_iso_date(std::string_view text) {
    if (!has_shape(text, "9999-99-99") ||
        !exists(number_at(text, 0, 4), number_at(text, 5, 2), number_at(text, 8, 2))) {
        return "";
    }
    return std::string(text.substr(0, 10));
}

std::string parse_date(std::string_view text) {
    if (has_shape(text, "9999-99-99") && is_time_or_nothing(text.substr(10))) {
        return leading_iso_date(text);
    }
    if (!has_shape(text, "99.99.9999") || !is_time_or_nothing(text.substr(10)) ||
        !exists(number_at(text, 6, 4), number_at(text, 3, 2), number_at(text, 0, 2))) {
        return "";
    }
    return std::string(text.substr(6, 4)) + "-" + std::string(text.substr(3, 2)) + "-" + std::string(text.substr(0, 2));
}

} // namespace qosar
