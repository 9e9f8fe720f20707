// What the survey remembers of an article: enough to find its duplicates, never its text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "qosar/base/hash.hpp"
#include "qosar/model/article.hpp"

namespace qosar {

inline constexpr std::size_t band_count = 16;

/// About a hundred bytes, so that a million articles take a hundred megabytes.
struct Signature {
    Hash128 exact;   ///< of the comparable title and body and the keys of the cited pages
    Hash128 sources; ///< of the keys alone; zero if nothing is cited
    /// Each is a hash of four MinHash values (Broder 1997) over runs of three words of title and body. Two articles
    /// that share the part s of these runs agree in a given band with probability s^4.
    std::array<std::uint32_t, band_count> bands{};
    std::uint32_t body_bytes = 0; ///< size of the body, at most 2^32-1; a representative is chosen by it
    bool has_body = false;
};

Signature signature_of(const Article& article);

} // namespace qosar
