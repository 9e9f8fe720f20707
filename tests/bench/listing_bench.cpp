// How fast listing text becomes articles, in both common layouts, and what the parts cost.
#include <string>

#include <benchmark/benchmark.h>

#include "qosar/listing/item_language.hpp"
#include "qosar/listing/listing.hpp"

namespace {

using namespace qosar;

/// News of about 1,300 bytes an item, as the sites print them: a few paragraphs glued to one line, a source behind.
std::string listing(bool date_below, std::size_t bytes) {
    const std::string body =
        "The Ministry of Agriculture said on Monday that 1.2 million hectares had been harvested in the northern "
        "regions. Farmers expect to finish the work by the middle of October, a week earlier than last year.According "
        "to Mr. Omarov, head of the department, the state will buy at least 500 thousand tons of wheat from small "
        "farms. “Are you ready for the winter?” he asked the mayors at the meeting in Astana. They answered that 97 "
        "percent of the heating plants had received their certificates and that coal had been delivered to every "
        "village.The bridge over the river was repaired on February 1, 2026. It cost 98 billion tenge, of which 70 "
        "percent are funds of investors. In addition, the work was broadcast live and reported in the media.";
    std::string text = "Enbekshi QazaQ\n\nNews\nMore\n";
    for (std::size_t number = 0; text.size() < bytes; ++number) {
        text += "Harvest of " + std::to_string(number) + " districts brought in ahead of time, the ministry says";
        text += date_below ? "\n01.02.2026\n" : " 01.02.2026\n";
        text += body + "Source : https://www.gov.kz/memleket/entities/moa/press/news/details/" +
                std::to_string(1'000'000 + number) + "?lang=kk\n";
    }
    return text;
}

void read(benchmark::State& state, bool date_below) {
    const std::string text = listing(date_below, 20'000'000);
    for (auto _ : state) {
        ListingReader reader = ListingReader::from_text(text, "bench");
        std::size_t articles = 0;
        for (ListingItem item; reader.next(item);) {
            articles += std::holds_alternative<Article>(item) ? 1 : 0;
        }
        benchmark::DoNotOptimize(articles);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void tell_language(benchmark::State& state, const std::string& text) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(language_of(text));
    }
}

BENCHMARK_CAPTURE(read, title_and_date_on_one_line, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(read, date_below_its_title, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(tell_language, english_title, "The bridge was repaired ahead of the flood season");
BENCHMARK_CAPTURE(tell_language, short_title, "Roads repaired");
BENCHMARK_CAPTURE(tell_language, kazakh_title, "Көпір су тасқынына дейін жөнделді");

} // namespace
