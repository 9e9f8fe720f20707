#include "excerpt.hpp"

#include <algorithm>
#include <utility>

#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

constexpr std::string_view ellipsis = "…";

/// The byte behind `count` code points from `begin` on, or the end of the text.
std::size_t after(std::string_view text, std::size_t begin, std::size_t count) {
    for (; count > 0 && begin < text.size(); --count) {
        next_code_point(text, begin);
    }
    return begin;
}

/// The bytes that are shown: from the beginning if `needed` then fits or begins early, else from the first word that
/// begins within a third of a line before it.
Range window(std::string_view text, Range needed, std::size_t width) {
    const std::size_t end = after(text, 0, width);
    if (end == text.size() || needed.end <= end || needed.begin < end / 2) {
        return {0, end};
    }
    std::size_t begin = 0;
    const std::size_t characters = count_code_points(text.substr(0, needed.begin));
    for (std::size_t i = after(text, 0, characters - std::min(characters, width / 3)); i < needed.begin; ++i) {
        if (text[i] == ' ') {
            begin = i + 1;
            break;
        }
    }
    begin = begin == 0 ? needed.begin : begin;
    return {begin, after(text, begin, width)};
}

bool is_obeyed(char32_t c) {
    const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool breaks_line = c == 0x2028 || c == 0x2029;
    const bool turns_direction =
        c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return is_control || breaks_line || turns_direction;
}

} // namespace

Excerpt excerpt_of(std::string_view text, const std::vector<FlagSpan>& spans, std::string_view side, bool of_title,
                   std::size_t width) {
    std::vector<Range> marked;
    for (const FlagSpan& span : spans) {
        if (span.side == side && span.of_title == of_title && span.bytes.end <= text.size()) {
            marked.push_back(span.bytes);
        }
    }
    const Range shown = window(text, marked.empty() ? Range{} : marked.front(), width);
    std::sort(marked.begin(), marked.end(), [](Range a, Range b) { return a.begin < b.begin; });

    Excerpt excerpt;
    excerpt.text = shown.begin > 0 ? ellipsis : "";
    std::size_t free_from = shown.begin;
    for (const Range& range : marked) {
        const Range part{std::max(range.begin, free_from), std::min(range.end, shown.end)};
        if (part.begin < part.end) {
            excerpt.marked.push_back(
                {excerpt.text.size() + part.begin - shown.begin, excerpt.text.size() + part.end - shown.begin});
            free_from = part.end;
        }
    }
    excerpt.text += text.substr(shown.begin, shown.size());
    excerpt.text += shown.end < text.size() ? ellipsis : "";
    excerpt.text = for_terminal(std::move(excerpt.text));
    return excerpt;
}

std::string for_terminal(std::string text) {
    for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
        if (is_obeyed(next_code_point(text, end))) {
            std::fill(text.begin() + static_cast<std::ptrdiff_t>(begin),
                      text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        }
    }
    return text;
}

} // namespace qosar
