#include "qosar/pairing/content_evidence.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "texts.hpp"

namespace qosar {
namespace {

ContentEvidence compared(std::string_view english, std::string_view kazakh) {
    const LanguagePack& en = language_pack("en");
    const LanguagePack& kk = language_pack("kk");
    return content_evidence(match_words(en, lines_of(english), kk, lines_of(kazakh), builtin_lexicon(en, kk)));
}

TEST(ContentEvidence, is_strong_for_a_translation_and_weak_for_another_article) {
    for (const TextPair& own : text_pairs()) {
        for (const TextPair& other : text_pairs()) {
            const ContentEvidence evidence = compared(own.english, other.kazakh);
            ASSERT_TRUE(can_judge(evidence)) << own.english;
            if (&own == &other) {
                EXPECT_GT(evidence.first.share(), 0.8) << own.english;
                EXPECT_GT(evidence.second.share(), 0.8) << own.english;
                EXPECT_GT(evidence.order, 0.3) << own.english;
                EXPECT_GT(content_odds(evidence), 20) << own.english;
            } else {
                EXPECT_LT(content_odds(evidence), 0.01) << own.english << other.kazakh;
            }
            EXPECT_EQ(is_other_article(evidence, 3e-4), &own != &other) << own.english << other.kazakh;
        }
    }
}

TEST(ContentEvidence, sees_other_numbers_in_the_same_words) {
    const TextPair& pair = text_pairs().front();
    std::string other(pair.kazakh);
    for (const auto& [from, to] : {std::pair{"840", "395"}, {"2,6", "7,9"}, {"1974", "1961"}, {"12", "29"}}) {
        const std::size_t place = other.find(from);
        ASSERT_NE(place, std::string::npos) << from;
        other.replace(place, std::string_view(from).size(), to);
    }
    const ContentEvidence same = compared(pair.english, pair.kazakh);
    const ContentEvidence changed = compared(pair.english, other);
    EXPECT_EQ(content_features(same).missing_numbers, 0);
    EXPECT_GT(content_features(changed).missing_numbers, 0.4);
    EXPECT_LT(content_odds(changed), content_odds(same) / 50);
    EXPECT_FALSE(is_other_article(changed, 3e-4)) << "it is the same subject after all";
}

TEST(ContentEvidence, does_not_judge_short_texts) {
    for (const auto& [english, kazakh] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"", ""},
             {"A bridge was opened.", ""},
             {"", "Көпір ашылды."},
             {"A new bridge over the Tobyl was opened in Kostanay", "Қостанайда Тобыл арқылы жаңа көпір ашылды"},
             {"... !!! ---", "«»"}}) {
        const ContentEvidence evidence = compared(english, kazakh);
        EXPECT_FALSE(can_judge(evidence)) << english;
        EXPECT_EQ(content_odds(evidence), 0) << english;
        EXPECT_FALSE(is_other_article(evidence, 1)) << english;
    }
}

TEST(ContentEvidence, works_without_a_lexicon) {
    const LanguagePack& de = language_pack("de");
    const LanguagePack& fr = language_pack("fr");
    const std::vector<std::string_view> german = lines_of("Die Expedition von Reinhold Messner erreichte am 8. Mai "
                                                          "1978 den Gipfel.\nDer Alpinist Peter Habeler war dabei.\n"
                                                          "Zwischen Khumbu und Lhotse lagen 3450 Meter, die Temperatur "
                                                          "war minus 41 Grad.\nIn Kathmandu wartete Dawa Tenzing.");
    const std::vector<std::string_view> french = lines_of(
        "L'expédition de Reinhold Messner a atteint le sommet le 8 mai 1978.\nL'alpiniste Peter Habeler y était.\n"
        "Entre Khumbu et Lhotse il y avait 3450 mètres, la température était de moins 41 degrés.\nDawa Tenzing "
        "attendait à "
        "Kathmandu.");
    const ContentEvidence evidence = content_evidence(match_words(de, german, fr, french, builtin_lexicon(de, fr)));
    EXPECT_GT(evidence.first.share(), 0.8);
    EXPECT_GT(evidence.second.share(), 0.8);
    EXPECT_GT(evidence.ordered, 5U);
}

TEST(LinesOf, are_what_stands_between_line_ends) {
    EXPECT_EQ(lines_of(""), std::vector<std::string_view>{});
    EXPECT_EQ(lines_of("a"), (std::vector<std::string_view>{"a"}));
    EXPECT_EQ(lines_of("a\n\nb\n"), (std::vector<std::string_view>{"a", "", "b"}));
}

} // namespace
} // namespace qosar
