// What a person has decided about beads before the search: some must hold, some must not.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/bead.hpp"

namespace qosar {

/// Decisions that a search respects exactly. Beads with an empty side are single sentences: required, they are left
/// alone; forbidden, they are not.
struct FixedBeads {
    std::vector<Bead> required;  ///< each sentence in one of them at most; those with two sides ascend on both
    std::vector<Bead> forbidden; ///< none of the required ones

    [[nodiscard]] bool empty() const { return required.empty() && forbidden.empty(); }
};

/// Reads ladder lines with a sign before them: `+[3]:[4,5]` must hold, `-[7]:[7]` must not. A score behind them means
/// nothing; blank lines and lines that begin with `#` are skipped; `+[2,3]:[]` leaves each of two sentences alone.
/// `first` and `second` are the numbers of sentences. Throws Error naming the line of `name` that is none of this, lies
/// outside the texts, or contradicts another one.
FixedBeads parse_fixed_beads(std::string_view text, const std::string& name, std::size_t first, std::size_t second);

} // namespace qosar
