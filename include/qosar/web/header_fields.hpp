// `Name: value` lines, which HTTP and WARC share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace qosar {

struct HeaderField {
    std::string name; ///< lower case
    std::string value;

    bool operator==(const HeaderField&) const = default;
};

using HeaderFields = std::vector<HeaderField>;

/// Reads lines that end with LF or CRLF. A line that begins with a blank goes on with the value before it. What has no
/// colon is passed over; bytes that are no UTF-8 become U+FFFD.
HeaderFields read_header_fields(std::string_view lines);

/// The first value under a name, which is lower case; empty if there is none.
std::string_view field_value(const HeaderFields& fields, std::string_view name);

} // namespace qosar
