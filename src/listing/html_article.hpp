// From lines of a page to an article.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html_items.hpp"
#include "qosar/model/article.hpp"

namespace qosar {

/// What was made of a line, by its number in the page; for `--explain`.
using LineReadings = std::vector<std::string_view>;

/// A page with what its articles are made of.
struct PageView {
    const HtmlTree& tree;
    const PageText& text;
    std::string url; ///< empty if unknown
};

/// The article of an item. Its links with a label such as `Source:` become sources, also where only their text is an
/// address; the link of its title is its own address.
Article article_of_item(const PageView& page, const HtmlItem& item, LineReadings& readings);

/// The article of a page that holds but one: its main heading, the date near it, and the element with most of its text.
/// `bytes` are from the title to the end of that element. Nothing where there is no title or no text.
std::optional<Article> article_of_page(const PageView& page, LineReadings& readings);

} // namespace qosar
