// What all commands share: their options, `--help`, and clear words for a wrong command line.
#pragma once

#include <string>
#include <vector>

#include <boost/program_options.hpp>

namespace qosar {

/// The words behind the command's name.
using Arguments = std::vector<std::string>;

/// Texts of a command's help.
struct HelpText {
    std::string usage;   ///< such as `qosar segment --lang LANG [FILE]`
    std::string purpose; ///< what the command does, one to five lines
    std::string example; ///< one or more lines that a reader can try
};

class CommandLine {
public:
    explicit CommandLine(HelpText help);

    /// Adds options in the manner of Program_options; values are bound to members with their defaults.
    boost::program_options::options_description_easy_init add_options() { return m_visible.add_options(); }

    /// Adds `--lexicon FILE`, which may be given several times and takes effect in `parse`.
    void add_lexicon_option();

    /// Reads the arguments; what is no option goes to `operands`. `--languages` takes effect here. Returns false when
    /// `--help` was asked for and has been printed. Throws UsageError.
    bool parse(const Arguments& arguments);

    [[nodiscard]] bool has(const std::string& option) const { return m_values.count(option) > 0; }
    [[nodiscard]] const std::vector<std::string>& lexicons() const { return m_lexicons; } ///< of `--lexicon`
    std::vector<std::string> operands;

    /// Throws UsageError unless there are between `least` and `most` operands.
    void need_operands(std::size_t least, std::size_t most, const std::string& what) const;

private:
    HelpText m_help;
    std::string m_languages;
    std::vector<std::string> m_lexicons;
    boost::program_options::options_description m_visible{"Options"};
    boost::program_options::variables_map m_values;
};

} // namespace qosar
