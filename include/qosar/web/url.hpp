// One key for every spelling of a page's address.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace qosar {

/// `key` is host and path with what is left of the query, such as
/// `gov.kz/memleket/entities/mod/press/news/details/1152201`; it stays the same when made canonical again.
struct CanonicalUrl {
    std::string key;
    std::string host;
    std::string path;     ///< of the key, with its leading `/`; empty for the root
    std::string language; ///< asked for by `lang=`, lower case, `kz` as `kk`; empty if none
};

/// Drops scheme, `www.`, default port, fragment, trailing slashes, tracking parameters and `lang`; lower-cases the
/// host, sorts the parameters, resolves percent-encoding of plain characters. Nothing for what is no http(s) address
/// (a missing scheme is taken for https).
std::optional<CanonicalUrl> canonical_url(std::string_view url);

} // namespace qosar
