#include <algorithm>
#include <iostream>
#include <vector>

#include "lexicon_actions.hpp"
#include "qosar/language/stem.hpp"
#include "qosar/text/tokens.hpp"
#include "qosar/words/lexicon.hpp"

namespace qosar {

namespace {

std::vector<KeyId> keys_of(const LanguagePack& pack, std::string_view text) {
    std::vector<KeyId> keys;
    for (const Token& token : tokenise(text)) {
        keys.push_back(key_id(match_key(pack, text.substr(token.bytes.begin, token.bytes.size()))));
    }
    return keys;
}

/// Translations of the terms that begin with these words. Returns how many there are.
std::size_t print_translations(const LanguagePack& first, const LanguagePack& second, const std::string& words) {
    const std::vector<KeyId> keys = keys_of(first, words);
    std::size_t count = 0;
    builtin_lexicon(first, second).for_each(keys.empty() ? no_key : keys.front(), [&](const LexiconEntry& entry) {
        if (entry.first.size() < keys.size() || !std::equal(keys.begin(), keys.end(), entry.first.begin())) {
            return;
        }
        ++count;
        const TranslationSource source = entry.image->source(entry.source);
        std::cout << entry.first_text << '\t' << entry.second_text << '\t' << entry.part_of_speech << '\t'
                  << entry.forward << '\t' << entry.backward << '\t' << entry.count << '\t' << source.name << '\t'
                  << source.licence << '\n';
    });
    return count;
}

} // namespace

void lexicon_lookup(const Arguments& arguments) {
    LexiconLanguages languages;
    CommandLine line({"qosar lexicon lookup WORD...",
                      "Prints the translations of each word or quoted term, of either language, and of the terms that\n"
                      "begin with it. Columns: term, translation, part of speech, p(translation | term),\n"
                      "p(term | translation), times seen in training, file or dictionary, licence.",
                      "qosar lexicon lookup law 'Мемлекет басшысы'"});
    languages.add_to(line);
    line.add_lexicon_option();
    if (!line.parse(arguments)) {
        return;
    }
    line.need_operands(1, static_cast<std::size_t>(-1), "a word is needed");
    const LanguagePack& first = language_pack(languages.from);
    const LanguagePack& second = language_pack(languages.to);
    for (const std::string& words : line.operands) {
        if (print_translations(first, second, words) + print_translations(second, first, words) == 0) {
            std::cerr << "qosar: the lexicon does not know '" << words << "'\n";
        }
    }
}

} // namespace qosar
