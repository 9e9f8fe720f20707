// The beads that a search tries.
#pragma once

#include <array>
#include <cstdint>

namespace qosar {

struct Step {
    std::uint8_t first;
    std::uint8_t second;
};

/// Beads with two sides, the likeliest first.
inline constexpr std::array<Step, 10> pair_steps{
    {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {2, 3}, {3, 2}, {1, 4}, {4, 1}}};

} // namespace qosar
