// How fast a store goes into the index, and how fast it is asked.
#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "qosar/pairing/content_index.hpp"

namespace qosar {
namespace {

constexpr std::size_t features_of_page = 200;

/// Pages of random features, the common ones common: frequencies fall with the rank, as those of words do.
std::vector<IndexedPage> random_pages(std::size_t count) {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> uniform(0, 1);
    std::vector<IndexedPage> pages;
    for (std::size_t i = 0; i < count; ++i) {
        IndexedPage page{"a/" + std::to_string(i), static_cast<std::int32_t>(i % 1000), {}};
        for (std::size_t f = 0; f < features_of_page; ++f) {
            const double rank = std::exp(uniform(random) * 13); // 1 to 440,000
            page.features.push_back(static_cast<Feature>(rank) * 2654435761U);
        }
        std::sort(page.features.begin(), page.features.end());
        page.features.erase(std::unique(page.features.begin(), page.features.end()), page.features.end());
        pages.push_back(std::move(page));
    }
    return pages;
}

void build_index(benchmark::State& state) {
    const std::vector<IndexedPage> pages = random_pages(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(ContentIndex(pages));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(build_index)->Arg(10'000)->Arg(100'000)->Arg(300'000)->Unit(benchmark::kMillisecond);

/// `state.range(1)` says whether the article has a date, so that one page in 67 comes into question.
void ask_index(benchmark::State& state) {
    const std::vector<IndexedPage> pages = random_pages(static_cast<std::size_t>(state.range(0)));
    const ContentIndex index(pages);
    std::size_t next = 0;
    for (auto _ : state) {
        const IndexedPage& page = pages[next++ % pages.size()];
        std::vector<Alternatives> article;
        for (const Feature feature : page.features) {
            article.push_back({feature, feature + 1, feature + 2});
        }
        benchmark::DoNotOptimize(index.find(article, state.range(1) ? page.day : std::nullopt, 7, 5));
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["bytes a page"] = static_cast<double>(index.bytes()) / static_cast<double>(index.size());
}
BENCHMARK(ask_index)->ArgsProduct({{10'000, 100'000, 300'000}, {0, 1}})->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace qosar
