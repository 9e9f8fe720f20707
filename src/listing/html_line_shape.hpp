// How a single line of a page looks, whatever stands around it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "html_lines.hpp"

namespace qosar {

inline constexpr std::size_t longest_title = 400; // code points

/// A date beside the title of an item.
struct LineDate {
    std::string date;
    Range title; ///< of the line's text: a title on the date's own line; empty if there is none
};

/// The date of a line that is nothing else, or that holds but a title beside it.
std::optional<LineDate> date_of_line(const HtmlTree& tree, const PageLine& line);

/// `Read more`, `Толығырақ`.
bool is_more_label(std::string_view text);

/// `154`, `154 views`, `Comments: 3`: no text of an item.
bool is_counter(std::string_view text);

/// A heading, or some words that are all linked or bold.
bool is_title_like(const PageLine& line);

std::size_t count_words(std::string_view text); ///< of its beginning

} // namespace qosar
