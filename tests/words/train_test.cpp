#include "qosar/words/train.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace qosar {
namespace {

TrainingText text_of(const std::vector<TextPair>& pairs, std::size_t threads = 1) {
    std::size_t next = 0;
    TrainingTextOptions options;
    options.threads = threads;
    return read_training_text(
        language_pack("xx"), language_pack("yy"),
        [&](TextPair& pair) {
            if (next == pairs.size()) {
                return false;
            }
            pair = pairs[next++];
            return true;
        },
        options);
}

/// A word of two languages that never were: number 27 is `abba` with one letter before it.
std::string word(char language, std::size_t number) {
    std::string text(1, language);
    for (int digit = 0; digit < 4; ++digit, number /= 26) {
        text += static_cast<char>('a' + number % 26);
    }
    return text;
}

/// Sentences whose words translate one to one, in another order, a tenth of them freely.
std::vector<TextPair> planted(std::size_t sentences, std::size_t words) {
    std::mt19937 random(1);
    std::vector<TextPair> pairs;
    for (std::size_t s = 0; s < sentences; ++s) {
        std::vector<std::string> first;
        std::vector<std::string> second;
        for (std::size_t i = 0; i < 5 + random() % 10; ++i) {
            const std::size_t number = (random() % words) * (random() % words) / words; // low numbers are common
            first.push_back(word('x', number));
            second.push_back(word('y', random() % 10 == 0 ? random() % words : number));
        }
        std::swap(second.front(), second.back());
        TextPair pair;
        for (std::size_t i = 0; i < first.size(); ++i) {
            pair.first += first[i] + " ";
            pair.second += second[i] + " ";
        }
        pairs.push_back(pair);
    }
    return pairs;
}

bool same(const std::vector<Translation>& a, const std::vector<Translation>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Translation& x, const Translation& y) {
        return x.first == y.first && x.second == y.second && x.forward == y.forward && x.backward == y.backward &&
               x.count == y.count;
    });
}

TEST(Train, finds_a_planted_lexicon) {
    const std::vector<Translation> learned = train(text_of(planted(4000, 300)));
    std::map<std::string, const Translation*> best;
    for (const Translation& t : learned) {
        const Translation*& known = best[t.first];
        if (known == nullptr || t.forward > known->forward) {
            known = &t;
        }
    }
    std::size_t right = 0;
    for (const auto& [first, t] : best) {
        right += t->second.substr(1) == first.substr(1) ? 1 : 0;
    }
    EXPECT_GT(best.size(), 270U);
    EXPECT_GT(static_cast<double>(right), 0.98 * static_cast<double>(best.size()));
}

TEST(Train, probabilities_sum_up_to_at_most_one) {
    TrainOptions options;
    options.least_probability = 0;
    options.least_count = 0;
    options.least_surprise = -1000;
    std::map<std::string, double> forward;
    std::map<std::string, double> backward;
    for (const Translation& t : train(text_of(planted(500, 50)), options)) {
        EXPECT_GE(t.forward, 0);
        EXPECT_GE(t.backward, 0);
        forward[t.first] += t.forward;
        backward[t.second] += t.backward;
    }
    EXPECT_FALSE(forward.empty());
    for (const auto& sums : {forward, backward}) {
        for (const auto& [word, sum] : sums) {
            EXPECT_LE(sum, 1 + 1e-5) << word;
        }
    }
}

TEST(Train, gives_the_same_for_any_number_of_threads) {
    const std::vector<TextPair> pairs = planted(9000, 200); // more than two blocks
    TrainOptions options;
    options.threads = 1;
    const std::vector<Translation> once = train(text_of(pairs, 1), options);
    EXPECT_FALSE(once.empty());
    for (const std::size_t threads : {1U, 2U, 8U}) {
        options.threads = threads;
        EXPECT_TRUE(same(once, train(text_of(pairs, threads), options))) << threads;
    }
}

TEST(Train, gives_the_same_for_any_order_of_the_pairs) {
    std::vector<TextPair> pairs = planted(2000, 100);
    pairs.push_back({"XABAA", "YABAA"}); // another spelling
    const std::vector<Translation> once = train(text_of(pairs));
    std::reverse(pairs.begin(), pairs.end());
    EXPECT_TRUE(same(once, train(text_of(pairs))));
    std::rotate(pairs.begin(), pairs.begin() + 777, pairs.end());
    EXPECT_TRUE(same(once, train(text_of(pairs))));
}

double exp_digamma(double x) {
    constexpr double h = 1e-5;
    return std::exp((std::lgamma(x * (1 + h)) - std::lgamma(x * (1 - h))) / (2 * h * x));
}

using Toy = std::vector<std::pair<std::string, std::string>>; ///< a letter is a word

std::size_t pairs_with(const Toy& pairs, const std::string& first, const std::string& second) {
    return static_cast<std::size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return pair.first.find(first) != std::string::npos && pair.second.find(second) != std::string::npos;
    }));
}

