#include "qosar/text/characters.hpp"

#include <gtest/gtest.h>

#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

TEST(Character, has_its_properties) {
    const struct {
        char32_t c;
        std::string_view kinds; ///< letter, mark, upper, lower, digit, space: L M U l d s
        std::string_view script;
    } cases[] = {
        {U'A', "LU", "Latn"},     {U'z', "Ll", "Latn"},        {U'Қ', "LU", "Cyrl"},     {U'һ', "Ll", "Cyrl"},
        {U'ق', "L", "Arab"},      {U'中', "L", "Hani"},        {U'7', "d", "Zyyy"},      {U'٧', "d", "Arab"},
        {U'७', "d", "Deva"},      {U'½', "", "Zyyy"},          {U' ', "s", "Zyyy"},      {U'\t', "s", "Zyyy"},
        {U'\n', "s", "Zyyy"},     {U'\u00A0', "s", "Zyyy"},    {U'\u202F', "s", "Zyyy"}, {U'\u3000', "s", "Zyyy"},
        {U'\u0301', "M", "Zinh"}, {U'-', "", "Zyyy"},          {U'\0', "", "Zyyy"},      {U'\uFFFD', "", "Zyyy"},
        {U'😀', "", "Zyyy"},       {U'\U0010FFFF', "", "Zzzz"},
    };
    for (const auto& c : cases) {
        std::string kinds;
        kinds += is_letter(c.c) ? "L" : "";
        kinds += is_mark(c.c) ? "M" : "";
        kinds += is_upper(c.c) ? "U" : "";
        kinds += is_lower(c.c) ? "l" : "";
        kinds += is_digit(c.c) ? "d" : "";
        kinds += is_space(c.c) ? "s" : "";
        EXPECT_EQ(kinds, c.kinds) << std::hex << static_cast<unsigned>(c.c);
        EXPECT_EQ(script_of(c.c), c.script) << std::hex << static_cast<unsigned>(c.c);
    }
    EXPECT_EQ(digit_value(U'7'), 7);
    EXPECT_EQ(digit_value(U'٧'), 7);
    EXPECT_EQ(digit_value(U'७'), 7);
}

TEST(Lower, knows_its_language) {
    const struct {
        std::string_view text;
        std::string_view language;
        std::string_view lower;
    } cases[] = {
        {"", "", ""},
        {"ҚАЗАҚСТАН", "kk", "қазақстан"},
        {"ҰҮӨӘҢІҒҺ", "", "ұүөәңіғһ"},
        {"İI", "tr", "iı"},
        {"I", "en", "i"},
        {"ΣΑΣ", "", "σας"},
        {"12 – «»", "", "12 – «»"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(lower(c.text, c.language), c.lower) << c.text;
    }
    EXPECT_EQ(lower(std::string_view("A\0B", 3)), std::string("a\0b", 3));
}

TEST(Nfc, twice_is_once) {
    const struct {
        std::string_view text;
        std::string_view composed;
    } cases[] = {
        {"", ""},
        {"й", "й"},
        {"и\u0306", "й"},
        {"e\u0301", "é"},
        {"\u212B", "Å"},
        {"\u1100\u1161", "가"},
        {"q\u0307\u0323", "q\u0323\u0307"},
        {"\u0301", "\u0301"},
        {"\u0958", "\u0915\u093C"}, // never composed
    };
    for (const auto& c : cases) {
        EXPECT_EQ(nfc(c.text), c.composed) << c.text;
        EXPECT_EQ(nfc(nfc(c.text)), nfc(c.text)) << c.text;
    }
    EXPECT_EQ(nfc(std::string_view("\0и\u0306", 5)), std::string("\0й", 3));
}

TEST(ScriptCount, names_the_script_of_most_letters) {
    const struct {
        std::string_view text;
        std::string_view main;
    } cases[] = {
        {"", ""},
        {"2026 – 15 %", ""},
        {"Qazaqstan", "Latn"},
        {"Қазақстан", "Cyrl"},
        {"قازاقستان", "Arab"},
        {"中国新闻", "Zyyy"},
        {"Қазақстан: Astana", "Cyrl"},
        {"Astana IT University-де", "Latn"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(count_scripts(c.text).main(), c.main) << c.text;
    }
    const ScriptCount count = count_scripts("Абай Kz ق 中 7");
    EXPECT_EQ(count.letters, 8U);
    EXPECT_EQ(count.cyrillic, 4U);
    EXPECT_EQ(count.latin, 2U);
    EXPECT_EQ(count.arabic, 1U);
    EXPECT_EQ(count.upper, 2U);
}

TEST(Trimmed, takes_any_white_space_off_both_ends) {
    const struct {
        std::string_view text;
        std::string_view trimmed;
    } cases[] = {
        {"", ""},
        {" ", ""},
        {"\u00A0\u202F\u3000", ""},
        {"қала", "қала"},
        {" \t\r\nүлкен қала\u00A0\n", "үлкен қала"},
        {"\u200Ba", "\u200Ba"}, // invisible, but no space
    };
    for (const auto& c : cases) {
        EXPECT_EQ(trimmed(c.text), c.trimmed) << c.text;
    }
    EXPECT_EQ(trimmed(std::string_view(" \0 ", 3)).size(), 1U);
}

TEST(Comparable, is_the_same_for_texts_that_look_the_same) {
    const struct {
        const char* name;
        std::string_view text;
        std::string_view form;
    } cases[] = {
        {"nothing", "", ""},
        {"only space", " \n\u00A0", ""},
        {"case", "Жаңа ЗАҢ", "жаңа заң"},
        {"white space", "  жаңа \n\t\u00A0заң ", "жаңа заң"},
        {"composition", "и\u0306од", "йод"},
        {"soft hyphen", "за\u00ADң", "заң"},
        {"zero-width space and joiner", "за\u200B\u200Dң", "заң"},
        {"byte order mark", "\uFEFFзаң", "заң"},
        {"direction marks", "\u200Eзаң\u200F", "заң"},
        {"variation selector", "заң\uFE0F", "заң"},
        {"invisible between blanks", "жаңа \u200B заң", "жаңа заң"},
        {"only invisible", "\u200B\u00AD", ""},
        {"guillemets", "«заң»", "\"заң\""},
        {"curly quotes", "“заң”", "\"заң\""},
        {"low quotes", "„заң“", "\"заң\""},
        {"single quotes", "‘заң’", "\"заң\""},
        {"typewriter quotes", "'заң'", "\"заң\""},
        {"dashes", "а–б—в‑г‐д", "а-б-в-г-д"},
        {"invisible between letter and mark", "и\u00AD\u0306", "й"},
        {"lower case composes where upper case does not", "J\u030C", "ǰ"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(comparable(c.text), c.form) << c.name;
        EXPECT_EQ(comparable(comparable(c.text)), comparable(c.text)) << c.name;
    }
}

TEST(Comparable, twice_is_once_for_all_of_unicode) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) {
            continue;
        }
        std::string text = " ";
        append_code_point(text, c);
        text += "\u030C \u0331\u0307";
        append_code_point(text, c);
        const std::string once = comparable(text);
        ASSERT_EQ(comparable(once), once) << std::hex << static_cast<unsigned>(c);
        ASSERT_EQ(nfc(once), once) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(Comparable, keeps_apart_what_differs) {
    EXPECT_NE(comparable("ал"), comparable("әл"));
    EXPECT_NE(comparable("1,5"), comparable("1.5"));
    EXPECT_NE(comparable("жаңа заң"), comparable("жаңазаң"));
}

} // namespace
} // namespace qosar
