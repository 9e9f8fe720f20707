// How fast the lexicon is there, and how fast it answers.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "qosar/language/stem.hpp"
#include "qosar/text/cldr.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/lexicon_file.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {
namespace {

const LanguagePack& en() { return language_pack("en"); }
const LanguagePack& kk() { return language_pack("kk"); }

/// Match keys of the lexicon's own words and as many that it does not have, shuffled the same way each time.
std::vector<std::string> keys() {
    std::vector<std::string> keys;
    for (const Translation& translation : written_translations("en", "kk").all) {
        if (translation.first.find(' ') == std::string::npos) {
            keys.push_back(match_key(en(), translation.first));
            keys.push_back(keys.back() + "x");
        }
    }
    std::uint64_t state = 1;
    for (std::size_t i = keys.size() - 1; i > 0; --i) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        std::swap(keys[i], keys[(state >> 33U) % (i + 1)]);
    }
    return keys;
}

void load_builtin(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(load_builtin_lexicon(en(), kk()));
    }
}
BENCHMARK(load_builtin)->Unit(benchmark::kMillisecond);

void names_of_cldr(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(cldr_names("en", "kk"));
    }
}
BENCHMARK(names_of_cldr)->Unit(benchmark::kMillisecond);

void compile_all_files(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(make_lexicon_image(written_translations("en", "kk")));
    }
}
BENCHMARK(compile_all_files)->Unit(benchmark::kMillisecond);

void look_up_key(benchmark::State& state) {
    const Lexicon& lexicon = builtin_lexicon(en(), kk());
    const std::vector<std::string> words = keys();
    std::size_t i = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(lexicon.first_key(words[i]));
        i = i + 1 == words.size() ? 0 : i + 1;
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(look_up_key);

void look_up_translations(benchmark::State& state) {
    const Lexicon& lexicon = builtin_lexicon(en(), kk());
    const std::vector<std::string> words = keys();
    std::size_t i = 0;
    std::size_t found = 0;
    for (auto _ : state) {
        lexicon.for_each(key_id(words[i]), [&](const LexiconEntry& entry) { found += entry.second.front() != no_key; });
        i = i + 1 == words.size() ? 0 : i + 1;
    }
    benchmark::DoNotOptimize(found);
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(look_up_translations);

} // namespace
} // namespace qosar
