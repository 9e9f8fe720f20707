// How much the vectors of a model tell, found out from the texts themselves, so that any model's can be used.
//
// A pass without vectors gives beads with their probabilities. The cosines of these are compared with those of
// exchanged beads, and logistic regression makes log-odds of a cosine: log(p(cosine | translation) / p(cosine | not)),
// a straight line. The guard: what every other bead teaches must tell the rest from exchanged ones better than a coin
// does, by more than chance; else the vectors are not used.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "qosar/align/vector_similarity.hpp"
#include "qosar/model/bead.hpp"

namespace qosar {

struct VectorFitOptions {
    double least_score = 0.3;        ///< of a bead to learn from
    std::size_t least_beads = 8;     ///< from fewer nothing is learned
    std::size_t most_beads = 20'000; ///< more are not looked at
    double shrinkage = 0.5;          ///< costs of a slope, by its square in deviations of exchanged beads' cosines
};

/// The log-odds of a cosine: slope × cosine + offset.
struct VectorWeights {
    double slope = 0;
    double offset = 0;
    std::size_t beads = 0;                    ///< to learn from
    bool helps = false;                       ///< whether the vectors are to be used
    double mistaken = 0;                      ///< share of held-out beads and exchanged ones that are told wrong
    [[nodiscard]] std::string report() const; ///< one line for people

    [[nodiscard]] double log_odds(std::optional<double> cosine) const {
        return helps && cosine ? slope * *cosine + offset : 0;
    }
};

/// Gathers the beads of a pass without vectors, always in the same order.
class VectorFit {
public:
    explicit VectorFit(const VectorFitOptions& options = {}) : m_options(options) {}

    void add(const Ladder& ladder, const VectorSimilarity& similarity);
    [[nodiscard]] bool is_full() const { return m_samples.size() >= m_options.most_beads; }
    [[nodiscard]] VectorWeights weights() const;

private:
    /// A bead and what became of its first side beside the second sides of other beads.
    struct Sample {
        double right;
        double probability; ///< that the bead is right
        std::vector<double> exchanged;
    };
    struct Line {
        double slope;
        double offset;
    };

    [[nodiscard]] Line fitted(std::size_t begin, std::size_t step) const;
    [[nodiscard]] double spread() const;

    VectorFitOptions m_options;
    std::vector<Sample> m_samples;
};

} // namespace qosar
