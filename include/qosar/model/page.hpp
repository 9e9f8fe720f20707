// A source page: the page in the other language that an article cites.
#pragma once

#include <optional>
#include <string>

namespace qosar {

/// How reading a cited page ended.
enum class PageStatus { good, missing, unusable };

/// A page as its reader saw it. Strings are valid UTF-8.
struct Page {
    PageStatus status = PageStatus::missing;
    std::string problem;                  ///< why it is missing or unusable, one sentence; empty when good
    std::string url;                      ///< as the article cites it
    std::string key;                      ///< canonical key of `url`, without the language asked for
    std::string language;                 ///< language asked for, such as `kk`
    std::string title;                    ///< empty if the page has none or is not good
    std::string date;                     ///< `YYYY-MM-DD` or empty
    std::string text;                     ///< paragraphs separated by `\n`; empty if the page is not good
    std::string reader;                   ///< `json`, `html` or `text`; empty when missing
    std::string place;                    ///< where in the store: a path relative to it, `/` between parts
    std::string sha256;                   ///< of the stored bytes, lower-case hexadecimal
    std::optional<std::string> retrieved; ///< RFC 3339 time of fetching, when the store knows it
};

} // namespace qosar
