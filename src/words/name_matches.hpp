// Which names of two sides are alike, sentence by sentence.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "places.hpp"
#include "qosar/words/side_words.hpp"

namespace qosar {

/// A name of the second side, and how alike it is.
struct LikeName {
    std::uint32_t name = 0;
    float likeness = 0;
};

/// Finds the second side's names that are like those of the first. Asked for stretches of text that move onwards, it
/// compares no two names twice without need.
class NameMatches {
public:
    /// Both must outlive it.
    NameMatches(const SideWords& first, const SideWords& second);

    /// Names of the second side that are like this one of the first: all that stand at places [begin, end) of its
    /// words, and maybe others that stand before. Neither argument ever goes back for the same name.
    const std::vector<LikeName>& like(std::uint32_t first_name, std::uint32_t begin, std::uint32_t end);

    /// The places of a name of the second side.
    [[nodiscard]] std::span<const std::uint32_t> places(std::uint32_t second_name) const {
        return {m_places.data() + m_place_begins[second_name], m_places.data() + m_place_begins[second_name + 1]};
    }

private:
    struct Known {
        std::uint32_t until = 0; ///< places below were looked at
        std::vector<LikeName> like;
    };

    void compare(std::uint32_t first_name, std::uint32_t second_name);

    const SideWords& m_first;
    const SideWords& m_second;
    std::vector<std::uint32_t> m_place_begins;
    std::vector<std::uint32_t> m_places;   ///< of the second side's names, by name
    Places m_by_key;                       ///< places of the second side's names by their index keys
    std::vector<Known> m_known;            ///< by name of the first side
    std::vector<std::uint32_t> m_compared; ///< by name of the second side: the last comparison it was in
    std::uint32_t m_comparison = 0;
};

} // namespace qosar
