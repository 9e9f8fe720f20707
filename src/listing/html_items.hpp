// Where the items of a page stand: found by what repeats, a title and a date in elements of one shape, whatever the
// site calls them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "html_lines.hpp"

namespace qosar {

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

/// An item as lines of the page.
struct HtmlItem {
    Range bytes; ///< of the HTML
    Range lines;
    std::size_t title = 0; ///< number of its line
    Range title_text;      ///< of that line
    std::size_t date_line = 0;
    std::string date;
    std::uint64_t shape = 0; ///< the same for items in elements of one shape
};

struct FoundItems {
    std::vector<HtmlItem> items;          ///< in reading order, apart from each other
    std::vector<std::size_t> stray_dates; ///< lines
};

FoundItems find_html_items(const HtmlTree& tree, const std::vector<PageLine>& lines);

} // namespace qosar
