#include <iostream>

#include "interrupt.hpp"
#include "lexicon_actions.hpp"
#include "qosar/base/error.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/words/train.hpp"
#include "qosar/words/training_pairs.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;

void add_options(CommandLine& line, PairFilter& filter, TrainOptions& options) {
    line.add_options()("min-score", po::value(&filter.least_score)->default_value(filter.least_score),
                       "leave out pairs with a lower score")("flagged", po::bool_switch(&filter.flagged),
                                                             "take pairs of a corpus with warn or error flags too")(
        "iterations", po::value(&options.iterations)->default_value(options.iterations), "of training")(
        "least-probability", po::value(&options.least_probability)->default_value(options.least_probability),
        "of a translation, in one direction at least")(
        "least-count", po::value(&options.least_count)->default_value(options.least_count),
        "expected number of times that two words were linked")(
        "threads", po::value(&options.threads)->default_value(options.threads), "threads; 0 is one a core");
}

void check(const TrainOptions& options) {
    if (options.threads > 1024) {
        throw UsageError("--threads lies between 0 and 1024");
    }
    if (options.iterations < 1 || options.iterations > 100) {
        throw UsageError("--iterations lies between 1 and 100");
    }
    if (!(options.least_probability >= 0 && options.least_probability <= 1) || !(options.least_count >= 0)) {
        throw UsageError("--least-probability lies between 0 and 1, --least-count is 0 or more");
    }
}

} // namespace

void lexicon_train(const Arguments& arguments) {
    LexiconLanguages languages;
    LexiconOutput output;
    TranslationSource source{"trained", ""};
    PairFilter filter;
    TrainOptions options;
    CommandLine line(
        {"qosar lexicon train PAIRS... --out FILE",
         "Learns which words translate each other, with probabilities in both directions, from aligned pairs:\n"
         "a CORPUS folder or its pairs.jsonl, TMX, TSV of two texts and maybe a score, or BASE for the\n"
         "line-aligned files BASE.en and BASE.kk. All but the folder may be gzip or zstd. The same pairs, in\n"
         "any order, give the same bytes for any number of threads. --lexicon of other commands takes the result.",
         "qosar lexicon train out/sample --out news.lex"});
    languages.add_to(line);
    output.add_to(line);
    line.add_options()("source", po::value(&source.name)->default_value(source.name), "what the lexicon is called")(
        "licence", po::value(&source.licence), "of the pairs, such as CC-BY-4.0");
    add_options(line, filter, options);
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(1, static_cast<std::size_t>(-1), "pairs are needed");
    check(options);
    output.check();
    catch_interrupts();
    const LanguagePack& first = language_pack(languages.from);
    const LanguagePack& second = language_pack(languages.to);
    TrainingPairs pairs(line.operands, languages.from, languages.to, filter);
    TrainingTextOptions text_options;
    text_options.threads = options.threads;
    const auto read = [&](TextPair& pair) {
        stop_if_interrupted();
        return pairs.next(pair);
    };
    const TrainingText text = read_training_text(first, second, read, text_options);
    const Translations learned{languages.from, languages.to, {source}, train(text, options)};
    output.write(learned);
    const PairCounts& counts = pairs.counts();
    std::cerr << "qosar: " << learned.all.size() << " translations from " << text.first.sentences() << " pairs; of "
              << counts.read << " read, " << counts.filtered << " were filtered, " << counts.broken << " broken, "
              << text.left_out << " empty or too long\n";
}

} // namespace qosar
