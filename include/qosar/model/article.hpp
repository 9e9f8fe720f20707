// An article as a listing gave it, and what a listing held that could not be used.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

/// Where an item of the input stands: re-reading `bytes` of `file` gives the item back.
struct Origin {
    std::string file;       ///< path relative to the inputs' common folder, `/` between parts
    std::uint32_t item = 0; ///< number of the item within its file, from 0
    Range bytes;            ///< of the uncompressed file

    bool operator==(const Origin&) const = default;
};

/// One item of a listing, parsed. All strings are valid UTF-8.
struct Article {
    std::string title;
    std::string date; ///< `YYYY-MM-DD`, or as the listing wrote it where that names no day; empty if none
    std::string body; ///< paragraphs separated by `\n`, without the source line
    std::vector<std::string> sections;    ///< in the order of their occurrence, without repetition
    std::vector<std::string> source_urls; ///< as written, in order
    std::string language;                 ///< of the body, of the title where there is none; ISO 639, empty if unknown
    std::string title_language;
    Origin origin;
    std::string url; ///< the article's own page, where its kind of input tells; no record holds it

    bool operator==(const Article&) const = default;
};

/// Something of the input that looks like data but could not be used.
struct Reject {
    Origin origin;
    std::string reason;  ///< a fixed name such as `not_utf8`
    std::string message; ///< a sentence for people
    std::string snippet; ///< the first characters of what was rejected, valid UTF-8
};

} // namespace qosar