/// Counts into chances, as variational Bayes has them.
std::map<std::string, double> normalised(const std::map<std::string, double>& counts, std::size_t side,
                                         double sparsity) {
    std::map<char, double> sums;
    for (const auto& [link, count] : counts) {
        sums[link[side]] += count + sparsity;
    }
    std::map<std::string, double> chances;
    for (const auto& [link, count] : counts) {
        chances[link] = exp_digamma(count + sparsity) / exp_digamma(sums[link[side]]);
    }
    return chances;
}

/// IBM Model 1 in both directions as a textbook has it, without a diagonal: words that stand together more often than
/// by chance may be linked, and a null word gives each word its share of the text. Returns for each two words the
/// expected number of links on which both directions agree.
std::map<std::string, double> by_the_book(const Toy& pairs, const TrainOptions& options) {
    std::map<std::string, double> together;
    std::map<char, double> share_first;
    std::map<char, double> share_second;
    std::string all_first;
    std::string all_second;
    for (const auto& [first, second] : pairs) {
        all_first += first;
        all_second += second;
    }
    for (const char a : all_first) {
        share_first[a] += 1 / static_cast<double>(all_first.size());
        for (const char b : all_second) {
            const std::size_t both = pairs_with(pairs, {a}, {b});
            if (both >= options.least_together &&
                both * pairs.size() > pairs_with(pairs, {a}, "") * pairs_with(pairs, "", {b})) {
                together[{a, b}] = static_cast<double>(both);
            }
        }
    }
    for (const char b : all_second) {
        share_second[b] += 1 / static_cast<double>(all_second.size());
    }
    std::map<std::string, double> forward = together;
    std::map<std::string, double> backward = together;
    std::map<std::string, double> agreed;
    const double odds = options.null_probability / (1 - options.null_probability);
    for (std::size_t round = 0; round <= options.iterations; ++round) {
        const std::map<std::string, double> p = normalised(forward, 0, options.sparsity);
        const std::map<std::string, double> q = normalised(backward, 1, options.sparsity);
        const auto chance = [](const std::map<std::string, double>& of, char a, char b) {
            const auto found = of.find({a, b});
            return found == of.end() ? 0 : found->second;
        };
        forward.clear();
        backward.clear();
        agreed.clear();
        for (const auto& [first, second] : pairs) {
            for (const char a : first) {
                for (const char b : second) {
                    double to_second = odds * static_cast<double>(first.size()) * share_second[b];
                    double to_first = odds * static_cast<double>(second.size()) * share_first[a];
                    for (const char x : first) {
                        to_second += chance(p, x, b);
                    }
                    for (const char y : second) {
                        to_first += chance(q, a, y);
                    }
                    if (together.contains({a, b})) {
                        forward[{a, b}] += chance(p, a, b) / to_second;
                        backward[{a, b}] += chance(q, a, b) / to_first;
                        agreed[{a, b}] += chance(p, a, b) / to_second * chance(q, a, b) / to_first;
                    }
                }
            }
        }
    }
    return agreed;
}

TEST(Train, agrees_with_the_textbook_on_a_toy_corpus) {
    const Toy toy{{"ab", "pq"}, {"ac", "pr"}, {"b", "q"}, {"dca", "rsp"}, {"bd", "sq"}, {"aa", "p"}};
    std::vector<TextPair> pairs;
    for (const auto& [first, second] : toy) {
        TextPair pair;
        for (const char a : first) {
            pair.first += std::string(1, a) + " ";
        }
        for (const char b : second) {
            pair.second += std::string(1, b) + " ";
        }
        pairs.push_back(pair);
    }
    TrainOptions options;
    options.iterations = 7;
    options.diagonal_tension = 0;
    options.least_probability = options.least_count = 0;
    options.least_surprise = -1000;
    const std::map<std::string, double> expected = by_the_book(toy, options);
    const std::vector<Translation> learned = train(text_of(pairs), options);
    EXPECT_EQ(learned.size(), expected.size());
    const std::map<std::string, double> times{{"a", 5}, {"b", 3}, {"c", 2}, {"d", 2}};
    std::map<std::string, std::string> best;
    for (const Translation& t : learned) {
        EXPECT_NEAR(t.forward * times.at(t.first), expected.at(t.first + t.second), 1e-4) << t.first << t.second;
        if (t.forward > 0.5) {
            best[t.first] = t.second;
        }
    }
    EXPECT_EQ(best, (std::map<std::string, std::string>{{"a", "p"}, {"b", "q"}, {"c", "r"}, {"d", "s"}}));
}

TEST(Train, learns_nothing_from_too_little) {
    EXPECT_TRUE(train(text_of({})).empty());
    EXPECT_TRUE(train(text_of({{"xa xb", "ya yb"}})).empty());
    EXPECT_TRUE(train(text_of({{"xa", ""}, {"", "yb"}, {"…", "12 34"}})).empty());
}

} // namespace
} // namespace qosar
