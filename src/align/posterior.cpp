#include "qosar/align/posterior.hpp"

#include <algorithm>
#include <utility>

#include "decisions.hpp"
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

Range moved(Range range, std::size_t by) { return {range.begin + by, range.end + by}; }

/// Judges the beads of a ladder, stretch by stretch between those that are required.
class Judge {
public:
    Judge(const BeadScorer& scorer, const Ladder& ladder, const FixedBeads& fixed, std::size_t reach)
        : m_scorer(scorer), m_ladder(ladder), m_decisions(fixed, scorer.first_sentences(), scorer.second_sentences()),
          m_reach(reach), m_of_first(beads_of(ladder, scorer.first_sentences(), &Bead::first)),
          m_of_second(beads_of(ladder, scorer.second_sentences(), &Bead::second)), m_posteriors(ladder.size()) {}

    std::vector<BeadPosterior> all() {
        std::size_t begin = 0;
        for (std::size_t b = 0; b <= m_ladder.size(); ++b) {
            if (b == m_ladder.size() || is_required(m_ladder[b])) {
                judge({begin, b});
                begin = b + 1;
            }
            if (b < m_ladder.size() && is_required(m_ladder[b])) {
                m_posteriors[b].probability = 1;
            }
        }
        return std::move(m_posteriors);
    }

private:
    [[nodiscard]] bool is_required(const Bead& bead) const {
        return bead.is_pair() && m_decisions.required(bead.first.end, bead.second.end) != nullptr;
    }

    /// Sums know nothing of what stands before the stretch: all places are counted from its beginning.
    void judge(Range beads) {
        if (beads.empty()) {
            return;
        }
        const std::size_t first_begin = m_ladder[beads.begin].first.begin;
        const std::size_t second_begin = m_ladder[beads.begin].second.begin;
        Ladder stretch;
        for (std::size_t b = beads.begin; b < beads.end; ++b) {
            const Bead& bead = m_ladder[b];
            stretch.push_back({{bead.first.begin - first_begin, bead.first.end - first_begin},
                               {bead.second.begin - second_begin, bead.second.end - second_begin}});
        }
        const LadderBand band(stretch, stretch.back().first.end, stretch.back().second.end, m_reach);
        const auto score = [&](Range first, Range second) {
            const Range a = moved(first, first_begin);
            const Range b = moved(second, second_begin);
            return m_decisions.allow(a, b) ? m_scorer.search_score(a, b) : never;
        };
        const LadderSums sums(
            score,
            [&](std::size_t i, std::size_t j) { return m_scorer.search_bounds(first_begin + i, second_begin + j); },
            band);
        for (std::size_t b = beads.begin; b < beads.end; ++b) {
            const Bead& bead = stretch[b - beads.begin];
            if (!bead.is_pair()) {
                m_posteriors[b].probability = bead.second.empty()
                                                  ? sums.null_first(score, bead.first.end, bead.second.end)
                                                  : sums.null_second(score, bead.first.end, bead.second.end);
            }
        }
        sums.for_each_pair([&](Range first, Range second, double probability) {
            take(moved(first, first_begin), moved(second, second_begin), std::min(probability, 1.0));
        });
    }

    /// A bead of the ladder, or another one that is offered to those it shares a sentence with.
    void take(Range first, Range second, double probability) {
        const std::size_t own = m_of_first[first.begin];
        if (m_ladder[own].first == first && m_ladder[own].second == second) {
            m_posteriors[own].probability = probability;
            return;
        }
        if (probability < least_runner_up) {
            return;
        }
        const auto offer = [&](std::size_t bead) {
            std::optional<RunnerUp>& runner_up = m_posteriors[bead].runner_up;
            if (!runner_up || probability > runner_up->score) {
                runner_up = RunnerUp{first, second, probability};
            }
        };
        for (std::size_t i = first.begin; i < first.end; ++i) {
            offer(m_of_first[i]);
        }
        for (std::size_t j = second.begin; j < second.end; ++j) {
            offer(m_of_second[j]);
        }
    }

    const BeadScorer& m_scorer;
    const Ladder& m_ladder;
    Decisions m_decisions;
    std::size_t m_reach;
    std::vector<std::size_t> m_of_first;
    std::vector<std::size_t> m_of_second;
    std::vector<BeadPosterior> m_posteriors;
};

} // namespace

std::vector<BeadPosterior> bead_posteriors(const BeadScorer& scorer, const Ladder& ladder, const FixedBeads& fixed,
                                           std::size_t reach) {
    return Judge(scorer, ladder, fixed, reach).all();
}

} // namespace qosar
