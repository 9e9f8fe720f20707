#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>

#include "commands.hpp"
#include "lexicon_actions.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/file.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/words/lexicon_image.hpp"
#include "qosar/words/lexicon_text.hpp"

namespace qosar {

namespace {

constexpr std::array<Command, 6> actions{{
    {"lookup", "translations of words, with where they come from", lexicon_lookup},
    {"score", "how much the words of ready-made pairs speak for them", lexicon_score},
    {"stats", "what a lexicon holds, and how much of a text it knows", lexicon_stats},
    {"train", "a lexicon learned from aligned pairs", lexicon_train},
    {"import", "a dictionary, catalogue or translation memory as a lexicon", lexicon_import},
    {"merge", "several lexicons as one", lexicon_merge},
}};

void print_help(std::ostream& out) {
    out << "Usage: qosar lexicon ACTION [OPTIONS] ...\n\nActions:\n";
    for (const Command& action : actions) {
        out << "  " << action.name << std::string(10 - action.name.size(), ' ') << action.summary << '\n';
    }
    out << "\n`qosar lexicon ACTION --help` explains an action.\n\nExample:\n  qosar lexicon lookup 'draft law'\n";
}

} // namespace

void LexiconLanguages::add_to(CommandLine& line) {
    namespace po = boost::program_options;
    line.add_options()("from", po::value(&from)->default_value(from),
                       "first language")("to", po::value(&to)->default_value(to), "second language");
}

void LexiconOutput::add_to(CommandLine& line) {
    namespace po = boost::program_options;
    line.add_options()("out,o", po::value(&path), "file to write; an image if it ends in .lex, else text")(
        "force", po::bool_switch(&force), "replace the file that is there");
}

void LexiconOutput::check() const {
    if (!path.empty() && std::filesystem::exists(path) && !force) {
        throw Error(path + " is there already; --force replaces it");
    }
}

void LexiconOutput::write(const Translations& translations) const {
    if (path.empty()) {
        std::cout << lexicon_text(translations);
    } else if (std::filesystem::path(path).extension() == ".lex") {
        publish_file(path, lexicon_image(language_pack(translations.first_language),
                                         language_pack(translations.second_language), translations));
    } else {
        publish_file(path, lexicon_text(translations));
    }
}

void command_lexicon(const Arguments& arguments) {
    const std::string name = arguments.empty() ? "" : arguments.front();
    if (name == "--help" || name == "-h") {
        print_help(std::cout);
        return;
    }
    const auto action = std::find_if(actions.begin(), actions.end(), [&](const Command& a) { return a.name == name; });
    if (action == actions.end()) {
        throw UsageError("there is no 'lexicon " + name + "'; `qosar lexicon --help` lists what there is");
    }
    action->run({arguments.begin() + 1, arguments.end()});
}

} // namespace qosar
