// Adding number words up.
#pragma once

#include <cmath>
#include <limits>

namespace qosar {

/// The sum that number words make one after the other: `four hundred and twenty-five thousand`, `2 млн 500 мың`.
/// Each step says whether the next word fits; if not, nothing has changed and a new number begins there.
class NumberSum {
public:
    [[nodiscard]] double value() const { return m_closed + m_group; }
    [[nodiscard]] bool in_group() const { return m_in_group; }
    [[nodiscard]] bool holds_hundreds() const { return m_group >= 100 && std::fmod(m_group, 100) == 0; }
    [[nodiscard]] double last_scale() const { return m_last_scale; }

    /// A number below the next scale: `five` behind `twenty`, but not behind `two`.
    bool add(double number) {
        const bool begins = m_closed == 0 && !m_in_group;
        const bool fits =
            begins || (std::floor(number) == number &&
                       (m_in_group ? std::fmod(m_group, power_of_ten_above(number)) == 0 : number < m_last_scale));
        if (fits) {
            m_group += number;
            m_in_group = true;
        }
        return fits;
    }

    /// `hundred` multiplies what stands in the group, `thousand` and above close it.
    bool multiply(double factor) {
        if (factor < 1000) {
            if (m_group >= 100) {
                return false;
            }
            m_group = m_in_group ? m_group * factor : factor;
            m_in_group = true;
            return true;
        }
        if (!m_in_group) {
            m_closed = m_closed == 0 ? factor : m_closed * factor;
        } else if (factor < m_last_scale) {
            m_closed += m_group * factor;
        } else {
            m_closed = (m_closed + m_group) * factor;
        }
        m_last_scale = factor;
        m_group = 0;
        m_in_group = false;
        return true;
    }

    /// Half of the last unit: `бір жарым`, `two million and a half`.
    void add_half() {
        m_group += m_in_group ? 0.5 : 0.5 * m_last_scale;
        m_in_group = true;
    }

private:
    static double power_of_ten_above(double number) {
        double power = 10;
        while (power <= number) {
            power *= 10;
        }
        return power;
    }

    double m_closed = 0; ///< what scales have closed
    double m_group = 0;  ///< below the next scale
    double m_last_scale = std::numeric_limits<double>::infinity();
    bool m_in_group = false;
};

} // namespace qosar
