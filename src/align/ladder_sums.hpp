// Sums over all ladders near a given one: the forward-backward algorithm behind bead_posteriors and the training.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "qosar/align/steps.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

inline constexpr double never = -std::numeric_limits<double>::infinity();

/// Of logs further apart than that the smaller one is lost in the rounding of the larger.
inline constexpr double lost_in_rounding = 40;

/// log(exp(a) + exp(b)).
inline double log_sum(double a, double b) {
    const double high = std::max(a, b);
    const double low = std::min(a, b);
    return high - low < lost_in_rounding ? high + std::log1p(std::exp(low - high)) : high;
}

/// log of a sum of exponentials, one by one.
class LogSum {
public:
    void add(double value) {
        if (value > m_highest) {
            const double step = value - m_highest;
            m_sum = 1 + (step < lost_in_rounding ? m_sum * std::exp(-step) : 0);
            m_highest = value;
        } else if (m_highest - value < lost_in_rounding) {
            m_sum += std::exp(value - m_highest);
        }
    }
    /// The largest of them, and so no more than the sum.
    [[nodiscard]] double highest() const { return m_highest; }
    [[nodiscard]] double value() const { return m_sum > 1 ? m_highest + std::log(m_sum) : m_highest; }

private:
    double m_highest = never;
    double m_sum = 0; ///< of exp(value - highest)
};

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
    /// `score(first, second)` is that of a bead; `bounds(i, j)` are no less than those of the pair_steps that end at a
    /// point, and cheap.
    template <typename Score, typename Bounds>
    LadderSums(Score&& score, Bounds&& bounds, const LadderBand& band) : m_band(band) {
        m_before.assign(band.cells(), never);
        m_before_pair.assign(band.cells(), never);
        m_pair_begins.reserve(band.cells() + 1);
        forward(score, bounds);
        m_after.resize(band.cells());
        m_after_alone.resize(band.cells());
        backward(score);
    }

    /// Log of the sum over all ladders.
    [[nodiscard]] double all() const { return m_before.back(); }

    /// Calls `visit(first, second, probability)` for each bead with two sides that is not passed over.
    template <typename Visit>
    void for_each_pair(Visit&& visit) const {
        for (std::size_t i = 0; i < m_band.rows(); ++i) {
            for (std::size_t j = m_band.row(i).begin; j < m_band.row(i).end; ++j) {
                const std::size_t here = m_band.cell(i, j);
                for (std::size_t p = m_pair_begins[here]; p < m_pair_begins[here + 1]; ++p) {
                    const Step step = pair_steps[m_pairs[p].step];
                    const double before = m_before[m_band.cell(i - step.first, j - step.second)];
                    visit(Range{i - step.first, i}, Range{j - step.second, j},
                          share(before + m_pairs[p].score + m_after[here]));
                }
            }
        }
    }

    /// The same for sentences left alone: ending at each point, where the other side stands there.
    template <typename Score, typename Visit>
    void for_each_null(Score&& score, Visit&& visit) const {
        for (std::size_t i = 0; i < m_band.rows(); ++i) {
            for (std::size_t j = m_band.row(i).begin; j < m_band.row(i).end; ++j) {
                if (i > 0 && m_band.has(i - 1, j)) {
                    visit(Range{i - 1, i}, Range{j, j}, null_first(score, i, j));
                }
                if (j > 0 && m_band.has(i, j - 1)) {
                    visit(Range{i, i}, Range{j - 1, j}, null_second(score, i, j));
                }
            }
        }
    }

    /// Probability that sentence `i - 1` of the first side is left alone between the sentences `j - 1` and `j`.
    template <typename Score>
    [[nodiscard]] double null_first(Score&& score, std::size_t i, std::size_t j) const {
        return share(m_before_pair[m_band.cell(i - 1, j)] + score(Range{i - 1, i}, Range{j, j}) +
                     m_after[m_band.cell(i, j)]);
    }
    template <typename Score>
    [[nodiscard]] double null_second(Score&& score, std::size_t i, std::size_t j) const {
        return share(m_before[m_band.cell(i, j - 1)] + score(Range{i, i}, Range{j - 1, j}) +
                     m_after_alone[m_band.cell(i, j)]);
    }

