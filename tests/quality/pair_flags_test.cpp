#include "qosar/quality/pair_flags.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "qosar/quality/registry.hpp"

namespace qosar {
namespace {

const LanguagePack& english() { return language_pack("en"); }
const LanguagePack& kazakh() { return language_pack("kk"); }

std::vector<Flag> flags_of(std::string_view en, std::string_view kk, double score = 0.9) {
    return pair_flags({english(), kazakh(), en, kk, score});
}

const Flag* find(const std::vector<Flag>& flags, std::string_view name) {
    const auto found = std::find_if(flags.begin(), flags.end(), [&](const Flag& flag) { return flag.name == name; });
    return found == flags.end() ? nullptr : &*found;
}

/// What the spans of a flag say, as `en:text` joined by `|`.
std::string spans_text(const Flag& flag) {
    std::string out;
    for (const FlagSpan& span : flag.spans) {
        out += (out.empty() ? "" : "|") + span.side + ":" + span.text;
    }
    return out;
}

struct Case {
    const char* name;
    std::string_view en;
    std::string_view kk;
};

/// What every flag of every pair must be.
void expect_sound(const Case& c, const std::vector<Flag>& flags) {
    const auto rank = [](const Flag& flag) {
        const auto& kinds = flag_registry();
        return std::find_if(kinds.begin(), kinds.end(), [&](const FlagKind& kind) { return kind.name == flag.name; }) -
               kinds.begin();
    };
    for (const Flag& flag : flags) {
        const auto place = static_cast<std::size_t>(rank(flag));
        ASSERT_LT(place, flag_registry().size()) << c.name << ": " << flag.name;
        EXPECT_NE(flag_registry()[place].scope, FlagScope::document) << c.name << ": " << flag.name;
        EXPECT_FALSE(flag.message.empty()) << c.name << ": " << flag.name;
        for (const FlagSpan& span : flag.spans) {
            EXPECT_TRUE(span.side == "en" || span.side == "kk") << c.name << ": " << span.side;
            EXPECT_FALSE(span.of_title) << c.name;
            const std::string_view text = span.side == "en" ? c.en : c.kk;
            ASSERT_LE(span.bytes.end, text.size()) << c.name;
            EXPECT_EQ(text.substr(span.bytes.begin, span.bytes.size()), span.text) << c.name << ": " << flag.name;
        }
    }
    EXPECT_TRUE(std::is_sorted(flags.begin(), flags.end(), [&](const Flag& a, const Flag& b) {
        return rank(a) < rank(b);
    })) << c.name;
}

void expect_fires(std::string_view flag, const Case& c) {
    const std::vector<Flag> flags = flags_of(c.en, c.kk);
    EXPECT_NE(find(flags, flag), nullptr) << flag << " should fire: " << c.name;
    expect_sound(c, flags);
}

void expect_silent(std::string_view flag, const Case& c) {
    const std::vector<Flag> flags = flags_of(c.en, c.kk);
    EXPECT_EQ(find(flags, flag), nullptr) << flag << " should be silent: " << c.name;
    expect_sound(c, flags);
}

TEST(PairFlags, good_translations_have_none) {
    const Case cases[] = {
        {"plain", "The new bridge over the Ertis was opened on Friday.",
         "Ертіс өзеніндегі жаңа көпір жұма күні ашылды."},
        {"with numbers", "In 2025, more than 16,000 pupils took part in the contest.",
         "2025 жылы байқауға 16 мыңнан астам оқушы қатысты."},
        {"with money", "The region will receive 1.2 billion tenge for irrigation canals.",
         "Өңірге суару каналдары үшін 1,2 млрд теңге бөлінеді."},
        {"quoted", "“We have waited for this school for twenty years,” the teacher said.",
         "«Біз бұл мектепті жиырма жыл күттік», – деді мұғалім."},
        {"short", "The work continues.", "Жұмыс жалғасуда."},
        {"free", "Doctors ask people to come in time.", "Дәрігерлер тұрғындарды уақытында қаралуға шақырады."},
    };
    for (const Case& c : cases) {
        const std::vector<Flag> flags = flags_of(c.en, c.kk);
        EXPECT_TRUE(flags.empty()) << c.name << ": " << (flags.empty() ? "" : flags[0].name + ": " + flags[0].message);
    }
}

TEST(PairFlags, untranslated_copy) {
    const Case fire[] = {
        {"the same sentence", "The exhibition will be open until the end of March.",
         "The exhibition will be open until the end of March."},
        {"one word of ten changed", "The exhibition of young artists will be open until late March.",
         "The exhibition of young artists will be open until early March."},
        {"other case and punctuation", "The river is calm again, rescuers say.",
         "THE RIVER IS CALM AGAIN – RESCUERS SAY"},
        {"Kazakh on both sides", "Көрме наурыз айының соңына дейін ашық.", "Көрме наурыз айының соңына дейін ашық."},
    };
    const Case silent[] = {
        {"a translation", "The exhibition will be open until the end of March.",
         "Көрме наурыз айының соңына дейін ашық."},
        {"names in Latin letters", "The Smart Farm Expo was held in Kostanay.",
         "Қостанайда Smart Farm Expo көрмесі өтті."},
        {"too short to tell", "IT Park", "IT Park"},
        {"only digits", "2024 2025 2026 2027 2028", "2024 2025 2026 2027 2028"},
        {"other English", "The exhibition will be open until March.", "Visitors may come on weekdays after lunch."},
    };
    for (const Case& c : fire) {
        expect_fires("untranslated_copy", c);
    }
    for (const Case& c : silent) {
        expect_silent("untranslated_copy", c);
    }
    const std::vector<Flag> flags = flags_of(fire[0].en, fire[0].kk);
    EXPECT_EQ(flags[0].side, "kk");
    EXPECT_EQ(spans_text(flags[0]), "en:" + std::string(fire[0].en) + "|kk:" + std::string(fire[0].kk));
}

TEST(PairFlags, wrong_language) {
    const struct {
        Case pair;
        const char* side;
    } fire[] = {
        {{"Russian instead of Kazakh", "The heating season in the capital has begun without accidents.",
          "Отопительный сезон в столице начался без аварий, сообщили в городском акимате."},
         "kk"},
        {{"English instead of Kazakh", "The heating season has begun without any accidents.",
          "Boilers were repaired in summer, and enough coal was brought in time."},
         "kk"},
        {{"Russian instead of English", "Спасатели напоминают жителям об опасности тонкого льда на реках и озёрах.",
          "Құтқарушылар тұрғындарға өзен-көлдердегі жұқа мұздың қаупін ескертеді."},
         "en"},
        {{"Kazakh instead of English", "Құтқарушылар тұрғындарға өзен-көлдердегі жұқа мұздың қаупін ескертеді.",
          "Балықшылар мұз үстіне шықпауы керек, әсіресе көктемде абай болған жөн."},
         "en"},
    };
    const Case silent[] = {
        {"a translation", "Rescuers remind residents of the danger of thin ice on rivers and lakes.",
         "Құтқарушылар тұрғындарға өзен-көлдердегі жұқа мұздың қаупін ескертеді."},
        {"too few letters", "Thank you!", "Спасибо, до свидания!"},
        {"a Russian name within Kazakh", "The film “Nights and Days” was shown at the festival in Almaty.",
         "Алматыдағы фестивальде «Ночи и дни» атты көркем фильм алғаш рет көрермен назарына ұсынылды."},
        {"many Kazakh names within English",
         "Akim of Zhanaqorghan district Serikbolsyn Aidarbekuly visited Besaryq, Tomenaryq and "
         "Kelintobe villages.",
         "Жаңақорған ауданының әкімі Серікболсын Айдарбекұлы Бесарық, Төменарық және Келінтөбе ауылдарын аралады."},
        {"hardly any letters", "1,200 – 1,300 – 1,400 – 1,500", "1 200 – 1 300 – 1 400 – 1 500"},
    };
    for (const auto& c : fire) {
        const std::vector<Flag> flags = flags_of(c.pair.en, c.pair.kk);
        const Flag* flag = find(flags, "wrong_language");
        ASSERT_NE(flag, nullptr) << c.pair.name;
        EXPECT_EQ(flag->side, c.side) << c.pair.name;
        const std::string_view text = flag->side == "en" ? c.pair.en : c.pair.kk;
        EXPECT_EQ(spans_text(*flag), flag->side + ":" + std::string(text)) << c.pair.name;
        expect_sound(c.pair, flags);
    }
    for (const Case& c : silent) {
        expect_silent("wrong_language", c);
    }
}

TEST(PairFlags, low_alignment_confidence) {
    const char* en = "The museum is open on Sundays.";
    const char* kk = "Мұражай жексенбі күндері де жұмыс істейді.";
    for (const double score : {0.0, 0.2, 0.6599}) {
        const std::vector<Flag> flags = flags_of(en, kk, score);
        ASSERT_EQ(flags.size(), 1U) << score;
        EXPECT_EQ(flags[0].name, "low_alignment_confidence");
        EXPECT_EQ(flags[0].side, "");
        EXPECT_EQ(flags[0].threshold, 0.66);
        EXPECT_TRUE(flags[0].spans.empty());
    }
    for (const double score : {0.66, 0.67, 1.0}) {
        EXPECT_TRUE(flags_of(en, kk, score).empty()) << score;
    }
}

TEST(PairFlags, length_ratio_outlier) {
    const char* long_en =
        "The meeting in Semey brought together farmers, scientists, bankers and heads of districts, who spoke "
        "for two hours about seeds, loans, roads to the fields and prices of fuel before the sowing season.";
    const char* long_kk =
        "Семейде өткен жиынға шаруалар, ғалымдар, банк өкілдері мен аудан әкімдері қатысып, көктемгі егіс "
        "алдында екі сағат бойы тұқым, несие, егіс алқаптарына апаратын жолдар мен жанармай бағасы "
        "туралы ой бөлісті.";
    const struct {
        Case pair;
        const char* side;
    } fire[] = {
        {{"little English, much Kazakh", "Farmers met in Semey.", long_kk}, "kk"},
        {{"much English, little Kazakh", long_en, "Семейде шаруалар жиналды."}, "en"},
        {{"one word against a sentence", "Yes.",
          "Иә, биыл көктемде ауылдағы барлық үйге таза ауызсу жеткізіледі деп күтеміз."},
         "kk"},
    };
    const Case silent[] = {
        {"both long", long_en, long_kk},
        {"both short", "Yes.", "Иә, әрине."},
        {"short and twice as long", "No one was hurt.", "Оқиға салдарынан зардап шеккендер жоқ."},
        {"English somewhat longer",
         "As the press service of the akimat of the region has reported, the road is open again.",
         "Облыс әкімдігінің хабарлауынша, жол ашылды."},
        {"one side empty", "", long_kk},
    };
    for (const auto& c : fire) {
        const std::vector<Flag> flags = flags_of(c.pair.en, c.pair.kk);
        const Flag* flag = find(flags, "length_ratio_outlier");
        ASSERT_NE(flag, nullptr) << c.pair.name;
        EXPECT_EQ(flag->side, c.side) << c.pair.name;
        expect_sound(c.pair, flags);
    }
    for (const Case& c : silent) {
        expect_silent("length_ratio_outlier", c);
    }
}

TEST(PairFlags, numbers) {
    const struct {
        Case pair;
        const char* flag; ///< or "" for none
        const char* side;
        const char* spans;
    } cases[] = {
        {{"digits changed places", "Fire destroyed 120 hectares of forest.",
          "Өрт салдарынан 210 гектар орман жанып кетті."},
         "number_conflict",
         "",
         "en:120|kk:210"},
        {{"another year", "The plant will be launched in 2027.", "Зауыт 2028 жылы іске қосылады."},
         "number_conflict",
         "",
         "en:2027|kk:2028"},
        {{"another multiplier", "The loan is 3 billion tenge.", "Несие көлемі – 3 млн теңге."},
         "number_conflict",
         "",
         "en:3 billion|kk:3 млн"},
        {{"two of three agree", "From 5 to 9 May, 40 veterans rested there.", "5-9 мамырда онда 48 ардагер демалды."},
         "number_conflict",
         "",
         "en:40|kk:48"},
        {{"year in English only", "The library was founded in 1931.", "Кітапхана өткен ғасырда ашылған."},
         "number_one_sided",
         "en",
         "en:1931"},
        {{"percent in Kazakh only", "Most of the canals have been cleaned.", "Каналдардың 80 пайызы тазартылды."},
         "number_one_sided",
         "kk",
         "kk:80 пайызы"},
        {{"two in English only", "On 3 April 60 guests arrived.", "Бүгін қонақтар келді."},
         "number_one_sided",
         "en",
         "en:3|en:60"},
        {{"the same in other forms", "The road, 16,000 metres long, cost 1.2 billion tenge.",
          "Ұзындығы 16 мың метр жолға 1,2 млрд теңге жұмсалды."},
         "",
         "",
         ""},
        {{"the same date", "The order was signed on 01.02.2026.", "Бұйрыққа 01.02.2026 күні қол қойылды."}, "", "", ""},
        {{"words against digits", "Seventeen wells were drilled.", "17 ұңғыма бұрғыланды."}, "", "", ""},
        {{"words on one side only", "The three sisters sang.", "Апалы-сіңлілілер ән айтты."}, "", "", ""},
        {{"no numbers", "The wind has calmed down.", "Жел басылды."}, "", "", ""},
    };
    for (const auto& c : cases) {
        const std::vector<Flag> flags = flags_of(c.pair.en, c.pair.kk);
        expect_sound(c.pair, flags);
        for (const char* name : {"number_conflict", "number_one_sided"}) {
            const Flag* flag = find(flags, name);
            ASSERT_EQ(flag != nullptr, std::string_view(name) == c.flag) << name << ": " << c.pair.name;
            if (flag != nullptr) {
                EXPECT_EQ(flag->side, c.side) << c.pair.name;
                EXPECT_EQ(spans_text(*flag), c.spans) << c.pair.name;
            }
        }
    }
}

TEST(PairFlags, thresholds_are_those_given) {
    const char* en = "The museum is open on Sundays.";
    const char* kk = "Мұражай жексенбі күндері де жұмыс істейді.";
    const auto fires = [&](std::string_view name, const PairThresholds& thresholds, std::string_view second) {
        return find(pair_flags({english(), kazakh(), en, second, 0.9}, thresholds), name) != nullptr;
    };
    EXPECT_FALSE(fires("low_alignment_confidence", {}, kk));
    EXPECT_TRUE(fires("low_alignment_confidence", {.low_score = 0.95}, kk));
    EXPECT_FALSE(fires("length_ratio_outlier", {}, kk));
    EXPECT_TRUE(fires("length_ratio_outlier", {.length_deviation = 0.01}, kk));
    const char* half = "The museum is closed today.";
    EXPECT_FALSE(fires("untranslated_copy", {}, half));
    EXPECT_TRUE(fires("untranslated_copy", {.copied_words = 0.3}, half));
    const char* russian = "Музей открыт по воскресеньям.";
    EXPECT_FALSE(fires("wrong_language", {}, russian));
    EXPECT_TRUE(fires("wrong_language", {.language_letters = 10}, russian));
}

TEST(PairFlags, takes_any_text) {
    std::string huge;
    while (huge.size() < 300'000) {
        huge += "Су деңгейі 5 метрге көтерілді. ";
    }
    const std::string nul("a\0b\0 5", 6);
    const std::string spaces(10'000, ' ');
    const std::string letters(50'000, 'q');
    for (const std::string_view first :
         {std::string_view(), std::string_view(nul), std::string_view(spaces), std::string_view(huge),
          std::string_view(letters), std::string_view("\uFFFD\u202E\u0301")}) {
        for (const std::string_view second : {std::string_view(), std::string_view(nul), std::string_view(huge)}) {
            const Case c{"hostile", first, second};
            expect_sound(c, flags_of(first, second));
        }
    }
}

} // namespace
} // namespace qosar
