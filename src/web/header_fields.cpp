#include "qosar/web/header_fields.hpp"

#include <algorithm>

#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

std::string_view without_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

std::string lower_ascii(std::string_view text) {
    std::string out = repair_utf8(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

} // namespace

HeaderFields read_header_fields(std::string_view lines) {
    HeaderFields fields;
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        const std::size_t colon = line.find(':');
        const bool goes_on = line.starts_with(' ') || line.starts_with('\t');
        if (goes_on && !fields.empty() && !without_blanks(line).empty()) {
            fields.back().value += " " + repair_utf8(without_blanks(line));
        } else if (!goes_on && colon != std::string_view::npos) {
            fields.push_back({lower_ascii(without_blanks(line.substr(0, colon))),
                              repair_utf8(without_blanks(line.substr(colon + 1)))});
        }
    }
    return fields;
}

std::string_view field_value(const HeaderFields& fields, std::string_view name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const HeaderField& field) { return field.name == name; });
    return found == fields.end() ? std::string_view{} : std::string_view(found->value);
}

} // namespace qosar
