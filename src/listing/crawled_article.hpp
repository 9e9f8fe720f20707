// One article as another crawler wrote it: a JSON object.
#pragma once

#include <string>
#include <string_view>

#include "qosar/listing/article_reader.hpp"

namespace qosar {

/// The article, or the reason of the reject that it became.
struct CrawledArticle {
    Article article;
    std::string problem; ///< name of the reject; empty for an article
    std::string message;
};

/// Reads an object with the fields and aliases of docs/formats.md. Never throws for what the text holds.
CrawledArticle read_crawled_article(std::string_view json, const ReaderOptions& options);

} // namespace qosar
