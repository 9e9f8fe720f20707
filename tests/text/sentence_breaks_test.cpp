#include "qosar/text/sentence_breaks.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <unicode/rbbi.h>
#include <unicode/uchar.h>

#include "qosar/base/file.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

std::vector<std::size_t> sentence_breaks(std::string_view text) {
    std::vector<std::size_t> breaks{7}; // what was found before is forgotten
    find_sentence_breaks(text, breaks);
    return breaks;
}

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

/// What ICU finds when it walks over all of a text, by the same rules.
std::vector<std::size_t> breaks_of_the_whole(std::string_view text) {
    static const std::unique_ptr<icu::RuleBasedBreakIterator> iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        UParseError place;
        return std::make_unique<icu::RuleBasedBreakIterator>(icu::UnicodeString::fromUTF8(sentence_rules()), place,
                                                             status);
    }();
    icu::UnicodeString units;
    std::vector<std::size_t> bytes;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = next_code_point(text, at);
        units.append(c == U'\n' ? UChar32{' '} : static_cast<UChar32>(c));
        bytes.resize(static_cast<std::size_t>(units.length()), begin);
    }
    std::vector<std::size_t> breaks;
    iterator->setText(units);
    for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
        if (at < units.length()) {
            breaks.push_back(bytes[static_cast<std::size_t>(at)]);
        }
    }
    return breaks;
}

/// Some characters of each class that the rules know, and those that our edits name.
std::vector<std::string> characters_of_all_classes() {
    std::map<std::int32_t, std::vector<char32_t>> classes;
    for (char32_t c = 1; c <= 0x1FFFF; ++c) {
        std::vector<char32_t>& found = classes[u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK)];
        if ((c < 0xD800 || c > 0xDFFF) && (found.size() < 4 || (c > 0xFFFF && found.size() < 5))) {
            found.push_back(c);
        }
    }
    std::vector<std::string> characters;
    const auto add = [&](char32_t c) { append_code_point(characters.emplace_back(), c); };
    for (const auto& [name, found] : classes) {
        std::for_each(found.begin(), found.end(), add);
    }
    for (const char32_t c : U"-\u2013\u2014\u2026\u2116\u00A7\u2022\u25AA\u25CF\u25E6,:;") {
        add(c);
    }
    return characters;
}

TEST(SentenceBreaks, are_those_that_icu_finds_in_the_whole_text) {
    const std::vector<std::string> all = characters_of_all_classes();
    EXPECT_GT(all.size(), 60U);
    std::mt19937 random(20260201);
    for (int round = 0; round < 30'000; ++round) {
        std::vector<std::string> few; // so that the same meet often
        for (auto count = 2 + random() % 12; count > 0; --count) {
            few.push_back(all[random() % all.size()]);
        }
        std::string text;
        for (auto length = random() % 80; length > 0; --length) {
            text += few[random() % few.size()];
        }
        ASSERT_EQ(sentence_breaks(text), breaks_of_the_whole(text)) << text;
    }
}

TEST(SentenceBreaks, are_those_that_icu_finds_in_whole_files) {
    for (const char* name : {"tests/segment/glued_cases.tsv", "tests/segment/line_cases.tsv", "docs/results.md",
                             "languages/kk/abbreviations.tsv", "languages/ru/starters.tsv"}) {
        const std::string text = read_file(std::string(QOSAR_SOURCE_DIR) + "/" + name, 1U << 20U);
        EXPECT_EQ(sentence_breaks(text), breaks_of_the_whole(text)) << name;
        EXPECT_GT(sentence_breaks(text).size(), 10U) << name;
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
