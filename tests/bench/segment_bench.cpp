// How fast text becomes sentences, beside ICU's edited rules alone.
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <unicode/rbbi.h>

#include "qosar/segment/segment.hpp"
#include "qosar/text/sentence_breaks.hpp"

namespace {

using qosar::language_pack;
using qosar::LanguagePack;

std::string repeated(const std::string& piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        text += piece;
    }
    return text;
}

const std::string& news(const std::string& language) {
    static const std::string english = repeated(
        "The Ministry of Agriculture said on Monday that 1.2 million hectares had been harvested in the northern "
        "regions. "
        "Farmers expect to finish the work by the middle of October, a week earlier than last year. According to Mr. "
        "Omarov, head of the department, the state will buy at least 500 thousand tons of wheat from small farms.\n"
        "“Are you ready for the winter?” he asked the mayors at the meeting in Astana. They answered that 97 percent "
        "of the "
        "heating plants had received their certificates and that coal had been delivered to every village.\n",
        10'000'000);
    static const std::string kazakh = repeated(
        "Ауыл шаруашылығы министрлігі дүйсенбі күні солтүстік өңірлерде 1,2 миллион гектар егін жиналғанын хабарлады. "
        "Диқандар жұмысты қазан айының ортасына дейін, былтырғыдан бір апта бұрын аяқтамақ. Департамент басшысы А. "
        "Омаровтың "
        "айтуынша, мемлекет шағын шаруашылықтардан кемінде 500 мың тонна бидай сатып алады.\n"
        "– Қысқа дайынсыздар ма? – деп сұрады ол Астанадағы жиында әкімдерден. Олар жылу қазандықтарының 97 пайызы "
        "паспорт "
        "алғанын, көмір барлық ауылға жеткізілгенін айтты.\n",
        10'000'000);
    return language == "kk" ? kazakh : english;
}

void whole(benchmark::State& state, const std::string& language) {
    const LanguagePack& pack = language_pack(language);
    for (auto _ : state) {
        benchmark::DoNotOptimize(qosar::segment(pack, news(language)));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(news(language).size()));
}

/// ICU's iterator over a whole paragraph by the same rules, conversion to UTF-16 included: what ours is held against.
void icu_alone(benchmark::State& state, const std::string& language) {
    const std::string paragraph = news(language).substr(0, news(language).find('\n'));
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    icu::RuleBasedBreakIterator iterator(icu::UnicodeString::fromUTF8(qosar::sentence_rules()), place, status);
    std::vector<std::int32_t> breaks;
    for (auto _ : state) {
        const icu::UnicodeString units = icu::UnicodeString::fromUTF8(paragraph);
        iterator.setText(units);
        breaks.clear();
        while (iterator.next() != icu::BreakIterator::DONE) {
            breaks.push_back(iterator.current());
        }
        benchmark::DoNotOptimize(breaks);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(paragraph.size()));
}

/// The same boundaries from the surroundings of the stops alone.
void icu_on_excerpt(benchmark::State& state, const std::string& language) {
    const std::string paragraph = news(language).substr(0, news(language).find('\n'));
    std::vector<std::size_t> breaks;
    for (auto _ : state) {
        qosar::find_sentence_breaks(paragraph, breaks);
        benchmark::DoNotOptimize(breaks);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(paragraph.size()));
}

/// Hostile text: the time per byte must not grow with its length.
void hostile(benchmark::State& state, const std::string& piece) {
    const std::string text = repeated(piece, static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(qosar::segment(language_pack("kk"), text));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK_CAPTURE(whole, english, "en")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(whole, kazakh, "kk")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(icu_alone, english, "en");
BENCHMARK_CAPTURE(icu_alone, kazakh, "kk");
BENCHMARK_CAPTURE(icu_on_excerpt, english, "en");
BENCHMARK_CAPTURE(icu_on_excerpt, kazakh, "kk");
BENCHMARK_CAPTURE(hostile, one_word, "x")->Arg(1'000'000)->Arg(100'000'000)->Unit(benchmark::kMillisecond);

/// The time that a hostile text takes, a tenth of it first.
#define HOSTILE(name, piece)                                                                                           \
    BENCHMARK_CAPTURE(hostile, name, piece)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond)

HOSTILE(full_stops, ".");
HOSTILE(abbreviations, "млн. ");
HOSTILE(small_lines, "a\n");
HOSTILE(newlines, "\n");
HOSTILE(line_separators, "\u2028");
HOSTILE(dialogue_dashes, ". – ");
HOSTILE(quotes, "?» «");
HOSTILE(straight_quotes, "\"");
HOSTILE(brackets, ".)");
HOSTILE(combining_marks, ".\u0301");
HOSTILE(list_items, ":- a;");
HOSTILE(semicolons, ":-;");
HOSTILE(bullets, " •");
HOSTILE(numbers, "1.");
HOSTILE(initials, "A.");
HOSTILE(glued, "a.Aa");
HOSTILE(ellipses, "… ");

} // namespace
