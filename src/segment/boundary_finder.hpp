// Finds and judges the places of a paragraph at which a sentence may end (qosar/segment/boundary.hpp).
#pragma once

#include <string_view>
#include <vector>

#include "passes.hpp"
#include "qosar/language/pack.hpp"
#include "qosar/segment/boundary.hpp"
#include "qosar/segment/options.hpp"

namespace qosar {

/// For paragraph after paragraph, since it keeps its memory.
class BoundaryFinder {
public:
    BoundaryFinder(const LanguagePack& pack, const SegmentOptions& options) : m_pack(pack), m_candidates(options) {}

    /// All candidates, in order. They hold until the next call. REQUIRES: valid UTF-8, less than 2 GiB.
    const std::vector<Boundary>& find(std::string_view paragraph);

private:
    const LanguagePack& m_pack;
    CandidateFinder m_candidates;
    std::vector<Boundary> m_boundaries;
};

} // namespace qosar
