// What holds for any listing whatever; checked by the tests and by the fuzz target.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "qosar/listing/listing.hpp"

namespace qosar::listing_laws {

/// A line as it was explained, and all items.
struct WholeListing {
    struct Line {
        LineKind kind = LineKind::blank;
        Range bytes;
        std::size_t number = 0;
    };
    std::vector<Line> lines;
    std::vector<ListingItem> items;
    ListingCounts counts;
};

inline WholeListing read_whole(const std::string& text, ListingOptions options = {}) {
    WholeListing whole;
    options.explain = [&](const ExplainedLine& line) { whole.lines.push_back({line.kind, line.bytes, line.number}); };
    ListingReader reader = ListingReader::from_text(text, "listing", options);
    for (ListingItem item; reader.next(item);) {
        whole.items.push_back(std::move(item));
    }
    whole.counts = reader.counts();
    return whole;
}

inline const Origin& origin_of(const ListingItem& item) {
    return std::visit([](const auto& any) -> const Origin& { return any.origin; }, item);
}

inline bool contains(Range outer, Range inner) { return outer.begin <= inner.begin && inner.end <= outer.end; }

/// Whether the title, every line of the body and every source of an article stand in its bytes, in this order.
inline bool stands_in(const Article& article, std::string_view slice) {
    if (slice.find(article.title) == std::string_view::npos) {
        return false;
    }
    std::size_t place = 0;
    for (std::size_t begin = 0; begin < article.body.size();) {
        const std::size_t end = std::min(article.body.find('\n', begin), article.body.size());
        const std::string_view line = std::string_view(article.body).substr(begin, end - begin);
        place = slice.find(line, place);
        if (place == std::string_view::npos) {
            return false;
        }
        place += line.size();
        begin = end + 1;
    }
    return std::all_of(article.source_urls.begin(), article.source_urls.end(),
                       [&](const std::string& url) { return slice.find(url) != std::string_view::npos; });
}

/// The first law that a listing breaks; empty if it keeps them all.
inline std::string broken_law(const std::string& text, const WholeListing& whole) {
    std::size_t end = 0;
    std::size_t number = 0;
    ListingCounts counts;
    for (const ListingItem& item : whole.items) {
        const Origin& origin = origin_of(item);
        if (origin.item != number++) {
            return "items are numbered in order";
        }
        if (origin.bytes.begin < end || origin.bytes.empty() || origin.bytes.end > text.size()) {
            return "ranges of items are in order, apart from each other and within the file";
        }
        end = origin.bytes.end;
        const Article* article = std::get_if<Article>(&item);
        if (article != nullptr &&
            !stands_in(*article, std::string_view(text).substr(origin.bytes.begin, origin.bytes.size()))) {
            return "the bytes of an article hold its title, body and sources";
        }
        ++(article != nullptr ? counts.articles : counts.rejects);
    }
    std::size_t item = 0;
    std::size_t place = 0;
    std::size_t line_number = 0;
    for (const WholeListing::Line& line : whole.lines) {
        ++counts.lines[static_cast<std::size_t>(line.kind)];
        if (line.number < line_number || line.number > line_number + 1) {
            return "every line of the file is explained, in order";
        }
        line_number = line.number;
        if (line.kind == LineKind::blank) {
            continue;
        }
        if (line.bytes.begin < place) {
            return "lines are in order";
        }
        place = line.bytes.end;
        while (item < whole.items.size() && origin_of(whole.items[item]).bytes.end <= line.bytes.begin) {
            ++item;
        }
        const bool within = item < whole.items.size() && contains(origin_of(whole.items[item]).bytes, line.bytes);
        const bool article = within && std::holds_alternative<Article>(whole.items[item]);
        if (line.kind == LineKind::stray
                ? !within || article
                : !within && line.kind != LineKind::section && line.kind != LineKind::furniture) {
            return "every line is in an article or a reject, or is a section or furniture";
        }
    }
    counts.cut_sources = whole.counts.cut_sources;
    return counts == whole.counts ? "" : "counts are those of the lines and items";
}

} // namespace qosar::listing_laws
