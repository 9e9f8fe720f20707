#include <algorithm>
#include <array>
#include <iostream>

#include "commands.hpp"
#include "lexicon_actions.hpp"
#include "qosar/base/error.hpp"

namespace qosar {

namespace {

constexpr std::array<Command, 5> actions{{
    {"lookup", "translations of words, with where they come from", lexicon_lookup},
    {"score", "how much the words of ready-made pairs speak for them", lexicon_score},
    {"stats", "what a lexicon holds, and how much of a text it knows", lexicon_stats},
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
