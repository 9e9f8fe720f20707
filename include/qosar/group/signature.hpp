// What the survey remembers of an article: enough to find its duplicates, never its text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "qosar/base/hash.hpp"
#include "qosar/group/compared_text.hpp"
#include "qosar/model/article.hpp"

namespace qosar {

inline constexpr std::size_t minima_count = 96;
inline constexpr std::size_t fact_minima_count = 8;

/// Some 250 bytes, which lie on the disk.
struct Signature {
    Hash128 exact;             ///< of the comparable title and body and the keys of the cited pages
    std::uint64_t sources = 0; ///< of the keys alone; zero if nothing is cited
    std::uint64_t facts = 0;   ///< ComparedText::facts
    /// The low 16 bits of MinHash values (Broder 1997) over runs of two content words of the body: numbers, and words
    /// of four letters or more. Two articles agree in a given one with the probability of the runs they share, of all
    /// that either has.
    std::array<std::uint16_t, minima_count> minima{};
    std::array<std::uint16_t, fact_minima_count> fact_minima{}; ///< the same over numbers, dates and names
    bool compared = false; ///< there is a body, and it is not too long: without, it is only compared exactly
};

static_assert(sizeof(Signature) <= 256);

/// An article with a longer body is only compared exactly.
inline constexpr std::size_t longest_compared = std::size_t{1} << 20U; // bytes

/// Keys of the cited pages, sorted, each once.
std::vector<std::string> source_keys(const Article& article);

/// `text` is compared_text of the article, or that of nothing where the article is not compared.
Signature signature_of(const Article& article, const ComparedText& text);

/// The share of runs that two articles have in common, of all that either has, as their minima let expect.
double estimated_overlap(const Signature& a, const Signature& b);

} // namespace qosar
