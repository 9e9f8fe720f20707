// Duplicate groups over a whole input.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "qosar/group/signature.hpp"

namespace qosar {

struct GroupOptions {
    double least_overlap = 0.9;      ///< of the words of near duplicates
    std::size_t max_neighbours = 64; ///< each article is compared with so many that follow it in a band, so that
                                     ///< a million copies of a template cost no more than linear time
};

/// Articles that say the same, by their numbers in the input.
struct Group {
    std::size_t representative = 0;   ///< has a source, then the longest body, then comes first
    std::vector<std::size_t> members; ///< all of them, the representative too, ascending
};

/// Groups all articles: each is in exactly one group, and the groups stand in the order of their first members.
/// Articles with equal `exact` hashes are one group. Others are compared where their signatures agree in a band
/// (locality-sensitive hashing, Indyk and Motwani 1998) and neither cites a page that the other does not:
/// `near` says whether the articles of two numbers are near duplicates. Articles without a body are only compared
/// exactly. The result does not depend on the order of comparison.
std::vector<Group> group_articles(const std::vector<Signature>& signatures,
                                  const std::function<bool(std::size_t, std::size_t)>& near,
                                  const GroupOptions& options = {});

} // namespace qosar
