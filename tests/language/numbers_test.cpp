#include "qosar/language/numbers.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace qosar {
namespace {

std::vector<NumberMention> mentions_in(const char* language, std::string_view text) {
    return numbers_in(language_pack(language), text, tokenise(text));
}

/// Each mention as `value[its text]`, with `*` when spelled, `th` for ordinals, `%` and `pp` for shares.
std::string dump(const char* language, std::string_view text) {
    static const char* const kinds[] = {"", "th", "%", "pp"};
    std::string out;
    for (const NumberMention& mention : mentions_in(language, text)) {
        out += (out.empty() ? "" : " ") + number_text(mention.value) + kinds[static_cast<int>(mention.kind)] +
               (mention.spelled ? "*" : "") + "[" +
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
        {"kk", "5 млн-нан", "5000000[5 млн-нан]"},
        {"kk", "3 жүз мың", "300000[3 жүз мың]"},
        {"en", "1.2 billion tenge", "1200000000[1.2 billion]"},
        {"en", "5 millions", "5000000[5 millions]"},
        {"en", "12-million", "12000000[12-million]"},
        {"en", "5, million", "5[5]"},
        {"en", "million", ""},
        {"en", "2 million 500 thousand", "2500000[2 million 500 thousand]"},
        // words
        {"en", "five schools", "5*[five]"},
        {"en", "Five hundred", "500*[Five hundred]"},
        {"kk", "бес мектеп", "5*[бес]"},
        {"kk", "он мың адам", "10000*[он мың]"},
        {"kk", "алтын жүлде", ""},
        {"xx", "five 5 бес", "5[5]"},
        // what stands around a number
        {"kk", "4000-нан астам, 25,7%-ын", "4000[4000-нан] 25.7%[25,7%-ын]"},
        {"en", "5G, COVID-19", "5[5] 19[19]"},
        {"en", "2024–2025", "2024[2024] 2025[2025]"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(dump(c.language, c.text), c.numbers) << c.text;
    }
}

struct Case {
    const char* language;
    std::string_view text;
    std::string_view numbers;
};

template <std::size_t count>
void check(const Case (&cases)[count]) {
    for (const Case& c : cases) {
        EXPECT_EQ(dump(c.language, c.text), c.numbers) << c.text;
    }
}

TEST(Numbers, add_up_in_words) {
    check({
        {"en", "four hundred and twenty-five thousand", "425000*[four hundred and twenty-five thousand]"},
        {"en", "twenty-one", "21*[twenty-one]"},
        {"en", "Twenty one ships", "21*[Twenty one]"},
        {"en", "one hundred", "100*[one hundred]"},
        {"en", "a hundred and five people", "105*[a hundred and five]"},
        {"en", "a thousand", "1000*[a thousand]"},
        {"en", "twelve hundred", "1200*[twelve hundred]"},
        {"en", "two thousand five hundred", "2500*[two thousand five hundred]"},
        {"en", "two thousand and twenty-five", "2025*[two thousand and twenty-five]"},
        {"en", "nine hundred ninety-nine thousand nine hundred ninety-nine",
         "999999*[nine hundred ninety-nine thousand nine hundred ninety-nine]"},
        {"en", "one million two hundred thousand", "1200000*[one million two hundred thousand]"},
        {"en", "a dozen eggs, two dozen eggs", "12*[a dozen] 24*[two dozen]"},
        {"en", "one and a half, two and a half million", "1.5*[one and a half] 2500000*[two and a half million]"},
        {"en", "half a million, half", "500000*[half a million] 0.5*[half]"},
        {"en", "five and six", "5*[five] 6*[six]"},
        {"en", "five, six; seven-eight", "5*[five] 6*[six] 7*[seven] 8*[eight]"},
        {"en", "one of them", ""},
        {"en", "a house and a garden", ""},
        {"en", "hundreds of thousands", ""},
        {"en", "tens of thousands", ""},
        {"en", "30 seconds", "30[30]"},
        {"kk", "төрт жүз жиырма бес мың", "425000*[төрт жүз жиырма бес мың]"},
        {"kk", "он бес оқушы", "15*[он бес]"},
        {"kk", "жиырма бір көше", "21*[жиырма бір]"},
        {"kk", "жүз тоқсан тоғыз", "199*[жүз тоқсан тоғыз]"},
        {"kk", "екі мың жиырма бес", "2025*[екі мың жиырма бес]"},
        {"kk", "мың тоғыз жүз сексен алты", "1986*[мың тоғыз жүз сексен алты]"},
        {"kk", "тоғыз жүз тоқсан тоғыз мың тоғыз жүз тоқсан тоғыз",
         "999999*[тоғыз жүз тоқсан тоғыз мың тоғыз жүз тоқсан тоғыз]"},
        {"kk", "бір миллион екі жүз мың теңге", "1200000*[бір миллион екі жүз мың]"},
        {"kk", "бір жарым, екі жарым миллион", "1.5*[бір жарым] 2500000*[екі жарым миллион]"},
        {"kk", "жарты сағат, жарты миллион", "0.5*[жарты] 500000*[жарты миллион]"},
        {"kk", "жүзден астам, мыңға жуық", "100*[жүзден] 1000*[мыңға]"},
        {"kk", "жүз жиырмадан астам", "120*[жүз жиырмадан]"},
        {"kk", "миллиардтан асты", "1000000000*[миллиардтан]"},
        {"kk", "жүздей адам", "100*[жүздей]"},
        {"kk", "25 мың 300 адам, 2 млн 500 мың теңге", "25300[25 мың 300] 2500000[2 млн 500 мың]"},
        {"kk", "5 млн. 300 мың", "5300000[5 млн. 300 мың]"},
        {"kk", "3,125 млн тонна", "3125000[3,125 млн]"},
        {"en", "3.125 million, 3,125 million", "3125000[3.125 million] 3125000000[3,125 million]"},
        {"kk", "екеуі кетті, үшеуінің ісі", "2*[екеуі] 3*[үшеуінің]"},
        {"kk", "бес-алты үй", "5*[бес] 6*[алты]"},
        {"kk", "жүз-екі жүз", "100*[жүз] 200*[екі жүз]"},
        {"kk", "олардың он жетісі", "17*[он жетісі]"},
        {"kk", "2024 жылы 5 млн", "2024[2024] 5000000[5 млн]"},
        {"ru", "двести тридцать пять тысяч", "235000*[двести тридцать пять тысяч]"},
        {"ru", "1,2 млрд тенге, полтора миллиона", "1200000000[1,2 млрд] 1500000*[полтора миллиона]"},
    });
}

TEST(Numbers, are_not_words_that_look_like_them) {
    check({
        {"kk", "алтын үшін", ""},
        {"kk", "онда, оны, оның, онан, ондай", ""},
        {"kk", "жүзеге асыру, іс жүзінде, жүзіп келді", ""},
        {"kk", "бірге, бірден, бір күні, біреу", ""},
        {"kk", "бірнеше мың адам, талай жүз жыл", ""},
        {"kk", "мыңдаған, жүздеген, ондаған", ""},
        {"kk", "тоқсанның қорытындысы", ""},
        {"kk", "жетім, бесік, төртбақ, отызыншыға", "30th*[отызыншыға]"},
        {"en", "often, tent, sixpence, hundredfold", ""},
    });
}

TEST(Numbers, may_be_ordinals) {
    check({
        {"en", "the third, 21st, 2nd place", "3th*[third] 21th[21st] 2th[2nd]"},
        {"en", "twenty-first century", "21th*[twenty-first]"},
        {"en", "the one hundred and second", "100*[one hundred] 2th*[second]"},
        {"kk", "5-ші, үшінші, 2-орын", "5th[5-ші] 3th*[үшінші] 2th[2]"},
        {"kk", "жиырма бірінші ғасырда", "21th*[жиырма бірінші]"},
        {"kk", "үшіншіден, біріншісі", "3th*[үшіншіден] 1th*[біріншісі]"},
        {"kk", "20-ғасырда, 5-сыныпта, 20-дан, 12-сі", "20th[20] 5th[5] 20[20-дан] 12[12-сі]"},
        {"ru", "5-й день, третий", "5th[5-й] 3th*[третий]"},
    });
}

TEST(Numbers, may_be_shares) {
    check({
        {"kk", "8,4 %, 8,4%, 8,4 пайыз, 8,4 пайызға", "8.4%[8,4 %] 8.4%[8,4%] 8.4%[8,4 пайыз] 8.4%[8,4 пайызға]"},
        {"kk", "25,7%-ын, 5 пайыздық өсім", "25.7%[25,7%-ын] 5%[5 пайыздық]"},
        {"kk", "0,5 пайыздық тармаққа, 2 пайыздық тармағы", "0.5pp[0,5 пайыздық тармаққа] 2pp[2 пайыздық тармағы]"},
        {"kk", "он пайызы", "10%*[он пайызы]"},
        {"en", "8.4 percent, 8.4 per cent, 8.4%", "8.4%[8.4 percent] 8.4%[8.4 per cent] 8.4%[8.4%]"},
        {"en", "0.5 percentage points, a 5-percent rise", "0.5pp[0.5 percentage points] 5%[5-percent]"},
        {"en", "12.345%", "12.345%[12.345%]"},
        {"ru", "8,4 процента, 2 процентных пункта", "8.4%[8,4 процента] 2pp[2 процентных пункта]"},
    });
}

TEST(Numbers, share_what_stands_behind_a_range) {
    check({
        {"kk", "5–7 млн теңге", "5000000[5] 7000000[7 млн]"},
        {"en", "from 5 to 7 percent", "5%[5] 7%[7 percent]"},
        {"kk", "5-тен 7-ге дейін", "5[5-тен] 7[7-ге]"},
        {"kk", "5-тен 7 мыңға дейін", "5000[5-тен] 7000[7 мыңға]"},
        {"en", "900 to 1.2 million", "900[900] 1200000[1.2 million]"},
        {"en", "5 million–7 million", "5000000[5 million] 7000000[7 million]"},
        {"en", "3:2, 3-2", "3[3] 2[2] 3[3] 2[2]"},
    });
}

TEST(Numbers, may_be_roman) {
    check({
        {"kk", "XVIII ғасыр, VIII съезд", "18th*[XVIII] 8th*[VIII]"},
        {"kk", "ХVІІІ ғасырдың, ХХІ ғасыр", "18th*[ХVІІІ] 21th*[ХХІ]"}, // Cyrillic look-alikes
        {"kk", "І тоқсанда, V ғасыр, XX-ғасырда", "1th*[І] 5th*[V] 20th*[XX]"},
        {"kk", "І. Омаров, Х. Досмұхамедов, V", ""},
        {"en", "the 18th and XIX centuries", "18th[18th] 19th*[XIX]"},
        {"en", "I met Henry VIII in Part V", "8th*[VIII] 5th*[V]"},
        {"en", "World War I and World War II", "1th*[I] 2th*[II]"},
        {"en", "the article I read, I and you, MIX, DC, IIII, IC", ""},
        {"en", "MCMXC century", "1990th*[MCMXC]"},
    });
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
