#include "qosar/align/ladder_file.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/base/error.hpp"

namespace qosar {
namespace {

using namespace std::string_literals;

TEST(LadderFile, writes_one_line_for_each_bead) {
    const Ladder ladder{{{0, 1}, {0, 2}, 0.93}, {{1, 2}, {2, 2}, 0}, {{2, 2}, {2, 3}, 0}, {{2, 4}, {3, 5}, 0.123456}};
    EXPECT_EQ(ladder_text(ladder), "[0]:[0,1]:0.9300\n[1]:[]:0.0000\n[]:[2]:0.0000\n[2,3]:[3,4]:0.1235\n");
    EXPECT_EQ(ladder_text({}), "");
}

TEST(LadderFile, reads_what_others_write) {
    const struct {
        const char* name;
        const char* text;
        std::vector<ListedBead> beads;
    } cases[] = {
        {"empty", "", {}},
        {"blank lines", "\n \n\t\r\n", {}},
        {"no score", "[0]:[0]", {{{0}, {0}, 0}}},
        {"score", "[0]:[0,1]:0.93\n", {{{0}, {0, 1}, 0.93}}},
        {"blanks", " [0, 1]:[ 2 ]: 0.5 \n", {{{0, 1}, {2}, 0.5}}},
        {"blanks around colons", "[0] : [1]\n[1] :\t[2] : 0.5", {{{0}, {1}, 0}, {{1}, {2}, 0.5}}},
        {"Windows", "[0]:[0]\r\n[1]:[1]\r\n", {{{0}, {0}, 0}, {{1}, {1}, 0}}},
        {"null beads", "[]:[0]\n[0]:[]\n[]:[]\n", {{{}, {0}, 0}, {{0}, {}, 0}, {{}, {}, 0}}},
        {"any order", "[5]:[7]\n[0,4]:[9]\n", {{{5}, {7}, 0}, {{0, 4}, {9}, 0}}},
        {"small and negative scores", "[0]:[0]:1e-3\n[1]:[1]:-2.5\n", {{{0}, {0}, 1e-3}, {{1}, {1}, -2.5}}},
    };
    for (const auto& c : cases) {
        EXPECT_EQ(parse_ladder(c.text, "x"), c.beads) << c.name;
    }
}

TEST(LadderFile, says_which_line_is_no_bead) {
    const std::string bad[] = {"x",
                               "[0]",
                               "[0]:",
                               "[0]:[1",
                               "0:1",
                               "[a]:[0]",
                               "[0]:[b]",
                               "[-1]:[0]",
                               "[0 1]:[0]",
                               "[0]:[0]:x",
                               "[0]:[0]0.5",
                               "[0]:[0]:0.5x",
                               "[0]:[0]:0.5:1",
                               "[[0]]:[0]",
                               "[0][0]",
                               "[1.5]:[0]",
                               "]:[",
                               ":",
                               "[0]:[0]\0"s,
                               "\xFF\xC3",
                               "[99999999999999999999999]:[0]",
                               "[0];[0]",
                               std::string(100'000, '['),
                               std::string(100'000, ',')};
    for (const std::string& line : bad) {
        try {
            parse_ladder("[0]:[0]\n\n" + line + "\n", "my.gold");
            FAIL() << line.substr(0, 40);
        } catch (const Error& error) {
            EXPECT_NE(std::string(error.what()).find("my.gold:3"), std::string::npos) << error.what();
            EXPECT_LT(std::string(error.what()).size(), 300U);
        }
    }
}

TEST(LadderFile, written_read_and_written_again_is_the_same) {
    std::mt19937 random(5);
    for (int round = 0; round < 200; ++round) {
        Ladder ladder;
        Bead bead;
        for (auto beads = random() % 20; beads > 0; --beads) {
            bead.first = {bead.first.end, bead.first.end + random() % 3};
            bead.second = {bead.second.end, bead.second.end + random() % 3};
            bead.score = bead.is_pair() ? static_cast<double>(random() % 10'001) / 10'000 : 0;
            ladder.push_back(bead);
        }
        const std::string text = ladder_text(ladder);
        const std::vector<ListedBead> read = parse_ladder(text, "x");
        ASSERT_EQ(read, listed(ladder));
        Ladder again;
        for (std::size_t i = 0; i < read.size(); ++i) {
            const auto range = [](const std::vector<std::size_t>& numbers) {
                return numbers.empty() ? Range{} : Range{numbers.front(), numbers.back() + 1};
            };
            again.push_back({range(read[i].first), range(read[i].second), read[i].score});
        }
        ASSERT_EQ(ladder_text(again), text);
    }
}

TEST(LadderFile, stands_many_beads) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) {
        text += "[" + std::to_string(i) + "]:[" + std::to_string(i) + "]\n";
    }
    EXPECT_EQ(parse_ladder(text, "x").size(), 100'000U);
}

} // namespace
} // namespace qosar
