// Words stemmed in a second: items_per_second.
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "qosar/language/pack.hpp"
#include "qosar/language/stem.hpp"

namespace {

/// A running text of our own with short and long, listed and unlisted words.
const std::vector<std::string>& words() {
    static const std::vector<std::string> list{
        "бүгін",        "астанада", "үкіметтің",   "кезекті",    "отырысы",     "өтті",      "онда",
        "министрлер",   "жаңа",     "жобаларды",   "талқылап",   "тапсырмалар", "берді",     "еліміздегі",
        "мектептердің", "көбі",     "биыл",        "жөнделеді",  "деп",         "хабарлады", "министрлігінің",
        "баспасөз",     "қызметі",  "чипсеттерге", "қаражаттың", "бөлінгенін",  "айтқан",    "болатын",
        "халқымыздың",  "және",     "экономикасы", "дамытуға",   "қажет",       "емес",      "тәуелсіздігіміздің"};
    return list;
}

void kazakh_stem(benchmark::State& state) {
    for (auto _ : state) {
        for (const std::string& word : words()) {
            benchmark::DoNotOptimize(qosar::kazakh_stem(word));
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * words().size()));
}
BENCHMARK(kazakh_stem);

/// With what the thread remembers.
void stem(benchmark::State& state) {
    const qosar::LanguagePack& pack = qosar::language_pack("kk");
    for (auto _ : state) {
        for (const std::string& word : words()) {
            benchmark::DoNotOptimize(qosar::stem(pack, word));
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * words().size()));
}
BENCHMARK(stem);

} // namespace
