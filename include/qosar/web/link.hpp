// Links of a page as whole addresses.
#pragma once

#include <string>
#include <string_view>

namespace qosar {

/// The address that a link on the page `base` leads to, after RFC 3986 §5, `..` and `.` resolved; without its fragment.
/// Empty for what is no http(s) address, for a link within the page, and for a relative one where `base` is empty.
std::string resolve_link(std::string_view base, std::string_view link);

} // namespace qosar
