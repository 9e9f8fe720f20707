#include "qosar/align/vector_fit.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "minimise.hpp"

namespace qosar {

namespace {

/// log(1 + exp(x)).
double softplus(double x) { return std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))); }

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

} // namespace

void VectorFit::add(const Ladder& ladder, const VectorSimilarity& similarity) {
    std::vector<const Bead*> beads;
    for (const Bead& bead : ladder) {
        if (bead.is_pair() && bead.score >= m_options.least_score) {
            beads.push_back(&bead);
        }
    }
    for (std::size_t b = 0; b < beads.size() && !is_full(); ++b) {
        const std::optional<double> right = similarity.cosine(beads[b]->first, beads[b]->second);
        Sample sample{right.value_or(0), beads[b]->score, {}};
        // Neighbours, which speak of nearly the same, and one from far away.
        for (const std::size_t other : {std::size_t{1}, std::size_t{2}, beads.size() / 2}) {
            const Bead& exchanged = *beads[(b + other) % beads.size()];
            const auto cosine =
                &exchanged == beads[b] ? std::optional<double>() : similarity.cosine(beads[b]->first, exchanged.second);
            if (cosine) {
                sample.exchanged.push_back(*cosine);
            }
        }
        if (right && !sample.exchanged.empty()) {
            m_samples.push_back(std::move(sample));
        }
    }
}

/// The standard deviation of exchanged beads' cosines.
double VectorFit::spread() const {
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (const Sample& sample : m_samples) {
        for (const double cosine : sample.exchanged) {
            ++count;
            sum += cosine;
            squares += cosine * cosine;
        }
    }
    const double mean = sum / std::max(count, 1.0);
    return std::sqrt(std::max(squares / std::max(count, 1.0) - mean * mean, 1e-6));
}

/// From every `step`-th sample. Right and exchanged ones weigh the same in sum, so that the line is the ratio of
/// likelihoods.
VectorFit::Line VectorFit::fitted(std::size_t begin, std::size_t step) const {
    const double scale = spread(); // the optimiser works with cosines in units of it
    double right = 0;
    double wrong = 0;
    for (std::size_t i = begin; i < m_samples.size(); i += step) {
        right += m_samples[i].probability;
        wrong += 2 - m_samples[i].probability;
    }
    const auto loss = [&](const Vector& line, Vector& gradient) {
        double sum = m_options.shrinkage * line[0] * line[0];
        gradient = {2 * m_options.shrinkage * line[0], 0};
        const auto add = [&](double cosine, bool is_right, double weight) {
            const double x = line[0] * cosine / scale + line[1];
            sum += weight * softplus(is_right ? -x : x);
            const double pull = weight * (logistic(x) - (is_right ? 1 : 0));
            gradient[0] += pull * cosine / scale;
            gradient[1] += pull;
        };
        for (std::size_t i = begin; i < m_samples.size(); i += step) {
            const Sample& sample = m_samples[i];
            add(sample.right, true, sample.probability);
            add(sample.right, false, (1 - sample.probability) * right / wrong);
            for (const double cosine : sample.exchanged) {
                add(cosine, false, right / wrong / static_cast<double>(sample.exchanged.size()));
            }
        }
        return sum;
    };
    const Vector line = minimise(loss, {0, 0}, 100);
    return {line[0] / scale, line[1]};
}

VectorWeights VectorFit::weights() const {
    VectorWeights weights;
    weights.beads = m_samples.size();
    if (m_samples.size() < std::max<std::size_t>(m_options.least_beads, 4)) {
        return weights;
    }
    const std::array<Line, 2> halves{fitted(0, 2), fitted(1, 2)};
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        const Sample& sample = m_samples[i];
        const Line& line = halves[1 - i % 2];
        const auto odds = [&](double cosine) { return line.slope * cosine + line.offset; };
        double loss = softplus(-odds(sample.right)) / 2;
        double mistaken = odds(sample.right) > 0 ? 0 : 0.5;
        for (const double cosine : sample.exchanged) {
            loss += softplus(odds(cosine)) / 2 / static_cast<double>(sample.exchanged.size());
            mistaken += odds(cosine) > 0 ? 0.5 / static_cast<double>(sample.exchanged.size()) : 0;
        }
        const double gain = std::log(2) - loss;
        sum += gain;
        squares += gain * gain;
        weights.mistaken += mistaken / static_cast<double>(m_samples.size());
    }
    const auto count = static_cast<double>(m_samples.size());
    const double mean = sum / count;
    const Line line = fitted(0, 1);
    weights.slope = line.slope;
    weights.offset = line.offset;
    weights.helps = line.slope > 0 && mean > 2 * std::sqrt((squares / count - mean * mean) / (count - 1));
    return weights;
}

std::string VectorWeights::report() const {
    const std::string texts = std::to_string(beads) + " beads of these texts";
    if (!helps && mistaken == 0) {
        return "vectors are not used: " + texts + " are too few to judge them by";
    }
    char found[96];
    std::snprintf(found, sizeof found, "%.3f of held-out beads and exchanged ones are told wrong", mistaken);
    return helps ? "vectors are used: by " + texts + ", " + found
                 : "vectors are not used, since they tell nothing: by " + texts + ", " + found;
}

} // namespace qosar
