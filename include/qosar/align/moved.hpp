// Passages that stand elsewhere in the other text: what a ladder, which cannot cross itself, has to leave alone.
#pragma once

#include <vector>

#include "qosar/align/bead_score.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

/// Sentences of the first side, left alone by the ladder, and those of the second that say the same at another place.
struct MovedPassage {
    Range first;
    Range second;
    double score = 0; ///< the probability of its weakest pair of sentences

    bool operator==(const MovedPassage&) const = default;
};

struct MovedOptions {
    double prior = 0.05; ///< share of right ones among the pairs that are looked at
    double least_score = 0.5;
    double least_alone = 0.8; ///< of a passage of one sentence
};

/// Passages in order of the first side. Two sentences belong to one if each is the other's best among those left alone,
/// their score is high, and beads of the ladder lie between their places. In long texts only what lies within the
/// corridor's windows is found. A law: exchanging the sides exchanges the passages.
std::vector<MovedPassage> moved_passages(const BeadScorer& scorer, const Ladder& ladder,
                                         const MovedOptions& options = {});

} // namespace qosar
