// Bodies as HTTP compresses them: gzip, deflate, brotli, zstd.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qosar {

/// How a body came out of its compression.
enum class Expansion { whole, cut_short, damaged, too_large, unknown_coding };

struct ExpandedBody {
    Expansion expansion = Expansion::whole;
    std::string bytes; ///< what could be had, at most the limit
};

/// Undoes one coding of RFC 9110 §8.4.1 (`gzip`, `x-gzip`, `deflate`, with or without its zlib header, `identity`),
/// `br` (RFC 7932) or `zstd` (RFC 8878). `coding` is lower case. Never holds more than `limit` bytes.
ExpandedBody expand_body(std::string_view bytes, std::string_view coding, std::size_t limit);

} // namespace qosar
