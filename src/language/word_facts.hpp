// What a language says of a word by its form alone, so that readers of numbers and dates need not look it up again.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "date_words.hpp"
#include "number_words.hpp"
#include "qosar/language/dates.hpp"
#include "qosar/language/numbers.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/text/tokens.hpp"

namespace qosar {

struct WordFacts {
    FoundNumberWord number;
    FoundDateWord date;
    int roman = 0;          ///< value of a Roman numeral
    std::uint64_t hash = 0; ///< of the word in comparable form
};

/// Of a word as it stands in a text.
WordFacts word_facts(const LanguagePack& pack, std::string_view word);

/// Of each token; those of numbers have none.
using TokenFacts = std::vector<const WordFacts*>;

/// The facts of tokens that are numbers.
inline constexpr WordFacts no_facts{};

/// As the functions with these names in the public headers.
std::vector<NumberMention> numbers_in(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens,
                                      const TokenFacts& facts);
std::vector<DateMention> dates_in(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens,
                                  const TokenFacts& facts);

/// Remembered by each thread: valid until its next call.
const TokenFacts& token_facts(const LanguagePack& pack, std::string_view text, const std::vector<Token>& tokens);

} // namespace qosar
