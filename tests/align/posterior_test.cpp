#include "qosar/align/posterior.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <tuple>

#include <gtest/gtest.h>

#include "texts.hpp"

namespace qosar {
namespace {

using Key = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t>;

Key key_of(const Bead& bead) { return {bead.first.begin, bead.first.end, bead.second.begin, bead.second.end}; }

/// Whether a bead with two sides has a sentence of another.
bool shares_a_sentence(const Key& key, const Bead& bead) {
    const auto [a, b, c, d] = key;
    const bool is_pair = a < b && c < d;
    return is_pair && ((a < bead.first.end && bead.first.begin < b) || (c < bead.second.end && bead.second.begin < d));
}

/// All ladders of two texts, one by one, those that differ in the order of neighbouring null beads but once.
void for_each_ladder(const BeadScorer& scorer, const std::function<void(const Ladder&, double)>& visit) {
    Ladder ladder;
    const std::function<void(std::size_t, std::size_t, double)> go_on = [&](std::size_t i, std::size_t j, double sum) {
        if (i == scorer.first_sentences() && j == scorer.second_sentences()) {
            visit(ladder, sum);
            return;
        }
        for (std::size_t a = 0; a <= 4 && i + a <= scorer.first_sentences(); ++a) {
            for (std::size_t b = 0; b <= 4 && j + b <= scorer.second_sentences(); ++b) {
                const bool null = a + b == 1;
                const bool pair = a > 0 && b > 0 && (a == 1 || b == 1 || (a + b <= 5 && a != 4 && b != 4));
                const bool after_second_alone = !ladder.empty() && ladder.back().first.empty();
                if ((null && !(a == 1 && after_second_alone)) || pair) {
                    ladder.push_back({{i, i + a}, {j, j + b}});
                    go_on(i + a, j + b, sum + scorer.search_score(ladder.back().first, ladder.back().second));
                    ladder.pop_back();
                }
            }
        }
    };
    go_on(0, 0, 0);
}

TEST(Posterior, is_the_share_of_all_ladders) {
    const GoldPair pair = gold_pairs().front();
    for (const std::size_t columns : {0U, 1U, 3U, 5U}) {
        const Sentences first(pair.first.begin(), pair.first.begin() + 4);
        const Sentences second(pair.second.begin(), pair.second.begin() + static_cast<std::ptrdiff_t>(columns));
        const AlignedTexts texts = align_as("en", first, "kk", second);
        std::map<Key, double> share;
        double all = 0;
        for_each_ladder(*texts.scorer, [&](const Ladder& ladder, double score) {
            all += std::exp(score);
            for (const Bead& bead : ladder) {
                share[key_of(bead)] += std::exp(score);
            }
        });
        ASSERT_EQ(texts.posteriors.size(), texts.ladder.size());
        for (std::size_t b = 0; b < texts.ladder.size(); ++b) {
            const Bead& bead = texts.ladder[b];
            EXPECT_NEAR(texts.posteriors[b].probability, share[key_of(bead)] / all, 1e-9) << columns << " " << b;
            double likeliest = 0;
            for (const auto& [key, weight] : share) {
                if (key != key_of(bead) && shares_a_sentence(key, bead)) {
                    likeliest = std::max(likeliest, weight / all);
                }
            }
            const auto& other = texts.posteriors[b].runner_up;
            EXPECT_NEAR(other ? other->score : 0, likeliest, other ? 1e-9 : 0.00005) << columns << " " << b;
        }
    }
}

TEST(Posterior, has_no_runner_up_where_nothing_else_is_possible) {
    const AlignedTexts texts = align_as("en", {"A bridge."}, "kk", {"Көпір."});
    ASSERT_EQ(types_of(texts.ladder), "1-1");
    EXPECT_FALSE(texts.posteriors[0].runner_up.has_value());
}

TEST(Posterior, hardly_depends_on_the_reach) {
    for (const GoldPair& pair : gold_pairs()) {
        const AlignedTexts texts = align_as("en", pair.first, "kk", pair.second);
        const auto wide = bead_posteriors(*texts.scorer, texts.ladder, {}, pair.first.size() + pair.second.size());
        for (std::size_t b = 0; b < wide.size(); ++b) {
            EXPECT_NEAR(texts.posteriors[b].probability, wide[b].probability, 0.02) << pair.name << " " << b;
        }
    }
}

TEST(Posterior, of_empty_texts_is_empty) {
    EXPECT_TRUE(align_as("en", {}, "kk", {}).posteriors.empty());
    const AlignedTexts one = align_as("en", {"One."}, "kk", {});
    ASSERT_EQ(one.posteriors.size(), 1U);
    EXPECT_NEAR(one.posteriors[0].probability, 1, 1e-9);
}

TEST(Posterior, of_what_a_person_requires_is_certain_and_of_the_rest_as_without_it) {
    AlignOptions options;
    options.fixed.required = {{{1, 2}, {1, 2}}};
    options.fixed.forbidden = {{{2, 3}, {2, 4}}};
    const AlignedTexts texts = align_as("en", english_text, "kk", kazakh_text, options);
    ASSERT_EQ(texts.ladder[1].first, (Range{1, 2}));
    EXPECT_EQ(texts.ladder[1].score, 1);
    EXPECT_FALSE(texts.posteriors[1].runner_up.has_value());
    for (const BeadPosterior& one : texts.posteriors) {
        const bool is_forbidden =
            one.runner_up && one.runner_up->first == Range{2, 3} && one.runner_up->second == Range{2, 4};
        EXPECT_FALSE(is_forbidden);
        EXPECT_GT(one.probability, 0);
    }
    const AlignedTexts tail = align_as("en", {english_text.begin() + 4, english_text.end()}, "kk",
                                       {kazakh_text.begin() + 5, kazakh_text.end()});
    EXPECT_EQ(types_of(tail.ladder), "1-1");
}

} // namespace
} // namespace qosar
