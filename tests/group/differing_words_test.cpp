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
    std::vector<DifferingWord> differing;
};

const Case cases[] = {
    {"equal", "The bridge is open.", "The bridge is open.", 1, {}},
    {"both empty", "", "", 1, {}},
    {"one empty", "bridge", "", 0, {{"bridge", ""}}},
    {"the other empty", "", "bridge", 0, {{"", "bridge"}}},
    {"case", "The BRIDGE is open", "the Bridge is open", 1, {}},
    {"quotes and blanks", "Kazakhstan's  “bridge”", "Kazakhstan’s \"bridge\"", 1, {}},
    {"lost apostrophe",
     "the heart of Kazakhstan's law",
     "the heart of Kazakhstans law",
     4.0 / 6,
     {{"Kazakhstan's", "Kazakhstans"}}},
    {"word left out", "a new bridge", "a bridge", 2.0 / 3, {{"new", ""}}},
    {"word put in", "a bridge", "a new bridge", 2.0 / 3, {{"", "new"}}},
    {"two places", "one bridge and one road", "two bridge and two road", 3.0 / 7, {{"one", "two"}, {"one", "two"}}},
    {"changed words stand together",
     "the old stone bridge",
     "the new bridge",
     2.0 / 5,
     {{"old", "new"}, {"stone", ""}}},
    {"other number", "opened in 2025", "opened in 2026", 2.0 / 4, {{"2025", "2026"}}},
    {"number left out", "opened in 2025", "opened in", 2.0 / 3, {{"2025", ""}}},
    {"number put in", "opened in", "opened in 2025", 2.0 / 3, {{"", "2025"}}},
    {"other number in a group", "paid 1,000 tenge", "paid 1,100 tenge", 2.0 / 4, {{"1,000", "1,100"}}},
    {"number that stays", "opened in 2025 there", "opened in 2025 here", 3.0 / 5, {{"there", "here"}}},
    {"repeated words count", "ha ha ha", "ha", 1.0 / 3, {{"ha", ""}, {"ha", ""}}},
    {"Kazakh", "Көпір ашылды", "Көпір жабылды", 1.0 / 3, {{"ашылды", "жабылды"}}},
    {"nothing shared", "rain fell", "жаңбыр жауды", 0, {{"rain", "жаңбыр"}, {"fell", "жауды"}}},
};

TEST(DifferingWords, name_what_differs) {
    for (const Case& c : cases) {
        EXPECT_EQ(differing_words(c.kept, c.dropped), c.differing) << c.name;
        EXPECT_DOUBLE_EQ(word_overlap(c.kept, c.dropped), c.overlap) << c.name;
        EXPECT_DOUBLE_EQ(word_overlap(c.dropped, c.kept), c.overlap) << c.name;
    }
}

TEST(DifferingWords, are_as_many_from_the_other_side) {
    for (const Case& c : cases) {
        EXPECT_EQ(differing_words(c.dropped, c.kept).size(), c.differing.size()) << c.name;
    }
}

TEST(DifferingWords, of_huge_and_broken_text) {
    std::string many;
    std::string others;
    for (int i = 0; i < 6'000; ++i) {
        many += "w" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
        others += std::string(1, static_cast<char>('a' + i % 23)) + "w ";
    }
    EXPECT_TRUE(differing_words(many, many).empty());
    EXPECT_EQ(differing_words(many, others).size(), 6'000U);
    EXPECT_TRUE(differing_words("\xFF\xC3", "\xFF\xC3").empty());
    EXPECT_TRUE(differing_words(std::string(10, '\0'), "").empty());
}

} // namespace
} // namespace qosar
