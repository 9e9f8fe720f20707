// Pairs of articles that are worth a comparison.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "qosar/group/groups.hpp"
#include "signature_file.hpp"

namespace qosar {

/// Two articles, the one whose text has the smaller hash first.
struct ArticlePair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;

    auto operator<=>(const ArticlePair&) const = default;
};

/// Calls `use` with each pair once, sorted. Articles for which `stands_for` does not give themselves are left out, as
/// their equal stands for them. However many share a band, an article is in few pairs: in a band it meets only those
/// next to it, which are ordered by their facts, so that duplicates among a million copies of a template are
/// neighbours in some band; of all that it meets it takes the likeliest, and some others so that none stays apart.
void for_each_candidate(const SignatureFile& signatures, const std::vector<std::uint32_t>& stands_for,
                        const std::filesystem::path& folder, const GroupOptions& options,
                        const std::function<void(ArticlePair)>& use);

} // namespace qosar
