#include "qosar/pairing/content_index.hpp"

#include <algorithm>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "qosar/pairing/content_evidence.hpp"
#include "texts.hpp"

namespace qosar {
namespace {

using Places = std::vector<std::string>;

Places places(const ContentIndex& index, const std::vector<IndexHit>& hits) {
    Places out;
    for (const IndexHit& hit : hits) {
        out.push_back(index.place(hit.page));
    }
    return out;
}

Places found(const ContentIndex& index, const std::vector<Alternatives>& article,
             std::optional<std::int32_t> day = std::nullopt, std::int32_t window = 7, std::size_t most = 10) {
    return places(index, index.find(article, day, window, most));
}

TEST(ContentIndex, finds_the_page_with_the_rarer_features) {
    const ContentIndex index(
        {{"a/1", {}, {1, 2, 3}}, {"a/2", {}, {1, 2, 9}}, {"a/3", {}, {1, 5, 6}}, {"a/4", {}, {7}}});
    EXPECT_EQ(index.size(), 4U);
    EXPECT_EQ(found(index, {{9}}), (Places{"a/2"}));
    EXPECT_EQ(found(index, {{1}, {2}, {3}}), (Places{"a/1", "a/2", "a/3"}));
    EXPECT_EQ(found(index, {{1}, {2}, {3}}, {}, 7, 1), (Places{"a/1"}));
    EXPECT_EQ(found(index, {{8}}), Places{});
    EXPECT_EQ(found(index, {}), Places{});
    EXPECT_EQ(found(index, {{1}}, {}, 7, 0), Places{});
}

TEST(ContentIndex, counts_a_word_once_whatever_answers_it) {
    const ContentIndex index({{"a/1", {}, {1, 2, 3, 4}}, {"a/2", {}, {1, 5, 6, 7}}});
    EXPECT_EQ(found(index, {{2, 3, 4}, {1}, {5, 8}, {6}}), (Places{"a/2", "a/1"}))
        << "three words against two, though the first has three answers there";
}

TEST(ContentIndex, looks_at_days_within_the_window_and_at_pages_without_a_date) {
    const ContentIndex index({{"a/undated", {}, {1}},
                              {"a/0", 100, {1}},
                              {"a/7", 107, {1}},
                              {"a/8", 108, {1}},
                              {"a/-7", 93, {1}},
                              {"a/-8", 92, {1}}});
    EXPECT_EQ(found(index, {{1}}, 100), (Places{"a/-7", "a/0", "a/7", "a/undated"}));
    EXPECT_EQ(found(index, {{1}}, 100, 0), (Places{"a/0", "a/undated"}));
    EXPECT_EQ(found(index, {{1}}, 5000), (Places{"a/undated"}));
    EXPECT_EQ(found(index, {{1}}).size(), 6U) << "an article without a date fits any page";
    const std::int32_t last = std::numeric_limits<std::int32_t>::max();
    EXPECT_EQ(found(index, {{1}}, last, last).size(), 6U) << "no overflow";
    EXPECT_EQ(found(index, {{1}}, std::numeric_limits<std::int32_t>::min(), last).size(), 1U);
}

TEST(ContentIndex, may_be_empty) {
    const ContentIndex index(std::vector<IndexedPage>{});
    EXPECT_EQ(index.size(), 0U);
    EXPECT_EQ(found(index, {{1}}, 100), Places{});
    const ContentIndex without_features(std::vector<IndexedPage>{{"a/1", {}, {}}});
    EXPECT_EQ(found(without_features, {{1}}), Places{});
}

TEST(ContentIndex, leaves_common_features_out) {
    std::vector<IndexedPage> pages;
    for (Feature i = 0; i < 100; ++i) {
        pages.push_back({"a/" + std::to_string(i), {}, {1, 1000 + i}});
    }
    EXPECT_EQ(found(ContentIndex(pages, 99), {{1}}), Places{});
    EXPECT_EQ(found(ContentIndex(pages, 100), {{1}}, {}, 7, 200).size(), 100U);
    EXPECT_EQ(found(ContentIndex(pages, 10), {{1}, {1042}}), (Places{"a/42"}));
}

TEST(ContentIndex, does_not_depend_on_the_order_of_pages) {
    std::mt19937 random(7);
    std::vector<IndexedPage> pages;
    for (int i = 0; i < 300; ++i) {
        std::vector<Feature> features;
        for (int f = 0; f < 20; ++f) {
            features.push_back(static_cast<Feature>(random() % 400));
        }
        std::sort(features.begin(), features.end());
        features.erase(std::unique(features.begin(), features.end()), features.end());
        pages.push_back({"a/" + std::to_string(i), i % 3 == 0 ? std::nullopt : std::optional(i % 50), features});
    }
    const ContentIndex index(pages);
    std::shuffle(pages.begin(), pages.end(), random);
    const ContentIndex shuffled(pages);
    for (Feature first = 0; first < 400; first += 13) {
        const std::vector<Alternatives> article{{first, first + 1}, {first + 2}, {first + 3, first + 50}};
        EXPECT_EQ(found(index, article, static_cast<std::int32_t>(first % 50)),
                  found(shuffled, article, static_cast<std::int32_t>(first % 50)));
        EXPECT_EQ(found(index, article), found(index, article)) << "asking leaves nothing behind";
    }
}

TEST(ContentIndex, finds_translations_by_their_words) {
    const LanguagePack& en = language_pack("en");
    const LanguagePack& kk = language_pack("kk");
    const Lexicon& lexicon = builtin_lexicon(en, kk);
    std::vector<IndexedPage> pages;
    for (const TextPair& pair : text_pairs()) {
        pages.push_back({std::string(pair.kazakh.substr(0, 20)),
                         {},
                         page_features(read_side_words(kk, lines_of(pair.kazakh), lexicon, false))});
    }
    const ContentIndex index(pages);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const std::vector<Alternatives> article =
            article_features(read_side_words(en, lines_of(text_pairs()[i].english), lexicon, true), lexicon);
        EXPECT_EQ(found(index, article).front(), pages[i].place);
    }
}

TEST(Features, are_bounded_sorted_and_single) {
    const LanguagePack& kk = language_pack("kk");
    const Lexicon& lexicon = builtin_lexicon(language_pack("en"), kk);
    const SideWords words =
        read_side_words(kk, lines_of("Алматы, Алматы! 25 25 25 Тоқаев Тоқаевтың кітап кітабы."), lexicon, false);
    const std::vector<Feature> features = page_features(words);
    EXPECT_TRUE(std::is_sorted(features.begin(), features.end()));
    EXPECT_EQ(std::adjacent_find(features.begin(), features.end()), features.end());
    EXPECT_GE(features.size(), 4U);
    EXPECT_LE(features.size(), 8U) << "names have one for each ending that they may carry";
    EXPECT_EQ(page_features(words, 2).size(), 2U);
    EXPECT_EQ(page_features(SideWords{}).size(), 0U);

    const LanguagePack& en = language_pack("en");
    const SideWords article =
        read_side_words(en, lines_of("In Almaty 25 books and 25 more books by Tokayev"), lexicon, true);
    EXPECT_EQ(article_features(article, lexicon, 1).size(), 1U);
    for (const Alternatives& word : article_features(article, lexicon)) {
        EXPECT_FALSE(word.empty());
    }
}

TEST(DayNumber, is_of_days_that_exist) {
    EXPECT_EQ(day_number("1970-01-01"), 0);
    EXPECT_EQ(day_number("1970-02-01"), 31);
    EXPECT_EQ(day_number("2026-02-01"), 20485);
    EXPECT_EQ(day_number("1969-12-31"), -1);
    for (const char* text :
         {"", "2026-02-30", "01.02.2026", "2026-02-01T05:00:00Z", "2026-2-1", "unknown", "20260201xx", "-026-02-01"}) {
        EXPECT_EQ(day_number(text), std::nullopt) << text;
    }
}

} // namespace
} // namespace qosar
