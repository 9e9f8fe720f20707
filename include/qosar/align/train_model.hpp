// Learning the weights of a BeadModel from ladders made by hand.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "qosar/align/bead_score.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

/// All weights by the names that they have in the data file, in its order: those of words, then BeadFeature's.
const std::vector<std::string>& weight_names();
std::vector<double> weights_of(const BeadModel& model);
BeadModel model_of(const std::vector<double>& weights);

/// What a bead's weights are multiplied by, in the order of weight_names().
std::vector<double> weighed_by(const BeadScorer& scorer, Range first, Range second);

struct TrainOptions {
    double l2 = 0.3;                                     ///< each weight costs l2 times its square
    std::size_t rounds = 200;                            ///< of the optimiser, at most
    std::vector<std::pair<std::string, double>> fixed{}; ///< weights that are given and not learned
};

/// Two texts with their gold ladder. `scorer` must outlive it; of its model only what chance is matters.
struct GoldText {
    const BeadScorer* scorer = nullptr;
    Ladder ladder;
};

/// The weights under which the gold ladders are the likeliest among all ladders of their texts. Memory grows with the
/// product of the numbers of sentences. REQUIRES: gold beads of the types that the search knows.
std::vector<double> train_ladders(const std::vector<GoldText>& texts, const TrainOptions& options);

/// Two texts taken as one pair, as weighed_by has them.
struct JudgedPair {
    std::vector<double> values;
    bool right = false;
    double weight = 1;
};

/// Logistic regression. The last of the weights is the offset, which no name stands for.
std::vector<double> train_pairs(const std::vector<JudgedPair>& pairs, const TrainOptions& options);

} // namespace qosar
