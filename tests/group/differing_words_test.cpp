#include "qosar/group/differing_words.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

struct Case {
    const char* name;
    const char* kept;
    const char* dropped;
    double overlap;
    bool numbers_differ;
    std::vector<DifferingWord> differing;
};

const Case cases[] = {
    {"equal", "The bridge is open.", "The bridge is open.", 1, false, {}},
    {"both empty", "", "", 1, false, {}},
    {"one empty", "bridge", "", 0, false, {{"bridge", ""}}},
    {"the other empty", "", "bridge", 0, false, {{"", "bridge"}}},
    {"case", "The BRIDGE is open", "the Bridge is open", 1, false, {}},
    {"quotes and blanks", "Kazakhstan's  “bridge”", "Kazakhstan’s \"bridge\"", 1, false, {}},
    {"lost apostrophe",
     "the heart of Kazakhstan's law",
     "the heart of Kazakhstans law",
     4.0 / 6,
     false,
     {{"Kazakhstan's", "Kazakhstans"}}},
    {"word left out", "a new bridge", "a bridge", 2.0 / 3, false, {{"new", ""}}},
    {"word put in", "a bridge", "a new bridge", 2.0 / 3, false, {{"", "new"}}},
    {"two places",
     "one bridge and one road",
     "two bridge and two road",
     3.0 / 7,
     false,
     {{"one", "two"}, {"one", "two"}}},
    {"changed words stand together",
     "the old stone bridge",
     "the new bridge",
     2.0 / 5,
     false,
     {{"old", "new"}, {"stone", ""}}},
    {"other number", "opened in 2025", "opened in 2026", 2.0 / 4, true, {{"2025", "2026"}}},
    {"number left out", "opened in 2025", "opened in", 2.0 / 3, true, {{"2025", ""}}},
    {"number put in", "opened in", "opened in 2025", 2.0 / 3, true, {{"", "2025"}}},
    {"other number in a group", "paid 1,000 tenge", "paid 1,100 tenge", 2.0 / 4, true, {{"1,000", "1,100"}}},
    {"number that stays", "opened in 2025 there", "opened in 2025 here", 3.0 / 5, false, {{"there", "here"}}},
    {"repeated words count", "ha ha ha", "ha", 1.0 / 3, false, {{"ha", ""}, {"ha", ""}}},
    {"Kazakh", "Көпір ашылды", "Көпір жабылды", 1.0 / 3, false, {{"ашылды", "жабылды"}}},
    {"nothing shared", "rain fell", "жаңбыр жауды", 0, false, {{"rain", "жаңбыр"}, {"fell", "жауды"}}},
};

TEST(CompareWords, names_what_differs) {
    for (const Case& c : cases) {
        const WordComparison comparison = compare_words(c.kept, c.dropped, 0);
        EXPECT_DOUBLE_EQ(comparison.overlap, c.overlap) << c.name;
        EXPECT_EQ(comparison.numbers_differ, c.numbers_differ) << c.name;
        EXPECT_EQ(comparison.differing, c.differing) << c.name;
    }
}

TEST(CompareWords, is_the_same_from_the_other_side) {
    for (const Case& c : cases) {
        const WordComparison forth = compare_words(c.kept, c.dropped, 0);
        const WordComparison back = compare_words(c.dropped, c.kept, 0);
        EXPECT_EQ(forth.overlap, back.overlap) << c.name;
        EXPECT_EQ(forth.numbers_differ, back.numbers_differ) << c.name;
        EXPECT_EQ(forth.differing.size(), back.differing.size()) << c.name;
    }
}

TEST(CompareWords, gives_no_details_below_the_least_overlap) {
    EXPECT_TRUE(compare_words("a b c d", "a b c e", 0.61).differing.empty());
    EXPECT_EQ(compare_words("a b c d", "a b c e", 0.6).differing.size(), 1U);
    EXPECT_FALSE(compare_words("in 2025", "on 2026", 0.5).numbers_differ);
}

TEST(CompareWords, takes_huge_and_broken_text) {
    std::string many;
    std::string others;
    for (int i = 0; i < 6'000; ++i) {
        many += "w" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
        others += std::string(1, static_cast<char>('a' + i % 23)) + "w ";
    }
    EXPECT_EQ(compare_words(many, many, 0.9).overlap, 1);
    EXPECT_EQ(compare_words(many, others, 0).differing.size(), 6'000U);
    EXPECT_EQ(compare_words("\xFF\xC3", "\xFF\xC3", 0.9).overlap, 1);
    EXPECT_EQ(compare_words(std::string(10, '\0'), "", 0.9).overlap, 1);
}

} // namespace
} // namespace qosar
