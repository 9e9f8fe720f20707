// Which beads a search may take, by what a person has decided.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "qosar/align/fixed_beads.hpp"

namespace qosar {

class Decisions {
public:
    /// Of texts of so many sentences.
    Decisions(const FixedBeads& fixed, std::size_t first, std::size_t second);

    /// Whether the search may take a bead. Required beads of two sides are not asked for here.
    [[nodiscard]] bool allow(Range first, Range second) const { return !m_any || allow_decided(first, second); }
    /// The required bead of two sides that ends here, or null.
    [[nodiscard]] const Bead* required(std::size_t i, std::size_t j) const {
        return m_ends.empty() ? nullptr : find_required(i, j);
    }

private:
    using Ends = std::pair<std::size_t, std::size_t>;
    using Key = std::array<std::size_t, 4>;

    [[nodiscard]] bool allow_decided(Range first, Range second) const;
    [[nodiscard]] const Bead* find_required(std::size_t i, std::size_t j) const;
    [[nodiscard]] bool owns(Range first, Range second) const;

    bool m_any;
    std::map<Ends, Bead> m_ends;  ///< required beads of two sides
    std::map<Ends, Bead> m_alone; ///< required null beads; the end of an empty side is 0
    std::vector<bool> m_first_owned;
    std::vector<bool> m_second_owned;
    std::set<Key> m_forbidden;
};

} // namespace qosar
