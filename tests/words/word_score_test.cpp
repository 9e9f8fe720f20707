#include "qosar/words/word_score.hpp"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

namespace qosar {
namespace {

double score(std::string_view english, std::string_view kazakh) {
    const LanguagePack& en = language_pack("en");
    const LanguagePack& kk = language_pack("kk");
    return word_score(en, english, kk, kazakh, builtin_lexicon(en, kk));
}

TEST(WordScore, prefers_the_translation) {
    const struct {
        const char* english;
        const char* right;
        const char* wrong;
    } cases[] = {
        {"The school received 40 new books.", "Мектепке 40 жаңа кітап берілді.", "Ауруханада 3 дәрігер жұмыс істейді."},
        {"Omarov met the teachers.", "Омаров мұғалімдермен кездесті.", "Жүнісов дәрігерлермен кездесті."},
        {"The draft law was adopted.", "Заң жобасы қабылданды.", "Жаңа мектеп ашылды."},
        {"They planted 120 trees.", "Олар 120 ағаш отырғызды.", "Олар 75 ағаш отырғызды."},
    };
    for (const auto& c : cases) {
        EXPECT_GT(score(c.english, c.right), score(c.english, c.wrong)) << c.english;
        EXPECT_GT(score(c.english, c.right), 0) << c.english;
    }
}

TEST(WordScore, does_not_look_at_length) {
    EXPECT_EQ(score("School.", "Мектеп."), score("School . . . . . . . . . . .", "Мектеп."));
}

TEST(WordScore, is_nothing_without_words_and_never_infinite) {
    EXPECT_EQ(score("", ""), 0);
    EXPECT_EQ(score("…", "–"), 0);
    const std::string many(100'000, '7');
    for (const std::string& odd : {std::string("\xFF"), many, std::string(3, '\0'), std::string("a b c")}) {
        EXPECT_TRUE(std::isfinite(score(odd, odd)));
        EXPECT_TRUE(std::isfinite(score(odd, "")));
    }
}

} // namespace
} // namespace qosar
