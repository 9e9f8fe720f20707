#include <iostream>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "lexicon_actions.hpp"
#include "qosar/words/coverage.hpp"
#include "qosar/words/lexicon.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

using Json = nlohmann::ordered_json;

Json contents_of(const LexiconImage& image) {
    std::map<std::string, std::size_t> parts;
    std::vector<std::size_t> by_source(image.sources());
    std::size_t terms = 0;
    std::size_t phrases = 0;
    std::string_view last;
    for (std::size_t i = 0; i < image.size(); ++i) {
        const LexiconEntry entry = image.entry(i);
        ++parts[entry.part_of_speech.empty() ? "unknown" : std::string(entry.part_of_speech)];
        ++by_source[entry.source];
        if (i == 0 || entry.first_text != last) {
            ++terms;
            phrases += entry.first.size() > 1 ? 1 : 0;
            last = entry.first_text;
        }
    }
    Json sources = Json::array();
    for (std::uint32_t i = 0; i < image.sources(); ++i) {
        const TranslationSource source = image.source(i);
        sources.push_back({{"name", source.name}, {"licence", source.licence}, {"translations", by_source[i]}});
    }
    return {{"languages", {image.first_language(), image.second_language()}},
            {"terms", terms},
            {"terms_of_several_words", phrases},
            {"translations", image.size()},
            {"parts_of_speech", parts},
            {"sources", sources}};
}

Json coverage_json(const std::string& path, const LanguagePack& first, const LanguagePack& second,
                   const Lexicon& lexicon) {
    Coverage sum;
    std::size_t number = 0;
    for (const std::string& pair : read_lines(path)) {
        const auto [a, b] = pair_of(pair, path, ++number);
        sum += coverage_of(match_words(first, {a}, second, {b}, lexicon), lexicon);
    }
    return {{"pairs", number},
            {"unknown_names", sum.names},
            {"content_words", sum.content},
            {"known", sum.known},
            {"answered", sum.answered}};
}

} // namespace

void lexicon_stats(const Arguments& arguments) {
    LexiconLanguages languages;
    std::string pairs;
    CommandLine line(
        {"qosar lexicon stats [--pairs PAIRS.tsv]",
         "Prints one JSON object for each part of the lexicon: built in, names, your own; with --pairs one\n"
         "more on running text: content words, those the lexicon knows, and those of them for which one\n"
         "of the translations stands in the paired text.",
         "qosar lexicon stats --lexicon my.tsv"});
    languages.add_to(line);
    line.add_lexicon_option();
    line.add_options()("pairs", boost::program_options::value(&pairs),
                       "pairs of texts, a TAB between them, to measure coverage on; `-` is standard input");
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(0, 0, "there is nothing to name here; --lexicon and --pairs take files");
    const LanguagePack& first = language_pack(languages.from);
    const LanguagePack& second = language_pack(languages.to);
    const Lexicon& lexicon = builtin_lexicon(first, second);
    lexicon.for_each_image([](const LexiconImage& image) { std::cout << contents_of(image).dump() << '\n'; });
    if (!pairs.empty()) {
        std::cout << coverage_json(pairs, first, second, lexicon).dump() << '\n';
    }
}

} // namespace qosar
