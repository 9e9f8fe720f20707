// Matching the words of two sides that are indexed.
#pragma once

#include "pair_index.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

/// Fills in the matches within the windows. `index` is over the words in `words`, at their present place.
void add_matches(WordMatches& words, PairIndex& index);

} // namespace qosar
