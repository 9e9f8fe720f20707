// Laws of alignment, tried on random texts that are put together from the sample's sentences.
#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/align/align.hpp"
#include "texts.hpp"

namespace qosar {
namespace {

struct TwoTexts {
    Sentences first;
    Sentences second;
};

/// Stretches of translated texts, with sentences left out, put in, and said twice.
TwoTexts random_texts(std::mt19937& random, const std::vector<GoldPair>& pool) {
    TwoTexts texts;
    for (auto stretches = random() % 4; stretches > 0; --stretches) {
        const GoldPair& pair = pool[random() % pool.size()];
        const std::size_t begin = random() % pair.first.size();
        for (std::size_t i = begin; i < std::min(begin + 6, pair.first.size()); ++i) {
            texts.first.insert(texts.first.end(), random() % 8 == 0 ? random() % 3 : 1, pair.first[i]);
        }
        for (std::size_t i = begin; i < std::min(begin + 6, pair.second.size()); ++i) {
            texts.second.insert(texts.second.end(), random() % 8 == 0 ? random() % 3 : 1, pair.second[i]);
        }
    }
    return texts;
}

using PlainBead = std::tuple<std::size_t, std::size_t, std::size_t, std::size_t, long>;

/// Beads sorted and empty ranges alike, since the order of neighbouring null beads means nothing; scores as a ladder
/// file has them.
std::vector<PlainBead> plain(const Ladder& ladder, bool swapped) {
    std::vector<PlainBead> beads;
    for (const Bead& bead : ladder) {
        const Range first = bead.first.empty() ? Range{} : bead.first;
        const Range second = bead.second.empty() ? Range{} : bead.second;
        const auto [a, b] = swapped ? std::pair(second, first) : std::pair(first, second);
        beads.emplace_back(a.begin, a.end, b.begin, b.end, std::lround(bead.score * 10'000));
    }
    std::sort(beads.begin(), beads.end());
    return beads;
}

TEST(AlignLaws, each_sentence_stands_in_one_bead_in_order) {
    std::mt19937 random(1);
    const std::vector<GoldPair> pool = gold_pairs();
    for (int round = 0; round < 200; ++round) {
        const TwoTexts texts = random_texts(random, pool);
        const Ladder ladder = align_as("en", texts.first, "kk", texts.second).ladder;
        ASSERT_EQ(broken_law(ladder, texts.first.size(), texts.second.size()), "") << round;
    }
}

TEST(AlignLaws, a_text_with_itself_is_all_one_to_one) {
    std::mt19937 random(2);
    const std::vector<GoldPair> pool = gold_pairs();
    for (int round = 0; round < 100; ++round) {
        const TwoTexts texts = random_texts(random, pool);
        for (const auto& [language, text] : {std::pair("en", texts.first), std::pair("kk", texts.second)}) {
            const Ladder ladder = align_as(language, text, language, text).ladder;
            ASSERT_EQ(ladder.size(), text.size()) << round << " " << types_of(ladder);
            for (const Bead& bead : ladder) {
                ASSERT_EQ(bead_type(bead), "1-1") << round;
            }
        }
    }
}

TEST(AlignLaws, swapped_sides_mirror_the_ladder) {
    std::mt19937 random(3);
    const std::vector<GoldPair> pool = gold_pairs();
    for (int round = 0; round < 400; ++round) {
        const TwoTexts texts = random_texts(random, pool);
        const AlignOptions options = round % 2 == 0 ? AlignOptions{} : in_a_corridor();
        const Ladder forth = align_as("en", texts.first, "kk", texts.second, options).ladder;
        const Ladder back = align_as("kk", texts.second, "en", texts.first, options).ladder;
        ASSERT_EQ(plain(forth, false), plain(back, true)) << round << "\n" << types_of(forth) << "\n" << types_of(back);
    }
}

} // namespace
} // namespace qosar
