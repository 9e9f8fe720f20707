#include <iostream>

#include "lexicon_actions.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/word_score.hpp"
#include "text_input.hpp"

namespace qosar {

void lexicon_score(const Arguments& arguments) {
    LexiconLanguages languages;
    CommandLine line({"qosar lexicon score [PAIRS.tsv]",
                      "For each line, two texts with a TAB between them, prints how much their words speak for one\n"
                      "translating the other: lexicon, names, numbers, but not length. Log-odds, above 0 if they do.",
                      "printf 'A school was opened.\\tМектеп ашылды.\\n' | qosar lexicon score"});
    languages.add_to(line);
    line.add_lexicon_option();
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(0, 1, "one file of pairs at most");
    const LanguagePack& first = language_pack(languages.from);
    const LanguagePack& second = language_pack(languages.to);
    const Lexicon& lexicon = builtin_lexicon(first, second);
    const std::string path = file_or_stdin(line.operands);
    std::size_t number = 0;
    for (const std::string& pair : read_lines(path)) {
        const auto [a, b] = pair_of(pair, path, ++number);
        std::cout << word_score(first, a, second, b, lexicon) << '\n';
    }
}

} // namespace qosar
