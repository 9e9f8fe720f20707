#include "qosar/align/evaluate.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

AlignmentScore score_of(const char* gold, const char* proposed) {
    return evaluate(parse_ladder(gold, "gold"), parse_ladder(proposed, "proposed"));
}

struct Case {
    const char* name;
    const char* gold;
    const char* proposed;
    Hits precision; ///< strict, lax, total
    Hits recall;
    std::size_t null_hits, null_gold, null_proposed;
};

const Case cases[] = {
    {"equal", "[0]:[0]\n[1]:[1,2]\n[2]:[]\n", "[0]:[0]\n[1]:[1,2]\n[2]:[]\n", {3, 3, 3}, {2, 2, 2}, 1, 1, 1},
    {"half of a 1-2",
     "[0]:[0]\n[1]:[1,2]\n[2]:[]\n[3]:[3]\n",
     "[0]:[0]\n[1]:[1]\n[]:[2]\n[2]:[]\n[3]:[3]\n",
     {3, 4, 5},
     {2, 3, 3},
     1,
     1,
     2},
    {"nothing proposed", "[0]:[0]\n[1]:[]\n", "", {0, 0, 0}, {0, 0, 1}, 1, 1, 3},
    {"nothing in the gold", "", "[0]:[0]\n[1]:[]\n", {0, 0, 2}, {0, 0, 0}, 0, 0, 0},
    {"both empty", "", "", {0, 0, 0}, {0, 0, 0}, 0, 0, 0},
    {"all wrong", "[0]:[0]\n[1]:[1]\n", "[0]:[1]\n[1]:[0]\n", {0, 0, 2}, {0, 0, 2}, 0, 0, 0},
    {"merged", "[0]:[0]\n[1]:[1]\n", "[0,1]:[0,1]\n", {0, 1, 1}, {0, 2, 2}, 0, 0, 0},
    {"null links count in precision only", "[0]:[]\n[]:[0]\n", "[0]:[]\n[]:[0]\n", {2, 2, 2}, {0, 0, 0}, 2, 2, 2},
    {"a pair for two null links", "[0]:[]\n[]:[0]\n", "[0]:[0]\n", {0, 0, 1}, {0, 0, 0}, 0, 2, 0},
    {"order and scores do not matter",
     "[1]:[1]\n[0]:[0]\n",
     "[0]:[0]:0.5\n[1]:[1]:0.1\n",
     {2, 2, 2},
     {2, 2, 2},
     0,
     0,
     0},
    {"numbers out of order make another link",
     "[0,1]:[0]\n[2]:[1,2]\n",
     "[1,0]:[0]\n[2]:[2,1]\n",
     {0, 2, 2},
     {0, 2, 2},
     0,
     0,
     0},
    {"a link that holds nothing is none", "[]:[]\n[0]:[0]\n", "[]:[]\n[0]:[0]\n", {1, 1, 1}, {1, 1, 1}, 0, 0, 0},
    {"a sentence twice in a link", "[0,0]:[0]\n", "[0]:[0]\n", {0, 1, 1}, {0, 1, 1}, 0, 0, 0},
    {"the same link twice counts once", "[0]:[0]\n", "[0]:[0]\n[0]:[0]\n", {1, 1, 1}, {1, 1, 1}, 0, 0, 0},
};

TEST(Evaluate, agrees_with_counts_by_hand) {
    for (const Case& c : cases) {
        const AlignmentScore score = score_of(c.gold, c.proposed);
        EXPECT_EQ(score.precision, c.precision) << c.name;
        EXPECT_EQ(score.recall, c.recall) << c.name;
        EXPECT_EQ(score.null_hits, c.null_hits) << c.name;
        EXPECT_EQ(score.null_gold, c.null_gold) << c.name;
        EXPECT_EQ(score.null_proposed, c.null_proposed) << c.name;
    }
}

TEST(Evaluate, counts_recall_by_type) {
    const AlignmentScore score =
        score_of("[0]:[0]\n[1]:[1,2]\n[2]:[]\n[3]:[3]\n[4,5]:[4]\n", "[0]:[0]\n[1]:[1]\n[4,5]:[4]\n");
    const std::map<std::string, Hits> expected{{"1-1", {1, 1, 2}}, {"1-2", {0, 1, 1}}, {"2-1", {1, 1, 1}}};
    EXPECT_EQ(score.by_type, expected);
}

TEST(Evaluate, sums_over_files) {
    AlignmentScore sum;
    for (const Case& c : cases) {
        sum += score_of(c.gold, c.proposed);
    }
    EXPECT_EQ(sum.precision, (Hits{12, 17, 23}));
    EXPECT_EQ(sum.recall, (Hits{8, 14, 17}));
    EXPECT_EQ(sum.by_type.at("1-2"), (Hits{1, 3, 3}));
}

TEST(Share, is_a_quotient) {
    EXPECT_EQ(share(1, 4), 0.25);
    EXPECT_EQ(share(0, 4), 0);
    EXPECT_EQ(share(0, 0), 0);
}

TEST(F1, is_the_harmonic_mean) {
    EXPECT_DOUBLE_EQ(f1(1, 1), 1);
    EXPECT_DOUBLE_EQ(f1(0.5, 1), 2.0 / 3);
    EXPECT_DOUBLE_EQ(f1(1, 0.5), 2.0 / 3);
    EXPECT_EQ(f1(0, 1), 0);
    EXPECT_EQ(f1(0, 0), 0);
}

} // namespace
} // namespace qosar
