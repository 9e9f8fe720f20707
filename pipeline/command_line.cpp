#include "command_line.hpp"

#include <iostream>
#include <utility>

#include "qosar/base/error.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/words/lexicon.hpp"

namespace qosar {

namespace po = boost::program_options;

CommandLine::CommandLine(HelpText help) : m_help(std::move(help)) {
    m_visible.add_options()("help,h", "print this help")("languages", po::value(&m_languages),
                                                         "folder of language packs to read before the built-in ones");
}

void CommandLine::add_lexicon_option() {
    m_visible.add_options()("lexicon", po::value(&m_lexicons)->composing(),
                            "a lexicon of yours, text or image, beside the built-in one; may be repeated");
}

bool CommandLine::parse(const Arguments& arguments) {
    po::options_description all;
    all.add(m_visible).add_options()("operand", po::value(&operands));
    po::positional_options_description positions;
    positions.add("operand", -1);
    try {
        using Style = po::command_line_style::style_t;
        const int style = Style::unix_style & ~Style::allow_guessing;
        po::store(po::command_line_parser(arguments).options(all).positional(positions).style(style).run(), m_values);
        if (m_values.count("help") > 0) {
            std::cout << "Usage: " << m_help.usage << "\n\n"
                      << m_help.purpose << "\n\n"
                      << m_visible << "\nExample:\n  " << m_help.example << '\n';
            return false;
        }
        po::notify(m_values);
        if (!m_languages.empty()) {
            use_languages_folder(m_languages);
        }
        use_lexicon_files(m_lexicons);
    } catch (const po::error& error) {
        throw UsageError(std::string(error.what()) + "\nUsage: " + m_help.usage);
    }
    return true;
}

void CommandLine::need_operands(std::size_t least, std::size_t most, const std::string& what) const {
    if (operands.size() < least || operands.size() > most) {
        throw UsageError(what + "\nUsage: " + m_help.usage);
    }
}

} // namespace qosar
