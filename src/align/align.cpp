#include "qosar/align/align.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace qosar {

namespace {

struct Step {
    std::uint8_t first;
    std::uint8_t second;
};

/// Of equally good steps the first is taken. Null beads come first and so stand as late in the text as they can,
/// whichever side comes first: of two equal sentences it is the second that is left alone.
constexpr std::array<Step, 10> steps{{{1, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {1, 4}, {4, 1}}};
constexpr std::uint8_t no_step = 255;
constexpr double never = -std::numeric_limits<double>::infinity();

/// The columns of each row that are searched: all of them, or a band around the diagonal.
class Corridor {
public:
    Corridor(std::size_t rows, std::size_t columns, const AlignOptions& options) : m_rows(rows), m_columns(columns) {
        const std::size_t slope = columns / std::max<std::size_t>(rows, 1); // bands of neighbouring rows must meet
        const std::size_t band = std::max({options.least_band, std::max(rows, columns) / 20, slope});
        m_half = rows * columns <= options.full_search_cells ? columns : band;
    }

    [[nodiscard]] Range row(std::size_t i) const {
        const std::size_t middle = m_rows == 0 ? 0 : i * m_columns / m_rows;
        const std::size_t begin = middle > m_half ? middle - m_half : 0;
        return {begin, std::min(m_columns, middle + m_half) + 1};
    }

private:
    std::size_t m_rows;
    std::size_t m_columns;
    std::size_t m_half = 0;
};

/// Best score and last step for each (sentences of the first side, sentences of the second side) reached.
class Table {
public:
    Table(std::size_t rows, std::size_t columns, const AlignOptions& options) : m_corridor(rows, columns, options) {
        std::size_t cells = 0;
        for (std::size_t i = 0; i <= rows; ++i) {
            m_rows.push_back(m_corridor.row(i));
            m_begins.push_back(cells);
            cells += m_rows.back().size();
        }
        m_scores.assign(cells, never);
        m_steps.assign(cells, no_step);
    }

    [[nodiscard]] Range row(std::size_t i) const { return m_rows[i]; }
    [[nodiscard]] bool has(std::size_t i, std::size_t j) const { return j >= m_rows[i].begin && j < m_rows[i].end; }
    double& score(std::size_t i, std::size_t j) { return m_scores[m_begins[i] + j - m_rows[i].begin]; }
    std::uint8_t& step(std::size_t i, std::size_t j) { return m_steps[m_begins[i] + j - m_rows[i].begin]; }

private:
    Corridor m_corridor;
    std::vector<Range> m_rows;
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

void fill_cell(Table& table, const BeadScorer& scorer, const AlignOptions& options, std::size_t i, std::size_t j) {
    for (std::uint8_t s = 0; s < steps.size(); ++s) {
        const Step step = steps[s];
        if (step.first > options.longest_side || step.second > options.longest_side || step.first > i ||
            step.second > j || !table.has(i - step.first, j - step.second)) {
            continue;
        }
        const double before = table.score(i - step.first, j - step.second);
        if (before == never) {
            continue;
        }
        const Range first{i - step.first, i};
        const Range second{j - step.second, j};
        const bool null = first.empty() || second.empty();
        const double score =
            before + exactly_summable(null ? -options.model.null_cost : scorer.search_score(first, second));
        if (score > table.score(i, j)) {
            table.score(i, j) = score;
            table.step(i, j) = s;
        }
    }
}

} // namespace

Ladder align(const BeadScorer& scorer, const AlignOptions& options) {
    const std::size_t rows = scorer.first_sentences();
    const std::size_t columns = scorer.second_sentences();
    Table table(rows, columns, options);
    table.score(0, 0) = 0;
    for (std::size_t i = 0; i <= rows; ++i) {
        for (std::size_t j = table.row(i).begin; j < table.row(i).end; ++j) {
            fill_cell(table, scorer, options, i, j);
        }
    }
    Ladder ladder;
    for (std::size_t i = rows, j = columns; i > 0 || j > 0;) {
        const Step step = steps[table.step(i, j)];
        Bead bead{{i - step.first, i}, {j - step.second, j}};
        if (bead.is_pair()) {
            bead.score = scorer.probability(scorer.log_odds(bead.first, bead.second));
        }
        i = bead.first.begin;
        j = bead.second.begin;
        ladder.push_back(bead);
    }
    std::reverse(ladder.begin(), ladder.end());
    return ladder;
}

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
    for (std::size_t j = columns.begin; j < columns.end; ++j) {
        consider(bead.first, {j, j + 1});
        if (j + 2 <= columns.end) {
            consider(bead.first, {j, j + 2});
        }
    }
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
        consider({i, i + 1}, bead.second);
        if (i + 2 <= rows.end) {
            consider({i, i + 2}, bead.second);
        }
    }
    return best;
}

} // namespace qosar
