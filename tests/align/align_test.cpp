#include "qosar/align/align.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/align/evaluate.hpp"
#include "texts.hpp"

namespace qosar {
namespace {

Sentences without(Sentences sentences, std::size_t left_out) {
    sentences.erase(sentences.begin() + static_cast<std::ptrdiff_t>(left_out));
    return sentences;
}

Sentences with(Sentences sentences, std::size_t place, const std::string& put_in) {
    sentences.insert(sentences.begin() + static_cast<std::ptrdiff_t>(place), put_in);
    return sentences;
}

TEST(Align, finds_the_beads_of_a_small_text) {
    const std::string stranger = "Weather on Mars remained windy, astronomers observing it from Chile reported.";
    const struct {
        const char* name;
        Sentences first;
        Sentences second;
        const char* types;
    } cases[] = {
        {"one is split", english_text, kazakh_text, "1-1 1-1 1-2 1-1 1-1"},
        {"one lacks its counterpart", english_text, without(kazakh_text, 4), "1-1 1-1 1-2 1-0 1-1"},
        {"the first side has one more", with(english_text, 2, stranger), kazakh_text, "1-1 1-1 1-0 1-2 1-1 1-1"},
        {"the first side lacks one", without(english_text, 1), kazakh_text, "1-1 0-1 1-2 1-1 1-1"},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(types_of(align_as("en", c.first, "kk", c.second).ladder), c.types) << c.name;
    }
}

TEST(Align, an_empty_side_leaves_null_beads) {
    EXPECT_TRUE(align_as("en", {}, "kk", {}).ladder.empty());
    EXPECT_EQ(types_of(align_as("en", {"One.", "Two."}, "kk", {}).ladder), "1-0 1-0");
    EXPECT_EQ(types_of(align_as("en", {}, "kk", {"Бір.", "Екі."}).ladder), "0-1 0-1");
}

TEST(Align, covers_each_sentence_once_in_order) {
    const char* const pieces[] = {"bridge ", "көпір ",  "12 ",     "Omarov ", "Омаров ", "2025 ", "",
                                  "– ",      "school ", "мектеп ", "\xFF ",   "a",       "?"};
    std::mt19937 random(11);
    const auto text = [&] {
        Sentences sentences(random() % 14);
        for (std::string& sentence : sentences) {
            for (auto words = random() % 12; words > 0; --words) {
                sentence += pieces[random() % std::size(pieces)];
            }
        }
        return sentences;
    };
    for (int round = 0; round < 300; ++round) {
        const Sentences first = text();
        const Sentences second = text();
        const Ladder ladder = align_as("en", first, "kk", second).ladder;
        ASSERT_EQ(broken_law(ladder, first.size(), second.size()), "") << round;
        ASSERT_EQ(align_as("en", first, "kk", second).ladder, ladder) << round;
    }
}

TEST(Align, covers_each_sentence_once_in_the_narrowest_band) {
    AlignOptions options;
    options.corridor = {0, 0, 0, 0, 0};
    for (const std::size_t rows : {0U, 1U, 2U, 3U, 7U, 40U, 200U}) {
        for (const std::size_t columns : {0U, 1U, 2U, 5U, 41U, 300U}) {
            const Ladder ladder =
                align_as("en", Sentences(rows, "A bridge."), "kk", Sentences(columns, "Көпір."), options).ladder;
            EXPECT_EQ(broken_law(ladder, rows, columns), "") << rows << " x " << columns;
        }
    }
}

TEST(Align, a_band_finds_the_ladder_where_sentences_run_alongside) {
    AlignOptions banded;
    banded.corridor = {0, 3, 1, 10, 3};
    Sentences first;
    Sentences second;
    for (int i = 0; i < 50; ++i) {
        const std::string number = std::to_string(100 + i);
        first.push_back("School " + number + " was opened.");
        second.push_back(number + "-мектеп ашылды.");
    }
    const Ladder ladder = align_as("en", first, "kk", second, banded).ladder;
    EXPECT_EQ(types_of(ladder), types_of(align_as("en", first, "kk", second).ladder));
    EXPECT_EQ(ladder.size(), 50U);
}

TEST(Align, a_text_with_itself_is_all_one_to_one) {
    std::vector<std::pair<const char*, Sentences>> texts{{"en", english_text}, {"kk", kazakh_text}};
    for (const GoldPair& pair : gold_pairs()) {
        texts.emplace_back("en", pair.first);
        texts.emplace_back("kk", pair.second);
    }
    for (const auto& [language, text] : texts) {
        const Ladder ladder = align_as(language, text, language, text).ladder;
        EXPECT_EQ(ladder.size(), text.size()) << text.front();
        for (const Bead& bead : ladder) {
            EXPECT_EQ(bead_type(bead), "1-1") << text.front();
        }
    }
}

TEST(Align, swapped_sides_mirror_the_ladder) {
    std::vector<std::pair<Sentences, Sentences>> texts{{english_text, kazakh_text},
                                                       {without(english_text, 1), kazakh_text}};
    for (const GoldPair& pair : gold_pairs()) {
        texts.emplace_back(pair.first, pair.second);
    }
    for (const auto& [first, second] : texts) {
        const Ladder forth = align_as("en", first, "kk", second).ladder;
        const Ladder back = align_as("kk", second, "en", first).ladder;
        std::vector<ListedBead> links = listed(forth);
        for (ListedBead& bead : links) {
            std::swap(bead.first, bead.second);
        }
        const AlignmentScore same = evaluate(links, listed(back));
        EXPECT_EQ(same.recall.strict, same.recall.total) << first.front();
        EXPECT_EQ(same.precision.strict, same.precision.total) << first.front();
        for (std::size_t i = 0; forth.size() == back.size() && i < forth.size(); ++i) {
            if (forth[i].is_pair() && back[i].is_pair()) {
                EXPECT_NEAR(forth[i].score, back[i].score, 1e-9) << first.front();
            }
        }
    }
}

TEST(Align, agrees_with_the_gold_ladders) {
    AlignmentScore score;
    std::string by_file;
    for (const GoldPair& pair : gold_pairs()) {
        const Ladder ladder = align_as("en", pair.first, "kk", pair.second).ladder;
        EXPECT_EQ(broken_law(ladder, pair.first.size(), pair.second.size()), "") << pair.name;
        const AlignmentScore one = evaluate(pair.gold, listed(ladder));
        by_file += pair.name + " " + std::to_string(one.recall.strict) + "/" + std::to_string(one.recall.total) + ", ";
        score += one;
    }
    EXPECT_GT(score.recall.total, 100U);
    const double precision = share(score.precision.strict, score.precision.total);
    const double recall = share(score.recall.strict, score.recall.total);
    EXPECT_GE(f1(precision, recall), 0.93)
        << "strict precision " << precision << ", recall " << recall << "; " << by_file;
    RecordProperty("strict_f1", std::to_string(f1(precision, recall)));
}

TEST(Align, stands_long_texts) {
    const Sentences first(2'500, "The bridge was opened in 2025.");
    const Sentences second(2'000, "Көпір 2025 жылы ашылды.");
    EXPECT_EQ(broken_law(align_as("en", first, "kk", second).ladder, first.size(), second.size()), "");
}

} // namespace
} // namespace qosar
