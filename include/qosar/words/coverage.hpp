// How much of running text a lexicon knows, and how often its translations are the ones that stand there.
#pragma once

#include <cstddef>

#include "qosar/words/word_matches.hpp"

namespace qosar {

/// Counts running words of the first side; sums over many texts, shares are for the reader to divide.
struct Coverage {
    std::size_t names = 0;    ///< capitalised within a sentence and not in the lexicon
    std::size_t content = 0;  ///< other words that say something: no function words, no numbers, none of the names
    std::size_t known = 0;    ///< of `content`: an entry of one word, or part of a term that stands there
    std::size_t answered = 0; ///< of `known`: one of the translations stands on the other side

    Coverage& operator+=(const Coverage& other);
};

/// Function words are those that half of all documents hold, and those the lexicon has as pronoun, preposition,
/// conjunction or particle.
Coverage coverage_of(const WordMatches& words, const Lexicon& lexicon);

} // namespace qosar
