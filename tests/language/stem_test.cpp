#include "qosar/language/stem.hpp"

#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/text/utf8.hpp"

namespace qosar {
namespace {

struct StemCase {
    std::string_view stem;
    std::string_view forms; ///< separated by blanks
};

constexpr StemCase kazakh_cases[] = {
    // plural
    {"қала", "қалалар"},
    {"адам", "адамдар"},
    {"кітап", "кітаптар"},
    {"мектеп", "мектептер"},
    {"үй", "үйлер"},
    {"көл", "көлдер"},
    {"қыз", "қыздар"},
    {"заң", "заңдар"},
    {"көше", "көшелер"},
    {"тау", "таулар"},
    {"дәрігер", "дәрігерлер"},
    {"қазақ", "қазақтар"},
    {"банк", "банктер"},
    // possessive
    {"бала", "балам балаң баласы баламыз балаңыз балалары балаларымыз балаларыңыз"},
    {"кітап", "кітабым кітабың кітабы кітабымыз кітабыңыз кітаптары"},
    {"жүрек", "жүрегім жүрегі жүрегіміз жүректері"},
    {"тарап", "тарабы тарабынан тараптары тараптардың"},
    {"қызмет", "қызметім қызметі қызметіміз"},
    {"ел", "елім елі еліміз еліңіз елдері"},
    {"әке", "әкесі әкем әкеміз"},
    // a vowel falls out
    {"халық", "халқы халқының халқына халқымыз халқымыздың халықтың халықтар"},
    {"орын", "орны орнына орнында орнынан орындар орында"},
    {"мүлік", "мүлкі мүлкін мүліктер"},
    {"ерін", "ерні ернін ерінде"},
    {"ауыз", "аузы аузына ауызда"},
    {"мойын", "мойны мойнына мойында"},
    {"нарық", "нарқы нарыққа нарығы"},
    {"көңіл", "көңлі көңілі"},
    // case
    {"ел", "елдің елге елді елде елден елмен"},
    {"қала", "қаланың қалаға қаланы қалада қаладан қаламен"},
    {"адам", "адамның адамға адамды адамда адамнан адаммен"},
    {"сөз", "сөздің сөзге сөзді сөзде сөзден сөзбен"},
    {"мектеп", "мектептің мектепке мектепті мектепте мектептен мектеппен"},
    {"министр", "министрдің министрге министрді министрмен"},
    {"үкімет", "үкіметтің үкіметке үкіметті үкіметте үкіметтен үкіметпен"},
    // case behind a possessive
    {"облыс", "облысының облысына облысын облысында облысынан облысымен"},
    {"министрлік", "министрлігінің министрлігіне министрлігін министрлігінде министрлігінен министрлігімен"},
    {"басшы", "басшысының басшысына басшысын басшысынан басшысымен"},
    {"бала", "баламның баламды балаңа баламызға баламыздың балаларымыздан баласынікі"},
    {"ел", "елімнің елімізге елімізде еліміздің елімізден еліңізге"},
    {"мемлекет", "мемлекетіміздің мемлекеттердің мемлекеттерге мемлекеттерімен"},
    // relation and likeness, then other endings again
    {"қала", "қаладағы қаладағылар қаласындағы қалалардағы қаладағыларға"},
    {"үй", "үйдегі үйіндегі үйдегілердің"},
    {"тас", "тастай"},
    {"бала", "баладай баласындай"},
    {"өңір", "өңірдегі өңірлердегі өңіріміздегі"},
    // comparative and predicate
    {"үлкен", "үлкенірек"},
    {"арзан", "арзанырақ"},
    {"жақсы", "жақсырақ"},
    {"дәрігер", "дәрігермін дәрігерсің"},
    // infinitive and its cases
    {"бару", "бару баруы баруға баруды барудан баруымен баруымыз баруда"},
    {"айту", "айту айтуға айтуы айтуын айтудың"},
    {"тазалау", "тазалау тазалауға тазалауы"},
    {"кездесу", "кездесу кездесуге кездесуде кездесулер кездесуінде"},
    // past
    {"бару", "барды бардым бардыңыз бардық барды"},
    {"айту", "айтты айттым айттық айттыңыз"},
    {"келу", "келді келдім келдік келмеді келмедім"},
    {"бастау", "бастады бастадық бастамады"},
    // present
    {"бару", "барады барамын барасың барасыз барамыз барам бармайды бармаймыз"},
    {"келу", "келеді келемін келеміз келесіз келмейді"},
    {"бастау", "бастайды бастаймыз бастаймын бастамайды"},
    {"оқу", "оқиды оқимын оқимыз оқыды оқып оқыған оқитын"},
    // participles
    {"бару", "барған барғаны барғанын барғандар барғанда барғаннан барғандай бармаған баратын барар бармас бармастан"},
    {"келу", "келген келгендер келгенге келгендіктен келетін келетіні келер келмейтін"},
    {"ойлау", "ойлаған ойлайтын ойламайтын"},
    {"табу", "тапқан табатын табылған табылатын"},
    // converbs
    {"жазу", "жазып жазбай жазғанша жазыпты"},
    {"табу", "тауып таппай"},
    {"жабу", "жабады жапты"},
    {"сөйлеу", "сөйлеп сөйлей сөйлемей"},
    {"келу", "келіп келе келмей келгенше келгелі келіпті"},
    {"ағу", "ағып ағады ақты аққан"},
    {"шығу", "шығып шығады шықты шыққан шықпай"},
    // conditional, wish, command, intention
    {"жазу", "жазсын жазыңыз жазыңыздар жазайық жазбақ"},
    {"бару", "барса барсам барсаң барсақ бармаса барайын барайық бармақ бармақшы барғалы барғысы барғым"},
    {"келу", "келсе келсек келмесе келсін келіңіз келейік келмек келмекші келгісі"},
    {"бастау", "бастаса бастасын бастаңыз бастайық бастамақ"},
    // voice
    {"жазу", "жазылды жазылған жазылып жазылатын"},
    {"бастау", "басталды басталған басталады басталмақ басталып"},
    {"ашу", "ашылды ашылады ашылған ашылмаған"},
    {"сайлау", "сайланды сайланған сайланады"},
    {"алу", "алынды алынған алынады"},
    {"қолдану", "қолданды қолданады қолданған қолданылды"},
    {"қатысу", "қатысады қатысқан қатысып"},
    {"көрсету", "көрсетті көрсетіледі көрсетілген"},
    // и, ю, я
    {"партия", "партиясы партиясының партияның партияға партиядан партиялар"},
    {"қою", "қойды қояды қойған қою қоюға қойып қоятын"},
    {"жою", "жойды жояды жоюға жойып"},
    {"кию", "киді киеді киіп киген"},
    {"экономика", "экономикасы экономиканың экономикадағы"},
    {"кафе", "кафесі кафеге кафеде"},
    // loans with either harmony
    {"аудит", "аудиттің аудитке"},
    {"сурет", "суреттің суреті"},
    {"банк", "банкі банктің банкке"},
    {"форум", "форумның форумға форумы"},
    {"рубль", "рубльдің рубльге"},
    {"тоқаев", "тоқаевтың тоқаевқа тоқаевпен"},
    // derivation stays
    {"достық", "достық достығы достыққа"},
    {"жұмысшы", "жұмысшы жұмысшылар жұмысшының"},
    {"тәуелсіздік", "тәуелсіздік тәуелсіздігі тәуелсіздігіміздің"},
    {"оқушы", "оқушы оқушылар оқушыларға"},
    {"қазақстандық", "қазақстандық қазақстандықтар"},
    {"жұмыссыз", "жұмыссыз жұмыссыздар"},
    // pronouns and short words
    {"мен", "мен мені менің маған менде менен менімен"},
    {"сен", "сен сені сенің саған"},
    {"ол", "ол оны оның оған онда одан онымен олар олардың оларға"},
    {"бұл", "бұл бұны бұның бұған мұны мұның мұнда"},
    {"сол", "сол соны соның соған содан сонымен"},
    {"осы", "осы осыны осының осыған осыдан"},
    {"біз", "біз біздің бізге бізді бізден"},
    {"өз", "өз өзі өзін өзінің өзіне"},
    {"кім", "кім кімнің кімге кімді"},
    {"деу", "деп деді дейді деген дейтін десе"},
    {"болу", "болды болады болған болып болса боп болмайды"},
    {"еді", "еді едім едік"},
    {"емес", "емес емеспін"},
    {"жеу", "жеп жейді жеді"},
    // hyphens, apostrophes, digits, other letters
    {"brexit", "brexit-тен brexit-ке brexitтен"},
    {"4000", "4000-нан"},
    {"25,7%", "25,7%-ын 25,7%-ға"},
    {"фифа", "фифа-ның фифаның"},
    {"қр", "қр-ның"},
    {"iphone", "iphone’ның iphone'ды"},
    {"covid-19", "covid-19-дың"},
    {"ата-ана", "ата-анасы ата-аналардың"},
    {"мал-мүлік", "мал-мүлкі"},
    // words that nobody listed
    {"чипсет", "чипсеттер чипсеттің чипсетке"},
    {"лобстер", "лобстердің лобстерге"},
    {"сыбызғылау", "сыбызғылады сыбызғылап"},
    // words that only look inflected
    {"үшін", "үшін"},
    {"дейін", "дейін"},
    {"кейін", "кейін"},
    {"және", "және"},
    {"жаңа", "жаңа"},
    {"айна", "айна айнаға"},
    {"тамақ", "тамақ тамағы"},
    {"тоқсан", "тоқсан"},
    {"дүкен", "дүкен дүкенге"},
    {"пәтер", "пәтер пәтердің"},
    {"науқан", "науқан науқаны"},
    {"мекен", "мекен мекені"},
};

std::vector<std::string> words_of(std::string_view text) {
    std::istringstream words{std::string(text)};
    return {std::istream_iterator<std::string>(words), {}};
}

TEST(KazakhStem, takes_endings_off_slot_by_slot) {
    std::size_t forms = 0;
    for (const StemCase& c : kazakh_cases) {
        for (const std::string& form : words_of(c.forms)) {
            EXPECT_EQ(kazakh_stem(form), c.stem) << form;
            ++forms;
        }
    }
    EXPECT_GT(forms, 500U);
}

TEST(KazakhStem, leaves_endings_that_do_not_agree) {
    for (const std::string_view word : {"чипсетлар", "чипсетдың", "лобстертің", "қалаге", "чипсетны"}) {
        EXPECT_EQ(kazakh_stem(word), word);
    }
}

TEST(KazakhStem, finds_every_listed_noun_in_its_regular_forms) {
    // A stem, its endings and the cases behind them, joined by the rules of harmony and assimilation.
    const struct {
        std::string_view noun, plural, possessive, locative, ablative;
    } cases[] = {
        {"ауыл", "дар", "ы", "да", "дан"},  {"көше", "лер", "сі", "де", "ден"}, {"айна", "лар", "сы", "да", "дан"},
        {"мысық", "тар", "", "та", "тан"},  {"теңіз", "дер", "і", "де", "ден"}, {"үстел", "дер", "і", "де", "ден"},
        {"аспан", "дар", "ы", "да", "нан"}, {"есім", "дер", "і", "де", "нен"},  {"шаң", "дар", "ы", "да", "нан"},
        {"құжат", "тар", "ы", "та", "тан"}, {"мәтін", "дер", "і", "де", "нен"}, {"дауыс", "тар", "ы", "та", "тан"},
    };
    for (const auto& c : cases) {
        const std::string noun(c.noun);
        const std::string many = noun + std::string(c.plural);
        EXPECT_EQ(kazakh_stem(noun), noun);
        EXPECT_EQ(kazakh_stem(many), noun);
        EXPECT_EQ(kazakh_stem(noun + std::string(c.locative)), noun);
        EXPECT_EQ(kazakh_stem(noun + std::string(c.ablative)), noun);
        if (!c.possessive.empty()) {
            EXPECT_EQ(kazakh_stem(noun + std::string(c.possessive)), noun);
            EXPECT_EQ(kazakh_stem(noun + std::string(c.possessive) + "мен"), noun);
        }
    }
}

TEST(KazakhStem, keeps_a_vowel) {
    constexpr std::string_view stems[] = {"ат", "су", "кел", "бар", "стр", "қала", "мектеп", "ата"};
    constexpr std::string_view endings[] = {"лар", "дер", "ымыз", "сы", "ның", "ге", "дағы", "ған", "ма", "йды", "ын"};
    for (const std::string_view base : stems) {
        for (const std::string_view first : endings) {
            for (const std::string_view second : endings) {
                const std::string word = std::string(base) + std::string(first) + std::string(second);
                const std::string left = kazakh_stem(word);
                EXPECT_GE(count_code_points(left), 2U) << word;
                EXPECT_NE(left.find_first_of("аәеоөұүыіэуияю"), std::string::npos) << word;
                EXPECT_EQ(word.substr(0, 2), left.substr(0, 2)) << word;
            }
        }
    }
}

TEST(KazakhStem, stays_what_it_is_when_stemmed_again) {
    for (const StemCase& c : kazakh_cases) {
        EXPECT_EQ(kazakh_stem(c.stem), c.stem);
    }
}

TEST(KazakhEnding, is_nothing_but_endings) {
    for (const std::string_view part : {"тен", "нан", "ның", "ын", "ға", "дағы", "лардың", "пен", "сы"}) {
        EXPECT_TRUE(is_kazakh_ending(part)) << part;
    }
    for (const std::string_view part : {"", "ана", "жұрт", "ten", "5", "шы", "тас", "бар", "\xD2"}) {
        EXPECT_FALSE(is_kazakh_ending(part)) << part;
    }
    EXPECT_TRUE(is_ending(language_pack("kk"), "ТЕН"));
    EXPECT_FALSE(is_ending(language_pack("en"), "тен"));
}

TEST(KazakhStem, leaves_other_words_alone) {
    for (const std::string_view word : {"meeting", "2026", "قازاقستان", "中国新闻网站", "€€€€€", "-----"}) {
        EXPECT_EQ(kazakh_stem(word), word);
    }
}

TEST(KazakhStem, survives_broken_and_huge_words) {
    for (const std::string_view word : {"\xD2\xD2\xD2\xD2", "\xFF\xFE\xFD\xFC", "қала\xD2", "\xF0\x9F"}) {
        EXPECT_LE(kazakh_stem(word).size(), 2 * word.size());
    }
    EXPECT_EQ(kazakh_stem(std::string_view("\0\0\0\0\0", 5)), std::string(5, '\0'));
    std::string huge;
    for (int i = 0; i < 100'000; ++i) {
        huge += "лар";
    }
    EXPECT_EQ(kazakh_stem(huge), huge); // no word is that long
    std::string hyphens(100'000, '-');
    EXPECT_EQ(kazakh_stem(hyphens + "нан").size(), hyphens.size() - 1);
}

TEST(Stem, follows_the_language) {
    const struct {
        const char* language;
        std::string_view word;
        std::string_view stem;
    } cases[] = {
        {"en", "", ""},
        {"en", "meetings", "meet"},
        {"en", "Meetings", "meet"},
        {"en", "schools", "school"},
        {"en", "Kazakhstan's", "kazakhstan"},
        {"en", "Kazakhstan’s", "kazakhstan"},
        {"en", "teachers'", "teacher"},
        {"en", "went", "go"},
        {"en", "children", "child"},
        {"en", "built", "build"},
        {"en", "'s", "'s"},
        {"kk", "Кітаптарымыздан", "кітап"},
        {"kk", "ҚАЛАДА", "қала"},
        {"ru", "школами", "школ"},
        {"tr", "İstanbul", "istanbul"},
        {"xx", "Schools", "schools"},
        {"", "Schools", "schools"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(stem(language_pack(c.language), c.word), c.stem) << c.language << " " << c.word;
    }
}

TEST(MatchKey, is_the_stem_where_all_endings_are_taken_off) {
    const struct {
        const char* language;
        std::string_view word;
        std::string_view key;
    } cases[] = {
        {"kk", "министрлігінің", "министрлік"},
        {"kk", "Министрлер", "министр"},
        {"kk", "қаласы", "қала"},
        {"kk", "", ""},
        {"tr", "çocuklar", "çocuk"},
        {"tr", "kitaplarımızdan", "kitap"},
        {"en", "government", "govern"},
        {"xx", "government", "government"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(match_key(language_pack(c.language), c.word), c.key) << c.word;
    }
}

TEST(Stem, takes_any_bytes) {
    for (const char* language : {"en", "kk", "ru", "tr", "xx"}) {
        for (const std::string_view word : {"\xFF", "\xD2", "a\xD2z", "\xED\xA0\x80ing"}) {
            EXPECT_TRUE(is_utf8(stem(language_pack(language), word))) << language;
            EXPECT_TRUE(is_utf8(match_key(language_pack(language), word))) << language;
        }
        EXPECT_FALSE(stem(language_pack(language), std::string(100'000, 'a')).empty());
        EXPECT_EQ(stem(language_pack(language), std::string_view("\0", 1)), std::string(1, '\0'));
    }
}

} // namespace
} // namespace qosar
