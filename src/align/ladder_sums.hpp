// Sums over all ladders near a given one: the forward-backward algorithm behind bead_posteriors and the training.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "qosar/model/bead.hpp"
#include "steps.hpp"

namespace qosar {

inline constexpr double never = -std::numeric_limits<double>::infinity();

/// log(exp(a) + exp(b)).
inline double log_sum(double a, double b) {
    const double high = std::max(a, b);
    return high == never ? never : high + std::log1p(std::exp(std::min(a, b) - high));
}

/// The points of the grid that are near a ladder: for each row a range of columns.
class LadderBand {
public:
    LadderBand(const Ladder& ladder, std::size_t rows, std::size_t columns, std::size_t reach)
        : m_rows(rows + 1, Range{columns, 0}) {
        add({0, 0}, columns, reach);
        for (const Bead& bead : ladder) {
            add({bead.first.end, bead.second.end}, columns, reach);
        }
        for (const Range& row : m_rows) {
            m_begins.push_back(m_cells);
            m_cells += row.size();
        }
    }

    [[nodiscard]] std::size_t cells() const { return m_cells; }
    [[nodiscard]] std::size_t rows() const { return m_rows.size(); }
    [[nodiscard]] Range row(std::size_t i) const { return m_rows[i]; }
    [[nodiscard]] bool has(std::size_t i, std::size_t j) const {
        return i < m_rows.size() && j >= m_rows[i].begin && j < m_rows[i].end;
    }
    [[nodiscard]] std::size_t cell(std::size_t i, std::size_t j) const { return m_begins[i] + j - m_rows[i].begin; }

private:
    struct Point {
        std::size_t i;
        std::size_t j;
    };

    void add(Point point, std::size_t columns, std::size_t reach) {
        const std::size_t last = std::min(point.i + reach + 1, m_rows.size());
        for (std::size_t i = point.i - std::min(reach, point.i); i < last; ++i) {
            m_rows[i].begin = std::min(m_rows[i].begin, point.j - std::min(reach, point.j));
            m_rows[i].end = std::max(m_rows[i].end, std::min(point.j + reach, columns) + 1);
        }
    }

    std::vector<Range> m_rows;
    std::vector<std::size_t> m_begins;
    std::size_t m_cells = 0;
};

/// Sums over all ladders of the band, by the score of each bead. For each point: over all ways from the beginning to
/// each point, and from there to the end. A sentence of the first side is never left alone right after one of the
/// second: the other order of the two stands for both.
class LadderSums {
public:
    /// `bound` is no less than `score` for beads with two sides, and cheap.
    template <typename Score, typename Bound>
    LadderSums(Score&& score, Bound&& bound, const LadderBand& band) : m_band(band) {
        m_before.assign(band.cells(), never);
        m_before_alone.assign(band.cells(), never);
        m_after.assign(band.cells(), never);
        m_after_alone.assign(band.cells(), never);
        m_scores.assign(band.cells() * (pair_steps.size() + 2), never);
        forward(score, bound);
        backward();
    }

    /// Log of the sum over all ladders.
    [[nodiscard]] double all() const { return m_all; }

    /// Calls `visit(first, second, probability)` for each bead with two sides.
    template <typename Visit>
    void for_each_pair(Visit&& visit) const {
        for (std::size_t i = 0; i < m_band.rows(); ++i) {
            for (std::size_t j = m_band.row(i).begin; j < m_band.row(i).end; ++j) {
                for (std::size_t s = 0; s < pair_steps.size(); ++s) {
                    const double score = score_of(m_band.cell(i, j), s);
                    if (score != never) {
                        const Step step = pair_steps[s];
                        visit(Range{i - step.first, i}, Range{j - step.second, j}, pair(i, j, step, score));
                    }
                }
            }
        }
    }

    /// The same for sentences left alone: ending at each point, where the other side stands there.
    template <typename Visit>
    void for_each_null(Visit&& visit) const {
        for (std::size_t i = 0; i < m_band.rows(); ++i) {
            for (std::size_t j = m_band.row(i).begin; j < m_band.row(i).end; ++j) {
                if (i > 0 && m_band.has(i - 1, j)) {
                    visit(Range{i - 1, i}, Range{j, j}, null_first(i, j));
                }
                if (j > 0 && m_band.has(i, j - 1)) {
                    visit(Range{i, i}, Range{j - 1, j}, null_second(i, j));
                }
            }
        }
    }

    /// Probability that sentence `i - 1` of the first side is left alone between the sentences `j - 1` and `j`.
    [[nodiscard]] double null_first(std::size_t i, std::size_t j) const {
        return std::exp(m_before[m_band.cell(i - 1, j)] + score_of(m_band.cell(i, j), first_alone) +
                        m_after[m_band.cell(i, j)] - m_all);
    }
    [[nodiscard]] double null_second(std::size_t i, std::size_t j) const {
        return std::exp(before(m_band.cell(i, j - 1)) + score_of(m_band.cell(i, j), second_alone) +
                        m_after_alone[m_band.cell(i, j)] - m_all);
    }

private:
    static constexpr std::size_t first_alone = pair_steps.size();
    static constexpr std::size_t second_alone = pair_steps.size() + 1;

