// Sounds in which names of two alphabets can be compared.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

/// Folded letters of a word, and how many there are before each byte of it.
struct FoldedLetters {
    std::string letters;
    std::vector<std::size_t> before; ///< by byte of the word; one more at the end
};

/// Letter by letter, from a lower-case word of Kazakh or Russian Cyrillic.
FoldedLetters fold_cyrillic(std::string_view lower_case);

/// By the spelling of English and its neighbours, from lower-case ASCII.
std::string fold_latin(std::string_view lower_case);

/// What it costs to take one folded letter for another, and to leave one out; 100 is a whole letter.
int exchange_cost(char a, char b);
int omission_cost(char letter, char before, bool last);

} // namespace qosar
