#include "line_shape.hpp"

#include <algorithm>
#include <array>

#include "qosar/language/dates.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t date_length = 10; // dd.mm.yyyy

bool is_time_and_views(std::string_view rest) {
    return std::all_of(rest.begin(), rest.end(), [](char c) { return (c >= '0' && c <= '9') || c == ':' || c == ' '; });
}

char last_of(std::string_view text) { return text.empty() ? '\0' : text.back(); }

} // namespace

bool is_date_line(std::string_view line) {
    const std::string_view rest = line.substr(std::min(date_length, line.size()));
    return looks_like_date(line.substr(0, date_length)) && (rest.empty() || rest.front() == ' ') && rest.size() <= 24 &&
           is_time_and_views(rest);
}

std::string_view title_before_date(std::string_view line, std::size_t max_title_characters) {
    if (line.size() <= date_length + 1 || !looks_like_date(line.substr(line.size() - date_length))) {
        return {};
    }
    const std::string_view before = line.substr(0, line.size() - date_length);
    const std::string_view title = trimmed(before);
    const bool separated = title.size() < before.size();
    return separated && count_code_points(title) <= max_title_characters ? title : std::string_view{};
}

bool is_furniture(std::string_view line) {
    return line == "More" || line == ".png)" || line == ".jpg)" || line == "Enbekshi QazaQ";
}

bool is_known_section(std::string_view line) {
    static constexpr std::array<std::string_view, 18> names{
        "News",  "World",  "Politics",  "Science", "Culture", "Law",      "Tourism", "Society",   "Economy",
        "Sport", "Sports", "Education", "Health",  "Regions", "Business", "Ecology", "Incidents", "Technology"};
    return std::find(names.begin(), names.end(), line) != names.end();
}

bool looks_like_heading(std::string_view line) {
    std::size_t position = 0;
    const bool begins_upper = !line.empty() && is_upper(next_code_point(line, position));
    const bool ends_like_sentence = std::string_view(".!?:;,\"").find(last_of(line)) != std::string_view::npos;
    const auto blanks = std::count(line.begin(), line.end(), ' ');
    return begins_upper && !ends_like_sentence && blanks <= 3 && count_code_points(line) <= 40;
}

} // namespace qosar
