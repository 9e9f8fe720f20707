#include "qosar/segment/lines.hpp"

#include <algorithm>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"
#include "site.hpp"

namespace qosar {

namespace {

/// Wrapped lines of prose are at least this wide where a list of short lines would look the same.
constexpr std::size_t narrowest_column = 40;
constexpr std::size_t widest_column = 130;

struct LineShape {
    std::size_t begin = 0;      ///< byte of the text
    std::size_t width = 0;      ///< code points without white space at the ends
    std::size_t first_word = 0; ///< code points of its first word
    bool blank = false;
    bool starts_small = false;  ///< with a small letter
    bool starts_item = false;   ///< with a bullet, a dash, or a number or letter and a bracket or full stop
    bool ends_sentence = false; ///< with a full stop, question mark … and closing marks
    bool ends_open = false;     ///< with `:` or `;`, behind which list items stand
    bool holds_sentence_end = false;
};

/// `• `, `– `, `12. `, `3) `, `a) `, `б. `; not an initial such as `K. `, nor a number such as `12.5`.
bool starts_item(std::string_view line) {
    std::size_t i = 0;
    const char32_t first = next_code_point(line, i);
    if (is_bullet(first) || is_dash(first)) {
        return true;
    }
    std::size_t signs = 0;
    for (i = 0; i < line.size() && signs < 4; ++signs) {
        const char32_t c = next_code_point(line, i);
        if (signs > 0 && (c == U')' || (c == U'.' && !is_upper(first)))) {
            return i == line.size() || is_space(character_at(line, i)) || c == U')';
        }
        if (!is_digit(c) && !(signs == 0 && is_letter(c))) {
            return false;
        }
    }
    return false;
}

/// With a small letter, but not a name such as `iPhone`.
bool starts_small(std::string_view line) {
    std::size_t i = 0;
    return is_lower(next_code_point(line, i)) && !is_upper(character_at(line, i));
}

LineShape shape_of(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view line = trimmed(text.substr(begin, end - begin));
    LineShape shape;
    shape.begin = begin;
    shape.blank = line.empty();
    if (shape.blank) {
        return shape;
    }
    shape.starts_small = starts_small(line);
    shape.starts_item = starts_item(line);
    shape.width = count_code_points(line);
    shape.first_word = count_code_points(line.substr(0, std::min(line.find(' '), line.size())));
    shape.ends_sentence = ends_with_terminator(line);
    shape.ends_open = line.back() == ':' || line.back() == ';';
    shape.holds_sentence_end = shape.ends_sentence || line.find_first_of(".!?") != std::string_view::npos;
    return shape;
}

/// Whether the first word of `next` had no room in a column of this width behind `line`.
bool had_no_room(const LineShape& line, const LineShape& next, std::size_t column) {
    return line.width + 1 + next.first_word > column;
}

/// The lines of one block with what is to be known of all of them.
class LineJudge {
public:
    explicit LineJudge(const std::vector<LineShape>& lines) : m_lines(lines), m_run_ends(lines.size()) {
        for (std::size_t i = lines.size(); i-- > 0;) {
            m_run_ends[i] = i + 1 < lines.size() && lines[i + 1].starts_small ? m_run_ends[i + 1] : i;
        }
        std::size_t filled = 0;
        for (const LineShape& line : lines) {
            m_column = std::max(m_column, line.width);
        }
        for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
            const bool fills = had_no_room(lines[i], lines[i + 1], m_column);
            filled += fills ? 1 : 0;
            m_goes_on = m_goes_on || (fills && lines[i + 1].starts_small);
        }
        m_is_filled = m_column >= narrowest_column && m_column <= widest_column && 4 * filled >= 3 * (lines.size() - 1);
    }

    /// The rule for the end of line i, and whether it ends a paragraph.
    [[nodiscard]] Boundary judge(std::size_t i, const SegmentOptions& options) const {
        const LineShape& line = m_lines[i];
        const LineShape& next = m_lines[i + 1];
        if (!options.wrapped || line.blank || next.blank || line.ends_open || next.starts_item) {
            return {next.begin, true, "line"};
        }
        if (line.ends_sentence) {
            return {next.begin, true, "sentence"};
        }
        const bool filled = m_is_filled && m_goes_on && had_no_room(line, next, m_column);
        if (filled || (next.starts_small && goes_on_to_a_full_stop(i))) {
            return {next.begin, false, "wrapped"};
        }
        return {next.begin, options.headings, "heading"};
    }

private:
    /// Whether the lines that follow line i with small letters are a sentence's rest rather than a list.
    [[nodiscard]] bool goes_on_to_a_full_stop(std::size_t i) const {
        const std::size_t last = m_run_ends[i];
        return m_lines[last].holds_sentence_end && (last - i < 2 || m_column >= narrowest_column);
    }

    const std::vector<LineShape>& m_lines;
    std::vector<std::size_t> m_run_ends; ///< for each line the last of those behind it that start with a small letter
    std::size_t m_column = 0;            ///< width of the widest line
    bool m_is_filled = false;            ///< nearly all lines are filled up to the column
    bool m_goes_on = false;              ///< a filled line is followed by a small letter: the lines were wrapped
};

/// More lines than that tell nothing more about their column, and memory stays small.
constexpr std::size_t most_lines = 512;

/// Whether a line is a block of its own, told without looking at all of it.
bool is_whole_block(std::string_view line, const SegmentOptions& options) {
    const std::string_view inner = trimmed(line);
    return inner.empty() || !options.wrapped || ends_with_terminator(inner);
}

/// Whether nothing behind this line can change what its end is, nor it what theirs are.
bool ends_block(const LineShape& line, const SegmentOptions& options) {
    return line.blank || line.ends_sentence || line.ends_open || !options.wrapped;
}

} // namespace

Block next_block(std::string_view text, std::size_t begin, const SegmentOptions& options, bool final) {
    std::vector<LineShape> lines;
    std::size_t at = begin;
    bool is_told = final;
    while (at < text.size()) {
        const std::size_t newline = text.find('\n', at);
        const std::size_t end = std::min(newline, text.size());
        const bool too_long = end - begin > options.longest_sentence || lines.size() == most_lines;
        if (too_long && !lines.empty()) {
            is_told = true;
            break;
        }
        if (newline == std::string_view::npos && !final) {
            return {};
        }
        if (lines.empty() && is_whole_block(text.substr(at, end - at), options)) {
            return {std::min(end + 1, text.size()), {}};
        }
        lines.push_back(shape_of(text, at, end));
        at = std::min(end + 1, text.size());
        if (ends_block(lines.back(), options)) {
            is_told = true;
            break;
        }
    }
    if (!is_told) { // the text so far ends with a newline
        return {};
    }
    Block block{at, {}};
    const LineJudge judge(lines);
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        block.newlines.push_back(judge.judge(i, options));
    }
    return block;
}

} // namespace qosar
