// The aligner: from two lists of sentences to a ladder.
#pragma once

#include "qosar/align/bead_score.hpp"
#include "qosar/align/corridor.hpp"
#include "qosar/align/fixed_beads.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

struct AlignOptions {
    CorridorOptions corridor;
    TextHabits habits;
    FixedBeads fixed;      ///< the search respects them exactly
    Similarity similarity; ///< what else speaks for beads of these texts; not part of what is learned
};

/// The best ladder by dynamic programming over beads of up to four sentences a side (the frame of Gale and Church
/// 1993, with words as evidence): 1-0, 0-1, 1-1, 1-2, 2-1, 2-2, 1-3, 3-1, 2-3, 3-2, 1-4, 4-1; and those that are
/// required. Scores are left at 0; align/posterior.hpp has them. Of equally good beads the first in the order
/// given here wins, so the result is always the same. Exact within the corridor, and linear in its size; without one,
/// everything is searched. Throws Error where the fixed beads leave no ladder.
Ladder align(const BeadScorer& scorer, const Corridor& corridor, const AlignOptions& options = {});
Ladder align(const BeadScorer& scorer, const AlignOptions& options = {});

} // namespace qosar
