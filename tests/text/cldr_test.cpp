#include "qosar/text/cldr.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace qosar {
namespace {

TEST(CldrNames, are_known_in_both_languages) {
    const std::vector<NamePair> names = cldr_names("en", "kk");
    for (const NamePair& pair :
         {NamePair{"Kazakhstan", "Қазақстан"}, NamePair{"Germany", "Германия"}, NamePair{"Kazakh", "қазақ тілі"},
          NamePair{"december", "желтоқсан"}, NamePair{"monday", "дүйсенбі"}, NamePair{"sunday", "жексенбі"}}) {
        EXPECT_TRUE(std::binary_search(names.begin(), names.end(), pair)) << pair.first << " " << pair.second;
    }
    const bool currency = std::any_of(names.begin(), names.end(), [](const NamePair& pair) {
        return pair.first == "Kazakhstani Tenge" && pair.second.find("теңге") != std::string::npos;
    });
    EXPECT_TRUE(currency);
    EXPECT_GT(names.size(), 400U);
}

TEST(CldrNames, are_sorted_and_not_repeated) {
    const std::vector<NamePair> names = cldr_names("en", "kk");
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
    for (const NamePair& pair : names) {
        EXPECT_FALSE(pair.first.empty() || pair.second.empty());
    }
}

TEST(CldrNames, survive_languages_nobody_knows) {
    EXPECT_TRUE(cldr_names("en", "en").empty());
    EXPECT_NO_THROW(cldr_names("", ""));
    EXPECT_NO_THROW(cldr_names("no-such-language", "../../kk"));
}

TEST(MonthNames, are_those_of_dates) {
    const auto holds = [](const char* language, const MonthName& name) {
        const std::vector<MonthName> names = month_names(language);
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    EXPECT_TRUE(holds("en", {"september", 9, false}));
    EXPECT_TRUE(holds("en", {"sep", 9, true}));
    EXPECT_TRUE(holds("en", {"may", 5, false}));
    EXPECT_TRUE(holds("kk", {"қыркүйек", 9, false}));
    EXPECT_TRUE(holds("ru", {"сентябрь", 9, false}));
    EXPECT_TRUE(holds("ru", {"сентября", 9, false}));
    EXPECT_TRUE(month_names("no-such-language").empty());
}

} // namespace
} // namespace qosar
