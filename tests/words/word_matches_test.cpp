#include "qosar/words/word_matches.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

using Sentences = std::vector<std::string_view>;

WordMatches match(const Sentences& english, const Sentences& kazakh) {
    const LanguagePack& en = language_pack("en");
    const LanguagePack& kk = language_pack("kk");
    return match_words(en, english, kk, kazakh, builtin_lexicon(en, kk));
}

std::string_view text_of(const Sentences& sentences, const Word& word) {
    return sentences[word.sentence].substr(word.bytes.begin, word.bytes.size());
}

/// Matches as `kind english=kazakh`.
std::set<std::string> found(const Sentences& english, const Sentences& kazakh) {
    const WordMatches matches = match(english, kazakh);
    std::set<std::string> out;
    for (const WordMatch& m : matches.matches) {
        out.insert(to_string(m.kind) + " " + std::string(text_of(english, matches.first.words[m.first])) + "=" +
                   std::string(text_of(kazakh, matches.second.words[m.second])));
    }
    return out;
}

struct Case {
    const char* name;
    const char* english;
    const char* kazakh;
    std::vector<std::string> present;
    std::vector<std::string> absent;
};

const Case cases[] = {
    {"lexicon", "The school is new.", "Мектеп жаңа.", {"term school=Мектеп"}, {"term new=Мектеп", "term new=жаңа"}},
    {"inflected",
     "Teachers built bridges.",
     "Мұғалімдер көпірлерді салды.",
     {"term Teachers=Мұғалімдер", "term bridges=көпірлерді"},
     {}},
    {"a term of two words",
     "They discussed the draft law.",
     "Бұл – заң жобасы.",
     {"term draft=заң", "term draft=жобасы", "term law=заң", "term law=жобасы"},
     {}},
    {"half a term is none", "He saw a draft.", "Ол заңды көрді.", {}, {"term draft=заңды"}},
    {"digits", "They planted 120 trees.", "Олар 120 ағаш отырғызды.", {"number 120=120"}, {}},
    {"suffix behind a number",
     "More than 4,000 people came.",
     "4000-нан астам адам келді.",
     {"number 4,000=4000-нан"},
     {}},
    {"number word", "Some 16,000 came.", "16 мың адам келді.", {"number 16,000=16 мың"}, {}},
    {"decimals", "It grew by 8.4 percent.", "Ол 8,4 пайызға өсті.", {"number 8.4 percent=8,4 пайызға"}, {}},
    {"spelled out", "They built five schools.", "Олар 5 мектеп салды.", {"number five=5"}, {}},
    {"date", "It opened on 01.02.2026.", "Ол 01.02.2026 күні ашылды.", {}, {"number 01.02.2026=2026"}},
    {"date in words",
     "It opened on September 8, 2025.",
     "Ол 2025 жылғы 8 қыркүйекте ашылды.",
     {"number September=қыркүйекте", "number 8=8", "number 2025=2025"},
     {}},
    {"month in digits",
     "It opened on September 8.",
     "Ол 08.09.2025 күні ашылды.",
     {"number September=09", "number 8=08"},
     {}},
    {"month is no other number", "It opened in September.", "Ол 9 күн тұрды.", {}, {"number September=9"}},
    {"hour", "It begins at 5 p.m.", "Ол сағат 17:00-де басталады.", {"number 5=17"}, {}},
    {"ordinal", "It is the third school.", "Бұл – 3-мектеп.", {"number third=3", "term school=мектеп"}, {}},
    {"number with a noun", "He is in the 5th grade.", "Ол 5-сыныпта оқиды.", {"number 5th=5"}, {}},
    {"other number", "They planted 120 trees.", "Олар 121 ағаш отырғызды.", {}, {"number 120=121"}},
    {"name", "Then Bektenov spoke.", "Содан соң Бектенов сөйледі.", {"same Bektenov=Бектенов"}, {}},
    {"name with an ending", "It is what Omarov wrote.", "Бұл – Омаровтың жазғаны.", {"name Omarov=Омаровтың"}, {}},
    {"name at the beginning", "Omarov wrote it.", "Мұны Омаров жазды.", {"same Omarov=Омаров"}, {}},
    {"other name", "Then Omarov spoke.", "Содан соң Жүнісов сөйледі.", {}, {"name Omarov=Жүнісов"}},
    {"country", "They came from Germany.", "Олар Германиядан келді.", {"term Germany=Германиядан"}, {}},
    {"cognate", "The barometer stood there.", "Барометрлер сонда тұрды.", {"name barometer=Барометрлер"}, {}},
    {"nothing in common", "Rain fell.", "Кітап қызық.", {}, {"term Rain=Кітап"}},
};

TEST(WordMatches, finds_the_same_things) {
    for (const Case& c : cases) {
        const std::set<std::string> matches = found({c.english}, {c.kazakh});
        std::string all;
        for (const std::string& m : matches) {
            all += m + "; ";
        }
        for (const std::string& m : c.present) {
            EXPECT_TRUE(matches.contains(m)) << c.name << " lacks " << m << ", has: " << all;
        }
        for (const std::string& m : c.absent) {
            EXPECT_FALSE(matches.contains(m)) << c.name << " has " << m;
        }
    }
}

