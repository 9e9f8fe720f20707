// What the survey found about articles that say the same.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "qosar/model/article.hpp"

namespace qosar {

enum class DuplicateKind { exact, near };

/// A word that stands only in one of two near duplicates; empty on the side that lacks it.
struct DifferingWord {
    std::string kept;    ///< in the representative
    std::string dropped; ///< in the duplicate

    bool operator==(const DifferingWord&) const = default;
};

/// An article that is represented by another one.
struct Duplicate {
    DuplicateKind kind = DuplicateKind::exact;
    Origin origin;
    std::vector<std::string> sections;
    std::vector<std::string> source_urls;
    std::string date;
    std::vector<DifferingWord> differing; ///< empty when exact
};

} // namespace qosar
