#include "line_cuts.hpp"

#include <algorithm>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

std::size_t words_in(std::string_view text) {
    text = visible(text);
    return text.empty() ? 0 : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

bool begins_title(std::string_view text) {
    std::size_t at = 0;
    const char32_t first = text.empty() ? U'\0' : next_code_point(text, at);
    return is_upper(first) || is_quotation(first) || is_opening(first);
}

/// Behind `Source : URL`, where white space ends the address.
std::size_t behind_source(std::string_view line) {
    const std::size_t label = line.rfind("Source");
    if (label == std::string_view::npos) {
        return 0;
    }
    const std::size_t address = line.find_first_not_of(" :", label + 6);
    if (address == std::string_view::npos || !line.substr(address).starts_with("http")) {
        return 0;
    }
    const std::size_t blank = line.find(' ', address);
    return blank == std::string_view::npos ? 0 : blank + 1;
}

/// Behind a date that a title may stand before and another one behind.
std::size_t behind_first_date(std::string_view line, std::size_t max_title_characters) {
    constexpr std::size_t date_length = 10; // dd.mm.yyyy
    constexpr std::size_t title_words = 2;
    for (std::size_t dot = line.find('.'); dot != std::string_view::npos; dot = line.find('.', dot + 1)) {
        const std::size_t end = dot + date_length - 2;
        if (dot < 3 || end + 1 >= line.size() || line[end] != ' ' || line[dot - 3] != ' ') {
            continue;
        }
        const LineShape first = shape_of(visible(line.substr(0, end)), max_title_characters);
        if (first.ends_with_date && words_in(line.substr(0, dot - 3)) >= title_words &&
            begins_title(visible(line.substr(end)))) {
            return end + 1;
        }
    }
    return 0;
}

} // namespace

std::vector<std::size_t> unicode_line_ends(std::string_view line) {
    std::vector<std::size_t> ends;
    for (const std::string_view mark : {"\f", "\v", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"}) {
        for (std::size_t at = line.find(mark); at != std::string_view::npos; at = line.find(mark, at + 1)) {
            ends.push_back(at + mark.size());
        }
    }
    std::sort(ends.begin(), ends.end());
    return ends;
}

std::size_t second_item(std::string_view line, std::size_t max_title_characters) {
    const std::optional<LineDate> date = date_at_end(line);
    if (!date) {
        return 0;
    }
    const std::size_t place = behind_source(line);
    if (place > 0) {
        return shape_of(visible(line.substr(place)), max_title_characters).ends_with_date ? place : 0;
    }
    if (line.size() > 4 * max_title_characters) {
        return 0;
    }
    const std::size_t second = behind_first_date(line.substr(0, date->bytes.begin), max_title_characters);
    return second > 0 && words_in(line.substr(second, date->bytes.begin - second)) >= 2 ? second : 0;
}

} // namespace qosar
