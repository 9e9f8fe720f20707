// Minimising a smooth convex function: the L-BFGS method (Nocedal 1980) with a backtracking line search.
#pragma once

#include <cmath>
#include <cstddef>
#include <deque>
#include <numeric>
#include <vector>

namespace qosar {

using Vector = std::vector<double>;

inline double dot(const Vector& a, const Vector& b) { return std::inner_product(a.begin(), a.end(), b.begin(), 0.0); }

/// The last steps, which tell how the function is curved.
class Curvature {
public:
    void add(Vector step, Vector change) {
        if (dot(step, change) <= 1e-12) {
            return;
        }
        m_steps.push_back(std::move(step));
        m_changes.push_back(std::move(change));
        if (m_steps.size() > 12) {
            m_steps.pop_front();
            m_changes.pop_front();
        }
    }

    /// The direction downhill from a gradient.
    [[nodiscard]] Vector direction(Vector gradient) const {
        std::vector<double> shares(m_steps.size());
        for (std::size_t k = m_steps.size(); k-- > 0;) {
            shares[k] = dot(m_steps[k], gradient) / dot(m_steps[k], m_changes[k]);
            add_scaled(gradient, m_changes[k], -shares[k]);
        }
        const double scale =
            m_steps.empty() ? 1e-3 : dot(m_steps.back(), m_changes.back()) / dot(m_changes.back(), m_changes.back());
        for (double& value : gradient) {
            value *= scale;
        }
        for (std::size_t k = 0; k < m_steps.size(); ++k) {
            const double back = dot(m_changes[k], gradient) / dot(m_steps[k], m_changes[k]);
            add_scaled(gradient, m_steps[k], shares[k] - back);
        }
        for (double& value : gradient) {
            value = -value;
        }
        return gradient;
    }

    static void add_scaled(Vector& to, const Vector& what, double scale) {
        for (std::size_t i = 0; i < to.size(); ++i) {
            to[i] += scale * what[i];
        }
    }

private:
    std::deque<Vector> m_steps;
    std::deque<Vector> m_changes;
};

/// `function(point, gradient)` returns the value and fills the gradient. Starts at `point`.
template <typename Function>
Vector minimise(Function&& function, Vector point, std::size_t rounds) {
    Vector gradient(point.size());
    double value = function(point, gradient);
    Curvature curvature;
    for (std::size_t round = 0; round < rounds; ++round) {
        const Vector direction = curvature.direction(gradient);
        const double slope = dot(direction, gradient);
        double length = 1;
        Vector next;
        Vector next_gradient(point.size());
        double next_value = value;
        bool better = false;
        for (int tries = 0; tries < 40 && !better; ++tries, length /= 2) {
            next = point;
            Curvature::add_scaled(next, direction, length);
            next_value = function(next, next_gradient);
            better = next_value <= value + 1e-4 * length * slope;
        }
        if (!better || value - next_value < 1e-7 * (1 + std::abs(value))) {
            break;
        }
        Vector step = next;
        Curvature::add_scaled(step, point, -1);
        Vector change = next_gradient;
        Curvature::add_scaled(change, gradient, -1);
        curvature.add(std::move(step), std::move(change));
        point = std::move(next);
        gradient = std::move(next_gradient);
        value = next_value;
    }
    return point;
}

} // namespace qosar
