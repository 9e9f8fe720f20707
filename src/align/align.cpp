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
constexpr std::array<Step, 6> steps{{{1, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 1}, {2, 2}}};
constexpr std::uint8_t no_step = 255;
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

void fill_cell(Table& table, const BeadScorer& scorer, double null_cost, std::size_t i, std::size_t j) {
    constexpr double rounding = 1e-6; // more than that of exactly_summable
    double best = i == 0 && j == 0 ? 0 : never;
    std::uint8_t best_step = no_step;
    for (std::uint8_t s = 0; s < steps.size(); ++s) {
        const Step step = steps[s];
        if (step.first > i || step.second > j || !table.corridor().has(i - step.first, j - step.second)) {
            continue;
        }
        const double before = table.score(i - step.first, j - step.second);
        const Range first{i - step.first, i};
        const Range second{j - step.second, j};
        const bool null = first.empty() || second.empty();
        if (before == never || (!null && before + scorer.search_bound(first, second) + rounding <= best)) {
            continue; // nearly all beads end here
        }
        const double score = before + exactly_summable(null ? null_cost : scorer.search_score(first, second));
        if (score > best) {
            best = score;
            best_step = s;
        }
    }
    table.score(i, j) = best;
    table.step(i, j) = best_step;
}

Ladder traced_back(Table& table, const BeadScorer& scorer) {
    Ladder ladder;
    for (std::size_t i = scorer.first_sentences(), j = scorer.second_sentences(); i > 0 || j > 0;) {
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

} // namespace

Ladder align(const BeadScorer& scorer, const Corridor& corridor, const AlignOptions& options) {
    Table table(corridor);
    for (std::size_t i = 0; i < corridor.rows(); ++i) {
        const Range row = corridor.row(i);
        for (std::size_t j = row.begin; j < row.end; ++j) {
            fill_cell(table, scorer, -options.model.null_cost, i, j);
        }
    }
    return traced_back(table, scorer);
}

Ladder align(const BeadScorer& scorer, const AlignOptions& options) {
    return align(scorer, Corridor::whole(scorer.first_sentences(), scorer.second_sentences()), options);
}

} // namespace qosar
