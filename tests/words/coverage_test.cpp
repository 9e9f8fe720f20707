#include "qosar/words/coverage.hpp"

#include <gtest/gtest.h>

#include "qosar/words/lexicon_file.hpp"

namespace qosar {
namespace {

Coverage coverage(std::string_view english, std::string_view kazakh) {
    Lexicon lexicon;
    lexicon.add(make_lexicon_image({"en",
                                    "kk",
                                    {},
                                    {{"school", "мектеп", 1, 1, 0, "n"},
                                     {"draft law", "заң жобасы", 1, 1, 0, "n"},
                                     {"they", "олар", 1, 1, 0, "pron"}}}));
    return coverage_of(match_words(language_pack("en"), {english}, language_pack("kk"), {kazakh}, lexicon), lexicon);
}

TEST(Coverage, counts_words_that_say_something) {
    const Coverage c = coverage("They and the school of Zhaqsylyq have 12 zebras.", "Мектепте 12 зебра бар.");
    EXPECT_EQ(c.names, 1U);
    EXPECT_EQ(c.content, 2U) << "school, zebras";
    EXPECT_EQ(c.known, 1U);
    EXPECT_EQ(c.answered, 1U);
}

TEST(Coverage, takes_a_term_only_where_it_stands_whole) {
    EXPECT_EQ(coverage("draft law", "заң жобасы").answered, 2U);
    EXPECT_EQ(coverage("draft law", "мектеп").known, 2U);
    EXPECT_EQ(coverage("draft law", "мектеп").answered, 0U);
    EXPECT_EQ(coverage("draft", "заң жобасы").known, 0U);
    EXPECT_EQ(coverage("", "").content, 0U);
}

TEST(Coverage, adds_up) {
    Coverage sum{1, 2, 3, 4};
    sum += {10, 20, 30, 40};
    EXPECT_EQ(sum.names + sum.content + sum.known + sum.answered, 110U);
}

} // namespace
} // namespace qosar
