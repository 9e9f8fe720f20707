// What holds for the items of any kind of input.
#pragma once

#include "fuzz.hpp"
#include "qosar/listing/article_reader.hpp"

namespace qosar::fuzz {

inline void check_utf8(const std::string& text) { check(is_utf8(text), "what a reader gives is valid UTF-8"); }

inline void check_article(const Article& article) {
    for (const std::string* text : {&article.title, &article.date, &article.body, &article.url}) {
        check_utf8(*text);
    }
    for (const std::string& section : article.sections) {
        check_utf8(section);
    }
    for (const std::string& url : article.source_urls) {
        check_utf8(url);
    }
    check(!article.title.empty() || !article.body.empty(), "an article has a title or a body");
}

inline const Origin& origin_of(const ListingItem& item) {
    return std::visit([](const auto& any) -> const Origin& { return any.origin; }, item);
}

/// Reads a file as `kind` to its end. Records of a WARC file hold several items, so only their order is checked.
inline void check_items(const File& file, InputKind kind, std::size_t most_bytes, ReaderOptions options = {}) {
    options.kind = kind;
    options.explain = [](const ExplainedPart& part) { check_utf8(std::string(part.what) + std::string(part.text)); };
    ArticleReader reader({file.path(), "input", true, ""}, options);
    std::uint32_t number = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    for (ListingItem item; reader.next(item);) {
        const Origin& origin = origin_of(item);
        check(origin.item == number++, "items count from 0");
        check(origin.bytes.begin <= origin.bytes.end && origin.bytes.end <= most_bytes, "an item lies within the file");
        check(origin.bytes.begin >= (kind == InputKind::warc ? begin : end), "items stand in order and apart");
        begin = origin.bytes.begin;
        end = origin.bytes.end;
        if (const Article* article = std::get_if<Article>(&item)) {
            check_article(*article);
        } else {
            check_utf8(std::get<Reject>(item).snippet + std::get<Reject>(item).message);
            check(!std::get<Reject>(item).reason.empty(), "a reject has a reason");
        }
    }
    check(reader.sha256().size() == 64, "a file that was read has a hash");
}

} // namespace qosar::fuzz
