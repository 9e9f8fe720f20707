// Learning which words translate each other from texts that do.
#pragma once

#include <cstddef>
#include <vector>

#include "qosar/words/training_text.hpp"
#include "qosar/words/translation.hpp"

namespace qosar {

/// The defaults suit sentences of news.
struct TrainOptions {
    std::size_t threads = 0; ///< 0 is one a core
    std::size_t iterations = 5;
    std::size_t most_candidates = 24; ///< of a word: those that stand beside it most strikingly often
    std::size_t least_together = 2;   ///< sentence pairs that hold both words of a candidate
    double diagonal_tension = 3;      ///< how much words prefer counterparts at their own relative place
    double null_probability = 0.08;   ///< that a word has no counterpart
    double sparsity = 0.01;           ///< of the Dirichlet prior; the smaller, the fewer translations a word gets
    // What is kept.
    double least_probability = 0.02; ///< in one direction at least
    double least_count = 1.2;        ///< expected number of times that the two words were linked
    /// How much likelier the two words keep company than not, as the logarithm of the likelihood ratio, beyond what
    /// two words that were each seen once and together reach in a text of this size (Johnson et al. 2007).
    double least_surprise = 0.5;
};

/// Translation probabilities in both directions, by IBM Model 1 (Brown et al. 1993) with a prior for the diagonal
/// (Dyer, Chahuneau and Smith 2013), variational Bayes instead of plain counts, and for each word a limited number of
/// candidates chosen by Dunning's likelihood ratio (1993). Both directions are trained; a link counts by the product
/// of its probabilities in both. So the `forward` of a word's translations sum up to at most 1, as do the `backward`.
///
/// Sorted by the match keys of the first, then of the second word. The same for any number of threads and any order
/// of the pairs: expected counts are summed as integers, in units of 2^-32. Memory: about 12 bytes a word of the text,
/// 8 a cell (two words of a pair that may be linked; some three to ten times as many as words) and 28 a candidate.
std::vector<Translation> train(const TrainingText& text, const TrainOptions& options = {});

} // namespace qosar
