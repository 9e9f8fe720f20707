// Listings composed by chance: all items found, none invented, nothing lost on the way.
#include "composer.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "laws.hpp"
#include "score.hpp"

namespace qosar {
namespace {

using composed::ComposedListing;
using composed::Composer;

TEST(ComposedListings, are_read_as_they_were_composed) {
    Composer composer(20260201);
    composed::Score score;
    for (int i = 0; i < 500; ++i) {
        const ComposedListing listing = composer.compose();
        const composed::Score one = composed::score(listing);
        EXPECT_TRUE(one.is_perfect()) << one.first_fault << "\n" << listing.text;
        score += one;
        if (!one.is_perfect()) {
            return;
        }
    }
    EXPECT_GT(score.items, 2'500U);
    EXPECT_GT(score.sources, 1'500U);
}

/// Listings cut and stuck together anywhere, with bytes exchanged: nothing need be found, but nothing may be lost.
TEST(ComposedListings, keep_the_laws_when_broken) {
    Composer composer(7);
    std::mt19937_64 random(7);
    for (int i = 0; i < 400; ++i) {
        std::string text = composer.compose().text;
        const std::string other = composer.compose().text;
        text = text.substr(0, random() % (text.size() + 1)) + other.substr(random() % (other.size() + 1));
        for (int change = 0; change < i % 8 && !text.empty(); ++change) {
            constexpr std::string_view bytes("\n\r\f \0\xFF\xC2.0A:", 12);
            text[random() % text.size()] = bytes[random() % bytes.size()];
        }
        const listing_laws::WholeListing whole = listing_laws::read_whole(text);
        ASSERT_EQ(listing_laws::broken_law(text, whole), "") << text;
    }
}

TEST(ComposedListings, give_an_article_again_from_its_bytes) {
    Composer composer(11);
    std::size_t articles = 0;
    for (int i = 0; i < 200; ++i) {
        const std::string text = composer.compose().text;
        const listing_laws::WholeListing whole = listing_laws::read_whole(text);
        EXPECT_EQ(listing_laws::broken_law(text, whole), "") << text;
        for (const ListingItem& item : whole.items) {
            Article article = std::get<Article>(item);
            const Range bytes = article.origin.bytes;
            const listing_laws::WholeListing again = listing_laws::read_whole(text.substr(bytes.begin, bytes.size()));
            const bool date_above = text[bytes.begin] != article.title[0];
            if (date_above && again.items.size() != 1) {
                continue; // a date above a title is believed where more than one stands so
            }
            ASSERT_EQ(again.items.size(), 1U) << text.substr(bytes.begin, bytes.size());
            Article read = std::get<Article>(again.items.front());
            read.origin = article.origin;
            article.sections.clear();
            EXPECT_EQ(read, article) << text.substr(bytes.begin, bytes.size());
            ++articles;
        }
    }
    EXPECT_GT(articles, 1'000U);
}

} // namespace
} // namespace qosar
