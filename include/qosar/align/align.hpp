// The aligner: from two lists of sentences to a ladder.
#pragma once

#include <cstddef>
#include <optional>

#include "qosar/align/bead_score.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

struct AlignOptions {
    BeadModel model;
    /// Texts whose product of sentence numbers is larger are searched in a band around the diagonal only.
    std::size_t full_search_cells = 4'000'000;
    std::size_t longest_side = 2; ///< of a bead, in sentences; 3 and 4 add 1-3, 3-1 and 1-4, 4-1
    std::size_t least_band = 400; ///< sentences to either side of the diagonal
};

/// The best ladder by dynamic programming over the beads 1-1, 1-2, 2-1, 2-2, 1-0 and 0-1 (the frame of Gale and
/// Church 1993, with words as evidence). Every bead with two sides carries its probability as score. Of equally
/// good beads the first in the order given here wins, so the result is always the same.
Ladder align(const BeadScorer& scorer, const AlignOptions& options = {});

/// The best other bead of the same or neighbouring sentences: what the search would have liked next.
std::optional<RunnerUp> runner_up(const BeadScorer& scorer, const Bead& bead);

} // namespace qosar
