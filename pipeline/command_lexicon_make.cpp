// Making lexicons of what others made: import and merge.
#include <iostream>
#include <map>
#include <tuple>

#include "lexicon_actions.hpp"
#include "qosar/base/error.hpp"
#include "qosar/text/characters.hpp"
#include "qosar/words/import.hpp"
#include "qosar/words/lexicon_file.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;
namespace fs = std::filesystem;

DictionaryFormat format_of(const std::string& name, const std::string& path) {
    const auto format = name.empty() ? dictionary_format(fs::path(path)) : dictionary_format(std::string_view(name));
    if (!format) {
        throw UsageError(name.empty() ? "the name of " + path + " does not tell its form; --format does"
                                      : "--format is tsv, tmx, po, mo, dix, dic or stardict, not '" + name + "'");
    }
    return *format;
}

/// A translation with its sides changed.
void turn(Translations& translations) {
    std::swap(translations.first_language, translations.second_language);
    for (Translation& translation : translations.all) {
        std::swap(translation.first, translation.second);
        std::swap(translation.forward, translation.backward);
    }
}

/// Adds what `into` does not have yet; of what it has, only the counts.
void merge_into(Translations& into, const Translations& more,
                std::map<std::tuple<std::string, std::string, std::string>, std::size_t>& places) {
    std::vector<std::uint32_t> sources;
    for (const TranslationSource& source : more.sources) {
        const auto found = std::find(into.sources.begin(), into.sources.end(), source);
        sources.push_back(static_cast<std::uint32_t>(found - into.sources.begin()));
        if (found == into.sources.end()) {
            into.sources.push_back(source);
        }
    }
    for (const Translation& translation : more.all) {
        const auto [place, is_new] = places.try_emplace(
            {lower(translation.first), lower(translation.second), translation.part_of_speech}, into.all.size());
        if (is_new) {
            into.all.push_back(translation);
            into.all.back().source = sources.at(translation.source);
        } else if (into.all[place->second].count > 0) {
            into.all[place->second].count += translation.count;
        }
    }
}

} // namespace

void lexicon_import(const Arguments& arguments) {
    LexiconLanguages languages;
    ImportOptions options;
    LexiconOutput output;
    std::string format;
    CommandLine line(
        {"qosar lexicon import FILE --source NAME [--licence LICENCE] [--out FILE]",
         "Makes a lexicon of a dictionary, a catalogue of messages or a translation memory: TSV, TMX, PO, compiled "
         "MO,\n"
         "Apertium .dix, hunalign .dic, StarDict .ifo. Takes words and short terms, each once; leaves sentences and\n"
         "markup. The lexicon records the source and its licence, which is yours to heed.",
         "qosar lexicon import kk.po --source 'GNOME Files' --licence GPL-3.0-or-later --out files.tsv"});
    languages.add_to(line);
    line.add_options()("format", po::value(&format), "tsv, tmx, po, mo, dix, dic or stardict; else by the file's name")(
        "source", po::value(&options.source.name), "what the dictionary is called; else the file's name")(
        "licence", po::value(&options.source.licence), "its licence, such as MIT")(
        "max-words", po::value(&options.max_words)->default_value(options.max_words), "longer entries are left out");
    output.add_to(line);
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(1, 1, "one file is needed");
    const std::string& path = line.operands.front();
    options.first_language = languages.from;
    options.second_language = languages.to;
    if (options.source.name.empty()) {
        options.source.name = fs::path(path).filename().string();
    }
    output.check();
    const Imported imported = import_dictionary(path, format_of(format, path), options);
    output.write(imported.translations);
    std::cerr << "qosar: " << imported.translations.all.size() << " translations of " << imported.read << " pairs; "
              << imported.skipped << " are no words or short terms\n";
}

void lexicon_merge(const Arguments& arguments) {
    LexiconLanguages languages;
    LexiconOutput output;
    CommandLine line(
        {"qosar lexicon merge LEXICON... [--out FILE]",
         "Makes one lexicon of several, texts or images, in either direction. Of a translation that several\n"
         "have the first is kept; counts of training are added up.",
         "qosar lexicon merge mine.tsv trained.lex --out all.lex"});
    languages.add_to(line);
    output.add_to(line);
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(1, static_cast<std::size_t>(-1), "a lexicon is needed");
    output.check();
    Translations merged{languages.from, languages.to, {}, {}};
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> places;
    for (const std::string& path : line.operands) {
        Translations more = read_lexicon(path, languages.from, languages.to);
        if (more.first_language == languages.to && more.second_language == languages.from) {
            turn(more);
        }
        if (more.first_language != languages.from || more.second_language != languages.to) {
            throw Error(path + " is a lexicon of " + more.first_language + " and " + more.second_language +
                        "; --from and --to name those that are wanted");
        }
        merge_into(merged, more, places);
    }
    output.write(merged);
}

} // namespace qosar
