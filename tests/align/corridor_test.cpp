#include "qosar/align/corridor.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "texts.hpp"

namespace qosar {
namespace {

const CorridorOptions narrow{0, 3, 1, 8, 6};

std::string broken_shape(const Corridor& corridor, std::size_t first, std::size_t second) {
    if (corridor.rows() != first + 1 || !corridor.has(0, 0) || !corridor.has(first, second)) {
        return "a corner is missing";
    }
    for (std::size_t i = 0; i < corridor.rows(); ++i) {
        const Range row = corridor.row(i);
        if (row.begin >= row.end || row.end > second + 1) {
            return "a row is empty or too wide";
        }
        if (i > 0 && (row.begin < corridor.row(i - 1).begin || row.end < corridor.row(i - 1).end)) {
            return "a row goes back";
        }
        if (i > 0 && row.begin >= corridor.row(i - 1).end) {
            return "there is no way from a row to the next";
        }
    }
    return "";
}

std::vector<Landmark> random_landmarks(std::mt19937& random, std::size_t first, std::size_t second) {
    std::vector<Landmark> landmarks;
    Landmark next{random() % 9, random() % 9};
    while (next.first < first && next.second < second) {
        landmarks.push_back(next);
        const std::size_t wide = random() % 10 == 0 ? 90 : 4;
        next = {next.first + 1 + random() % wide, next.second + 1 + random() % wide};
    }
    return landmarks;
}

TEST(Corridor, whole_has_all_points) {
    const Corridor corridor = Corridor::whole(3, 5);
    EXPECT_EQ(corridor.points(), 4U * 6U);
    EXPECT_EQ(corridor.windows(), (Windows{{0, 5}, {0, 5}, {0, 5}}));
    EXPECT_EQ(Corridor::whole(0, 0).points(), 1U);
    EXPECT_EQ(broken_shape(Corridor::whole(0, 4), 0, 4), "");
}

TEST(Corridor, holds_its_landmarks_and_mirrors_them) {
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        const std::size_t first = random() % 300;
        const std::size_t second = random() % 300;
        const std::vector<Landmark> landmarks = random_landmarks(random, first, second);
        std::vector<Landmark> exchanged;
        for (const Landmark& landmark : landmarks) {
            exchanged.push_back({landmark.second, landmark.first});
        }
        const Corridor corridor = Corridor::around(landmarks, first, second, narrow);
        const Corridor mirrored = Corridor::around(exchanged, second, first, narrow);
        ASSERT_EQ(broken_shape(corridor, first, second), "") << round;
        for (const Landmark& landmark : landmarks) {
            ASSERT_TRUE(corridor.has(landmark.first, landmark.second)) << round;
            ASSERT_TRUE(corridor.has(landmark.first + 1, landmark.second + 1)) << round;
        }
        for (std::size_t i = 0; i <= first; ++i) {
            for (std::size_t j = 0; j <= second; ++j) {
                ASSERT_EQ(corridor.has(i, j), mirrored.has(j, i)) << round << " " << i << " " << j;
            }
        }
        if (first > 0 && second > 0) {
            ASSERT_EQ(qosar::turned(corridor.windows(), second), mirrored.windows()) << round;
        }
    }
}

/// A long text whose lines each hold a number and a name of their own.
Sentences numbered(const char* language, std::size_t begin, std::size_t end) {
    Sentences lines;
    for (std::size_t i = begin; i < end; ++i) {
        const std::string number = std::to_string(10'000 + i);
        lines.push_back(language == std::string("en") ? "School " + number + " was opened in the region."
                                                      : "Өңірде " + number + "-мектеп ашылды.");
    }
    return lines;
}

Sentences unrelated(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    Sentences lines;
    for (std::size_t i = 0; i < count; ++i) {
        std::string line;
        for (int word = 0; word < 6; ++word) {
            line += "qw" + std::to_string(seed) +
                    std::string(1 + random() % 5, static_cast<char>('a' + random() % 26)) + " ";
        }
        lines.push_back(line);
    }
    return lines;
}

void append(Sentences& lines, const Sentences& more) { lines.insert(lines.end(), more.begin(), more.end()); }

/// How many of the numbered lines are paired with the one of the same number.
std::size_t right_pairs(const Sentences& first, const Sentences& second) {
    const AlignedTexts texts = align_as("en", first, "kk", second);
    EXPECT_EQ(broken_law(texts.ladder, first.size(), second.size()), "");
    std::size_t right = 0;
    for (const Bead& bead : texts.ladder) {
        if (bead_type(bead) == "1-1" && first[bead.first.begin].starts_with("School ") &&
            second[bead.second.begin].find(first[bead.first.begin].substr(7, 5)) != std::string::npos) {
            ++right;
        }
    }
    return right;
}

TEST(FindCorridor, finds_its_way_where_a_side_starts_late_has_foreign_blocks_or_misses_half) {
    const std::size_t lines = 1'500;
    {
        Sentences late = unrelated(700, 1);
        append(late, numbered("kk", 0, lines));
        EXPECT_GE(right_pairs(numbered("en", 0, lines), late), lines - 2) << "starts late";
    }
    {
        Sentences block = numbered("en", 0, 600);
        append(block, unrelated(500, 2));
        append(block, numbered("en", 600, lines));
        EXPECT_GE(right_pairs(block, numbered("kk", 0, lines)), lines - 4) << "foreign block";
        Sentences other = numbered("kk", 0, 900);
        append(other, unrelated(400, 3));
        append(other, numbered("kk", 900, lines));
        EXPECT_GE(right_pairs(block, other), lines - 6) << "foreign blocks on both sides";
    }
    EXPECT_GE(right_pairs(numbered("en", 0, lines), numbered("kk", lines / 2, lines)), lines / 2 - 2)
        << "misses the first half";
    Sentences every_other;
    for (std::size_t i = 0; i < lines; i += 2) {
        append(every_other, numbered("kk", i, i + 1));
    }
    EXPECT_GE(right_pairs(numbered("en", 0, lines), every_other), every_other.size() - 4) << "misses every other line";
}

TEST(FindCorridor, is_no_wider_for_a_longer_text) {
    const auto points = [](std::size_t lines) {
        const LanguagePack& en = language_pack("en");
        const LanguagePack& kk = language_pack("kk");
        const Lexicon& lexicon = builtin_lexicon(en, kk);
        const Sentences first = numbered("en", 0, lines);
        const Sentences second = numbered("kk", 0, lines);
        const PairedWords words(read_side_words(en, views(first), lexicon, true),
                                read_side_words(kk, views(second), lexicon, false), lexicon);
        return static_cast<double>(find_corridor(words).points()) / static_cast<double>(lines);
    };
    EXPECT_LT(points(4'000), 1.1 * points(1'000));
    EXPECT_LT(points(4'000), 60);
}

TEST(FindCorridor, a_corridor_finds_what_the_whole_search_finds) {
    Sentences first;
    Sentences second;
    for (const GoldPair& pair : gold_pairs()) {
        append(first, pair.first);
        append(second, pair.second);
    }
    AlignOptions everything;
    everything.corridor.full_search_cells = SIZE_MAX;
    const Ladder whole = align_as("en", first, "kk", second, everything).ladder;
    const Ladder narrow_one = align_as("en", first, "kk", second).ladder;
    std::size_t same = 0;
    for (const Bead& bead : narrow_one) {
        for (const Bead& other : whole) {
            same += bead.first == other.first && bead.second == other.second ? 1 : 0;
        }
    }
    EXPECT_GE(static_cast<double>(same), 0.97 * static_cast<double>(whole.size()));
}

} // namespace
} // namespace qosar
