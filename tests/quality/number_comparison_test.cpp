#include "qosar/quality/number_comparison.hpp"

#include <string>

#include <gtest/gtest.h>

namespace qosar {
namespace {

const LanguagePack& english() { return language_pack("en"); }
const LanguagePack& kazakh() { return language_pack("kk"); }

/// What stands at the places of some numbers, joined by `|`.
std::string listed(std::string_view text, const std::vector<NumberMention>& numbers) {
    std::string out;
    for (const NumberMention& number : numbers) {
        out += (out.empty() ? "" : "|") + std::string(text.substr(number.bytes.begin, number.bytes.size()));
    }
    return out;
}

struct Case {
    const char* name;
    std::string_view en;
    std::string_view kk;
    std::string only_en = "";
    std::string only_kk = "";
};

void check(const Case& c) {
    const NumberComparison there = compare_numbers(english(), c.en, kazakh(), c.kk);
    EXPECT_EQ(listed(c.en, there.only_first), c.only_en) << c.name;
    EXPECT_EQ(listed(c.kk, there.only_second), c.only_kk) << c.name;
    const NumberComparison back = compare_numbers(kazakh(), c.kk, english(), c.en);
    EXPECT_EQ(listed(c.kk, back.only_first), c.only_kk) << c.name << ", sides swapped";
    EXPECT_EQ(listed(c.en, back.only_second), c.only_en) << c.name << ", sides swapped";
}

TEST(CompareNumbers, finds_one_value_in_many_spellings) {
    const Case cases[] = {
        {"nothing at all", "", ""},
        {"no numbers", "Snow fell in the mountains.", "Тауға қар жауды."},
        {"thousands by word", "16,000 trees were planted", "16 мың ағаш отырғызылды"},
        {"thousands by blank", "16,000 trees were planted", "16 000 ағаш отырғызылды"},
        {"thousands by no-break space", "16,000 trees", "16\u00A0000 ағаш"},
        {"thousands by narrow space", "16,000 trees", "16\u202F000 ағаш"},
        {"thousands without separator", "16,000 trees", "16000 ағаш"},
        {"three groups", "1,234,567 tonnes", "1 234 567 тонна"},
        {"billions", "1.2 billion tenge", "1,2 млрд теңге"},
        {"billions with a full stop", "1.2 billion tenge", "1,2 млрд. теңге"},
        {"billions in full", "1.2 billion tenge", "1,2 миллиард теңге"},
        {"billions written out", "1,200,000,000 tenge", "1,2 млрд теңге"},
        {"millions", "3 million litres", "3 млн литр"},
        {"millions with a case ending", "from 3 million", "3 миллионнан"},
        {"thousands with a case ending", "more than 4,000 people", "4 мыңнан астам адам"},
        {"thousands with a hyphened ending", "more than 4,000 people", "4000-нан астам адам"},
        {"decimal comma", "inflation of 8.4%", "8,4 % инфляция"},
        {"decimal comma and sign", "8.4 percent", "8,4%"},
        {"zero before the point", "0.125 hectares", "0,125 гектар"},
        {"trailing zero", "8.40 tenge", "8,4 теңге"},
        {"whole date", "on 01.02.2026", "01.02.2026 күні"},
        {"date in words", "on February 1, 2026", "2026 жылғы 1 ақпанда"},
        {"date as numbers and in words", "01.03.2026 in 2 parts with 3 chapters",
         "2026 жылғы 1 наурыз, 3 тарау, 2 бөлім"},
        {"word here, digits there", "seventeen schools", "17 мектеп"},
        {"digits here, word there", "5 schools", "бес мектеп"},
        {"round tens", "twenty cars", "20 көлік"},
        {"order plays no part", "from 7 to 12", "12-ге дейін 7-ден бастап"},
        {"said twice, said once", "5 boys and 5 girls", "5 ұл мен қыз"},
        {"range with a dash", "10–15 days", "10-15 күн"},
        {"range of millions", "5 million to 7 million tenge", "5–7 млн теңге"},
        {"range of percents", "from 5% to 7%", "5-тен 7 пайызға дейін"},
        {"added up", "2.5 million tenge", "2 млн 500 мың теңге"},
        {"thousands and hundreds", "25,300 people", "25 мың 300 адам"},
        {"ordinal", "the 21st meeting", "21-ші жиын"},
        {"Roman century", "the 18th century", "XVIII ғасыр"},
        {"date against numbered months", "on September 8, 2025", "08.09.2025 күні"},
        {"date in two orders", "8 September 2025", "2025 жылғы 8 қыркүйекте"},
        {"dashed date", "on 2025-09-08", "2025 жылғы 8 қыркүйекте"},
        {"afternoon", "at 5 p.m.", "сағат 17:00-де"},
        {"half past", "at 5:30 p.m.", "сағат 17.30-да"},
        {"afternoon on both sides", "at 5 p.m.", "кешкі сағат 5-те"},
        {"full hour", "at 17:00", "сағат 17-де"},
    };
    for (const Case& c : cases) {
        check(c);
    }
}

TEST(CompareNumbers, names_what_the_other_side_lacks) {
    const Case cases[] = {
        {"transposed digits", "120 houses", "210 үй", "120", "210"},
        {"lost zero", "16,000 trees", "1 600 ағаш", "16,000", "1 600"},
        {"lost point", "8.4 percent", "84 пайыз", "8.4 percent", "84 пайыз"},
        {"another multiplier", "1.2 billion tenge", "1,2 млн теңге", "1.2 billion", "1,2 млн"},
        {"missing multiplier", "16 trees", "16 мың ағаш", "16", "16 мың"},
        {"another day", "on 01.02.2026", "03.02.2026 күні", "01", "03"},
        {"another year", "on 01.02.2026", "01.02.2025 күні", "2026", "2025"},
        {"another day in words", "on September 8, 2025", "2025 жылғы 9 қыркүйекте", "8", "9"},
        {"another hour", "at 5 p.m.", "сағат 18:00-де", "5", "18"},
        {"only here", "In 2026 a bridge will open.", "Биыл көпір ашылады.", "2026", ""},
        {"only there", "A bridge will open this year.", "2026 жылы көпір ашылады.", "", "2026"},
        {"one of two", "12 lifts and 30 ramps", "12 лифт пен пандус", "30", ""},
        {"several", "1, 2, 30 and 40", "2 мен 5", "1|30|40", "5"},
        {"against nothing", "99 tenge", "", "99", ""},
        {"a word is no counterpart of another value", "17 schools", "жетпіс мектеп", "17", ""},
    };
    for (const Case& c : cases) {
        check(c);
    }
}

TEST(CompareNumbers, never_misses_words) {
    const Case cases[] = {
        {"word only here", "Five schools opened.", "Мектептер ашылды."},
        {"word only there", "Schools opened.", "Бес мектеп ашылды."},
        {"two different words", "seven lakes", "тоғыз көл"},
        {"words with multipliers", "two thousand lakes", "көп көл"},
    };
    for (const Case& c : cases) {
        check(c);
    }
}

TEST(CompareNumbers, takes_any_text) {
    const std::string nul("a\0 7", 4);
    EXPECT_EQ(compare_numbers(english(), nul, kazakh(), "").only_first.size(), 1U);
    std::string many;
    for (int i = 0; i < 2'000; ++i) {
        many += std::to_string(i) + "; ";
    }
    const NumberComparison same = compare_numbers(english(), many, kazakh(), many);
    EXPECT_TRUE(same.only_first.empty() && same.only_second.empty());
    EXPECT_EQ(compare_numbers(english(), many, kazakh(), "").only_first.size(), 2'000U);
    const std::string digits(100'000, '9'); // larger than any double
    EXPECT_EQ(compare_numbers(english(), digits, kazakh(), "7").only_first.size(), 1U);
    EXPECT_TRUE(compare_numbers(english(), digits, kazakh(), digits).only_first.empty());
    for (const char* odd :
         {"1,,2", "1.", ".5", ",", "1.2.3.4.5", "0,0", "-3", "+7 (7172) 55-55-55", "²", "Ⅻ", "\uFFFD1\uFFFD"}) {
        EXPECT_TRUE(compare_numbers(english(), odd, kazakh(), odd).only_first.empty()) << odd;
    }
}

} // namespace
} // namespace qosar
