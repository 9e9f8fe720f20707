// Items in one line each, for tables and golden files of tests.
#pragma once

#include <string>
#include <vector>

#include "qosar/listing/article_reader.hpp"

namespace qosar {

/// `title|date|body|sections|urls`, newlines of the body as `/`, `;` between sections; rejects as `!reason`.
inline std::string summary_of(const ListingItem& item) {
    if (const Reject* reject = std::get_if<Reject>(&item)) {
        return "!" + reject->reason;
    }
    const Article& article = std::get<Article>(item);
    std::string body = article.body;
    for (char& c : body) {
        c = c == '\n' ? '/' : c;
    }
    std::string out = article.title + "|" + article.date + "|" + body + "|";
    for (const std::string& section : article.sections) {
        out += (&section == &article.sections.front() ? "" : ";") + section;
    }
    out += "|";
    for (const std::string& url : article.source_urls) {
        out += (&url == &article.source_urls.front() ? "" : " ") + url;
    }
    return out;
}

inline std::vector<ListingItem> read_items(const std::filesystem::path& path, const ReaderOptions& options = {}) {
    ArticleReader reader({path, path.filename().string(), true, ""}, options);
    std::vector<ListingItem> items;
    for (ListingItem item; reader.next(item);) {
        items.push_back(std::move(item));
    }
    return items;
}

inline std::vector<std::string> summaries_of(const std::vector<ListingItem>& items) {
    std::vector<std::string> out;
    for (const ListingItem& item : items) {
        out.push_back(summary_of(item));
    }
    return out;
}

inline Origin origin_of_item(const ListingItem& item) {
    return std::visit([](const auto& any) { return any.origin; }, item);
}

} // namespace qosar
