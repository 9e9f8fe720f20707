// The beads that a search tries.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace qosar {

/// How many sentences of each side a bead holds.
struct Step {
    std::uint8_t first;
    std::uint8_t second;
};

/// Beads with two sides, the likeliest first.
inline constexpr std::array<Step, 10> pair_steps{
    {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {2, 3}, {3, 2}, {1, 4}, {4, 1}}};

/// The longest side of a bead that is searched for, in sentences.
inline constexpr std::size_t longest_side = 4;

/// A number for each of the pair_steps.
using ByStep = std::array<double, pair_steps.size()>;

} // namespace qosar
