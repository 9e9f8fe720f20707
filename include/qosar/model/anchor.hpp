// An anchor: evidence that a word of one side and a word of the other are the same thing.
#pragma once

#include <string>

#include "qosar/model/range.hpp"

namespace qosar {

enum class AnchorKind { term, name, number, same };

/// Ranges are bytes of the two sides of the aligned pair.
struct Anchor {
    AnchorKind kind = AnchorKind::term;
    Range first;
    Range second;
    double weight = 0; ///< what it adds to the log-odds of the pair, natural logarithm

    bool operator==(const Anchor&) const = default;
};

inline std::string to_string(AnchorKind kind) {
    switch (kind) {
    case AnchorKind::term: return "term";
    case AnchorKind::name: return "name";
    case AnchorKind::number: return "number";
    case AnchorKind::same: return "same";
    }
    return {};
}

} // namespace qosar
