// The places of a paragraph at which a sentence may begin.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "qosar/segment/options.hpp"
#include "site.hpp"

namespace qosar {

enum class Pass {
    icu,          ///< ICU's boundary
    glued,        ///< no blank behind the stop
    small_letter, ///< a small letter behind the stop
    list          ///< an item of a flattened list
};

struct Candidate {
    std::size_t place = 0;
    Pass pass = Pass::icu;
    Stop stop; ///< begin == end where no stop stands before it
};

/// In order of their places, no place twice. Where two passes meet, ICU's goes first.
std::vector<Candidate> candidates(std::string_view paragraph, const SegmentOptions& options);

} // namespace qosar
