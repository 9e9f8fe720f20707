#include "qosar/words/paired_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

using Sentences = std::vector<std::string_view>;

PairedWords paired(const char* first_language, const Sentences& first, const char* second_language,
                   const Sentences& second) {
    const LanguagePack& a = language_pack(first_language);
    const LanguagePack& b = language_pack(second_language);
    const Lexicon& lexicon = builtin_lexicon(a, b);
    return {read_side_words(a, first, lexicon, true), read_side_words(b, second, lexicon, false), lexicon};
}

const Sentences english{"Governor Omarov opened a bridge.", "It cost 250 million tenge.", "",
                        "School 12 needs teachers.", "School 12 is old."};
const Sentences kazakh{"Көпірді әкім Омаров ашты.", "Құны – 250 миллион теңге.", "12-мектепке мұғалім керек."};

TEST(PairedWords, tells_which_sentences_share_something_rare) {
    const auto found = paired("en", english, "kk", kazakh).rarities({0, 5}, {0, 3});
    const auto weight = [&](std::uint32_t first, std::uint32_t second) {
        for (const SharedRarity& one : found) {
            if (one.first == first && one.second == second) {
                return one.weight;
            }
        }
        return std::uint32_t{0};
    };
    EXPECT_GE(weight(0, 0), 2 * full_rarity); // Omarov, bridge
    EXPECT_GE(weight(1, 1), full_rarity);
    EXPECT_GT(weight(3, 2), weight(4, 2)); // teachers
    EXPECT_GE(weight(4, 2), full_rarity / 2);
    EXPECT_EQ(weight(2, 0), 0U);
    EXPECT_TRUE(paired("en", english, "kk", kazakh).rarities({2, 3}, {0, 3}).empty());
    EXPECT_TRUE(paired("en", {}, "kk", {}).rarities({0, 0}, {0, 0}).empty());
}

TEST(PairedWords, what_is_rare_depends_on_the_stretch) {
    const Sentences first(40, "School 12 is new.");
    const Sentences second(40, "12-мектеп жаңа.");
    const PairedWords words = paired("en", first, "kk", second);
    EXPECT_TRUE(words.rarities({0, 40}, {0, 40}).empty());
    EXPECT_EQ(words.rarities({3, 4}, {7, 8}).size(), 1U);
}

TEST(PairedWords, exchanged_sides_share_the_same) {
    std::vector<SharedRarity> forth = paired("en", english, "kk", kazakh).rarities({0, 5}, {0, 3});
    std::vector<SharedRarity> back = paired("kk", kazakh, "en", english).rarities({0, 3}, {0, 5});
    for (SharedRarity& one : back) {
        std::swap(one.first, one.second);
    }
    std::sort(back.begin(), back.end(), [](const SharedRarity& a, const SharedRarity& b) {
        return std::pair(a.first, a.second) < std::pair(b.first, b.second);
    });
    EXPECT_EQ(forth, back);
}

TEST(PairedWords, matches_within_windows_only) {
    const Windows windows{{0, 1}, {1, 2}, {1, 2}, {1, 2}, {1, 3}};
    const WordMatches words = paired("en", english, "kk", kazakh).matches(windows);
    EXPECT_FALSE(words.matches.empty());
    for (const WordMatch& match : words.matches) {
        const Range window = windows[words.first.words[match.first].sentence];
        const std::uint32_t sentence = words.second.words[match.second].sentence;
        EXPECT_TRUE(sentence >= window.begin && sentence < window.end);
    }
    EXPECT_EQ(words.windows, windows);
}

TEST(PairedWords, whole_windows_match_as_match_words_does) {
    const LanguagePack& en = language_pack("en");
    const LanguagePack& kk = language_pack("kk");
    const WordMatches a = match_words(en, english, kk, kazakh, builtin_lexicon(en, kk));
    const WordMatches b = paired("en", english, "kk", kazakh).matches(Windows(5, Range{0, 3}));
    ASSERT_EQ(a.matches.size(), b.matches.size());
    for (std::size_t i = 0; i < a.matches.size(); ++i) {
        EXPECT_EQ(a.matches[i].first, b.matches[i].first);
        EXPECT_EQ(a.matches[i].second, b.matches[i].second);
    }
}

TEST(Turned, sees_windows_from_the_other_side) {
    EXPECT_EQ(turned({{0, 2}, {1, 3}, {1, 3}}, 3), (Windows{{0, 1}, {0, 3}, {1, 3}}));
    EXPECT_EQ(turned({{0, 1}, {2, 3}}, 3), (Windows{{0, 1}, {1, 1}, {1, 2}}));
    EXPECT_EQ(turned({}, 2), (Windows{{0, 0}, {0, 0}}));
    EXPECT_TRUE(turned({{0, 0}}, 0).empty());
}

} // namespace
} // namespace qosar