    double& score_of(std::size_t cell, std::size_t step) { return m_scores[cell * (pair_steps.size() + 2) + step]; }
    [[nodiscard]] double score_of(std::size_t cell, std::size_t step) const {
        return m_scores[cell * (pair_steps.size() + 2) + step];
    }
    [[nodiscard]] double before(std::size_t cell) const { return log_sum(m_before[cell], m_before_alone[cell]); }
    [[nodiscard]] double pair(std::size_t i, std::size_t j, Step step, double score) const {
        return std::exp(before(m_band.cell(i - step.first, j - step.second)) + score + m_after[m_band.cell(i, j)] -
                        m_all);
    }

    /// Beads that even at best add next to nothing to a point are passed over: nearly all, off the diagonal.
    template <typename Score, typename Bound>
    void reach_from_pairs(Score&& score_between, Bound&& bound_between, std::size_t i, std::size_t j) {
        constexpr double next_to_nothing = -20; // as a log of the share
        const std::size_t here = m_band.cell(i, j);
        for (std::size_t s = 0; s < pair_steps.size(); ++s) {
            const Step step = pair_steps[s];
            if (step.first > i || step.second > j || !m_band.has(i - step.first, j - step.second)) {
                continue;
            }
            const Range first{i - step.first, i};
            const Range second{j - step.second, j};
            const double so_far = before(m_band.cell(first.begin, second.begin));
            const double best_so_far = std::max(m_before[here], m_before_alone[here]);
            if (so_far + bound_between(first, second) < best_so_far + next_to_nothing) {
                continue;
            }
            score_of(here, s) = score_between(first, second);
            m_before[here] = log_sum(m_before[here], so_far + score_of(here, s));
        }
    }

    template <typename Score>
    void reach_from_nulls(Score&& score_between, std::size_t i, std::size_t j) {
        const std::size_t here = m_band.cell(i, j);
        if (i > 0 && m_band.has(i - 1, j)) {
            score_of(here, first_alone) = score_between(Range{i - 1, i}, Range{j, j});
            m_before[here] = log_sum(m_before[here], m_before[m_band.cell(i - 1, j)] + score_of(here, first_alone));
        }
        if (j > 0 && m_band.has(i, j - 1)) {
            score_of(here, second_alone) = score_between(Range{i, i}, Range{j - 1, j});
            m_before_alone[here] = before(m_band.cell(i, j - 1)) + score_of(here, second_alone);
        }
    }

    template <typename Score, typename Bound>
    void forward(Score&& score_between, Bound&& bound_between) {
        m_before[m_band.cell(0, 0)] = 0;
        for (std::size_t i = 0; i < m_band.rows(); ++i) {
            for (std::size_t j = m_band.row(i).begin; j < m_band.row(i).end; ++j) {
                reach_from_nulls(score_between, i, j);
                reach_from_pairs(score_between, bound_between, i, j);
            }
        }
        m_all = before(m_band.cells() - 1);
    }

    void backward() {
        m_after[m_band.cells() - 1] = m_after_alone[m_band.cells() - 1] = 0;
        for (std::size_t i = m_band.rows(); i-- > 0;) {
            for (std::size_t j = m_band.row(i).end; j-- > m_band.row(i).begin;) {
                const std::size_t here = m_band.cell(i, j);
                double& alone = m_after_alone[here];
                for (std::size_t s = 0; s < pair_steps.size(); ++s) {
                    const Step step = pair_steps[s];
                    if (m_band.has(i + step.first, j + step.second)) {
                        const std::size_t there = m_band.cell(i + step.first, j + step.second);
                        alone = log_sum(alone, score_of(there, s) + m_after[there]);
                    }
                }
                if (m_band.has(i, j + 1)) {
                    const std::size_t there = m_band.cell(i, j + 1);
                    alone = log_sum(alone, score_of(there, second_alone) + m_after_alone[there]);
                }
                m_after[here] = alone;
                if (m_band.has(i + 1, j)) {
                    const std::size_t there = m_band.cell(i + 1, j);
                    m_after[here] = log_sum(alone, score_of(there, first_alone) + m_after[there]);
                }
            }
        }
    }

    const LadderBand& m_band;
    std::vector<double> m_before;       ///< of ways whose last bead is not a sentence of the second side alone
    std::vector<double> m_before_alone; ///< of the others
    std::vector<double> m_after;        ///< of ways on from there, after the former
    std::vector<double> m_after_alone;  ///< after the latter
    std::vector<double> m_scores;       ///< of the beads that end at each point
    double m_all = 0;
};

} // namespace qosar
