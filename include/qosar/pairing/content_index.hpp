// An inverted index over the pages of a store: which of them say what an article says, without looking at all of them.
//
// A page is known by its features: lexicon terms, numbers and the consonants of names, each a hash of 32 bits. An
// article asks with the features that its words would have in the other language. A feature weighs the more the fewer
// pages hold it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "qosar/words/lexicon.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

using Feature = std::uint32_t;

/// A word of the article as any of the features that would answer it.
using Alternatives = std::vector<Feature>;

/// Each feature of a page's words once, in ascending order. Of a page with more than `most`, the first ones count.
std::vector<Feature> page_features(const SideWords& second, std::size_t most = 512);

/// Each different word of an article once, through the lexicon. Of more than `most`, the first ones count.
std::vector<Alternatives> article_features(const SideWords& first, const Lexicon& lexicon, std::size_t most = 512);

/// Days since 1970-01-01 of `YYYY-MM-DD`; nothing for any other text.
std::optional<std::int32_t> day_number(const std::string& date);

/// A page as it goes into the index.
struct IndexedPage {
    std::string place;               ///< in the store
    std::optional<std::int32_t> day; ///< nothing where the page has no date
    std::vector<Feature> features;   ///< ascending, each once
};

/// A page that shares something with an article.
struct IndexHit {
    std::uint32_t page = 0; ///< number in the index
    double score = 0;       ///< comparable among the hits of one article only
};

/// Takes about 4 bytes for each feature of each page, thrice that while it is built. Safe to ask from several threads.
class ContentIndex {
public:
    /// The index does not depend on the order of the pages. Features of more than `most_pages` pages, and of more than
    /// one in twenty, are left out: they tell little and cost much. REQUIRES: less than 2^32 pages.
    explicit ContentIndex(std::vector<IndexedPage> pages, std::size_t most_pages = 1000);

    [[nodiscard]] std::size_t size() const { return m_places.size(); }
    [[nodiscard]] const std::string& place(std::uint32_t page) const { return m_places[page]; }
    [[nodiscard]] std::size_t bytes() const; ///< of the features and where they stand

    /// At most `most` pages, the best first, equally good ones by place. With a day, only pages at most `window` days
    /// away and those without a date are looked at.
    [[nodiscard]] std::vector<IndexHit> find(const std::vector<Alternatives>& article, std::optional<std::int32_t> day,
                                             std::int32_t window, std::size_t most) const;

private:
    using Pages = std::vector<std::uint32_t>;
    struct Reach { ///< page numbers that a date lets through: all below `undated`, and [begin, end)
        std::uint32_t undated = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    [[nodiscard]] Reach reach(std::optional<std::int32_t> day, std::int32_t window) const;
    [[nodiscard]] std::size_t number_of(Feature feature) const;
    [[nodiscard]] std::vector<std::size_t> numbers_of(const Alternatives& word) const;
    void take_features(const std::vector<IndexedPage>& pages, std::size_t most_pages);

    std::vector<std::string> m_places; ///< by page; pages without a date first, then by date, then by place
    std::vector<std::int32_t> m_days;  ///< of the pages with a date
    std::vector<float> m_totals;       ///< weight of all features of a page
    std::vector<Feature> m_features;   ///< ascending
    std::vector<float> m_weights;      ///< by number of feature; bits
    std::vector<std::size_t> m_begins; ///< of each feature's pages; one more at the end
    Pages m_pages;                     ///< ascending for each feature
};

} // namespace qosar
