// The articles of one page.
#pragma once

#include <string_view>
#include <vector>

#include "qosar/listing/article_reader.hpp"

namespace qosar {

/// What is known of a page beside its bytes.
struct PageFacts {
    std::string_view charset; ///< as HTTP names it; empty if it does not
    std::string_view url;     ///< its own; relative links are resolved against it
};

/// Articles and rejects of a saved page, in reading order. Their `origin.bytes` are of `bytes`; file and item number
/// are not set. A page of which nothing can be read, or that holds no article, is one reject.
std::vector<ListingItem> read_html_items(std::string_view bytes, const PageFacts& facts, const ReaderOptions& options);

} // namespace qosar
