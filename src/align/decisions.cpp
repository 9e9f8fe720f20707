#include "decisions.hpp"

#include <algorithm>

namespace qosar {

namespace {

Range known_place(Range range) { return range.empty() ? Range{} : range; }

std::pair<std::size_t, std::size_t> ends_of(Range first, Range second) {
    return {known_place(first).end, known_place(second).end};
}

std::array<std::size_t, 4> key_of(Range first, Range second) {
    const Range a = known_place(first);
    const Range b = known_place(second);
    return {a.begin, a.end, b.begin, b.end};
}

void own(std::vector<bool>& owned, Range range) {
    std::fill_n(owned.begin() + static_cast<std::ptrdiff_t>(range.begin), range.size(), true);
}

bool any(const std::vector<bool>& owned, Range range) {
    return std::any_of(owned.begin() + static_cast<std::ptrdiff_t>(range.begin),
                       owned.begin() + static_cast<std::ptrdiff_t>(range.end), [](bool is) { return is; });
}

} // namespace

Decisions::Decisions(const FixedBeads& fixed, std::size_t first, std::size_t second) : m_any(!fixed.empty()) {
    if (!m_any) {
        return;
    }
    m_first_owned.resize(first);
    m_second_owned.resize(second);
    for (const Bead& bead : fixed.required) {
        (bead.is_pair() ? m_ends : m_alone).emplace(ends_of(bead.first, bead.second), bead);
        own(m_first_owned, bead.first);
        own(m_second_owned, bead.second);
    }
    for (const Bead& bead : fixed.forbidden) {
        m_forbidden.insert(key_of(bead.first, bead.second));
    }
}

bool Decisions::owns(Range first, Range second) const {
    return any(m_first_owned, first) || any(m_second_owned, second);
}

bool Decisions::allow_decided(Range first, Range second) const {
    if (m_forbidden.contains(key_of(first, second))) {
        return false;
    }
    const bool is_alone = (first.empty() || second.empty()) && m_alone.contains(ends_of(first, second));
    return is_alone || !owns(first, second);
}

const Bead* Decisions::find_required(std::size_t i, std::size_t j) const {
    const auto found = m_ends.find({i, j});
    return found == m_ends.end() ? nullptr : &found->second;
}

} // namespace qosar
