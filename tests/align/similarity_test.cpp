// Evidence from outside in the score, the search and the probabilities.
#include <array>
#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "qosar/align/steps.hpp"
#include "qosar/align/vector_fit.hpp"
#include "texts.hpp"
#include "vectors.hpp"

namespace qosar {
namespace {

/// For each bead a number of its own, up to ±size.
Similarity random_similarity(unsigned seed, double size) {
    return [seed, size](Range first, Range second) {
        std::mt19937 random(static_cast<unsigned>(seed + 31 * first.begin + 1009 * second.begin + 65537 * first.end +
                                                  1000003 * second.end));
        random.discard(3);
        return size * (static_cast<double>(random() % 2001) / 1000 - 1);
    };
}

/// The best sum of scores over all ladders, without bounds.
double best_sum(const BeadScorer& scorer) {
    const std::size_t n = scorer.first_sentences();
    const std::size_t m = scorer.second_sentences();
    std::vector<std::vector<double>> best(n + 1, std::vector<double>(m + 1, -std::numeric_limits<double>::infinity()));
    best[0][0] = 0;
    for (std::size_t i = 0; i <= n; ++i) {
        for (std::size_t j = 0; j <= m; ++j) {
            const auto reach = [&](std::size_t a, std::size_t b) {
                if (a <= i && b <= j) {
                    best[i][j] = std::max(best[i][j], best[i - a][j - b] + scorer.search_score({i - a, i}, {j - b, j}));
                }
            };
            reach(1, 0);
            reach(0, 1);
            for (const Step step : pair_steps) {
                reach(step.first, step.second);
            }
        }
    }
    return best[n][m];
}

double sum_of(const BeadScorer& scorer, const Ladder& ladder) {
    double sum = 0;
    for (const Bead& bead : ladder) {
        sum += scorer.search_score(bead.first, bead.second);
    }
    return sum;
}

TEST(Similarity, the_bounded_search_finds_what_a_full_one_finds) {
    for (unsigned seed = 0; seed < 6; ++seed) {
        for (const GoldPair& pair : gold_pairs()) {
            if (pair.first.size() > 40) {
                continue;
            }
            AlignOptions options;
            options.similarity = random_similarity(seed, std::array{1.0, 6.0, 25.0}[seed % 3]);
            const AlignedTexts texts = align_as("en", pair.first, "kk", pair.second, options);
            EXPECT_NEAR(sum_of(*texts.scorer, texts.ladder), best_sum(*texts.scorer), 1e-3) << pair.name << " " << seed;
            EXPECT_EQ(broken_law(texts.ladder, pair.first.size(), pair.second.size()), "") << pair.name;
        }
    }
}

TEST(Similarity, is_in_the_bound_and_in_the_parts) {
    AlignOptions options;
    options.similarity = random_similarity(5, 20);
    const AlignedTexts texts = align_as("en", english_text, "kk", kazakh_text, options);
    for (std::size_t i = 0; i < english_text.size(); ++i) {
        for (std::size_t j = 0; j < kazakh_text.size(); ++j) {
            const Range a{i, i + 1};
            const Range b{j, j + 1};
            EXPECT_GE(texts.scorer->search_bounds(i + 1, j + 1)[0], texts.scorer->search_score(a, b)); // of 1-1
            const ScorePart part = texts.scorer->parts(a, b).back();
            EXPECT_EQ(part.name, "vectors");
            EXPECT_NEAR(part.value, bead_model("en", "kk").vectors * options.similarity(a, b), 1e-12);
        }
    }
}

TEST(Similarity, that_says_nothing_changes_nothing) {
    AlignOptions options;
    options.similarity = [](Range, Range) { return 0.0; };
    EXPECT_EQ(align_as("en", english_text, "kk", kazakh_text, options).ladder,
              align_as("en", english_text, "kk", kazakh_text).ladder);
}

TEST(Similarity, decides_where_words_say_nothing) {
    const Sentences first{"Aaaa bbbb cccc.", "Dddd eeee ffff.", "Gggg hhhh iiii."};
    const Sentences second{"Жжжж зззз кккк.", "Лллл мммм нннн."};
    AlignOptions options;
    options.similarity = [](Range a, Range b) { return a == Range{1, 2} && b == Range{1, 2} ? 20.0 : -5.0; };
    const AlignedTexts texts = align_as("xx", first, "yy", second, options);
    const auto found =
        std::find_if(texts.ladder.begin(), texts.ladder.end(), [](const Bead& b) { return b.is_pair(); });
    ASSERT_NE(found, texts.ladder.end());
    EXPECT_EQ(found->first, (Range{1, 2}));
    EXPECT_EQ(found->second, (Range{1, 2}));
    EXPECT_GT(found->score, 0.99);
}

} // namespace
} // namespace qosar
