// How sure a ladder is: the probability of each of its beads, given all other ladders that the texts could have.
//
// The score of a ladder is its unnormalised log-probability (bead_model.hpp). Summing over all ladders by the
// forward–backward algorithm (Rabiner 1989) tells what share of them, by weight, has a certain bead. Runs of sentences
// left alone on both sides count once, not once for each order. Only ladders that stay near the given one are summed,
// since nothing else weighs anything, so time is linear in its length.
#pragma once

#include <optional>
#include <vector>

#include "qosar/align/bead_score.hpp"
#include "qosar/align/fixed_beads.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

/// Of one bead of a ladder.
struct BeadPosterior {
    double probability = 0;            ///< of this very bead
    std::optional<RunnerUp> runner_up; ///< the likeliest other bead that shares a sentence with it
};

/// One for each bead of the ladder, null beads included. Only ladders that `fixed` allows are summed; what it requires
/// is certain. `reach` is how many sentences off the ladder are looked at.
std::vector<BeadPosterior> bead_posteriors(const BeadScorer& scorer, const Ladder& ladder, const FixedBeads& fixed = {},
                                           std::size_t reach = 6);

} // namespace qosar
