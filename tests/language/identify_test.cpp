#include "qosar/language/identify.hpp"

#include <gtest/gtest.h>

namespace qosar {
namespace {

constexpr std::string_view kazakh =
    "Ауыл мектебінде жаңа кітапхана ашылды. Оқушылар мен ата-аналар салтанатты жиынға қатысып, қонақтармен "
    "әңгімелесті. "
    "Кітапхана қорында бес мыңнан астам кітап бар, олардың жартысын тұрғындар сыйға тартқан.";

TEST(Identify, tells_languages_and_scripts) {
    const struct {
        const char* name;
        std::string_view text;
        std::string_view language;
        std::string_view script;
    } cases[] = {
        {"nothing", "", "", ""},
        {"no letters", "2026 – 15 %", "", ""},
        {"Kazakh", kazakh, "kk", "Cyrl"},
        {"English",
         "A new library was opened at the village school. Pupils and their parents came to the ceremony and talked "
         "with the guests about books.",
         "en", "Latn"},
        {"Russian",
         "В сельской школе открылась новая библиотека. Ученики и родители пришли на праздник и поговорили с гостями "
         "о любимых книгах.",
         "ru", "Cyrl"},
        {"Hebrew", "בבית הספר בכפר נפתחה ספרייה חדשה והתלמידים שמחו מאוד לקרוא בה ספרים", "he", "Zyyy"},
        {"short Kazakh line", "Қызыл жалау", "kk", "Cyrl"},
    };
    for (const auto& c : cases) {
        const Identified found = identify_language(c.text);
        EXPECT_EQ(found.language, c.language) << c.name;
        EXPECT_EQ(found.script, c.script) << c.name;
        EXPECT_GE(found.confidence, 0) << c.name;
        EXPECT_LE(found.confidence, 1) << c.name;
    }
}

TEST(Identify, kazakh_needs_letters_that_only_it_has) {
    const struct {
        const char* name;
        std::string_view text;
    } cases[] = {
        {"none of them", "Ана тэле бик матур, кешелэр аны ярата. Балалар мэктэптэ укыйлар."},
        {"Tatar with җ", "Җәй җитте, балалар авылда яши, җиләк җыя һәм җырлар җырлый."},
        {"Kyrgyz", "Мектепте жаңы китепкана ачылды. Окуучулар менен ата-энелер өтө кубанышты, көп китеп окушат."},
    };
    for (const auto& c : cases) {
        EXPECT_NE(identify_language(c.text).language, "kk") << c.name;
    }
}

// Lines that CLD2 cannot tell.
TEST(Identify, two_kazakh_letters_speak_for_kazakh) {
    for (const std::string_view text : {"Ұлт ұстазы", "Әке сөзі"}) {
        EXPECT_EQ(identify_language(text).language, "kk") << text;
        EXPECT_EQ(identify_language(text).confidence, 0.5) << text;
    }
    for (const std::string_view text : {"Астана", "Қала", "Жаңа таң", "Җиләк ұқ"}) {
        EXPECT_EQ(identify_language(text).language, "") << text;
    }
}

TEST(Identify, is_surer_of_a_long_text) {
    const double sure = identify_language(kazakh).confidence;
    EXPECT_GT(sure, 0.9);
    EXPECT_EQ(identify_language("").confidence, 0);
}

TEST(Identify, takes_huge_and_odd_texts) {
    std::string huge;
    while (huge.size() < 3'000'000) {
        huge += kazakh;
        huge += "\n";
    }
    EXPECT_EQ(identify_language(huge).language, "kk");
    EXPECT_EQ(identify_language("a" + huge).language, "kk"); // the cut falls elsewhere in a letter
    EXPECT_EQ(identify_language(std::string(kazakh) + std::string(3, '\0') + std::string(kazakh)).script, "Cyrl");
    EXPECT_NO_THROW(identify_language(std::string(2'000'000, '<')));
    EXPECT_NO_THROW(identify_language("\xFF\xD2\x80қала\xD2"));
}

} // namespace
} // namespace qosar
