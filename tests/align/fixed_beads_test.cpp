#include "qosar/align/fixed_beads.hpp"

#include <algorithm>
#include <functional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"
#include "texts.hpp"

namespace qosar {
namespace {

TEST(FixedBeads, reads_signed_ladder_lines) {
    const FixedBeads fixed = parse_fixed_beads(
        "# checked by hand\n+[0]:[0,1]:0.93\n\n -[2]:[3] \r\n+[3,4]:[]\n-[]:[5]\n+[0]:[0,1]\n", "x", 6, 6);
    EXPECT_EQ(fixed.required, (std::vector<Bead>{{{0, 1}, {0, 2}, 0}, {{3, 4}, {}, 0}, {{4, 5}, {}, 0}}));
    EXPECT_EQ(fixed.forbidden, (std::vector<Bead>{{{}, {5, 6}, 0}, {{2, 3}, {3, 4}, 0}}));
    EXPECT_TRUE(parse_fixed_beads("", "x", 0, 0).empty());
    EXPECT_TRUE(parse_fixed_beads("\n# nothing\n", "x", 3, 3).empty());
}

TEST(FixedBeads, refuses_what_is_broken_or_contradicts) {
    const struct {
        const char* text;
        const char* place;
    } cases[] = {
        {"[0]:[0]", "x:1: "},
        {"\n+x\n", "x:2: "},
        {"+", "x:1: "},
        {"+[0]:[0]+[1]:[1]", "x:1: "},
        {"++[0]:[0]", "x:1: "},
        {"+[]:[]", "x:1: "},
        {"+[0,2]:[0]", "x:1: "},
        {"+[1,0]:[0]", "x:1: "},
        {"+[0,0]:[0]", "x:1: "},
        {"+[4]:[0]", "x:1: "},
        {"+[0]:[4]", "x:1: "},
        {"-[0]:[99999999999999999999]", "x:1: "},
        {"+[0]:[18446744073709551615]", "x:1: "},
        {"+[0]:[0]\n+[0]:[1]", "x:2: "},
        {"+[0]:[1]\n+[1]:[1]", "x:2: "},
        {"+[0]:[]\n+[0]:[1]", "x:2: "},
        {"+[1]:[0]\n+[0]:[1]", "x:2: "},
        {"+[0]:[0]\n#\n-[0]:[0]", "x:3: "},
        {"-[2]:[]\n+[1,2]:[]", "x:2: "},
        {"+[0]:[0]\n\xFF\xFE\n", "x:2: "},
    };
    for (const auto& c : cases) {
        try {
            parse_fixed_beads(c.text, "x", 4, 4);
            ADD_FAILURE() << c.text;
        } catch (const Error& error) {
            EXPECT_TRUE(std::string(error.what()).starts_with(c.place)) << c.text << " → " << error.what();
            EXPECT_LT(std::string(error.what()).size(), 300U);
        }
    }
}

double total(const BeadScorer& scorer, const Ladder& ladder) {
    double sum = 0;
    for (const Bead& bead : ladder) {
        sum += scorer.search_score(bead.first, bead.second);
    }
    return sum;
}

bool same(const Bead& a, const Bead& b) {
    const auto plain = [](Range range) { return range.empty() ? Range{} : range; };
    return plain(a.first) == plain(b.first) && plain(a.second) == plain(b.second);
}

bool respects(const Ladder& ladder, const FixedBeads& fixed) {
    const auto holds = [&](const Bead& wanted) {
        return std::any_of(ladder.begin(), ladder.end(), [&](const Bead& bead) { return same(bead, wanted); });
    };
    return std::all_of(fixed.required.begin(), fixed.required.end(), holds) &&
           std::none_of(fixed.forbidden.begin(), fixed.forbidden.end(), holds);
}

/// Calls `use` with every ladder of two texts with beads of at most two sentences a side, and the required ones.
void for_each_ladder(std::size_t first, std::size_t second, const FixedBeads& fixed, Ladder& begun,
                     const std::function<void(const Ladder&)>& use) {
    const std::size_t i = begun.empty() ? 0 : begun.back().first.end;
    const std::size_t j = begun.empty() ? 0 : begun.back().second.end;
    if (i == first && j == second) {
        use(begun);
        return;
    }
    for (std::size_t a = 0; a <= first - i; ++a) {
        for (std::size_t b = 0; b <= second - j; ++b) {
            const Bead bead{{i, i + a}, {j, j + b}, 0};
            const std::size_t most = std::min(a, b) == 0 ? 1 : std::min(a, b) == 1 ? 4 : 3;
            const bool usual = a + b > 0 && std::max(a, b) <= most && std::min(a, b) <= 2;
            const bool required = std::any_of(fixed.required.begin(), fixed.required.end(),
                                              [&](const Bead& one) { return one.is_pair() && same(one, bead); });
            if (usual || required) {
                begun.push_back(bead);
                for_each_ladder(first, second, fixed, begun, use);
                begun.pop_back();
            }
        }
    }
}

/// Some beads that can hold together, and some others that must not.
FixedBeads random_beads(std::mt19937& random, std::size_t first, std::size_t second) {
    FixedBeads fixed;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < first && j < second) {
        const std::size_t a = std::min(1 + random() % 3, first - i);
        const std::size_t b = std::min(1 + random() % 3, second - j);
        switch (random() % 4) {
        case 0: fixed.required.push_back({{i, i + a}, {j, j + b}, 0}); break;
        case 1: fixed.forbidden.push_back({{i, i + a}, {j, j + b}, 0}); break;
        case 2: fixed.required.push_back({{i, i + 1}, {}, 0}); break;
        default: break;
        }
        i += a;
        j += b;
    }
    return fixed;
}

TEST(FixedBeads, the_search_respects_them_and_finds_the_best_of_the_rest) {
    std::mt19937 random(7);
    const std::vector<GoldPair> pool = gold_pairs();
    for (int round = 0; round < 150; ++round) {
        const GoldPair& pair = pool[random() % pool.size()];
        const auto some = [&](const Sentences& all) {
            const std::size_t begin = random() % all.size();
            return Sentences(all.begin() + static_cast<std::ptrdiff_t>(begin),
                             all.begin() + static_cast<std::ptrdiff_t>(std::min(begin + 1 + random() % 4, all.size())));
        };
        const Sentences first = some(pair.first);
        const Sentences second = some(pair.second);
        AlignOptions options;
        options.fixed = random_beads(random, first.size(), second.size());
        const AlignedTexts texts = align_as("en", first, "kk", second, options);
        ASSERT_TRUE(respects(texts.ladder, options.fixed)) << round << " " << types_of(texts.ladder);
        double best = -1e300;
        Ladder begun;
        for_each_ladder(first.size(), second.size(), options.fixed, begun, [&](const Ladder& ladder) {
            if (respects(ladder, options.fixed)) {
                best = std::max(best, total(*texts.scorer, ladder));
            }
        });
        ASSERT_NEAR(total(*texts.scorer, texts.ladder), best, 1e-4) << round << " " << types_of(texts.ladder);
    }
}

TEST(FixedBeads, hold_in_long_texts_far_from_the_evidence) {
    Sentences first;
    Sentences second;
    for (int i = 0; i < 400; ++i) {
        first.push_back("School " + std::to_string(1'000 + i) + " was opened.");
        second.push_back(std::to_string(1'000 + i) + "-мектеп ашылды.");
    }
    AlignOptions options;
    options.fixed = parse_fixed_beads("+[100]:[160,161,162,163,164]\n+[200]:[]\n-[250]:[250]\n", "x", 400, 400);
    const Ladder ladder = align_as("en", first, "kk", second, options).ladder;
    EXPECT_TRUE(respects(ladder, options.fixed));
    EXPECT_TRUE(same(ladder.front(), align_as("en", first, "kk", second).ladder.front()));
}

TEST(FixedBeads, that_leave_no_ladder_are_an_error) {
    AlignOptions options;
    options.fixed = parse_fixed_beads("-[0]:[]\n", "x", 1, 0);
    EXPECT_THROW(align_as("en", {"A bridge."}, "kk", {}, options), Error);
}

} // namespace
} // namespace qosar
