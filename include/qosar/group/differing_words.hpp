// The words in which two articles differ.
#pragma once

#include <string_view>
#include <vector>

#include "qosar/model/duplicate.hpp"

namespace qosar {

/// How alike two texts are and where they are not.
struct WordComparison {
    double overlap = 0; ///< shared words over all words, both as multisets: 1 for equal texts, 0 for none shared
    bool numbers_differ = false;          ///< a differing word holds a digit
    std::vector<DifferingWord> differing; ///< in the order of the texts; what was changed stands together
};

/// Compares word by word, without regard to case. Texts that share too little are not compared in detail:
/// `differing` is filled only where the overlap is at least `least_overlap`.
WordComparison compare_words(std::string_view kept, std::string_view dropped, double least_overlap);

} // namespace qosar
