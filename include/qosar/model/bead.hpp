// Beads and ladders: which sentences of one text translate which of the other.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

/// A link of neighbouring sentences of the first text with neighbouring ones of the second.
/// An empty range on one side makes a null bead: a sentence without a counterpart.
/// Example: {{3, 4}, {3, 5}} is a 1-2 bead of sentence 3 with sentences 3 and 4.
struct Bead {
    Range first;      ///< sentence numbers, from 0
    Range second;     ///< sentence numbers, from 0
    double score = 0; ///< probability that the sides translate each other; 0 for null beads

    [[nodiscard]] bool is_pair() const { return !first.empty() && !second.empty(); }
    bool operator==(const Bead&) const = default;
};

/// Beads in order; each sentence of either text stands in exactly one of them.
using Ladder = std::vector<Bead>;

/// The best other bead for the sentences of one.
struct RunnerUp {
    Range first;
    Range second;
    double score = 0;
};

/// "1-2" for a bead of one sentence with two.
inline std::string bead_type(const Bead& bead) {
    return std::to_string(bead.first.size()) + "-" + std::to_string(bead.second.size());
}

} // namespace qosar
