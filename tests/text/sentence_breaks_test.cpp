#include "qosar/text/sentence_breaks.hpp"

#include <algorithm>
#include <chrono>
#include <string>

#include <gtest/gtest.h>

namespace qosar {
namespace {

/// The text with `|` at each break.
std::string broken(std::string_view text) {
    std::string out;
    std::size_t begin = 0;
    for (const std::size_t at : sentence_breaks(text)) {
        out += std::string(text.substr(begin, at - begin)) + "|";
        begin = at;
    }
    return out + std::string(text.substr(begin));
}

// The expected text holds the breaks; without them it is the input.
TEST(SentenceBreaks, stand_where_a_reader_sets_them) {
    const struct {
        const char* name;
        std::string_view expected;
    } cases[] = {
        {"nothing", ""},
        {"one sentence", "Қалада жаңа мектеп ашылды."},
        {"two sentences", "Мектеп ашылды. |Оқушылар қуанды."},
        {"question and exclamation", "Рас па? |Рас! |Жарайды."},
        {"lower case goes on", "Бұл 5 млн. теңге болды."},
        {"decimal point", "Баға 8.4 пайыз болды."},
        {"quoted sentence", "«Мектеп ашылды.» |Оқушылар қуанды."},
        {"a newline is a blank", "Бірінші жол\nекінші жол. \n|Үшінші жол"},
        {"line separator", "Бірінші жол\u2028|Екінші жол"},
        {"blank end is no sentence", "Мектеп ашылды.  "},
        // (a) a boundary before a dialogue dash
        {"dash begins a reply", "Сен кімсің? |– Мен мұғаліммін."},
        {"em dash begins a reply", "Бәрі дайын. |— Онда бастайық."},
        {"hyphen begins a reply", "Бәрі дайын! |- Онда бастайық."},
        {"dash before a said clause", "Бәрі дайын! – деді ол."},
        {"dash inside", "Астана – елорда."},
        // (b) a boundary before a digit that a lower-case word follows
        {"digit and lower case", "Мектеп сәтті аяқталды. |2025 жылы тағы бірі ашылды."},
        {"digit and upper case", "Мектеп аяқталды. |15 Мамыр күні ашылды."},
        {"question before a digit", "Неше оқушы бар? |300 оқушы бар."},
        {"number sign", "Мектеп ашылды. |№ 6 мектеп те дайын."},
        {"bullet", "Мектеп ашылды. |• кітапхана дайын."},
        // (d) the ellipsis in one character
        {"ellipsis and capital", "Олар күтті… |Сосын қайтты."},
        {"ellipsis and small letter", "Мен… мен білмеймін."},
        // (c) none between a quoted question or exclamation and a lower-case said clause
        {"guillemets and said clause", "«Қашан ашылады?» деп сұрады ата-аналар."},
        {"typewriter quotes and said clause", "\"Жарайды!\" деді мұғалім."},
        {"curly quotes and said clause", "“Кім келді?” деп сұрады ол."},
        {"quoted question, then a sentence", "«Қашан ашылады?» |Бұл сұраққа жауап жоқ."},
    };
    for (const auto& c : cases) {
        std::string text(c.expected);
        text.erase(std::remove(text.begin(), text.end(), '|'), text.end());
        EXPECT_EQ(broken(text), c.expected) << c.name;
    }
}

TEST(SentenceBreaks, are_in_order_inside_the_text_and_at_code_points) {
    for (const std::string& text :
         {std::string(". . . . ."), std::string("\n\n\n"), std::string("А.\0Б. В", 9), std::string("\xFF. \xD2. \x80"),
          std::string("А. \xD2"), std::string("!?!?!? А"), std::string("😀. 😀! 😀?")}) {
        std::size_t last = 0;
        for (const std::size_t at : sentence_breaks(text)) {
            EXPECT_GT(at, last);
            EXPECT_LT(at, text.size());
            last = at;
        }
    }
}

TEST(SentenceBreaks, hostile_texts_take_linear_time) {
    for (const char* piece : {"1. ", ".", "? - ", "!) ", "а.- ", "\"", "?» ", "(", "А. 5 ", ". -5 ", "\n", "?\u00AD"}) {
        std::string text;
        while (text.size() < 200'000) {
            text += piece;
        }
        const auto start = std::chrono::steady_clock::now();
        sentence_breaks(text);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5)) << piece;
    }
}

} // namespace
} // namespace qosar
