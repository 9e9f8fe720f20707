// A page as a tree, for those who look at its structure. The parser's nodes stay in the web layer.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/range.hpp"
#include "qosar/web/html.hpp"

namespace qosar {

/// An element or a text. Nodes stand in reading order, each before what is in it: the nodes below node i are
/// i + 1 to `end`, exclusive.
struct HtmlNode {
    std::size_t parent = 0; ///< the root is its own parent
    std::size_t end = 0;
    std::string_view tag;  ///< lower case; empty for a text
    std::string_view text; ///< of a text: its characters, entities resolved; empty for an element
    Range bytes;           ///< of the HTML, with the element's own tags; empty for elements that only the parser adds

    // Attributes of an element; empty where it has none.
    std::string_view classes, id, role, href, datetime, content, property, rel;
};

/// The texts lie in the parser's memory, which `owner` keeps.
struct HtmlTree {
    std::string problem; ///< why it could not be read, one sentence; empty when it was
    std::vector<HtmlNode> nodes;
    std::shared_ptr<const void> owner;
};

/// Reads a page with the bounds of HtmlOptions. Script, style and what else is never shown has no nodes, but for the
/// `head`. REQUIRES: valid UTF-8.
HtmlTree read_html_tree(std::string_view html, const HtmlOptions& options = {});

} // namespace qosar
