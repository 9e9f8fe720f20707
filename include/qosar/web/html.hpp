// HTML as a reader sees it: its title and its paragraphs in reading order.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

/// A heading, paragraph, list item or table cell. `bytes` is the place of its text in the HTML, with the tags in it.
struct HtmlBlock {
    std::string text; ///< white space runs as one blank, trimmed; never empty
    Range bytes;
    bool heading = false;
};

struct HtmlText {
    std::string problem; ///< why it could not be read, one sentence; empty when it was
    std::string title;   ///< the main heading, or the document's title where there is none
    std::string date;    ///< as the page's metadata or `<time>` give it; may be empty
    std::vector<HtmlBlock> blocks;
};

/// All but `max_blocks` are checked by an estimate before the parser sees the text: its time is quadratic in the depth
/// of nesting and in the attributes of a tag, and its memory is some hundred bytes a tag.
struct HtmlOptions {
    std::size_t max_nesting = 256;
    std::size_t max_blocks = 100'000;
    std::size_t max_tags = 1'000'000;
    std::size_t max_steps = 100'000'000; ///< comparisons of attributes; elements of style opened again
};

/// Reads a whole page: the `article` or `main` element, or the element that holds most of the text in paragraphs;
/// navigation, headers, footers, forms, captions and scripts are left out. REQUIRES: valid UTF-8.
HtmlText read_html_page(std::string_view html, const HtmlOptions& options = {});

/// Reads a fragment such as the `body` of a service answer: everything in it is text.
HtmlText read_html_fragment(std::string_view html, const HtmlOptions& options = {});

} // namespace qosar
