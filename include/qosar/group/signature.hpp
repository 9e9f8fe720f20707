// What the survey remembers of an article: enough to find its duplicates, never its text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "qosar/base/hash.hpp"
#include "qosar/model/article.hpp"

namespace qosar {

inline constexpr std::size_t min_hash_count = 64;

/// At most 256 bytes of MinHash values (Broder 1997) beside the exact hash.
struct Signature {
    Hash128 exact;   ///< of the comparable title and body and the keys of the cited pages
    Hash128 sources; ///< of the keys alone; zero if nothing is cited
    std::array<std::uint32_t, min_hash_count> min_hashes{}; ///< over runs of three words of title and body
    bool has_body = false;
    std::uint32_t body_bytes = 0; ///< size of the body, at most 2^32-1; a representative is chosen by it
};

Signature signature_of(const Article& article);

} // namespace qosar
