#include "qosar/align/adapt.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "qosar/words/lexicon_text.hpp"

namespace qosar {
namespace {

using Sentences = std::vector<std::string>;

/// A word of two languages that never were.
std::string word(char language, std::size_t number) {
    std::string text(1, language);
    for (int digit = 0; digit < 3; ++digit, number /= 20) {
        text += static_cast<char>(language == 'x' ? 'a' + number % 20 : 'f' + number % 20);
    }
    return text;
}

/// Texts of 20 sentences; those of the second side translate the first word by word, or have nothing to do with it.
struct Texts {
    std::vector<Sentences> first;
    std::vector<Sentences> second;
};

Texts texts(std::size_t count, bool translated) {
    std::mt19937 random(7);
    Texts out;
    for (std::size_t t = 0; t < count; ++t) {
        Sentences a;
        Sentences b;
        for (int s = 0; s < 20; ++s) {
            std::string one;
            std::string other;
            for (std::size_t i = 0; i < 8; ++i) {
                const std::size_t number = random() % 120;
                one += word('x', number) + " ";
                other += word('y', translated ? number : random() % 120) + " ";
            }
            a.push_back(one);
            b.push_back(other);
        }
        out.first.push_back(a);
        out.second.push_back(b);
    }
    return out;
}

std::vector<std::string_view> views(const Sentences& sentences) { return {sentences.begin(), sentences.end()}; }

Adaptation learned(const Texts& texts, const AdaptOptions& options = {}, bool backwards = false) {
    BeadCollector beads(options);
    for (std::size_t i = 0; i < texts.first.size(); ++i) {
        const std::size_t t = backwards ? texts.first.size() - 1 - i : i;
        Ladder ladder;
        for (std::size_t s = 0; s < texts.first[t].size(); ++s) {
            ladder.push_back({{s, s + 1}, {s, s + 1}, 0.9});
        }
        beads.add(views(texts.first[t]), views(texts.second[t]), ladder);
    }
    return learn_from(std::move(beads), language_pack("xx"), language_pack("yy"));
}

TEST(Adapt, keeps_what_helps_on_held_out_beads) {
    const Adaptation adaptation = learned(texts(20, true));
    EXPECT_EQ(adaptation.beads, 400U);
    EXPECT_TRUE(adaptation.judged);
    EXPECT_TRUE(adaptation.helps);
    EXPECT_LT(adaptation.mistaken_with, adaptation.mistaken_without / 2);
    EXPECT_GT(adaptation.learned.all.size(), 100U);
    EXPECT_EQ(adaptation.lexicon.size(),
              unadapted(language_pack("xx"), language_pack("yy")).lexicon.size() + adaptation.learned.all.size());
    EXPECT_NE(adaptation.report().find("translations from 400"), std::string::npos) << adaptation.report();
}

TEST(Adapt, drops_what_does_not) {
    const Adaptation adaptation = learned(texts(20, false));
    EXPECT_TRUE(adaptation.judged);
    EXPECT_FALSE(adaptation.helps);
    EXPECT_TRUE(adaptation.learned.all.empty());
    EXPECT_EQ(adaptation.lexicon.size(), unadapted(language_pack("xx"), language_pack("yy")).lexicon.size());
    EXPECT_NE(adaptation.report().find("would not help"), std::string::npos) << adaptation.report();
}

TEST(Adapt, leaves_few_beads_alone) {
    for (const std::size_t count : {0U, 1U, 2U}) {
        const Adaptation adaptation = learned(texts(count, true));
        EXPECT_FALSE(adaptation.judged);
        EXPECT_FALSE(adaptation.helps);
        EXPECT_NE(adaptation.report().find("too few"), std::string::npos) << adaptation.report();
    }
    Texts same = texts(1, true);
    same.first.resize(30, same.first.front());
    same.second.resize(30, same.second.front());
    EXPECT_EQ(learned(same).beads, 20U); // a bead counts once
}

/// What ladders of texts that translate each other tell of habits, where of each text the first sentences are in beads
/// of that many sentences of the first side.
TextHabits habits(std::size_t joined, std::size_t alone) {
    const Texts all = texts(20, true);
    BeadCollector beads;
    for (std::size_t t = 0; t < all.first.size(); ++t) {
        Ladder ladder;
        std::size_t s = 0;
        for (; s < 2 * joined; s += 2) {
            ladder.push_back({{s, s + 2}, {s, s + 1}, 0.9});
            ladder.push_back({{s + 2, s + 2}, {s + 1, s + 2}, 0});
        }
        for (; s < 20; ++s) {
            ladder.push_back({{s, s + 1}, {s, s + (s < 20 - alone ? 1 : 0)}, 0.9});
        }
        beads.add(views(all.first[t]), views(all.second[t]), ladder);
    }
    return learn_from(std::move(beads), language_pack("xx"), language_pack("yy")).align.habits;
}

TEST(Adapt, follows_the_habits_of_the_texts) {
    const TextHabits plain = habits(0, 0);
    EXPECT_LT(plain.alone, -2); // one and one throughout
    EXPECT_LT(plain.joined, 0);
    EXPECT_GT(habits(3, 0).joined, 0); // three beads of a text's seventeen
    EXPECT_GT(habits(3, 0).alone, plain.alone);
    EXPECT_GT(habits(0, 8).alone, 0);
    EXPECT_LE(habits(0, 8).alone, AdaptOptions{}.most_habit);
}

TEST(Adapt, gives_the_same_for_any_number_of_threads_and_order_of_texts) {
    const Texts all = texts(10, true);
    const Adaptation once = learned(all);
    EXPECT_TRUE(once.helps);
    for (const std::size_t threads : {1U, 2U, 8U}) {
        AdaptOptions options;
        options.threads = threads;
        for (const bool backwards : {false, true}) {
            const Adaptation again = learned(all, options, backwards);
            EXPECT_EQ(lexicon_text(again.learned), lexicon_text(once.learned));
            EXPECT_EQ(again.mistaken_with, once.mistaken_with);
            EXPECT_EQ(again.align.habits.alone, once.align.habits.alone);
            EXPECT_EQ(again.align.habits.joined, once.align.habits.joined);
        }
    }
}

TEST(Adapt, takes_no_more_beads_than_it_may) {
    AdaptOptions options;
    options.most_beads = 100;
    EXPECT_EQ(learned(texts(20, true), options).beads, 100U);
}

} // namespace
} // namespace qosar
