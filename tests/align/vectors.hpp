// Vectors for tests of the layer: random ones, and such that belong to sentences of a ladder.
#pragma once

#include <cmath>
#include <random>
#include <vector>

#include "qosar/align/sentence_vectors.hpp"

namespace qosar {

/// Rows that live as long as this.
struct Rows {
    std::size_t dimension = 0;
    std::vector<float> values{};

    [[nodiscard]] std::size_t size() const { return values.size() / dimension; }
    [[nodiscard]] SideVectors side() const { return vectors_in_order({nullptr, values.data(), size(), dimension}); }
};

/// Uniform in a cube, moved by `shift` along the first axis, as all vectors of a model share something.
inline Rows random_rows(std::size_t rows, std::size_t dimension, unsigned seed, double shift = 0) {
    std::mt19937 random(seed);
    Rows out{dimension};
    for (std::size_t i = 0; i < rows * dimension; ++i) {
        const double value = static_cast<double>(random() % 2001) / 1000 - 1;
        out.values.push_back(static_cast<float>(value + (i % dimension == 0 ? shift : 0)));
    }
    return out;
}

/// The same rows with noise of this size added to each number.
inline Rows with_noise(Rows rows, double noise, unsigned seed) {
    const Rows added = random_rows(rows.size(), rows.dimension, seed);
    for (std::size_t i = 0; i < rows.values.size(); ++i) {
        rows.values[i] += static_cast<float>(noise) * added.values[i];
    }
    return rows;
}

} // namespace qosar
