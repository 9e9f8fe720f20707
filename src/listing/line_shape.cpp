#include "line_shape.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "furniture.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_section = 60; // bytes

bool is_unseen(char32_t c) {
    return c == 0xFEFF || c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           c == 0x2060 || (c >= 0x2066 && c <= 0x2069) || is_space(c);
}

Range range_in(std::string_view whole, std::string_view part) {
    const auto begin = static_cast<std::size_t>(part.data() - whole.data());
    return {begin, begin + part.size()};
}

std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && text[begin - 1] != ' ') {
        --begin;
    }
    return text.substr(begin);
}

/// `the work lasts until`, `Deadline:`: the date behind it belongs to the sentence.
bool waits_for_date(std::string_view before) {
    constexpr std::string_view open_ended = ":,;(";
    if (open_ended.find(before.back()) != std::string_view::npos) {
        return true;
    }
    static const std::unordered_set<std::string> words{
        "on",  "of",    "by",  "until", "till", "from", "since", "to",      "before", "after",
        "for", "dated", "and", "the",   "in",   "at",   "than",  "between", "с",      "со",
        "до",  "от",    "на",  "по",    "к",    "и",    "после", "начиная", "перед",  "және"};
    const std::string_view word = last_word(before);
    return word.size() <= 16 && words.count(lower(word)) > 0;
}

/// Without a dash or bar that only parts it from its date.
std::string_view without_separator(std::string_view title) {
    const std::size_t last = last_code_point(title);
    std::size_t after = last;
    const char32_t c = title.empty() ? U'\0' : next_code_point(title, after);
    const bool separator = c == U'|' || c == U'\u00B7' || c == U'\u2022' || is_dash(c);
    const std::string_view before = visible(title.substr(0, last));
    return separator && before.size() < last ? before : title;
}

void find_title(std::string_view line, std::optional<LineDate> start, std::size_t max_title_characters,
                LineShape& shape) {
    if (std::optional<LineDate> date = date_at_end(line); date && date->bytes.begin > 0 && !date->for_itself) {
        const std::string_view before = line.substr(0, date->bytes.begin);
        const std::string_view title = without_separator(visible(before));
        const bool two_dates = start && !start->for_itself && waits_for_date(title);
        if (!title.empty() && !two_dates && count_code_points(title) <= max_title_characters) {
            shape.waits_for_date = waits_for_date(title);
            shape.date = std::move(date);
            shape.title = range_in(line, title);
            shape.ends_with_date = true;
            return;
        }
    }
    if (!start || start->for_itself) {
        return;
    }
    std::string_view title = visible(line.substr(start->bytes.end));
    while (!title.empty() && (title.front() == '|' || title.front() == ',' || title.front() == '-')) {
        title = visible(title.substr(1));
    }
    std::size_t at = 0;
    const char32_t first = title.empty() ? U'\0' : next_code_point(title, at);
    if (!title.empty() && !is_lower(first) && count_code_points(title) <= max_title_characters) {
        shape.date = std::move(start);
        shape.title = range_in(line, title);
        shape.begins_with_date = true;
    }
}

void find_section(std::string_view line, LineShape& shape) {
    if (line.size() > longest_section) {
        return;
    }
    const std::string_view name = without_markup(line);
    if (is_section_name(name)) {
        shape.section = range_in(line, name.ends_with(':') ? visible(name.substr(0, name.size() - 1)) : name);
    } else if (name.ends_with(" More") && looks_like_heading(name.substr(0, name.size() - 5))) {
        shape.section = range_in(line, visible(name.substr(0, name.size() - 5)));
        shape.has_more = true;
    }
}

} // namespace

std::string_view visible(std::string_view text) {
    while (!text.empty()) {
        std::size_t after = 0;
        if (!is_unseen(next_code_point(text, after))) {
            break;
        }
        text.remove_prefix(after);
    }
    while (!text.empty()) {
        const std::size_t last = last_code_point(text);
        std::size_t after = last;
        if (!is_unseen(next_code_point(text, after))) {
            break;
        }
        text = text.substr(0, last);
    }
    return text;
}

std::string_view without_markup(std::string_view text) {
    const std::size_t heading = text.find_first_not_of('#');
    if (heading != 0 && heading != std::string_view::npos && heading <= 6 && text[heading] == ' ') {
        text = visible(text.substr(heading));
    }
    while (text.size() > 2 && text.front() == '*' && text.back() == '*') {
        text = visible(text.substr(1, text.size() - 2));
    }
    return text;
}

bool ends_like_sentence(std::string_view line) {
    while (!line.empty()) {
        const std::size_t last = last_code_point(line);
        std::size_t after = last;
        const char32_t c = next_code_point(line, after);
        if (is_terminator(c) || c == U':' || c == U';') {
            return true;
        }
        if (!is_closing(c)) {
            return false;
        }
        line = line.substr(0, last);
    }
    return false;
}

bool looks_like_heading(std::string_view line) {
    constexpr std::size_t most_bytes = 160;
    std::size_t position = 0;
    if (line.empty() || line.size() > most_bytes || !is_upper(next_code_point(line, position))) {
        return false;
    }
    const bool open_ended = std::string_view(".!?:;,\"").find(line.back()) != std::string_view::npos;
    return !open_ended && std::count(line.begin(), line.end(), ' ') <= 3 && count_code_points(line) <= 40;
}

bool is_credit(std::string_view line) {
    constexpr std::array<std::string_view, 16> beginnings{
        "Photo",  "photo", "Press service", "Press Service", "Press office", "PRESS SERVICE",
        "Author", "By ",   "Фото",          "Пресс-служба",  "Автор",        "Баспасөз",
        "Сурет",  "Video", "Information",   "Reference"};
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return line.starts_with(beginning); });
}

LineShape shape_of(std::string_view line, std::size_t max_title_characters) {
    LineShape shape;
    if (line.empty()) {
        return shape;
    }
    shape.fits_title = line.size() <= max_title_characters || count_code_points(line) <= max_title_characters;
    shape.furniture = furniture_rule(line);
    if (!shape.furniture.empty()) {
        return shape;
    }
    std::optional<LineDate> start = date_at_start(line);
    if (start && start->bytes.end == line.size()) {
        shape.date = std::move(start);
        shape.is_date = true;
        return shape;
    }
    find_title(line, std::move(start), max_title_characters, shape);
    find_section(line, shape);
    return shape;
}

} // namespace qosar
