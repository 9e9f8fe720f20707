// How fast signatures are made, and how fast and in how much memory a whole input is grouped.
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "qosar/base/external_sort.hpp"
#include "qosar/group/groups.hpp"
#include "qosar/group/signature.hpp"

namespace qosar {
namespace {

/// What the articles are like.
enum class Input { news, copies, template_copies, empty };

std::string word(std::uint64_t rank) {
    static const char* const sounds[] = {"ba", "ke", "lo", "mi", "nu", "ra", "se", "ti", "vo", "zhu", "dan", "per"};
    std::string out;
    for (std::uint64_t rest = rank + 12; rest > 0; rest /= 12) {
        out += sounds[rest % 12];
    }
    return out;
}

/// `sentences` of twelve words, the common ones common; each sentence has a number and a name.
std::string text_of(std::mt19937_64& random, int sentences, std::uint64_t facts) {
    std::uniform_real_distribution<double> uniform(0, 1);
    std::mt19937_64 of_facts(facts);
    std::string text;
    for (int i = 0; i < sentences; ++i) {
        text += "The";
        for (int k = 0; k < 12; ++k) {
            text += " " + word(static_cast<std::uint64_t>(std::exp(uniform(random) * 10)));
        }
        std::string name = word(of_facts() % 10'000);
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
        text += " " + std::to_string(of_facts() % 10'000) + " " + name + ". ";
    }
    return text;
}

/// Every eighth article is a near duplicate of one before it, every eighth the same template with other facts.
Article article_of(Input input, std::size_t number) {
    Article article;
    article.title = "News of the day";
    const std::uint64_t kind = number % 8;
    const std::uint64_t text = input == Input::news && number > 8 && kind < 2 ? number - 3 - kind : number;
    const std::uint64_t same = input == Input::news ? text : 1;
    std::mt19937_64 random(same);
    const bool other_facts = input == Input::template_copies || (input == Input::news && kind == 1);
    const int sentences = input == Input::empty ? 0 : 5 + static_cast<int>(random() % 8);
    article.body = text_of(random, sentences, other_facts ? number : same);
    article.body += input == Input::news && kind == 0 ? "Read more on our pages." : "";
    return article;
}

void make_signatures(benchmark::State& state) {
    std::vector<Article> articles;
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < 1'000; ++i) {
        articles.push_back(article_of(Input::news, i));
        bytes += articles.back().body.size();
    }
    const LanguagePack& pack = language_pack("en");
    for (auto _ : state) {
        for (const Article& article : articles) {
            benchmark::DoNotOptimize(signature_of(article, compared_text(pack, article.title, article.body)));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(articles.size()));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

/// Only `finish` is timed. The bodies lie on the disk, as they do in a run.
void group(benchmark::State& state, Input input) {
    const auto count = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) {
        state.PauseTiming();
        GroupFinder finder(std::filesystem::temp_directory_path(), language_pack("en"));
        ScratchFile bodies(std::filesystem::temp_directory_path());
        std::vector<std::uint64_t> begins{0};
        for (std::size_t i = 0; i < count; ++i) {
            const Article article = article_of(input, i);
            finder.add(article);
            bodies.append(article.body.data(), article.body.size());
            begins.push_back(bodies.size());
        }
        state.ResumeTiming();
        const GroupedInput grouped = finder.finish([&](std::size_t i) {
            Article article;
            article.title = "News of the day";
            article.body.resize(begins[i + 1] - begins[i]);
            bodies.read(begins[i], article.body.data(), article.body.size());
            return article;
        });
        state.counters["groups"] = static_cast<double>(grouped.groups.size());
        state.counters["links"] = static_cast<double>(grouped.links.size());
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    state.counters["peak_MB"] = static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
}

BENCHMARK(make_signatures)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, news, Input::news)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, copies, Input::copies)
    ->Arg(100'000)
    ->Arg(200'000)
    ->Arg(1'000'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, empty, Input::empty)->Arg(1'000'000)->Iterations(1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(group, template_copies, Input::template_copies)
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(200'000)
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace qosar
