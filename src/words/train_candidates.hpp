// Inside training: which words of the two sides may be translations at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "qosar/words/train.hpp"

namespace qosar {

/// Pairs of words that may translate each other, by first and second word.
struct Candidates {
    std::vector<std::uint32_t> begins;      ///< index of each first word's candidates; one more at the end
    std::vector<std::uint32_t> second;      ///< second word, ascending for each first word
    std::vector<std::uint32_t> together;    ///< in how many sentence pairs both stand
    std::vector<std::uint32_t> with_first;  ///< by first word: in how many sentences it stands
    std::vector<std::uint32_t> with_second; ///< by second word
};

Candidates find_candidates(const TrainingText& text, const TrainOptions& options);

/// Logarithm of how much likelier these counts of sentence pairs are if two words keep company than if they do not:
/// `together` of both, `a` and `b` of each, `all` (Dunning 1993; half of G²). Negative if they avoid each other.
double company(double together, double a, double b, double all);

} // namespace qosar
