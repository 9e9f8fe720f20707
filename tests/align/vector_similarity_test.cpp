#include "qosar/align/vector_similarity.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "vectors.hpp"

namespace qosar {
namespace {

VectorSimilarity compared(const SideVectors& first, const SideVectors& second) {
    const MeanVector none;
    return {first, none.with(first), second, none.with(second)};
}

/// The sum of a range's rows scaled to length 1, without the mean of all.
std::vector<double> joined(const Rows& rows, Range range) {
    std::vector<double> mean(rows.dimension);
    std::vector<double> sum(rows.dimension);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        double square = 0;
        for (std::size_t k = 0; k < rows.dimension; ++k) {
            const double value = rows.values[i * rows.dimension + k];
            square += value * value;
        }
        for (std::size_t k = 0; k < rows.dimension; ++k) {
            const double value = rows.values[i * rows.dimension + k] / std::sqrt(square);
            mean[k] += value / static_cast<double>(rows.size());
            sum[k] += i >= range.begin && i < range.end ? value : 0;
        }
    }
    for (std::size_t k = 0; k < rows.dimension; ++k) {
        sum[k] -= static_cast<double>(range.size()) * mean[k];
    }
    return sum;
}

double cosine_of(const std::vector<double>& a, const std::vector<double>& b) {
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (std::size_t k = 0; k < a.size(); ++k) {
        ab += a[k] * b[k];
        aa += a[k] * a[k];
        bb += b[k] * b[k];
    }
    return ab / std::sqrt(aa * bb);
}

TEST(VectorSimilarity, is_the_cosine_without_the_means) {
    for (const double shift : {0.0, 3.0}) {
        const Rows first = random_rows(7, 13, 1, shift);
        const Rows second = random_rows(9, 13, 2, -shift);
        const VectorSimilarity similarity = compared(first.side(), second.side());
        for (std::size_t i = 0; i < 7; ++i) {
            for (std::size_t j = 9; j-- > 0;) {
                for (std::size_t n = 1; i + n <= 7; ++n) { // longer than the search goes, for required beads
                    const Range a{i, i + n};
                    const Range b{j, std::min<std::size_t>(j + 2, 9)};
                    const double expected = cosine_of(joined(first, a), joined(second, b));
                    if (n == 7) { // all rows without their mean are nothing
                        EXPECT_FALSE(similarity.cosine(a, b)) << *similarity.cosine(a, b);
                    } else {
                        EXPECT_NEAR(similarity.cosine(a, b).value(), expected, 1e-5) << i << " " << j << " " << n;
                    }
                }
            }
        }
    }
}

TEST(VectorSimilarity, does_not_depend_on_lengths_or_on_which_side_comes_first) {
    const Rows first = random_rows(6, 8, 3, 1);
    const Rows second = random_rows(6, 8, 4, 1);
    Rows longer = first;
    for (float& value : longer.values) {
        value *= 1e4F;
    }
    const VectorSimilarity there = compared(first.side(), second.side());
    const VectorSimilarity back = compared(second.side(), first.side());
    const VectorSimilarity scaled = compared(longer.side(), second.side());
    for (std::size_t i = 0; i + 2 <= 6; ++i) {
        const double cosine = there.cosine({i, i + 2}, {2, 3}).value();
        EXPECT_NEAR(back.cosine({2, 3}, {i, i + 2}).value(), cosine, 1e-12);
        EXPECT_NEAR(scaled.cosine({i, i + 2}, {2, 3}).value(), cosine, 1e-5);
    }
}

TEST(VectorSimilarity, takes_the_vector_of_joined_sentences_where_there_is_one) {
    const Rows first = random_rows(6, 8, 5);
    const Rows second = random_rows(5, 8, 6);
    SideVectors side = first.side();
    side.rows[1][0] =
        second.values.data() + 3 * 8; // the two first sentences say what the fourth of the other side says
    const VectorSimilarity similarity = compared(side, second.side());
    EXPECT_GT(similarity.cosine({0, 2}, {3, 4}).value(), 0.8);
    EXPECT_NEAR(similarity.cosine({1, 3}, {3, 4}).value(),
                compared(first.side(), second.side()).cosine({1, 3}, {3, 4}).value(), 1e-12);
}

TEST(VectorSimilarity, says_nothing_without_vectors) {
    const Rows rows = random_rows(4, 8, 7);
    SideVectors side = rows.side();
    side.rows[0][1] = nullptr;
    const VectorSimilarity similarity = compared(side, rows.side());
    EXPECT_FALSE(similarity.cosine({1, 2}, {1, 2}));
    EXPECT_TRUE(similarity.cosine({0, 2}, {1, 2}));
    const Rows same{2, {1, 0, 1, 0, 2, 0}};
    EXPECT_FALSE(compared(same.side(), same.side()).cosine({0, 1}, {0, 1}));
    const Rows huge{2, {3e38F, 3e38F, -3e38F, 3e38F, 1e-40F, 0}};
    EXPECT_NEAR(compared(huge.side(), huge.side()).cosine({1, 2}, {1, 2}).value(), 1, 1e-6);
}

TEST(MeanVector, counts_for_eight_sentences_beside_those_of_a_text) {
    const Rows text{2, {1, 0, 1, 0}};
    const Rows others{2, {0, 5, 0, 1, 0, 2}};
    MeanVector mean;
    EXPECT_EQ(mean.with(text.side()), (std::vector<double>{1, 0}));
    mean.add(others.side());
    EXPECT_EQ(mean.with(text.side()), (std::vector<double>{0.2, 0.8}));
    EXPECT_EQ(mean.with(Rows{2, {}}.side()), (std::vector<double>{0, 1}));
}

} // namespace
} // namespace qosar
