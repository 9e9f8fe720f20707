#include "qosar/language/numbers.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace qosar {
namespace {

std::vector<NumberMention> mentions_in(const char* language, std::string_view text) {
    return numbers_in(language_pack(language), text, tokenise(text));
}

/// Each mention as `value[its text]`, with `*` when spelled.
std::string dump(const char* language, std::string_view text) {
    std::string out;
    for (const NumberMention& mention : mentions_in(language, text)) {
        out += (out.empty() ? "" : " ") + number_text(mention.value) + (mention.spelled ? "*" : "") + "[" +
               std::string(text.substr(mention.bytes.begin, mention.bytes.size())) + "]";
    }
    return out;
}

TEST(Numbers, are_found_by_value) {
    const struct {
        const char* language;
        std::string_view text;
        std::string_view numbers;
    } cases[] = {
        {"en", "", ""},
        {"en", "no number here", ""},
        // separators
        {"en", "1,000 and 1 000", "1000[1,000] 1000[1 000]"},
        {"en", "8,4 or 8.4", "8.4[8,4] 8.4[8.4]"},
        {"en", "1,234,567", "1234567[1,234,567]"},
        {"en", "1.234.567", "1234567[1.234.567]"},
        {"en", "1,234,567.89", "1234567.89[1,234,567.89]"},
        {"en", "1.234,5", "1234.5[1.234,5]"},
        {"kk", "1 234 567,89", "1234567.89[1 234 567,89]"},
        {"kk", "16\u00A0000", "16000[16\u00A0000]"},
        {"en", "0,125 and 0.125", "0.125[0,125] 0.125[0.125]"},
        {"en", "12.500", "12500[12.500]"},
        {"en", "1234,567", "1234.567[1234,567]"},
        {"en", "007", "7[007]"},
        {"kk", "٢٥ оқушы", "25[٢٥]"},
        // lists of parts
        {"kk", "01.02.2026", "1[01] 2[02] 2026[2026]"},
        {"kk", "17.30.15", "17[17] 30[30] 15[15]"},
        {"kk", "٠١.٠٢.٢٠٢٦", "1[٠١] 2[٠٢] 2026[٢٠٢٦]"},
        // multipliers
        {"kk", "16 мың теңге", "16000[16 мың]"},
        {"kk", "16 мыңнан астам", "16000[16 мыңнан]"},
        {"kk", "1,2 млрд теңге", "1200000000[1,2 млрд]"},
        {"kk", "5 млн. теңге", "5000000[5 млн]"},
        {"kk", "5 млн-нан", "5000000[5 млн]"},
        {"kk", "3 жүз мың", "300000[3 жүз мың]"},
        {"en", "1.2 billion tenge", "1200000000[1.2 billion]"},
        {"en", "5 millions", "5000000[5 millions]"},
        {"en", "12-million", "12000000[12-million]"},
        {"en", "5, million", "5[5]"},
        {"en", "million", ""},
        {"en", "2 million 500 thousand", "2000000[2 million] 500000[500 thousand]"},
        // words
        {"en", "five schools", "5*[five]"},
        {"en", "Five hundred", "500*[Five hundred]"},
        {"kk", "бес мектеп", "5*[бес]"},
        {"kk", "он мың адам", "10000*[он мың]"},
        {"kk", "алтын жүлде", ""},
        {"xx", "five 5 бес", "5[5]"},
        // what stands around a number
        {"kk", "4000-нан астам, 25,7%-ын", "4000[4000] 25.7[25,7]"},
        {"en", "5G, COVID-19", "5[5] 19[19]"},
        {"en", "2024–2025", "2024[2024] 2025[2025]"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(dump(c.language, c.text), c.numbers) << c.text;
    }
}

TEST(Numbers, take_any_length) {
    EXPECT_EQ(mentions_in("en", std::string(1'000'000, '9')).size(), 1U);
    std::string dotted = "1";
    std::string multiplied = "1";
    for (int i = 0; i < 100'000; ++i) {
        dotted += ".1";
        multiplied += " million";
    }
    EXPECT_EQ(mentions_in("en", dotted).size(), 100'001U);
    const auto mentions = mentions_in("en", multiplied);
    ASSERT_EQ(mentions.size(), 1U);
    EXPECT_TRUE(same_number(mentions[0].value, mentions[0].value));
}

TEST(SameNumber, forgives_the_last_binary_digit) {
    const double infinite = std::numeric_limits<double>::infinity();
    const struct {
        double a;
        double b;
        bool same;
    } cases[] = {
        {0, 0, true},   {0.1 + 0.2, 0.3, true}, {1.2 * 1e9, 1200000000, true}, {8.4, 8.5, false},    {0, 1e-12, false},
        {-5, 5, false}, {1e6, 1e6 + 1, false},  {infinite, infinite, true},    {infinite, 1, false},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(same_number(c.a, c.b), c.same) << c.a << " " << c.b;
        EXPECT_EQ(same_number(c.b, c.a), c.same) << c.b << " " << c.a;
    }
}

TEST(NumberText, is_short) {
    const struct {
        double value;
        std::string_view text;
    } cases[] = {
        {0, "0"},           {8.40, "8.4"},    {-3, "-3"},         {12.8e9, "12800000000"}, {1e12, "1000000000000"},
        {0.1 + 0.2, "0.3"}, {0.125, "0.125"}, {0.00005, "5e-05"}, {2026, "2026"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(number_text(c.value), c.text);
    }
    EXPECT_EQ(number_text(1e300), "1e+300");
}

} // namespace
} // namespace qosar
