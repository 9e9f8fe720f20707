// Judging a proposed ladder by one made by hand.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "qosar/align/ladder_file.hpp"

namespace qosar {

/// Right links out of all; sums over files before anything is divided.
struct Hits {
    std::size_t strict = 0; ///< the very same link is in the other set
    std::size_t lax = 0;    ///< that, or it shares a pair of sentences with a link of the other set
    std::size_t total = 0;

    Hits& operator+=(const Hits& other);
    bool operator==(const Hits&) const = default;
};

/// Counts behind precision, recall and F1 as Sennrich and Volk (2011) and Thompson and Koehn (2019) define them:
/// precision over all proposed links, null links included, recall over the gold links that are not null.
struct AlignmentScore {
    Hits precision;
    Hits recall;
    std::size_t null_hits = 0; ///< sentences that both leave unpaired
    std::size_t null_gold = 0;
    std::size_t null_proposed = 0;
    std::map<std::string, Hits> by_type; ///< recall by the gold bead's type, such as `1-2`

    AlignmentScore& operator+=(const AlignmentScore& other);
};

/// `a / b`, or 0 where b is 0.
double share(std::size_t a, std::size_t b);
double f1(double precision, double recall);

AlignmentScore evaluate(const std::vector<ListedBead>& gold, const std::vector<ListedBead>& proposed);

} // namespace qosar
