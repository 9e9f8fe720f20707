#include "qosar/align/moved.hpp"

#include <algorithm>
#include <cstdint>

namespace qosar {

namespace {

/// A sentence that the ladder leaves alone.
struct Alone {
    std::size_t sentence = 0;
    std::size_t beads_before = 0; ///< beads of two sides
    std::size_t best = SIZE_MAX;  ///< number of its best counterpart among those left alone
    double score = 0;
};

struct LeftAlone {
    std::vector<Alone> first;
    std::vector<Alone> second;
};

LeftAlone left_alone(const Ladder& ladder) {
    LeftAlone left;
    std::size_t beads = 0;
    for (const Bead& bead : ladder) {
        beads += bead.is_pair() ? 1 : 0;
        if (!bead.is_pair() && !bead.first.empty()) {
            left.first.push_back({bead.first.begin, beads, SIZE_MAX, 0});
        } else if (!bead.is_pair()) {
            left.second.push_back({bead.second.begin, beads, SIZE_MAX, 0});
        }
    }
    return left;
}

void find_best(const BeadScorer& scorer, LeftAlone& left, const MovedOptions& options) {
    for (std::size_t a = 0; a < left.first.size(); ++a) {
        Alone& first = left.first[a];
        const Range x{first.sentence, first.sentence + 1};
        const Range seen = scorer.seen_from(first.sentence);
        auto b = std::lower_bound(left.second.begin(), left.second.end(), seen.begin,
                                  [](const Alone& alone, std::size_t begin) { return alone.sentence < begin; });
        for (; b != left.second.end() && b->sentence < seen.end; ++b) {
            const Range y{b->sentence, b->sentence + 1};
            if (first.beads_before == b->beads_before) {
                continue; // not moved
            }
            const double score = scorer.probability(x, y, options.prior);
            if (score > first.score) {
                first.score = score;
                first.best = static_cast<std::size_t>(b - left.second.begin());
            }
            if (score > b->score) {
                b->score = score;
                b->best = a;
            }
        }
    }
}

} // namespace

std::vector<MovedPassage> moved_passages(const BeadScorer& scorer, const Ladder& ladder, const MovedOptions& options) {
    LeftAlone left = left_alone(ladder);
    find_best(scorer, left, options);
    std::vector<MovedPassage> passages;
    for (std::size_t a = 0; a < left.first.size(); ++a) {
        const Alone& first = left.first[a];
        if (first.best == SIZE_MAX || left.second[first.best].best != a || first.score < options.least_score) {
            continue;
        }
        const std::size_t second = left.second[first.best].sentence;
        if (!passages.empty() && passages.back().first.end == first.sentence && passages.back().second.end == second) {
            ++passages.back().first.end;
            ++passages.back().second.end;
            passages.back().score = std::min(passages.back().score, first.score);
        } else {
            passages.push_back({{first.sentence, first.sentence + 1}, {second, second + 1}, first.score});
        }
    }
    std::erase_if(passages, [&](const MovedPassage& passage) {
        return passage.first.size() == 1 && passage.score < options.least_alone;
    });
    return passages;
}

} // namespace qosar
