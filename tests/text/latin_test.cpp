#include "qosar/text/latin.hpp"

#include <string>

#include <gtest/gtest.h>

#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

TEST(Latin, is_plain_and_lower_case) {
    const struct {
        std::string_view text;
        std::string_view latin;
    } cases[] = {
        {"", ""},
        {"Astana 2026", "astana 2026"},
        {"Қасым-Жомарт", "qasym-zhomart"},
        {"Müller", "muller"},
        {"Шымкент", "shymkent"},
        {"Өскемен", "oskemen"},
        {"Түркістан", "turkistan"},
        {"Ғабит Мүсірепов", "ghabit musirepov"},
        {"Әңгіме", "anggime"},
        {"ҺҰҮІҢ", "huuing"},
        {"Щедрин, Юлия, Яков, Ёлкин", "shchedrin, yuliya, yakov, yolkin"},
        {"объект, июнь", "obekt, iyun"},
        {"İstanbul", "istanbul"},
        {"Αθήνα", "athena"},
        {"Львів", "lviv"},
        {"Q́ala", "qala"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(to_latin(c.text), c.latin) << c.text;
        EXPECT_EQ(to_latin(c.latin), c.latin) << "twice: " << c.text;
    }
}

TEST(Latin, every_kazakh_letter_becomes_ascii) {
    const std::string latin = to_latin("АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ");
    EXPECT_EQ(latin, "aabvgghdeyozhziykqlmnngooprstuuufkhhtschshshchyieyuya");
}

TEST(Latin, accented_letters_are_what_icu_makes_of_them_wherever_they_stand) {
    std::size_t letters = 0;
    for (char32_t c = 0xA0; c < 0x180; ++c) {
        for (const std::string before : {"", "a", "s", "é"}) {
            std::string word = before;
            append_code_point(word, c);
            // A letter that only ICU knows makes all of the word go there.
            EXPECT_EQ(to_latin(word + "sλ"), to_latin(word + "s") + "l") << word;
            ++letters;
        }
    }
    EXPECT_EQ(letters, 4U * 0xE0);
    EXPECT_EQ(to_latin("O’Brien λ"), to_latin("O’Brien ") + "l");
}

TEST(Latin, keeps_nul_bytes) { EXPECT_EQ(to_latin(std::string_view("Қ\0é", 5)), std::string("q\0e", 3)); }

} // namespace
} // namespace qosar
