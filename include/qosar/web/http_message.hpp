// An HTTP response as an archive keeps it, with its body as a browser would see it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "qosar/web/header_fields.hpp"

namespace qosar {

struct HttpResponse {
    std::string problem; ///< why its body cannot be used, one sentence; empty if it can
    int status = 0;
    HeaderFields fields;
    std::string body;       ///< unchunked and expanded
    bool cut_short = false; ///< the body ends before its length, its last chunk or its compression says so

    [[nodiscard]] std::string media_type() const; ///< such as `text/html`, lower case; empty if not said
    [[nodiscard]] std::string charset() const;    ///< as Content-Type names it, lower case; empty if not said
};

/// Reads status line, fields and body (RFC 9112). Chunks are joined, Content-Encoding is undone; a body that is already
/// without them, as some crawlers keep it, is taken as it stands. A body that expands to more than `max_body_bytes` has
/// a `problem`.
HttpResponse read_http_response(std::string_view bytes, std::size_t max_body_bytes);

} // namespace qosar
