#include "qosar/align/vector_similarity.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace qosar {

namespace {

constexpr double least_square = 1e-9; ///< of what is left of a unit vector; below that it is rounding

/// The sum always in the same order, in four parts so that the machine can work on them side by side.
template <typename A, typename B>
double scalar_product(const A* a, const B* b, std::size_t dimension) {
    std::array<double, 4> sums{};
    std::size_t k = 0;
    for (; k + sums.size() <= dimension; k += sums.size()) {
        for (std::size_t s = 0; s < sums.size(); ++s) {
            sums[s] += static_cast<double>(a[k + s]) * static_cast<double>(b[k + s]);
        }
    }
    for (; k < dimension; ++k) {
        sums[0] += static_cast<double>(a[k]) * static_cast<double>(b[k]);
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

void add_units(const SideVectors& side, std::vector<double>& sum, double& count) {
    sum.resize(std::max(sum.size(), side.dimension));
    for (const float* row : side.rows.front()) {
        const double length = row == nullptr ? 0 : std::sqrt(scalar_product(row, row, side.dimension));
        if (length > 0) {
            for (std::size_t k = 0; k < side.dimension; ++k) {
                sum[k] += row[k] / length;
            }
            ++count;
        }
    }
}

} // namespace

void MeanVector::add(const SideVectors& side) {
    double count = 0;
    add_units(side, m_sum, count);
    m_count += static_cast<std::size_t>(count);
}

std::vector<double> MeanVector::with(const SideVectors& side, double weight) const {
    std::vector<double> mean(side.dimension);
    double count = 0;
    add_units(side, mean, count);
    if (m_count > 0) {
        for (std::size_t k = 0; k < std::min(mean.size(), m_sum.size()); ++k) {
            mean[k] += weight * m_sum[k] / static_cast<double>(m_count);
        }
        count += weight;
    }
    for (double& value : mean) {
        value /= std::max(count, 1.0);
    }
    return mean;
}

float& VectorSimilarity::Products::at(std::size_t j) {
    constexpr float unknown = std::numeric_limits<float>::quiet_NaN();
    if (values.empty()) {
        begin = j;
    }
    if (j < begin) {
        const std::size_t more = std::min(begin, std::max(begin - j, values.size()));
        values.insert(values.begin(), more, unknown);
        begin -= more;
    }
    if (j - begin >= values.size()) {
        values.resize(std::max(j - begin + 1, 2 * values.size()), unknown);
    }
    return values[j - begin];
}

VectorSimilarity::VectorSimilarity(SideVectors first, std::vector<double> first_mean, SideVectors second,
                                   std::vector<double> second_mean)
    : m_means_product(scalar_product(first_mean.data(), second_mean.data(), first_mean.size())),
      m_first_square(scalar_product(first_mean.data(), first_mean.data(), first_mean.size())),
      m_second_square(scalar_product(second_mean.data(), second_mean.data(), second_mean.size())),
      m_first(read_side(std::move(first), first_mean, second_mean)),
      m_second(read_side(std::move(second), second_mean, first_mean)), m_products(m_first.vectors.sentences()) {
    assert(first_mean.size() == second_mean.size());
    for (std::size_t k = 1; k <= longest_side; ++k) {
        for (auto [side, mean_square] : {std::pair{&m_first, m_first_square}, std::pair{&m_second, m_second_square}}) {
            for (std::size_t i = 0; i + k <= side->vectors.sentences(); ++i) {
                side->squares[k - 1].push_back(square(*side, mean_square, {i, i + k}));
            }
        }
    }
}

VectorSimilarity::Side VectorSimilarity::read_side(SideVectors vectors, const std::vector<double>& own,
                                                   const std::vector<double>& other) {
    Side side{std::move(vectors), {}, {}};
    const std::size_t dimension = side.vectors.dimension;
    for (std::size_t k = 0; k < longest_side; ++k) {
        for (const float* row : side.vectors.rows[k]) {
            Unit unit;
            const double length = row == nullptr ? 0 : std::sqrt(scalar_product(row, row, dimension));
            if (length > 0) {
                unit = {row, length, scalar_product(row, own.data(), dimension) / length,
                        scalar_product(row, other.data(), dimension) / length};
            }
            side.units[k].push_back(unit);
        }
    }
    return side;
}

VectorSimilarity::Parts VectorSimilarity::parts(const Side& side, Range range) {
    if (range.size() <= longest_side) {
        const Unit& joined = side.units[range.size() - 1][range.begin];
        if (joined.row != nullptr) {
            return {&joined, &joined + 1, range.size() > 1};
        }
    }
    const Unit* begin = side.units.front().data() + range.begin;
    return {begin, begin + range.size(), false};
}

double VectorSimilarity::within(const Side& side, double own_mean_square, const Unit& a, const Unit& b) {
    return scalar_product(a.row, b.row, side.vectors.dimension) / (a.length * b.length) - a.with_own_mean -
           b.with_own_mean + own_mean_square;
}

double VectorSimilarity::square(const Side& side, double own_mean_square, Range range) {
    const Parts all = parts(side, range);
    double sum = 0;
    for (const Unit* a = all.begin; a != all.end; ++a) {
        for (const Unit* b = all.begin; b != all.end; ++b) {
            sum += a->row == nullptr || b->row == nullptr ? 0 : within(side, own_mean_square, *a, *b);
        }
    }
    return sum;
}

double VectorSimilarity::product(const Unit& a, const Unit& b) const {
    return scalar_product(a.row, b.row, m_first.vectors.dimension) / (a.length * b.length) - a.with_other_mean -
           b.with_other_mean + m_means_product;
}

double VectorSimilarity::kept_product(std::size_t i, std::size_t j) const {
    float& kept = m_products[i].at(j);
    if (std::isnan(kept)) {
        kept = static_cast<float>(product(m_first.units.front()[i], m_second.units.front()[j]));
    }
    return kept;
}

std::optional<double> VectorSimilarity::cosine(Range first, Range second) const {
    const auto square_of = [](const Side& side, double mean_square, Range range) {
        return range.size() <= longest_side ? side.squares[range.size() - 1][range.begin]
                                            : square(side, mean_square, range);
    };
    const double squares = square_of(m_first, m_first_square, first);
    const double other_squares = square_of(m_second, m_second_square, second);
    if (squares < least_square || other_squares < least_square) {
        return {};
    }
    const Parts all = parts(m_first, first);
    const Parts others = parts(m_second, second);
    double sum = 0;
    for (const Unit* a = all.begin; a != all.end; ++a) {
        for (const Unit* b = others.begin; b != others.end; ++b) {
            if (a->row == nullptr || b->row == nullptr) {
                continue;
            }
            sum += all.joined || others.joined
                       ? product(*a, *b)
                       : kept_product(first.begin + static_cast<std::size_t>(a - all.begin),
                                      second.begin + static_cast<std::size_t>(b - others.begin));
        }
    }
    return std::clamp(sum / std::sqrt(squares * other_squares), -1.0, 1.0);
}

} // namespace qosar
