#include "qosar/language/stem.hpp"

#include <gtest/gtest.h>

#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

struct StemCase {
    std::string_view word;
    std::string_view stem;
};

constexpr StemCase kazakh_cases[] = {
    // cases
    {"кітап", "кітап"},
    {"кітаптың", "кітап"},
    {"кітапқа", "кітап"},
    {"кітапта", "кітап"},
    {"кітаптан", "кітап"},
    {"кітаппен", "кітап"}, // -мен has one form for both harmonies
    {"қаланың", "қала"},
    {"қалаға", "қала"},
    {"қаланы", "қала"},
    {"қалада", "қала"},
    {"қаладан", "қала"},
    {"қаламен", "қала"},
    {"мектепте", "мектеп"},
    {"мектепке", "мектеп"},
    {"мектептің", "мектеп"},
    {"үйге", "үйге"}, // two letters would remain
    {"елге", "елге"},
    // plural
    {"кітаптар", "кітап"},
    {"қалалар", "қала"},
    {"мектептер", "мектеп"},
    {"адамдар", "адам"},
    {"адамдарға", "адам"},
    {"көшелерде", "көше"},
    // possessive
    {"кітабы", "кітап"},
    {"кітабым", "кітап"},
    {"кітабыңыз", "кітап"},
    {"кітаптарымыздан", "кітап"},
    {"қаласы", "қала"},
    {"қаласында", "қала"},
    {"қаласындағы", "қала"},
    {"мектебіне", "мектеп"},
    {"баласының", "бала"},
    {"министрлігінің", "министрлік"},
    {"тілегі", "тілек"},
    {"құрағы", "құрақ"},
    {"жұмысын", "жұмыс"},
    // relation, then another round
    {"қаладағылар", "қала"},
    // verbs
    {"барған", "бар"},
    {"келген", "кел"},
    {"айтқан", "айт"},
    {"айтпаған", "айт"},
    {"сөйлеп", "сөйлеп"},
    {"жазып", "жаз"},
    {"тазалау", "тазала"},
    {"жазу", "жаз"},
    // short words, and words without a suffix
    {"", ""},
    {"мен", "мен"},
    {"ол", "ол"},
    {"су", "су"},
    {"үшін", "үшін"},
    {"жаңа", "жаңа"},
    // harmony: suffixes of the other row stay
    {"қалаге", "қалаге"},
    {"мектептар", "мектептар"},
};

TEST(KazakhStem, takes_suffixes_off_slot_by_slot) {
    for (const StemCase& c : kazakh_cases) {
        EXPECT_EQ(kazakh_stem(c.word), c.stem) << c.word;
    }
}

TEST(KazakhStem, leaves_three_letters_with_a_vowel) {
    constexpr std::string_view stems[] = {"ат", "су", "кел", "бар", "стр", "қала", "мектеп", "ата"};
    constexpr std::string_view suffixes[] = {"лар", "дер", "ымыз", "сы", "ның", "ге", "дағы", "ған", "ма", "йды", "ын"};
    for (const std::string_view base : stems) {
        for (const std::string_view first : suffixes) {
            for (const std::string_view second : suffixes) {
                const std::string word = std::string(base) + std::string(first) + std::string(second);
                const std::string left = kazakh_stem(word);
                EXPECT_GE(count_code_points(left), 3U) << word;
                EXPECT_NE(left.find_first_of("аәеоөұүыіэуия"), std::string::npos) << word;
                EXPECT_EQ(word.substr(0, 2), left.substr(0, 2)) << word;
            }
        }
    }
}

TEST(KazakhStem, leaves_other_words_alone) {
    for (const std::string_view word : {"meeting", "2026", "قازاقستان", "中国新闻网站", "€€€€€", "-----"}) {
        EXPECT_EQ(kazakh_stem(word), word);
    }
}

TEST(KazakhStem, survives_broken_and_huge_words) {
    for (const std::string_view word : {"\xD2\xD2\xD2\xD2", "\xFF\xFE\xFD\xFC", "қала\xD2", "\xF0\x9F"}) {
        EXPECT_LE(kazakh_stem(word).size(), 2 * word.size());
    }
    EXPECT_EQ(kazakh_stem(std::string_view("\0\0\0\0\0", 5)), std::string(5, '\0'));
    std::string huge;
    for (int i = 0; i < 100'000; ++i) {
        huge += "лар";
    }
    EXPECT_LT(kazakh_stem(huge).size(), huge.size());
}

TEST(Stem, follows_the_language) {
    const struct {
        const char* language;
        std::string_view word;
        std::string_view stem;
    } cases[] = {
        {"en", "", ""},
        {"en", "meetings", "meet"},
        {"en", "Meetings", "meet"},
        {"en", "schools", "school"},
        {"en", "Kazakhstan's", "kazakhstan"},
        {"en", "Kazakhstan’s", "kazakhstan"},
        {"en", "teachers'", "teacher"},
        {"en", "went", "go"},
        {"en", "children", "child"},
        {"en", "built", "build"},
        {"en", "'s", "'s"},
        {"kk", "Кітаптарымыздан", "кітап"},
        {"kk", "ҚАЛАДА", "қала"},
        {"ru", "школами", "школ"},
        {"tr", "İstanbul", "istanbul"},
        {"xx", "Schools", "schools"},
        {"", "Schools", "schools"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(stem(language_pack(c.language), c.word), c.stem) << c.language << " " << c.word;
    }
}

TEST(MatchKey, is_five_letters_of_an_agglutinating_language) {
    const struct {
        const char* language;
        std::string_view word;
        std::string_view key;
    } cases[] = {
        {"kk", "министрлігінің", "минис"},  {"kk", "Министрлер", "минис"},
        {"kk", "қаласы", "қала"},           {"kk", "", ""},
        {"tr", "çocuklar", "çocuk"},        {"en", "government", "govern"},
        {"xx", "government", "government"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(match_key(language_pack(c.language), c.word), c.key) << c.word;
    }
}

TEST(Stem, takes_any_bytes) {
    for (const char* language : {"en", "kk", "ru", "tr", "xx"}) {
        for (const std::string_view word : {"\xFF", "\xD2", "a\xD2z", "\xED\xA0\x80ing"}) {
            EXPECT_TRUE(is_utf8(stem(language_pack(language), word))) << language;
            EXPECT_TRUE(is_utf8(match_key(language_pack(language), word))) << language;
        }
        EXPECT_FALSE(stem(language_pack(language), std::string(100'000, 'a')).empty());
        EXPECT_EQ(stem(language_pack(language), std::string_view("\0", 1)), std::string(1, '\0'));
    }
}

} // namespace
} // namespace qosar
