// Ladders as text: one bead a line, `[0]:[0,1]:0.93`, null beads with an empty side. vecalign reads this form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/bead.hpp"

namespace qosar {

/// A bead as a file may hold it: any sentence numbers, in any order.
struct ListedBead {
    std::vector<std::size_t> first;
    std::vector<std::size_t> second;
    double score = 0;

    bool operator==(const ListedBead&) const = default;
};

/// One line for each bead, with four decimals of the score.
std::string ladder_text(const Ladder& ladder);

/// Throws Error naming `name` and the line where the text is no ladder. A score may be missing; blank lines are
/// skipped. The text begins with line `first_line`.
std::vector<ListedBead> parse_ladder(std::string_view text, const std::string& name, std::size_t first_line = 1);

std::vector<ListedBead> listed(const Ladder& ladder);

} // namespace qosar
