#include "qosar/align/bead_score.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/align/train_model.hpp"
#include "texts.hpp"

namespace qosar {
namespace {

TEST(BeadScorer, scores_are_the_sum_of_their_parts) {
    const AlignedTexts texts = align_as("en", english_text, "kk", kazakh_text);
    for (std::size_t i = 0; i < english_text.size(); ++i) {
        for (std::size_t j = 0; j + 1 < kazakh_text.size(); ++j) {
            double sum = 0;
            std::vector<std::string> names;
            for (const ScorePart& part : texts.scorer->parts({i, i + 1}, {j, j + 2})) {
                sum += part.value;
                names.push_back(part.name);
            }
            EXPECT_EQ(names,
                      (std::vector<std::string>{"words_first", "words_second", "length", "punctuation", "type"}));
            EXPECT_NEAR(texts.scorer->search_score({i, i + 1}, {j, j + 2}), sum, 1e-9);
        }
    }
}

TEST(BeadScorer, scores_are_features_times_weights) {
    for (const GoldPair& pair : gold_pairs()) {
        const AlignedTexts texts = align_as("en", pair.first, "kk", pair.second);
        const std::vector<double> weights = weights_of(bead_model("en", "kk"));
        for (const Bead& bead : texts.ladder) {
            const std::vector<double> values = weighed_by(*texts.scorer, bead.first, bead.second);
            ASSERT_EQ(values.size(), weights.size());
            const double sum = std::inner_product(values.begin(), values.end(), weights.begin(), 0.0);
            EXPECT_NEAR(texts.scorer->search_score(bead.first, bead.second), sum, 1e-9) << pair.name;
        }
    }
}

TEST(BeadScorer, prefers_the_translation) {
    const AlignedTexts texts = align_as("en", english_text, "kk", kazakh_text);
    const BeadScorer& scorer = *texts.scorer;
    EXPECT_GT(scorer.search_score({0, 1}, {0, 1}), scorer.search_score({0, 1}, {1, 2}));
    EXPECT_GT(scorer.search_score({2, 3}, {2, 4}), scorer.search_score({2, 3}, {2, 3}));
    const auto left_alone = [&](std::size_t i, std::size_t j) {
        return scorer.search_score({i, i + 1}, {j, j}) + scorer.search_score({i, i}, {j, j + 1});
    };
    EXPECT_GT(scorer.search_score({4, 5}, {5, 6}), left_alone(4, 5));
    EXPECT_LT(scorer.search_score({1, 2}, {5, 6}), left_alone(1, 5));
}

/// The bounds of the beads that end at a point are no less than their scores.
void expect_bounds(const BeadScorer& scorer, std::size_t i, std::size_t j) {
    const ByStep bounds = scorer.search_bounds(i, j);
    for (std::size_t s = 0; s < pair_steps.size(); ++s) {
        const auto [a, b] = pair_steps[s];
        const double score =
            a <= i && b <= j ? scorer.search_score({i - a, i}, {j - b, j}) : -std::numeric_limits<double>::infinity();
        EXPECT_GE(bounds[s], score) << i << ":" << j << " " << int{a} << "-" << int{b};
    }
}

TEST(BeadScorer, the_bound_is_never_below_the_score) {
    for (const GoldPair& pair : gold_pairs()) {
        const AlignedTexts texts = align_as("en", pair.first, "kk", pair.second);
        std::mt19937 random(4);
        for (int round = 0; round < 2'000; ++round) {
            expect_bounds(*texts.scorer, random() % (pair.first.size() + 1), random() % (pair.second.size() + 1));
        }
    }
}

TEST(BeadScorer, the_bound_holds_for_tiny_sentences) {
    const Sentences first{"", "1", "A", "12", "Omarov", std::string(2'000, 'x')};
    const Sentences second{"", "1", "Ә", "12", "Омаров", std::string(2'000, 'y')};
    const AlignedTexts texts = align_as("en", first, "kk", second);
    for (std::size_t i = 0; i <= first.size(); ++i) {
        for (std::size_t j = 0; j <= second.size(); ++j) {
            expect_bounds(*texts.scorer, i, j);
        }
    }
}

TEST(BeadScorer, punctuation_that_only_one_side_has_speaks_against) {
    const auto punctuation = [](const char* english, const char* kazakh) {
        const AlignedTexts texts = align_as("en", {english}, "kk", {kazakh});
        return texts.scorer->parts({0, 1}, {0, 1})[3].value;
    };
    const double plain = punctuation("The school is open.", "Мектеп ашық.");
    EXPECT_EQ(plain, 0);
    EXPECT_LT(punctuation("Is the school open?", "Мектеп ашық."), plain);
    EXPECT_LT(punctuation("The school is open.", "«Мектеп ашық», – деді ол."), plain);
    EXPECT_GT(punctuation("Is the school open?", "Мектеп ашық па?"), plain);
    EXPECT_GT(punctuation("School open", "Мектеп ашық"), plain);
}

TEST(BeadScorer, probability_is_one_and_rises_with_the_prior) {
    const AlignedTexts texts = align_as("en", english_text, "kk", kazakh_text);
    for (std::size_t j = 0; j < kazakh_text.size(); ++j) {
        double last = 0;
        for (const double prior : {0.001, 0.1, 0.5, 0.8, 0.95}) {
            const double p = texts.scorer->probability({0, 1}, {j, j + 1}, prior);
            EXPECT_TRUE(p > last && p < 1) << j << " " << prior;
            last = p;
        }
        EXPECT_EQ(texts.scorer->probability({0, 1}, {j, j + 1}),
                  texts.scorer->probability({0, 1}, {j, j + 1}, BeadModel{}.prior));
    }
}

TEST(BeadScorer, lists_matches_by_weight_each_word_once) {
    const AlignedTexts texts = align_as("en", {"Omarov met Omarov in school 12, a school of 12."}, "kk",
                                        {"Омаров 12-мектепте Омаровпен кездесті, мектепте 12 бала бар."});
    std::set<std::uint32_t> first;
    std::set<std::uint32_t> second;
    double last = 1e9;
    const auto matches = texts.scorer->matches_in({0, 1}, {0, 1});
    EXPECT_GE(matches.size(), 4U);
    for (const WordMatch& match : matches) {
        EXPECT_TRUE(first.insert(match.first).second);
        EXPECT_TRUE(second.insert(match.second).second);
        EXPECT_LE(texts.scorer->weight_of(match), last);
        last = texts.scorer->weight_of(match);
        EXPECT_GT(last, 0);
    }
}

TEST(BeadScorer, scores_of_any_text_are_numbers) {
    const Sentences odd{"", " ", "12", "–", "\xFF", std::string(100'000, 'x'), "school"};
    const AlignedTexts texts = align_as("en", odd, "kk", odd);
    for (std::size_t i = 0; i < odd.size(); ++i) {
        for (std::size_t j = 0; j < odd.size(); ++j) {
            EXPECT_TRUE(std::isfinite(texts.scorer->search_score({i, i + 1}, {j, j + 1}))) << i << " " << j;
        }
    }
    EXPECT_EQ(texts.scorer->first_sentences(), odd.size());
    EXPECT_EQ(texts.scorer->second_sentences(), odd.size());
}

TEST(LengthLogRatio, is_mirrored) {
    EXPECT_DOUBLE_EQ(length_log_ratio("en", "kk"), 0.12);
    EXPECT_DOUBLE_EQ(length_log_ratio("kk", "en"), -0.12);
    EXPECT_EQ(length_log_ratio("en", "en"), 0);
    EXPECT_EQ(length_log_ratio("de", "fr"), 0);
    EXPECT_EQ(length_log_ratio("", ""), 0);
}

} // namespace
} // namespace qosar
