// A half-open range of bytes, code points or sentence numbers; the place of use says which.
#pragma once

#include <cstddef>

namespace qosar {

/// [begin, end). Example: {2, 5} holds 2, 3 and 4; {3, 3} is empty.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    [[nodiscard]] std::size_t size() const { return end - begin; }
    [[nodiscard]] bool empty() const { return begin == end; }
    bool operator==(const Range&) const = default;
};

} // namespace qosar
