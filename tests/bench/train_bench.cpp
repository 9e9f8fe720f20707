// How fast training reads pairs and learns from them.
#include <cstdint>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "qosar/words/lexicon_text.hpp"
#include "qosar/words/train.hpp"

namespace qosar {
namespace {

constexpr std::size_t pairs_made = 20'000;

/// Pairs of 12 terms of the built-in lexicon, the common ones by far the most frequent, the same each time.
std::vector<TextPair> made_pairs() {
    const std::vector<Translation> all = written_translations("en", "kk").all;
    std::vector<TextPair> pairs(pairs_made);
    std::uint64_t state = 1;
    const auto random = [&] {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>(state >> 33U) / 2147483648.0;
    };
    for (TextPair& pair : pairs) {
        for (int i = 0; i < 12; ++i) {
            const double place = random() * random() * random();
            const Translation& term = all[static_cast<std::size_t>(place * static_cast<double>(all.size()))];
            pair.first += term.first + " ";
            pair.second = term.second + " " + pair.second;
        }
    }
    return pairs;
}

TrainingText read_all(const std::vector<TextPair>& pairs) {
    std::size_t next = 0;
    TrainingTextOptions options;
    options.threads = 1;
    return read_training_text(
        language_pack("en"), language_pack("kk"),
        [&](TextPair& pair) {
            if (next == pairs.size()) {
                return false;
            }
            pair = pairs[next++];
            return true;
        },
        options);
}

void read_pairs(benchmark::State& state) {
    const std::vector<TextPair> pairs = made_pairs();
    for (auto _ : state) {
        benchmark::DoNotOptimize(read_all(pairs));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(pairs.size()));
}
BENCHMARK(read_pairs)->Unit(benchmark::kMillisecond);

void learn_from_pairs(benchmark::State& state) {
    const TrainingText text = read_all(made_pairs());
    TrainOptions options;
    options.threads = 1;
    for (auto _ : state) {
        benchmark::DoNotOptimize(train(text, options));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(text.first.sentences()));
}
BENCHMARK(learn_from_pairs)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace qosar
