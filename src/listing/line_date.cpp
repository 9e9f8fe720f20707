#include "line_date.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "date_grammar.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::size_t longest_date = 96;         // bytes, with all that stands beside it
constexpr std::size_t longest_dated_title = 400; // bytes of a line that a word beyond ASCII ends

/// A piece of a line as the grammar wants it, and where each byte of it stands in the line.
struct PlainPiece {
    std::string text;
    std::vector<std::size_t> places; ///< one more than bytes
};

PlainPiece plain(std::string_view line, std::size_t begin, std::size_t end) {
    PlainPiece piece;
    for (std::size_t i = begin; i < end;) {
        const std::size_t from = i;
        const char32_t c = next_code_point(line, i);
        if (is_space(c)) {
            piece.text += ' ';
            piece.places.push_back(from);
        } else if (!is_invisible(c)) {
            piece.text.append(line.substr(from, i - from));
            for (std::size_t at = from; at < i; ++at) {
                piece.places.push_back(at);
            }
        }
    }
    piece.places.push_back(end);
    return piece;
}

bool starts_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

LineDate in_line(const PlainPiece& piece, std::size_t begin, const ReadDate& found) {
    return {{piece.places[begin], piece.places[found.end]},
            {piece.places[found.written.begin], piece.places[found.written.end]},
            found.day,
            found.for_itself};
}

/// Nearly all lines end with a full stop or a letter of another word.
bool may_end_with_date(std::string_view line) {
    if (line.empty()) {
        return false;
    }
    const char last = line.back();
    if (last >= '0' && last <= '9') {
        return true;
    }
    constexpr std::array<std::string_view, 10> endings{"AM", "PM", "am", "pm", "Z", "views", "view", "ago", "г.", "ж."};
    const bool listed =
        std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return line.ends_with(ending); });
    return listed || (static_cast<unsigned char>(last) >= 0x80 && line.size() <= longest_dated_title);
}

} // namespace

std::optional<LineDate> date_at_start(std::string_view line) {
    if (line.empty() || !may_begin_date(line)) {
        return std::nullopt;
    }
    std::size_t end = std::min(line.size(), longest_date);
    while (end < line.size() && !starts_character(line[end])) {
        --end;
    }
    const PlainPiece piece = plain(line, 0, end);
    const ReadDate found = read_date(piece.text, 0);
    if (found.end == 0) {
        return std::nullopt;
    }
    return in_line(piece, 0, found);
}

std::optional<LineDate> date_at_end(std::string_view line) {
    if (!may_end_with_date(line)) {
        return std::nullopt;
    }
    std::size_t begin = line.size() - std::min(line.size(), longest_date);
    while (begin < line.size() && !starts_character(line[begin])) {
        ++begin;
    }
    const PlainPiece piece = plain(line, begin, line.size());
    for (std::size_t i = 0; i < piece.text.size(); ++i) {
        const bool begins_word = piece.text[i] != ' ' && (i == 0 ? begin == 0 : piece.text[i - 1] == ' ');
        if (!begins_word || !may_begin_date(std::string_view(piece.text).substr(i))) {
            continue;
        }
        const ReadDate found = read_date(piece.text, i);
        if (found.end == piece.text.size() && found.end > i) {
            return in_line(piece, i, found);
        }
    }
    return std::nullopt;
}

bool ends_within_date(std::string_view line) {
    // dd.mm.yyyy without its last one to five characters
    std::size_t begin = line.size();
    while (begin > 0 && line.size() - begin < 10 &&
           ((line[begin - 1] >= '0' && line[begin - 1] <= '9') || line[begin - 1] == '.')) {
        --begin;
    }
    const std::string_view piece = line.substr(begin);
    constexpr std::string_view shape = "99.99.9999";
    if (piece.size() < 5 || piece.size() >= shape.size() || (begin > 0 && line[begin - 1] != ' ')) {
        return false;
    }
    for (std::size_t i = 0; i < piece.size(); ++i) {
        if ((shape[i] == '.') != (piece[i] == '.')) {
            return false;
        }
    }
    return true;
}

} // namespace qosar
