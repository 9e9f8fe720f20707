#include "qosar/align/vector_fit.hpp"

#include <gtest/gtest.h>

#include "vectors.hpp"

namespace qosar {
namespace {

Ladder ones(std::size_t count, double score) {
    Ladder ladder;
    for (std::size_t i = 0; i < count; ++i) {
        ladder.push_back({{i, i + 1}, {i, i + 1}, score});
    }
    return ladder;
}

VectorWeights fitted(const Rows& first, const Rows& second, const Ladder& ladder) {
    const MeanVector none;
    const VectorSimilarity similarity(first.side(), none.with(first.side()), second.side(), none.with(second.side()));
    VectorFit fit;
    fit.add(ladder, similarity);
    return fit.weights();
}

TEST(VectorFit, uses_vectors_that_tell) {
    const Rows first = random_rows(60, 32, 1, 2);
    const VectorWeights good = fitted(first, with_noise(first, 0.5, 2), ones(60, 0.9));
    EXPECT_TRUE(good.helps) << good.report();
    EXPECT_EQ(good.beads, 60U);
    EXPECT_LT(good.mistaken, 0.1);
    EXPECT_GT(good.log_odds(0.9), 1);
    EXPECT_LT(good.log_odds(0), -1);
    EXPECT_EQ(good.log_odds({}), 0);
    const VectorWeights worse = fitted(first, with_noise(first, 2.5, 2), ones(60, 0.9));
    EXPECT_TRUE(worse.helps) << worse.report();
    EXPECT_GT(worse.mistaken, good.mistaken);
}

TEST(VectorFit, drops_vectors_that_tell_nothing) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const VectorWeights weights =
            fitted(random_rows(60, 32, 100 + seed, 2), random_rows(60, 32, 200 + seed, 2), ones(60, 0.9));
        EXPECT_FALSE(weights.helps) << seed << " " << weights.report();
        EXPECT_EQ(weights.log_odds(1), 0);
    }
}

TEST(VectorFit, drops_vectors_of_the_wrong_lines) {
    const Rows first = random_rows(60, 32, 1);
    Rows second = first; // each line has the vector of the next one
    second.values.erase(second.values.begin(), second.values.begin() + 32);
    second.values.insert(second.values.end(), first.values.begin(), first.values.begin() + 32);
    const VectorWeights weights = fitted(first, second, ones(60, 0.9));
    EXPECT_FALSE(weights.helps) << weights.report();
}

TEST(VectorFit, does_not_judge_by_a_few_beads_or_by_unsure_ones) {
    const Rows first = random_rows(60, 32, 1);
    EXPECT_FALSE(fitted(first, first, ones(7, 0.9)).helps);
    EXPECT_EQ(fitted(first, first, ones(60, 0.2)).beads, 0U);
    EXPECT_TRUE(fitted(first, first, ones(8, 0.9)).helps);
    EXPECT_FALSE(fitted(first, first, {}).helps);
}

} // namespace
} // namespace qosar
