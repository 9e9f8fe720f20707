// The main job in three passes: survey, work, finish (docs/architecture.md).
#include <chrono>
#include <ctime>
#include <exception>
#include <iostream>
#include <optional>
#include <sstream>

#include <unistd.h>

#include "commands.hpp"
#include "discover.hpp"
#include "interrupt.hpp"
#include "progress.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/hash.hpp"
#include "qosar/base/input_files.hpp"
#include "qosar/base/parallel.hpp"
#include "qosar/base/version.hpp"
#include "qosar/corpus/writer.hpp"
#include "qosar/text/icu_version.hpp"
#include "qosar/words/lexicon_text.hpp"
#include "summary.hpp"
#include "survey.hpp"
#include "work.hpp"
#include "work_folder.hpp"

namespace qosar {

namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using Clock = std::chrono::steady_clock;

struct RunOptions {
    Languages languages;
    std::string pages;
    std::string out;
    std::string progress = "auto";
    std::string input_format = "auto";
    std::size_t threads = 0;
    std::size_t max_page_bytes = PageOptions{}.max_bytes;
    std::size_t max_nesting = HtmlOptions{}.max_nesting;
    std::size_t max_line_bytes = ListingOptions{}.max_line_bytes;
    std::size_t memory = GroupOptions{}.memory >> 20U;
    double max_error_rate = 1;
    bool discover = false;
    DiscoverOptions discovery;
    bool adapt = false;
    bool no_adapt = false;
    bool force = false;
    bool quiet = false;
};

void check_options(const RunOptions& options) {
    input_kind_named(options.input_format);
    constexpr std::size_t most_threads = 1024;
    if (options.threads > most_threads) { // a negative number reads as a huge one
        throw UsageError("--threads lies between 0 and " + std::to_string(most_threads));
    }
    constexpr std::size_t most_memory = std::size_t{1} << 20U;
    if (options.memory < 1 || options.memory > most_memory) {
        throw UsageError("--memory lies between 1 and " + std::to_string(most_memory) + " MiB");
    }
    if (!(options.discovery.least_confidence > 0.5 && options.discovery.least_confidence <= 1)) {
        throw UsageError("--min-confidence lies above 0.5 and is at most 1");
    }
    constexpr std::int32_t most_days = 100'000; // a negative number is below, an overflow cannot happen
    if (options.discovery.window < 0 || options.discovery.window > most_days) {
        throw UsageError("--window lies between 0 and " + std::to_string(most_days) + " days");
    }
    if (options.adapt && options.no_adapt) {
        throw UsageError("--adapt and --no-adapt exclude each other");
    }
    if (!(options.max_error_rate >= 0 && options.max_error_rate <= 1)) {
        throw UsageError("--max-error-rate lies between 0 and 1");
    }
}

/// A document with its lines, or the rejects that its articles became because the work on it failed.
struct WorkResult {
    std::optional<Document> document;
    DocumentLines lines;
    std::vector<Reject> rejects;
};

void add_options(CommandLine& line, RunOptions& options) {
    line.add_options()("pages", po::value(&options.pages)->required(), "page store: a folder of saved pages")(
        "out,o", po::value(&options.out)->required(), "folder to make the corpus in")(
        "from", po::value(&options.languages.from)->default_value(options.languages.from), "language of the listings")(
        "to", po::value(&options.languages.to)->default_value(options.languages.to),
        "language of the cited pages")("adapt", po::bool_switch(&options.adapt),
                                       "align twice: learn words from the first time, and keep them where they help")(
        "no-adapt", po::bool_switch(&options.no_adapt),
        "learn nothing even for a pair of languages without a lexicon, which else goes by what it learns")(
        "threads", po::value(&options.threads)->default_value(options.threads),
        "threads; 0 is one a core")("force", po::bool_switch(&options.force), "replace the corpus that is there")(
        "max-page-bytes", po::value(&options.max_page_bytes)->default_value(options.max_page_bytes),
        "a larger page is page_unusable, or a reject where it is a listing")(
        "max-nesting", po::value(&options.max_nesting)->default_value(options.max_nesting),
        "HTML nested deeper is page_unusable, or a reject")(
        "max-line-bytes", po::value(&options.max_line_bytes)->default_value(options.max_line_bytes),
        "an item with a longer line is a reject")("memory", po::value(&options.memory)->default_value(options.memory),
                                                  "MiB for finding duplicates; what is more goes to the disk")(
        "max-error-rate", po::value(&options.max_error_rate)->default_value(options.max_error_rate),
        "fail if a larger share of the items is rejected")(
        "discover", po::bool_switch(&options.discover),
        "look in the store for the pages of articles whose address leads to none")(
        "min-confidence",
        po::value(&options.discovery.least_confidence)->default_value(options.discovery.least_confidence, "0.9"),
        "pair a discovered page only with so much confidence, above 0.5")(
        "window", po::value(&options.discovery.window)->default_value(options.discovery.window),
        "days that an article and a discovered page may lie apart; a missing date fits any")(
        "input-format", po::value(&options.input_format)->default_value(options.input_format),
        "what the listings are: text, html, jsonl, warc, or auto to tell by their content")(
        "progress", po::value(&options.progress)->default_value(options.progress),
        "auto, json or none")("quiet,q", po::bool_switch(&options.quiet), "no summary at the end");
}

std::vector<Reject> rejects_of(const GroupedArticle& grouped, const std::string& why) {
    const auto reject = [&](const Origin& origin) {
        return Reject{origin, "work_failed", "the work on it failed: " + why, grouped.article.title};
    };
    std::vector<Reject> rejects{reject(grouped.article.origin)};
    for (const Duplicate& duplicate : grouped.duplicates) {
        rejects.push_back(reject(duplicate.origin));
    }
    return rejects;
}

/// One bad document must not end the run, so whatever goes wrong inside becomes rejects.
WorkResult work_on(const WorkContext& context, const Survey& survey, const Discoveries& discoveries,
                   const Languages& languages, GroupedArticle& grouped) {
    WorkResult result;
    try {
        std::optional<HeadlineBelongs> belongs;
        if (const auto found = survey.exchanged.find(grouped.group); found != survey.exchanged.end()) {
            belongs = found->second;
        }
        std::optional<DiscoveredPage> discovered;
        if (const auto found = discoveries.find(grouped.group); found != discoveries.end()) {
            discovered = found->second;
        }
        result.document = make_document(context, grouped, std::move(belongs), discovered);
        result.lines = document_lines(*result.document, languages);
    } catch (const std::exception& error) {
        result.document.reset();
        result.rejects = rejects_of(grouped, error.what());
    }
    return result;
}

Discoveries discover(Survey& survey, const WorkContext& context, const RunOptions& options, Progress& progress) {
    const DiscoverSteps steps{[&](std::size_t pages) { progress.start("pages", pages); },
                              [&](std::size_t articles) { progress.start("searches", articles); },
                              [&] {
                                  stop_if_interrupted();
                                  progress.step();
                              }};
    return discover_pages(survey, context.first_pack, context.second_pack, context.pages, options.discovery,
                          options.threads, steps);
}

/// Reads the groups in order, one at each call; false after the last one. With a pack of their language, with
/// relations.
auto each_group(Survey& survey, const LanguagePack* related = nullptr) {
    return [&survey, related, next = std::size_t{0}](GroupedArticle& grouped) mutable {
        stop_if_interrupted();
        if (next == survey.groups.size()) {
            return false;
        }
        grouped = read_group(survey, next++);
        if (related != nullptr) {
            read_relations(survey, *related, grouped);
        }
        return true;
    };
}

/// The second pass: documents in order, worked on side by side.
void work(Survey& survey, const Discoveries& discoveries, const WorkContext& context, const RunOptions& options,
          CorpusWriter& writer, RunSummary& summary, Progress& progress) {
    progress.start("documents", survey.groups.size());
    parallel_map<GroupedArticle, WorkResult>(
        options.threads, each_group(survey, &context.first_pack),
        [&](GroupedArticle& grouped) { return work_on(context, survey, discoveries, options.languages, grouped); },
        [&](WorkResult& result) {
            if (result.document) {
                summary.counts.add(*result.document);
                summary.add(*result.document, result.lines);
                writer.add(result.lines);
            }
            for (const Reject& reject : result.rejects) {
                ++summary.counts.rejects;
                writer.add(reject);
            }
            progress.step();
        });
}

/// The passes before the last one: learns from all documents, aligned with what is built in, then with what was
/// learned.
Adaptation learn(Survey& survey, WorkContext context, const RunOptions& options, Progress& progress) {
    const auto pass = [&](const Adaptation& adaptation, BeadCollector& beads) {
        progress.start("learning", survey.groups.size());
        context.adaptation = adaptation;
        parallel_map<GroupedArticle, AlignedBodies>(
            options.threads, each_group(survey),
            [&](GroupedArticle& grouped) {
                try {
                    return align_only(context, grouped.article);
                } catch (const std::exception&) { // the last pass makes a reject of it
                    return AlignedBodies{};
                }
            },
            [&](AlignedBodies& bodies) {
                beads.add({bodies.first.begin(), bodies.first.end()}, {bodies.second.begin(), bodies.second.end()},
                          bodies.ladder);
                progress.step();
            });
    };
    AdaptOptions adapt_options;
    adapt_options.threads = options.threads;
    return adapt(pass, context.first_pack, context.second_pack, adapt_options);
}

/// The lexicons beside the built-in one, for the manifest: the user's files, and what was learned.
std::vector<InputFile> lexicons_of(const CommandLine& line, const Adaptation& adaptation) {
    std::vector<InputFile> lexicons;
    for (const std::string& file : line.lexicons()) {
        lexicons.push_back({fs::path(file).filename().string(), sha256_of_file(file)});
    }
    if (adaptation.helps) {
        lexicons.push_back({"learned from this corpus", sha256_hex(lexicon_text(adaptation.learned))});
    }
    return lexicons;
}

std::string now_text() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char buffer[32];
    std::strftime(buffer, sizeof buffer, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return buffer;
}

std::string host_name() {
    char buffer[256] = "";
    ::gethostname(buffer, sizeof buffer - 1);
    return buffer;
}

std::map<std::string, std::string> run_facts(const Arguments& arguments, const RunSummary& summary,
                                             const std::string& started) {
    std::string options;
    for (const std::string& word : arguments) {
        options += (options.empty() ? "" : " ") + word;
    }
    std::ostringstream seconds;
    seconds << summary.seconds;
    return {{"options", options},
            {"host", host_name()},
            {"started", started},
            {"seconds", seconds.str()},
            {"threads", std::to_string(summary.threads)}};
}

void check_error_rate(const CorpusCounts& counts, double limit) {
    if (static_cast<double>(counts.rejects) > limit * static_cast<double>(counts.items)) {
        throw Error(std::to_string(counts.rejects) + " of " + std::to_string(counts.items) +
                    " items are rejects, a larger share than --max-error-rate " + std::to_string(limit) + " allows");
    }
}

void run(const CommandLine& line, const RunOptions& options, const Arguments& arguments) {
    const Clock::time_point begin = Clock::now();
    const std::string started = now_text();
    const std::vector<InputPath> files = find_input_files(line.operands);
    if (files.empty()) {
        throw Error("there is no listing in what was given");
    }
    const PageStore pages(options.pages, {options.max_page_bytes, {options.max_nesting}});
    const LanguagePack& first_pack = language_pack(options.languages.from);
    const LanguagePack& second_pack = language_pack(options.languages.to);
    WorkContext context{first_pack, second_pack, pages, {}, {}, {}, options.discovery.least_confidence};
    context.adaptation = unadapted(first_pack, second_pack); // a bad file of the user's ends the run here

    catch_interrupts();
    WorkFolder folder(options.out, options.force);
    CorpusWriter writer(folder.corpus(), options.languages);
    Progress progress(progress_form(options.progress));
    RunSummary summary;
    summary.languages = options.languages;
    summary.corpus = options.out;
    summary.pages = options.pages;
    summary.threads = thread_count(options.threads);

    progress.start("articles", 0);
    SurveyOptions survey_options;
    survey_options.reader.text.max_line_bytes = options.max_line_bytes;
    survey_options.reader.max_page_bytes = options.max_page_bytes;
    survey_options.reader.html.max_nesting = options.max_nesting;
    survey_options.reader.kind = input_kind_named(options.input_format);
    survey_options.groups.memory = options.memory << 20U;
    Survey survey = survey_listings(
        files, folder.scratch(), context.first_pack, survey_options, [&](const Reject& reject) { writer.add(reject); },
        [&] {
            stop_if_interrupted();
            progress.step();
        });
    summary.counts.items = survey.items();
    summary.counts.rejects = survey.rejects;
    if (options.adapt || (!options.no_adapt && !has_words(context.adaptation.lexicon))) {
        context.adaptation = learn(survey, context, options, progress);
        summary.learned = context.adaptation.report();
    }
    const Discoveries discoveries = options.discover ? discover(survey, context, options, progress) : Discoveries{};
    work(survey, discoveries, context, options, writer, summary, progress);
    check_error_rate(summary.counts, options.max_error_rate);

    summary.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    writer.finish(summary.counts, {options.languages,
                                   survey.inputs,
                                   lexicons_of(line, context.adaptation),
                                   {{"qosar", version()}, {"icu", icu_version()}},
                                   run_facts(arguments, summary, started)});
    folder.publish();
    if (!options.quiet) {
        print_summary(summary);
    }
}

} // namespace

void command_run(const Arguments& arguments) {
    RunOptions options;
    CommandLine line({"qosar run LISTING... --pages STORE --out CORPUS",
                      "Reads news listings, finds the page that each article cites in the store, cuts both into\n"
                      "sentences, aligns them, flags what needs a look, and writes a corpus. A folder stands for all\n"
                      "files in it, `-` for standard input. The same input gives the same bytes on any machine.",
                      "qosar run corpora/sample/listings --pages corpora/sample/pages --out out/sample"});
    add_options(line, options);
    line.add_lexicon_option();
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(1, static_cast<std::size_t>(-1), "a listing is needed");
    check_options(options);
    run(line, options, arguments);
}

} // namespace qosar
