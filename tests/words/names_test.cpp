#include "qosar/words/names.hpp"

#include <string>

#include <gtest/gtest.h>

namespace qosar {
namespace {

struct Pair {
    const char* a;
    const char* b;
};

TEST(FoldedName, is_one_spelling_for_both_alphabets) {
    const Pair same[] = {
        {"Астана", "Astana"},   {"Алматы", "Almaty"}, {"Жамбыл", "Zhambyl"},    {"Жамбыл", "Jambyl"},
        {"Қасым", "Kasym"},     {"Қасым", "Qasym"},   {"Қасым", "Kassym"},      {"Ғабит", "Gabit"},
        {"Шахмат", "Shakhmat"}, {"Чехов", "Chekhov"}, {"Владимир", "Vladimir"}, {"Байқоңыр", "Baikonyr"},
        {"САМАЛ", "samal"},     {"Müller", "Muller"}, {"Обаған", "Obagan"},     {"Жеңіс", "Jenis"},
        {"Фараби", "Pharabi"},  {"Максим", "Maxim"},  {"Абай", "Abay"},         {"Ертіс", "Ertis"},
    };
    for (const Pair& pair : same) {
        EXPECT_EQ(folded_name(pair.a), folded_name(pair.b)) << pair.a << " and " << pair.b;
        EXPECT_FALSE(folded_name(pair.a).empty()) << pair.a;
    }
}

TEST(FoldedName, holds_small_letters_and_digits_without_doubles) {
    for (const char* word : {"Тоқаев", "O’Neill", "e-Өтініш", "COVID-19", "Ыссык", "上海", "Ğ", "Россия"}) {
        const std::string folded = folded_name(word);
        EXPECT_FALSE(folded.empty()) << word;
        for (std::size_t i = 0; i < folded.size(); ++i) {
            const char c = folded[i];
            EXPECT_TRUE((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) << word << ": " << folded;
            EXPECT_TRUE(i == 0 || folded[i - 1] != c) << word << ": " << folded;
        }
    }
    EXPECT_EQ(folded_name(""), "");
    EXPECT_EQ(folded_name("–"), "");
}

TEST(FoldedName, takes_any_bytes) {
    EXPECT_NO_THROW(folded_name("\xFF\xC3"));
    EXPECT_NO_THROW(folded_name(std::string(3, '\0')));
    EXPECT_NO_THROW(folded_name(std::string(100'000, 'a')));
}

TEST(NameIndexKey, is_the_first_consonants) {
    EXPECT_EQ(name_index_key("tokaiev"), "tk");
    EXPECT_EQ(name_index_key("astana"), "st");
    EXPECT_EQ(name_index_key("abai"), "b");
    EXPECT_EQ(name_index_key("aia"), "");
    EXPECT_EQ(name_index_key(""), "");
    EXPECT_EQ(name_index_key(folded_name("Тоқаевтың")), name_index_key(folded_name("Tokayev")));
}

double likeness(const char* a, const char* b) { return name_likeness(folded_name(a), folded_name(b)); }

TEST(NameLikeness, is_high_for_names_with_kazakh_endings) {
    const Pair alike[] = {
        {"Tokayev", "Тоқаев"},       {"Tokayev", "Тоқаевтың"}, {"Kassym", "Қасым"},       {"Bektenov", "Бектеновке"},
        {"Astana", "Астанада"},      {"Almaty", "Алматыдан"},  {"Zhambyl", "Жамбылдың"},  {"Turkistan", "Түркістанда"},
        {"Aktobe", "Ақтөбеде"},      {"Omarov", "Омаровтың"},  {"Erdogan", "Ердоғанмен"}, {"Shanghai", "Шанхайда"},
        {"Guterres", "Гутерреспен"}, {"Putin", "Путинге"},     {"Merkel", "Меркельдің"},  {"Kostanay", "Қостанайда"},
        {"Pavlodar", "Павлодарға"},
    };
    for (const Pair& pair : alike) {
        EXPECT_GE(likeness(pair.a, pair.b), 0.72) << pair.a << " and " << pair.b;
    }
}

TEST(NameLikeness, is_low_for_other_names) {
    const Pair unlike[] = {
        {"Astana", "Алматы"},    {"Tokayev", "Тасмағамбетов"}, {"Omarov", "Оспанов"},
        {"Paris", "Пекинде"},    {"Trump", "Түркия"},          {"Berlin", "Бернде"},
        {"Samal", "Сәтбаевтың"}, {"Kassym", "Қостанайда"},     {"Ban", "Байжановтың"},
    };
    for (const Pair& pair : unlike) {
        EXPECT_LT(likeness(pair.a, pair.b), 0.72) << pair.a << " and " << pair.b;
    }
}

TEST(NameLikeness, is_a_likeness) {
    const char* names[] = {"tokaev", "tokaevtin", "astana", "al", "a", "", "omarov", "kasimjomart"};
    for (const char* a : names) {
        for (const char* b : names) {
            EXPECT_EQ(name_likeness(a, b), name_likeness(b, a)) << a << " and " << b;
            EXPECT_GE(name_likeness(a, b), 0);
            EXPECT_LE(name_likeness(a, b), 1);
        }
        if (std::string(a).size() >= 2) {
            EXPECT_EQ(name_likeness(a, a), 1) << a;
        }
    }
    EXPECT_LT(name_likeness("tokaev", "tokaevtin"), 1);
    EXPECT_LT(name_likeness("tokaev", "tokaevtinabcd"), name_likeness("tokaev", "tokaevtin"));
}

TEST(NameLikeness, gives_up_on_very_long_words) {
    const std::string longest(100'000, 'a');
    EXPECT_EQ(name_likeness(longest, longest), 0);
    EXPECT_EQ(name_likeness("tokaev", longest), 0);
}

} // namespace
} // namespace qosar
