#include "qosar/align/align.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include "decisions.hpp"
#include "qosar/align/steps.hpp"
#include "qosar/base/error.hpp"

namespace qosar {

namespace {

// Steps are numbers of pair_steps, or one of these. Null beads come first and so stand as late in the text as they can,
// whichever side comes first: of two equal sentences it is the second that is left alone.
constexpr std::uint8_t first_alone = 252;
constexpr std::uint8_t second_alone = 253;
constexpr std::uint8_t required_step = 254;
constexpr std::uint8_t no_step = 255;
constexpr double never = -std::numeric_limits<double>::infinity();

/// Best scores up to the points of a row of the corridor.
class ScoredRow {
public:
    void start(Range columns) {
        m_columns = columns;
        m_scores.assign(columns.size(), never);
    }
    /// `never` outside of the corridor.
    [[nodiscard]] double at(std::size_t j) const {
        return j >= m_columns.begin && j < m_columns.end ? m_scores[j - m_columns.begin] : never;
    }
    void set(std::size_t j, double score) { m_scores[j - m_columns.begin] = score; }

private:
    Range m_columns;
    std::vector<double> m_scores;
};

/// The last step to each point of the corridor, for the way back.
class LastSteps {
public:
    explicit LastSteps(const Corridor& corridor) : m_corridor(corridor) {
        std::size_t cells = 0;
        m_begins.reserve(corridor.rows());
        for (std::size_t i = 0; i < corridor.rows(); ++i) {
            m_begins.push_back(cells);
            cells += corridor.row(i).size();
        }
        m_steps.assign(cells, no_step);
    }

    std::uint8_t& at(std::size_t i, std::size_t j) { return m_steps[m_begins[i] + j - m_corridor.row(i).begin]; }

private:
    const Corridor& m_corridor;
    std::vector<std::size_t> m_begins;
    std::vector<std::uint8_t> m_steps;
};

/// So many rows back a bead may begin.
std::size_t longest_step(const FixedBeads& fixed) {
    std::size_t longest = longest_side;
    for (const Bead& bead : fixed.required) {
        longest = std::max(longest, bead.first.size());
    }
    return longest;
}

/// The nearest multiple of 2^-20. Sums of such numbers have no rounding, so two ladders that are equally good are so
/// whichever side comes first, and the order of the steps decides between them in the same way.
double exactly_summable(double score) {
    constexpr double parts = 1U << 20U;
    return std::round(score * parts) / parts;
}

class Search {
public:
    Search(const BeadScorer& scorer, const Corridor& corridor, const AlignOptions& options)
        : m_scorer(scorer), m_corridor(corridor), m_recent(longest_step(options.fixed) + 1), m_steps(corridor),
          m_decisions(options.fixed, scorer.first_sentences(), scorer.second_sentences()) {}

    /// False if the decisions leave no way through the corridor.
    bool fill() {
        for (std::size_t i = 0; i < m_corridor.rows(); ++i) {
            const Range columns = m_corridor.row(i);
            recent(i).start(columns);
            for (std::size_t back = 0; back <= std::min(i, longest_side); ++back) {
                m_rows_back[back] = &recent(i - back);
            }
            for (std::size_t j = columns.begin; j < columns.end; ++j) {
                fill_point(i, j);
            }
        }
        return recent(m_scorer.first_sentences()).at(m_scorer.second_sentences()) != never;
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

    /// Rows are kept as long as a bead may begin there.
    ScoredRow& recent(std::size_t i) { return m_recent[i % m_recent.size()]; }

    void fill_point(std::size_t i, std::size_t j) {
        Best best;
        best.score = i == 0 && j == 0 ? 0 : never;
        if (i > 0) {
            try_bead(best, first_alone, m_rows_back[1]->at(j), {i - 1, i}, {j, j});
        }
        if (j > 0) {
            try_bead(best, second_alone, m_rows_back[0]->at(j - 1), {i, i}, {j - 1, j});
        }
        if (i > 0 && j > 0) {
            try_pairs(best, i, j);
        }
        if (const Bead* bead = m_decisions.required(i, j)) {
            const double score = recent(bead->first.begin).at(bead->second.begin);
            if (score != never) {
                best = {score + exactly_summable(m_scorer.search_score(bead->first, bead->second)), required_step};
            }
        }
        m_rows_back[0]->set(j, best.score);
        m_steps.at(i, j) = best.step;
    }

    void try_pairs(Best& best, std::size_t i, std::size_t j) {
        constexpr double rounding = 1e-6; // more than that of exactly_summable
        const ByStep bounds = m_scorer.search_bounds(i, j);
        for (std::uint8_t s = 0; s < pair_steps.size(); ++s) {
            const auto [a, b] = pair_steps[s];
            if (a > i || b > j) {
                continue;
            }
            const double so_far = m_rows_back[a]->at(j - b);
            if (so_far + bounds[s] + rounding > best.score) { // nearly all beads end here
                try_bead(best, s, so_far, {i - a, i}, {j - b, j});
            }
        }
    }

    /// Of equally good steps the first is taken.
    void try_bead(Best& best, std::uint8_t step, double so_far, Range first, Range second) {
        if (so_far == never || !m_decisions.allow(first, second)) {
            return;
        }
        const double score = so_far + exactly_summable(m_scorer.search_score(first, second));
        if (score > best.score) {
            best = {score, step};
        }
    }

    [[nodiscard]] Bead bead_before(std::size_t i, std::size_t j) {
        switch (const std::uint8_t s = m_steps.at(i, j)) {
        case first_alone: return {{i - 1, i}, {j, j}};
        case second_alone: return {{i, i}, {j - 1, j}};
        case required_step: return *m_decisions.required(i, j);
        default: return {{i - pair_steps[s].first, i}, {j - pair_steps[s].second, j}};
        }
    }

    const BeadScorer& m_scorer;
    const Corridor& m_corridor;
    std::vector<ScoredRow> m_recent;
    std::array<ScoredRow*, longest_side + 1> m_rows_back{}; ///< the row at hand and those before it
    LastSteps m_steps;
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
