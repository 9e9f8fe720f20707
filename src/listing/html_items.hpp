// Where the items of a page stand: found by what repeats, a title and a date in elements of one shape, whatever the
// site calls them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "html_line_shape.hpp"

namespace qosar {

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
