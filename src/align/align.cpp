#include "qosar/align/align.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "decisions.hpp"
#include "qosar/base/error.hpp"
#include "steps.hpp"

namespace qosar {

namespace {

/// Of equally good steps the first is taken. Null beads come first and so stand as late in the text as they can,
/// whichever side comes first: of two equal sentences it is the second that is left alone.
constexpr std::array<Step, 2 + pair_steps.size()> steps = [] {
    std::array<Step, 2 + pair_steps.size()> all{{{1, 0}, {0, 1}}};
    std::copy(pair_steps.begin(), pair_steps.end(), all.begin() + 2);
    return all;
}();
constexpr std::uint8_t no_step = 255;
constexpr std::uint8_t required_step = 254;
constexpr double never = -std::numeric_limits<double>::infinity();

/// Best score and last step for each point of the corridor.
class Table {
public:
    explicit Table(const Corridor& corridor) : m_corridor(corridor) {
        std::size_t cells = 0;
        m_begins.reserve(corridor.rows());
        for (std::size_t i = 0; i < corridor.rows(); ++i) {
            m_begins.push_back(cells);
            cells += corridor.row(i).size();
        }
        m_scores.assign(cells, never);
        m_steps.assign(cells, no_step);
    }

    [[nodiscard]] const Corridor& corridor() const { return m_corridor; }
    double& score(std::size_t i, std::size_t j) { return m_scores[place(i, j)]; }
    std::uint8_t& step(std::size_t i, std::size_t j) { return m_steps[place(i, j)]; }

private:
    [[nodiscard]] std::size_t place(std::size_t i, std::size_t j) const {
        return m_begins[i] + j - m_corridor.row(i).begin;
    }

    const Corridor& m_corridor;
    std::vector<std::size_t> m_begins;
    std::vector<double> m_scores;
    std::vector<std::uint8_t> m_steps;
};

/// The nearest multiple of 2^-20. Sums of such numbers have no rounding, so two ladders that are equally good are so
/// whichever side comes first, and the order of the steps decides between them in the same way.
double exactly_summable(double score) {
    constexpr double parts = 1U << 20U;
    return std::round(score * parts) / parts;
}

class Search {
public:
    Search(const BeadScorer& scorer, const Corridor& corridor, const AlignOptions& options)
        : m_scorer(scorer), m_table(corridor),
          m_decisions(options.fixed, scorer.first_sentences(), scorer.second_sentences()) {}

    /// False if the decisions leave no way through the corridor.
    bool fill() {
        const Corridor& corridor = m_table.corridor();
        for (std::size_t i = 0; i < corridor.rows(); ++i) {
            const Range row = corridor.row(i);
            for (std::size_t j = row.begin; j < row.end; ++j) {
                fill_point(i, j);
            }
        }
        return m_table.score(m_scorer.first_sentences(), m_scorer.second_sentences()) != never;
    }

    Ladder traced_back() {
        Ladder ladder;
        for (std::size_t i = m_scorer.first_sentences(), j = m_scorer.second_sentences(); i > 0 || j > 0;) {
            const Bead bead = bead_before(i, j);
            i = bead.first.begin;
            j = bead.second.begin;
            ladder.push_back(bead);
        }
        std::reverse(ladder.begin(), ladder.end());
        return ladder;
    }

private:
    struct Best {
        double score = never;
        std::uint8_t step = no_step;
    };

    /// The best score up to a point, `never` outside of the corridor.
    [[nodiscard]] double before(std::size_t i, std::size_t j) {
        return m_table.corridor().has(i, j) ? m_table.score(i, j) : never;
    }

    void fill_point(std::size_t i, std::size_t j) {
        Best best;
        best.score = i == 0 && j == 0 ? 0 : never;
        for (std::uint8_t s = 0; s < steps.size(); ++s) {
            if (steps[s].first <= i && steps[s].second <= j) {
                try_step(best, s, i, j);
            }
        }
        if (const Bead* bead = m_decisions.required(i, j)) {
            const double score = before(bead->first.begin, bead->second.begin);
            if (score != never) {
                best = {score + exactly_summable(m_scorer.search_score(bead->first, bead->second)), required_step};
            }
        }
        m_table.score(i, j) = best.score;
        m_table.step(i, j) = best.step;
    }

    void try_step(Best& best, std::uint8_t s, std::size_t i, std::size_t j) {
        constexpr double rounding = 1e-6; // more than that of exactly_summable
        const Range first{i - steps[s].first, i};
        const Range second{j - steps[s].second, j};
        const double so_far = before(first.begin, second.begin);
        if (so_far == never) {
            return;
        }
        const bool null = first.empty() || second.empty();
        if (!null && so_far + m_scorer.search_bound(first, second) + rounding <= best.score) {
            return; // nearly all beads end here
        }
        if (!m_decisions.allow(first, second)) {
            return;
        }
        const double score = so_far + exactly_summable(m_scorer.search_score(first, second));
        if (score > best.score) {
            best = {score, s};
        }
    }

    [[nodiscard]] Bead bead_before(std::size_t i, std::size_t j) {
        const std::uint8_t s = m_table.step(i, j);
        return s == required_step ? *m_decisions.required(i, j)
                                  : Bead{{i - steps[s].first, i}, {j - steps[s].second, j}};
    }

    const BeadScorer& m_scorer;
    Table m_table;
    Decisions m_decisions;
};

} // namespace

Ladder align(const BeadScorer& scorer, const Corridor& corridor, const AlignOptions& options) {
    Search search(scorer, corridor, options);
    if (!search.fill()) {
        throw Error("the anchors leave no ladder: together with what they forbid, not all that they demand can hold");
    }
    return search.traced_back();
}

Ladder align(const BeadScorer& scorer, const AlignOptions& options) {
    return align(scorer, Corridor::whole(scorer.first_sentences(), scorer.second_sentences()), options);
}

} // namespace qosar