private:
    struct Pair {
        double score = 0;
        std::uint8_t step = 0; ///< of pair_steps
    };

    /// What share of all ladders, by weight, those of a part are.
    [[nodiscard]] double share(double part) const { return std::exp(part - all()); }

    /// Beads that even at best add next to nothing to a point are passed over: nearly all, off the diagonal. `alone` is
    /// what the point has from a sentence of the second side left alone.
    template <typename Score, typename Bounds>
    void reach_from_pairs(Score&& score_between, Bounds&& bounds_at, std::size_t i, std::size_t j, double alone,
                          LogSum& sum) {
        constexpr double next_to_nothing = -20; // as a log of the share
        const ByStep bounds = bounds_at(i, j);
        for (std::uint8_t s = 0; s < pair_steps.size(); ++s) {
            const Step step = pair_steps[s];
            if (step.first > i || step.second > j || !m_band.has(i - step.first, j - step.second)) {
                continue;
            }
            const double so_far = m_before[m_band.cell(i - step.first, j - step.second)];
            if (so_far + bounds[s] < std::max(sum.highest(), alone) + next_to_nothing) {
                continue;
            }
            const double score = score_between(Range{i - step.first, i}, Range{j - step.second, j});
            if (score != never) {
                m_pairs.push_back({score, s});
                sum.add(so_far + score);
            }
        }
    }

    template <typename Score, typename Bounds>
    void forward(Score&& score_between, Bounds&& bounds_at) {
        for (std::size_t i = 0; i < m_band.rows(); ++i) {
            for (std::size_t j = m_band.row(i).begin; j < m_band.row(i).end; ++j) {
                const std::size_t here = m_band.cell(i, j);
                LogSum sum;
                double alone = never;
                if (i == 0 && j == 0) {
                    sum.add(0);
                }
                if (i > 0 && m_band.has(i - 1, j)) {
                    sum.add(m_before_pair[m_band.cell(i - 1, j)] + score_between(Range{i - 1, i}, Range{j, j}));
                }
                if (j > 0 && m_band.has(i, j - 1)) {
                    alone = m_before[m_band.cell(i, j - 1)] + score_between(Range{i, i}, Range{j - 1, j});
                }
                m_pair_begins.push_back(m_pairs.size());
                reach_from_pairs(score_between, bounds_at, i, j, alone, sum);
                m_before_pair[here] = sum.value();
                m_before[here] = log_sum(m_before_pair[here], alone);
            }
        }
        m_pair_begins.push_back(m_pairs.size());
    }

    /// Each point hands on what leads from it to the end to the points where its beads begin.
    template <typename Score>
    void backward(Score&& score_between) {
        std::vector<LogSum> sums(m_band.cells()); // of beads that begin at each point, sentences of the second side too
        sums.back().add(0);
        for (std::size_t i = m_band.rows(); i-- > 0;) {
            for (std::size_t j = m_band.row(i).end; j-- > m_band.row(i).begin;) {
                const std::size_t here = m_band.cell(i, j);
                m_after_alone[here] = sums[here].value();
                m_after[here] = m_after_alone[here];
                if (m_band.has(i + 1, j)) {
                    m_after[here] = log_sum(m_after[here], score_between(Range{i, i + 1}, Range{j, j}) +
                                                               m_after[m_band.cell(i + 1, j)]);
                }
                if (j > 0 && m_band.has(i, j - 1)) {
                    sums[here - 1].add(score_between(Range{i, i}, Range{j - 1, j}) + m_after_alone[here]);
                }
                for (std::size_t p = m_pair_begins[here]; p < m_pair_begins[here + 1]; ++p) {
                    const Step step = pair_steps[m_pairs[p].step];
                    sums[m_band.cell(i - step.first, j - step.second)].add(m_pairs[p].score + m_after[here]);
                }
            }
        }
    }

    const LadderBand& m_band;
    std::vector<double> m_before;      ///< of ways to a point
    std::vector<double> m_before_pair; ///< of those whose last bead is not a sentence of the second side alone
    std::vector<double> m_after;       ///< of ways on from a point
    std::vector<double> m_after_alone; ///< of those that go on after a sentence of the second side left alone
    std::vector<Pair> m_pairs;         ///< by the point where they end
    std::vector<std::size_t> m_pair_begins;
};

} // namespace qosar
