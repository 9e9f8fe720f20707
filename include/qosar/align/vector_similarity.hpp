// How alike the vectors of a bead's two sides are.
//
// Vectors of all sentences have much in common: the language, the subject, and what the model gives to any sentence.
// So the mean vector of each side is taken off, and the cosine is that of what is left. It is 0 on average between
// sentences that have nothing to do with each other; vecalign compares with the cosines of random sentences for the
// same reason. Several sentences have the vector that was made of them joined, or else the sum of their own.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "qosar/align/sentence_vectors.hpp"
#include "qosar/model/range.hpp"

namespace qosar {

/// The mean of vectors scaled to length 1, of one language.
class MeanVector {
public:
    void add(const SideVectors& side);
    /// The mean of this and of `side`, which counts for so many sentences as it has, and this for `weight`.
    [[nodiscard]] std::vector<double> with(const SideVectors& side, double weight = 8) const;

private:
    std::vector<double> m_sum;
    std::size_t m_count = 0;
};

/// Compares the beads of one pair of texts. Scalar products are computed once, when they are first asked for, so it is
/// for one thread; memory is 4 bytes for each pair of sentences that was asked for.
class VectorSimilarity {
public:
    /// REQUIRES: all vectors and means have one dimension.
    VectorSimilarity(SideVectors first, std::vector<double> first_mean, SideVectors second,
                     std::vector<double> second_mean);

    /// From -1 to 1. Nothing where a side has no vector, or none that differs from the mean.
    [[nodiscard]] std::optional<double> cosine(Range first, Range second) const;

private:
    /// A row, and its scalar products with the means after scaling it to length 1.
    struct Unit {
        const float* row = nullptr;
        double length = 0;
        double with_own_mean = 0;
        double with_other_mean = 0;
    };
    struct Side {
        SideVectors vectors;
        std::array<std::vector<Unit>, longest_side> units;
        std::array<std::vector<double>, longest_side> squares; ///< squared lengths without the mean
    };
    /// The products of one sentence with a row of neighbouring ones; NaN for what nobody has asked for.
    struct Products {
        std::size_t begin = 0;
        std::vector<float> values;
        float& at(std::size_t j);
    };
    /// The vectors whose sum stands for a range of sentences: one that was made of all, or those of each.
    struct Parts {
        const Unit* begin;
        const Unit* end;
        bool joined;
    };

    static Side read_side(SideVectors vectors, const std::vector<double>& own, const std::vector<double>& other);
    static Parts parts(const Side& side, Range range);
    static double within(const Side& side, double own_mean_square, const Unit& a, const Unit& b);
    [[nodiscard]] static double square(const Side& side, double own_mean_square, Range range);
    [[nodiscard]] double product(const Unit& a, const Unit& b) const;
    [[nodiscard]] double kept_product(std::size_t i, std::size_t j) const;

    double m_means_product;
    double m_first_square; ///< of the mean
    double m_second_square;
    Side m_first;
    Side m_second;
    mutable std::vector<Products> m_products;
};

} // namespace qosar
