// A page as lines of text, as a reader sees them, each with its place in the tree. Not for others: the reader of saved
// pages is made of these.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/range.hpp"
#include "qosar/web/html_tree.hpp"

namespace qosar {

inline constexpr std::size_t no_node = static_cast<std::size_t>(-1);

/// A piece of a line that one text of the tree gave.
struct LineRun {
    Range text; ///< of the line
    std::size_t node = 0;
    std::size_t link = no_node; ///< the `a` within the line's block that it stands in
};

/// A line: what stands between two breaks, white space runs as one blank, trimmed, never empty.
struct PageLine {
    std::string text;
    Range bytes;                  ///< of the HTML, with the tags between its runs
    std::size_t block = 0;        ///< the closest element around it that makes lines
    std::size_t around = no_node; ///< an `a` around the whole block, as cards have it
    std::size_t time = no_node;   ///< a `time` with `datetime` in it or around it
    int heading = 0;              ///< level from 1; 0 for none
    bool strong = false;          ///< all of it is bold
    std::vector<LineRun> runs;

    [[nodiscard]] std::size_t first_node() const { return runs.front().node; }
    [[nodiscard]] bool linked() const;      ///< all of it is in links of its own
    [[nodiscard]] std::size_t link() const; ///< the first one in it, else the one around it
};

struct PageText {
    std::vector<PageLine> lines;          ///< without navigation, footers, forms, related news and their like
    std::vector<std::string> breadcrumbs; ///< the way to the page, if it shows one
    std::vector<PageLine> furniture;      ///< what was left out
};

PageText read_page_text(const HtmlTree& tree);

/// The lines below an element, as half-open range of their numbers.
Range lines_in(const std::vector<PageLine>& lines, const HtmlTree& tree, std::size_t node);

} // namespace qosar
