#include "qosar/words/trained.hpp"

#include <algorithm>
#include <cmath>

namespace qosar {

namespace {

constexpr double least_strength = 0.1;

/// What is left of a count without the one sentence that is being looked at.
double without_this_one(const LexiconEntry& entry) {
    return entry.count == 0 ? 1 : 1 - 1 / static_cast<double>(entry.count);
}

/// Sums up chances, until a translation turns up that was given.
class Chance {
public:
    void operator()(const LexiconEntry& entry) {
        m_given = m_given || entry.count == 0;
        if (match_strength(entry) > 0) {
            m_sum += entry.forward * without_this_one(entry);
        }
    }
    [[nodiscard]] double value() const { return m_given ? 0 : std::min(1.0, m_sum); }

private:
    double m_sum = 0;
    bool m_given = false;
};

} // namespace

double match_strength(const LexiconEntry& entry) {
    if (entry.count == 0) {
        return 1;
    }
    const double sum = entry.forward + entry.backward;
    if (sum <= 0) {
        return 0;
    }
    const double mean = 2 * entry.forward * entry.backward / sum;
    const double strength = std::min(0.999, std::sqrt(without_this_one(entry) * mean));
    return strength < least_strength ? 0 : strength;
}

double trained_chance(const Lexicon& lexicon, KeyId first_key) {
    Chance chance;
    lexicon.for_each(first_key, [&](const LexiconEntry& entry) { chance(entry); });
    return chance.value();
}

double trained_chance_turned(const Lexicon& lexicon, KeyId second_key) {
    Chance chance;
    lexicon.for_each_turned(second_key, [&](const LexiconEntry& entry) { chance(entry); });
    return chance.value();
}

} // namespace qosar
