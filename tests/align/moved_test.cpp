#include "qosar/align/moved.hpp"

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>

#include "texts.hpp"

namespace qosar {
namespace {

Sentences some_lines(const Sentences& lines, std::size_t begin, std::size_t end) {
    return {lines.begin() + static_cast<std::ptrdiff_t>(begin), lines.begin() + static_cast<std::ptrdiff_t>(end)};
}

void append(Sentences& lines, const Sentences& more) { lines.insert(lines.end(), more.begin(), more.end()); }

std::vector<MovedPassage> moved_in(const char* a, const Sentences& first, const char* b, const Sentences& second) {
    const AlignedTexts texts = align_as(a, first, b, second);
    return moved_passages(*texts.scorer, texts.ladder);
}

const Sentences long_english{
    "A new bridge was opened in Astana on 15 August.",
    "It cost 2.5 billion tenge.",
    "Governor Omarov thanked the engineers.",
    "Doctors in Shymkent examined 340 children in September.",
    "Minister Akhmetova visited the hospital with 12 specialists.",
    "The harvest in Kostanay reached 720 thousand tonnes of wheat.",
    "Farmers bought 65 new tractors.",
    "The Pavlodar library received 1,800 books from Germany.",
};
const Sentences long_kazakh{
    "15 тамызда Астанада жаңа көпір ашылды.",         "Оның құны – 2,5 миллиард теңге.",
    "Әкім Омаров инженерлерге алғыс айтты.",          "Шымкентте дәрігерлер қыркүйекте 340 баланы тексерді.",
    "Министр Ахметова ауруханаға 12 маманмен барды.", "Қостанайда бидай өнімі 720 мың тоннаға жетті.",
    "Фермерлер 65 жаңа трактор сатып алды.",          "Павлодар кітапханасы Германиядан 1800 кітап алды.",
};

TEST(MovedPassages, are_none_in_texts_that_run_alongside) {
    EXPECT_TRUE(moved_in("en", long_english, "kk", long_kazakh).empty());
    EXPECT_TRUE(moved_in("en", {}, "kk", long_kazakh).empty());
    EXPECT_TRUE(moved_in("en", long_english, "kk", {}).empty());
    Sentences gap = some_lines(long_kazakh, 0, 2);
    append(gap, some_lines(long_kazakh, 6, 8));
    EXPECT_TRUE(moved_in("en", long_english, "kk", gap).empty());
    for (const GoldPair& pair : gold_pairs()) {
        EXPECT_TRUE(moved_in("en", pair.first, "kk", pair.second).empty()) << pair.name;
    }
}

TEST(MovedPassages, tell_of_a_block_that_moved) {
    Sentences moved = some_lines(long_kazakh, 2, 8); // its first two lines stand at the end
    append(moved, some_lines(long_kazakh, 0, 2));
    const std::vector<MovedPassage> passages = moved_in("en", long_english, "kk", moved);
    ASSERT_EQ(passages.size(), 1U);
    EXPECT_EQ(passages[0].first, (Range{0, 2}));
    EXPECT_EQ(passages[0].second, (Range{6, 8}));
    EXPECT_GE(passages[0].score, MovedOptions{}.least_score);
}

TEST(MovedPassages, tell_of_exchanged_paragraphs_from_either_side) {
    Sentences exchanged = some_lines(long_kazakh, 0, 3);
    append(exchanged, some_lines(long_kazakh, 5, 7));
    append(exchanged, some_lines(long_kazakh, 3, 5));
    append(exchanged, some_lines(long_kazakh, 7, 8));
    const std::vector<MovedPassage> forth = moved_in("en", long_english, "kk", exchanged);
    const std::vector<MovedPassage> back = moved_in("kk", exchanged, "en", long_english);
    ASSERT_EQ(forth.size(), 1U);
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(forth[0].first, back[0].second);
    EXPECT_EQ(forth[0].second, back[0].first);
    const bool either = forth[0] == MovedPassage{{3, 5}, {5, 7}, forth[0].score} ||
                        forth[0] == MovedPassage{{5, 7}, {3, 5}, forth[0].score};
    EXPECT_TRUE(either) << forth[0].first.begin << " " << forth[0].second.begin;
}

} // namespace
} // namespace qosar
