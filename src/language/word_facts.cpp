#include "word_facts.hpp"

#include "qosar/base/hash.hpp"
#include "qosar/text/characters.hpp"
#include "remembered.hpp"
#include "roman.hpp"

namespace qosar {

WordFacts word_facts(const LanguagePack& pack, std::string_view word) {
    const std::string folded = lower(word, pack.code);
    return {find_number_word(pack, folded), find_date_word(pack, folded), roman_value(word), hash64(comparable(word))};
}

const TokenFacts& token_facts(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens) {
    thread_local Remembered<WordFacts> remembered;
    thread_local TokenFacts facts;
    RememberedWords<WordFacts>& words = remembered.in(pack);
    words.make_room();
    facts.clear();
    for (const Token& token : tokens) {
        const std::string_view word = text.substr(token.bytes.begin, token.bytes.size());
        facts.push_back(token.kind == TokenKind::number ? &no_facts : &words.of(word, [&](std::string_view one) {
            return word_facts(pack, one);
        }));
    }
    return facts;
}

} // namespace qosar
