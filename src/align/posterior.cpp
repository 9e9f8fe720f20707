#include "qosar/align/posterior.hpp"

#include <algorithm>

#include "ladder_sums.hpp"

namespace qosar {

namespace {

constexpr double least_runner_up = 0.00005; ///< what four decimals show

/// The number of the bead that each sentence stands in.
std::vector<std::size_t> beads_of(const Ladder& ladder, std::size_t sentences, Range Bead::*side) {
    std::vector<std::size_t> beads(sentences);
    for (std::size_t b = 0; b < ladder.size(); ++b) {
        for (std::size_t i = (ladder[b].*side).begin; i < (ladder[b].*side).end; ++i) {
            beads[i] = b;
        }
    }
    return beads;
}

} // namespace

std::vector<BeadPosterior> bead_posteriors(const BeadScorer& scorer, const Ladder& ladder, std::size_t reach) {
    const LadderBand band(ladder, scorer.first_sentences(), scorer.second_sentences(), reach);
    const LadderSums sums([&](Range first, Range second) { return scorer.search_score(first, second); }, band);
    const std::vector<std::size_t> of_first = beads_of(ladder, scorer.first_sentences(), &Bead::first);
    const std::vector<std::size_t> of_second = beads_of(ladder, scorer.second_sentences(), &Bead::second);
    std::vector<BeadPosterior> posteriors(ladder.size());
    for (std::size_t b = 0; b < ladder.size(); ++b) {
        const Bead& bead = ladder[b];
        if (!bead.is_pair()) {
            posteriors[b].probability = bead.second.empty() ? sums.null_first(bead.first.end, bead.second.end)
                                                            : sums.null_second(bead.first.end, bead.second.end);
        }
    }
    sums.for_each_pair([&](Range first, Range second, double probability) {
        const std::size_t own = of_first[first.begin];
        if (ladder[own].first == first && ladder[own].second == second) {
            posteriors[own].probability = std::min(probability, 1.0);
            return;
        }
        const auto offer = [&](std::size_t bead) {
            std::optional<RunnerUp>& runner_up = posteriors[bead].runner_up;
            if (probability >= least_runner_up && (!runner_up || probability > runner_up->score)) {
                runner_up = RunnerUp{first, second, probability};
            }
        };
        for (std::size_t i = first.begin; i < first.end; ++i) {
            offer(of_first[i]);
        }
        for (std::size_t j = second.begin; j < second.end; ++j) {
            offer(of_second[j]);
        }
    });
    return posteriors;
}

} // namespace qosar
