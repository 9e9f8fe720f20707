#include <algorithm>
#include <array>
#include <iostream>

#include "commands.hpp"
#include "qosar/base/error.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/word_score.hpp"
#include "text_input.hpp"

namespace qosar {

namespace {

namespace po = boost::program_options;

void lexicon_score(const Arguments& arguments) {
    std::string from = "en";
    std::string to = "kk";
    CommandLine line(
        {"qosar lexicon score --from en --to kk [PAIRS.tsv]",
         "For each line, two texts with a TAB between them, prints how much their words speak for one\n"
         "translating the other: lexicon, names and numbers, but not length. Log-odds, above 0 if they do.",
         "printf 'A school was opened.\\tМектеп ашылды.\\n' | qosar lexicon score"});
    line.add_options()("from", po::value(&from)->default_value(from), "language of the first text")(
        "to", po::value(&to)->default_value(to), "language of the second text");
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(0, 1, "one file of pairs at most");
    const LanguagePack& first = language_pack(from);
    const LanguagePack& second = language_pack(to);
    const Lexicon& lexicon = builtin_lexicon(first, second);
    const std::string path = file_or_stdin(line.operands);
    std::size_t number = 0;
    for (const std::string& pair : read_lines(path)) {
        const auto [a, b] = pair_of(pair, path, ++number);
        std::cout << word_score(first, a, second, b, lexicon) << '\n';
    }
}

constexpr std::array<Command, 1> actions{{
    {"score", "how much the words of ready-made pairs speak for them", lexicon_score},
}};

void print_help(std::ostream& out) {
    out << "Usage: qosar lexicon ACTION [OPTIONS] ...\n\nActions:\n";
    for (const Command& action : actions) {
        out << "  " << action.name << std::string(10 - action.name.size(), ' ') << action.summary << '\n';
    }
    out << "\nExample:\n  qosar lexicon score --help\n";
}

} // namespace

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
