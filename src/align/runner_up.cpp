#include <algorithm>

#include "qosar/align/align.hpp"

namespace qosar {

std::optional<RunnerUp> runner_up(const BeadScorer& scorer, const Bead& bead) {
    constexpr std::size_t reach = 3;
    const Range rows{bead.first.begin - std::min(reach, bead.first.begin),
                     std::min(bead.first.end + reach, scorer.first_sentences())};
    const Range columns{bead.second.begin - std::min(reach, bead.second.begin),
                        std::min(bead.second.end + reach, scorer.second_sentences())};
    std::optional<RunnerUp> best;
    const auto consider = [&](Range first, Range second) {
        if (first == bead.first && second == bead.second) {
            return;
        }
        const double score = scorer.probability(scorer.log_odds(first, second));
        if (!best || score > best->score) {
            best = RunnerUp{first, second, score};
        }
    };
    for (std::size_t j = columns.begin; j < columns.end && !bead.first.empty(); ++j) {
        consider(bead.first, {j, j + 1});
        if (j + 2 <= columns.end) {
            consider(bead.first, {j, j + 2});
        }
    }
    for (std::size_t i = rows.begin; i < rows.end && !bead.second.empty(); ++i) {
        consider({i, i + 1}, bead.second);
        if (i + 2 <= rows.end) {
            consider({i, i + 2}, bead.second);
        }
    }
    return best;
}

} // namespace qosar