TEST(WordMatches, gives_dates_as_three_numbers) {
    const Sentences english{"It opened on 01.02.2026."};
    const WordMatches matches = match(english, {"2026 жылғы 1 ақпанда ашылды."});
    std::vector<double> values;
    for (const Word& word : matches.first.words) {
        if (word.kind == WordClass::number) {
            values.push_back(word.value);
        }
    }
    EXPECT_EQ(values, (std::vector<double>{1, 2, 2026}));
}

TEST(WordMatches, classes_tell_what_a_word_is) {
    const struct {
        const char* word;
        WordClass kind;
    } expected[] = {{"The", WordClass::function},    {"school", WordClass::term},  {"of", WordClass::function},
                    {"Zhaqsylyq", WordClass::name},  {"has", WordClass::function}, {"12", WordClass::number},
                    {"qwrtplks", WordClass::unknown}};
    const Sentences english{"The school of Zhaqsylyq has 12 qwrtplks."};
    const WordMatches matches = match(english, {"Мектеп."});
    ASSERT_EQ(matches.first.words.size(), std::size(expected));
    for (std::size_t i = 0; i < std::size(expected); ++i) {
        EXPECT_EQ(text_of(english, matches.first.words[i]), expected[i].word);
        EXPECT_EQ(matches.first.words[i].kind, expected[i].kind) << expected[i].word;
    }
}

TEST(WordMatches, a_term_does_not_span_sentences) {
    EXPECT_TRUE(found({"The head of state spoke."}, {"Мемлекет басшысы сөйледі."}).contains("term head=Мемлекет"));
    EXPECT_FALSE(
        found({"He shook his head.", "Of state farms."}, {"Мемлекет басшысы сөйледі."}).contains("term head=Мемлекет"));
    EXPECT_FALSE(
        found({"The head of state spoke."}, {"Бұл мемлекет.", "Басшысы сөйледі."}).contains("term head=мемлекет"));
}

/// What the header promises of any result.
void expect_sound(const WordMatches& m, const Sentences& first, const Sentences& second) {
    const std::pair<const SideWords*, const Sentences*> sides[] = {{&m.first, &first}, {&m.second, &second}};
    for (const auto& [side, sentences] : sides) {
        ASSERT_EQ(side->sentences(), sentences->size());
        ASSERT_EQ(side->begins.size(), sentences->size() + 1);
        EXPECT_EQ(side->begins.back(), side->words.size());
        for (std::size_t s = 0; s < sentences->size(); ++s) {
            const Range words = side->words_of({s, s + 1});
            for (std::size_t w = words.begin; w < words.end; ++w) {
                EXPECT_EQ(side->words[w].sentence, s);
                EXPECT_LE(side->words[w].bytes.end, (*sentences)[s].size());
                EXPECT_LT(side->words[w].bytes.begin, side->words[w].bytes.end);
            }
        }
    }
    std::pair<std::uint32_t, std::uint32_t> last{0, 0};
    bool any = false;
    for (const WordMatch& match : m.matches) {
        const std::pair now{match.first, match.second};
        EXPECT_TRUE(!any || last < now) << "unsorted or twice";
        EXPECT_TRUE(match.first < m.first.words.size() && match.second < m.second.words.size());
        EXPECT_TRUE(match.strength > 0 && match.strength <= 1);
        last = now;
        any = true;
    }
}

TEST(WordMatches, are_sorted_and_within_their_sentences) {
    const Sentences english{"Omarov met 12 teachers in Germany.", "", "Omarov's school has 12 teachers.", "12 12 12"};
    const Sentences kazakh{"Омаров Германияда 12 мұғаліммен кездесті.", "Мектепте 12 мұғалім бар.", " ", "12"};
    expect_sound(match(english, kazakh), english, kazakh);
}

TEST(WordMatches, takes_empty_and_hostile_text) {
    std::string many;
    for (int i = 0; i < 4'000; ++i) {
        many += "school 12 Omarov ";
    }
    std::string wide;
    for (int i = 0; i < 4'000; ++i) {
        wide += "мектеп 12 Омаров ";
    }
    const std::string zeros(1000, '\0');
    const std::string digits(100'000, '9');
    const Sentences sides[] = {
        {},           {""},          {"", "", ""},   {"\xFF\xC3 12\x80", "\xD0"}, {zeros}, {many, many},
        {wide, wide}, {digits, "9"}, {"– – –", "«»"}};
    for (const Sentences& a : sides) {
        for (const Sentences& b : sides) {
            if ((a.size() == 2 && a[0].size() > 20'000) && (b.size() == 2 && b[0] == a[0])) {
                continue;
            }
            expect_sound(match(a, b), a, b);
        }
    }
}

TEST(WordMatches, lengths_count_visible_characters) {
    const WordMatches m = match({"ab cd", "", " қ ә "}, {});
    EXPECT_EQ(m.first.lengths, (std::vector<std::size_t>{4, 0, 2}));
    EXPECT_EQ(match({"a\u00A0b\tc"}, {}).first.lengths, (std::vector<std::size_t>{3}));
}

TEST(DocumentsPerThousand, is_one_for_unknown_words) {
    EXPECT_EQ(documents_per_thousand(language_pack("en"), "qwrtplks"), 1);
    EXPECT_EQ(documents_per_thousand(language_pack("en"), "and"), 900);
    EXPECT_EQ(documents_per_thousand(language_pack("tr"), "and"), 1);
}

} // namespace
} // namespace qosar
