#include "qosar/text/tokens.hpp"

#include <gtest/gtest.h>

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

/// Tokens separated by `|`; before each its signs: `#` number, `^` upper case, `-` after a hyphen, `.` sentence start.
std::string dump(std::string_view text) {
    std::string out;
    for (const Token& token : tokenise(text)) {
        out += out.empty() ? "" : "|";
        out += token.kind == TokenKind::number ? "#" : "";
        out += token.starts_upper ? "^" : "";
        out += token.after_hyphen ? "-" : "";
        out += token.starts_sentence ? "." : "";
        out += text.substr(token.bytes.begin, token.bytes.size());
    }
    return out;
}

TEST(Tokens, are_words_and_numbers) {
    const struct {
        const char* name;
        std::string_view text;
        std::string_view tokens;
    } cases[] = {
        {"nothing", "", ""},
        {"no token", " …– «»", ""},
        {"words", "Жаңа мектеп", "^.Жаңа|мектеп"},
        {"apostrophes inside", "Kazakhstan's don’t", "^.Kazakhstan's|don’t"},
        {"apostrophes outside", "'word' boys'", ".word|boys"},
        {"marks belong to the word", "и\u0306од", ".и\u0306од"},
        {"hyphen", "ата-ана", ".ата|-ана"},
        {"hyphen with blanks is a dash", "ата - ана", ".ата|ана"},
        {"suffix of a number", "4000-нан", "#.4000|-нан"},
        {"no-break hyphen", "4000\u2011нан", "#.4000|-нан"},
        {"en dash joins nothing", "2024–2025", "#.2024|#2025"},
        {"leading hyphen", "-5", "#.5"},
        {"grouped by blanks", "1 234 567,89 теңге", "#.1 234 567,89|теңге"},
        {"grouped by no-break blanks", "16\u00A0000 16\u202F000 16\u2009000",
         "#.16\u00A0000|#16\u202F000|#16\u2009000"},
        {"year before three digits", "2025 100", "#.2025|#100"},
        {"four digits are no group", "12 3456", "#.12|#3456"},
        {"two digits are no group", "5 10", "#.5|#10"},
        {"decimals", "8,4 8.4", "#.8,4|#8.4"},
        {"date", "01.02.2026", "#.01.02.2026"},
        {"full stop behind a number", "2026.", "#.2026"},
        {"comma behind a number", "5, 6", "#.5|#6"},
        {"digit and letter", "5G А4", "#.5|^G|^А|#4"},
        {"percent", "25,7%-ын", "#.25,7|ын"},
        {"sentences", "Бір. Екі! Үш? Төрт: Бес… Алты\nЖеті, сегіз",
         "^.Бір|^.Екі|^.Үш|^.Төрт|^.Бес|^.Алты|^.Жеті|сегіз"},
        {"quote after a full stop", "Бір. «Екі» дейді", "^.Бір|^.Екі|дейді"},
        {"Arabic digits", "٢٠٢٦", "#.٢٠٢٦"},
        {"emoji", "a😀b", ".a|b"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(dump(c.text), c.tokens) << c.name;
    }
    EXPECT_EQ(dump(std::string_view("a\0b", 3)), ".a|b");
}

TEST(Tokens, are_in_order_and_hold_every_letter_and_digit) {
    const std::string text =
        "Үкімет 2025 жылы 1 234 567,89 теңге – «жаңа» жол-жобаға; Kazakhstan’s 5G\n01.02.2026-дан… it's";
    std::size_t at = 0;
    for (const Token& token : tokenise(text)) {
        ASSERT_LE(at, token.bytes.begin);
        ASSERT_LT(token.bytes.begin, token.bytes.end);
        while (at < token.bytes.begin) {
            const char32_t c = next_code_point(text, at);
            EXPECT_FALSE(is_letter(c) || is_digit(c));
        }
        at = token.bytes.end;
    }
    EXPECT_EQ(at, text.size());
}

TEST(Tokens, hostile_texts_take_linear_time) {
    const std::size_t many = 1'000'000;
    EXPECT_EQ(tokenise(std::string(many, 'a')).size(), 1U);
    EXPECT_EQ(tokenise(std::string(many, '7')).size(), 1U);
    EXPECT_EQ(tokenise(std::string(many, '\'')).size(), 0U);
    std::string groups = "1";
    std::string points;
    std::string marks = "a";
    for (std::size_t i = 0; i < many / 4; ++i) {
        groups += " 234";
        points += "1.";
        marks += "\u0301";
    }
    EXPECT_EQ(tokenise(groups).size(), 1U);
    EXPECT_EQ(tokenise(points).size(), 1U);
    EXPECT_EQ(tokenise(marks).size(), 1U);
}

} // namespace
} // namespace qosar
