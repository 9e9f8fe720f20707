#include "qosar/align/train_model.hpp"

#include <memory>

#include <gtest/gtest.h>

#include "qosar/align/align.hpp"
#include "qosar/align/evaluate.hpp"
#include "qosar/base/error.hpp"
#include "texts.hpp"

namespace qosar {
namespace {

struct Example {
    GoldPair pair;
    WordMatches words;
    std::unique_ptr<BeadScorer> scorer;
};

std::vector<Example> examples() {
    std::vector<Example> all;
    for (GoldPair& pair : gold_pairs()) {
        all.push_back({std::move(pair), {}, {}});
    }
    const LanguagePack& en = language_pack("en");
    const LanguagePack& kk = language_pack("kk");
    for (Example& one : all) {
        one.words = match_words(en, views(one.pair.first), kk, views(one.pair.second), builtin_lexicon(en, kk));
        one.scorer = std::make_unique<BeadScorer>(one.words, 0.12, BeadModel{});
    }
    return all;
}

/// Null beads are put in where a gold ladder only has pairs in order.
Ladder ladder_of(const std::vector<ListedBead>& beads) {
    Ladder ladder;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const ListedBead& bead : beads) {
        ladder.push_back({{i, i + bead.first.size()}, {j, j + bead.second.size()}});
        i += bead.first.size();
        j += bead.second.size();
    }
    return ladder;
}

double strict_f1(const std::vector<Example>& texts, const std::vector<double>& weights) {
    AlignmentScore score;
    for (const Example& one : texts) {
        const BeadScorer scorer(one.words, 0.12, model_of(weights));
        score += evaluate(one.pair.gold, listed(align(scorer)));
    }
    return f1(share(score.precision.strict, score.precision.total), share(score.recall.strict, score.recall.total));
}

TEST(TrainLadders, learns_to_align_what_it_was_shown_and_respects_what_is_fixed) {
    const std::vector<Example> texts = examples();
    std::vector<GoldText> gold;
    for (const Example& one : texts) {
        gold.push_back({one.scorer.get(), ladder_of(one.pair.gold)});
    }
    const std::vector<double> untrained(weight_names().size());
    const std::vector<double> weights = train_ladders(gold, {1.0, 60, {{"two_two", -0.25}}});
    EXPECT_LT(strict_f1(texts, untrained), 0.5);
    EXPECT_GT(strict_f1(texts, weights), 0.95);
    EXPECT_EQ(model_of(weights).weights[BeadFeature::two_two], -0.25);
    EXPECT_EQ(train_ladders(gold, {1.0, 60, {{"two_two", -0.25}}}), weights) << "the same again";
}

TEST(TrainLadders, says_which_weight_or_bead_does_not_exist) {
    EXPECT_THROW(train_ladders({}, {1.0, 1, {{"no_such_weight", 0}}}), Error);
    const std::vector<Example> texts = examples();
    const Ladder five{{{0, 5}, {0, 5}}};
    EXPECT_THROW(train_ladders({{texts.front().scorer.get(), five}}, {}), Error);
}

TEST(TrainPairs, separates_what_can_be_separated) {
    std::vector<JudgedPair> pairs;
    const std::size_t count = weight_names().size();
    for (int i = 0; i < 40; ++i) {
        std::vector<double> values(count);
        values[0] = i;
        pairs.push_back({values, i >= 20, 1});
    }
    const std::vector<double> weights = train_pairs(pairs, {0.01, 100, {}});
    ASSERT_EQ(weights.size(), count + 1);
    const auto score = [&](double value) { return weights[0] * value + weights.back(); };
    EXPECT_LT(score(15), 0);
    EXPECT_GT(score(24), 0);
    EXPECT_NEAR(score(19.5), 0, 1);
}

TEST(Weights, of_a_model_are_those_it_was_made_of) {
    std::vector<double> weights(weight_names().size());
    for (std::size_t k = 0; k < weights.size(); ++k) {
        weights[k] = static_cast<double>(k) / 8;
    }
    EXPECT_EQ(weights_of(model_of(weights)), weights);
}

} // namespace
} // namespace qosar
