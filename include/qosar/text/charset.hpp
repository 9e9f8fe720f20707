// From bytes of an unknown character set to UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

struct Decoded {
    std::string text;     ///< valid UTF-8, without a byte order mark
    std::string charset;  ///< ICU's name of the character set that was used
    bool damaged = false; ///< some bytes did not fit it and became U+FFFD
};

/// Uses, in this order: a byte order mark, UTF-8 if the bytes are that, the declared name if ICU knows it,
/// ICU's detection.
Decoded decode(std::string_view bytes, std::string_view declared = "");

/// Where in `bytes` the characters stand that begin at these bytes of what decode made of them; its end for places at
/// or beyond the end of the text. REQUIRES: `places` ascend and lie on characters.
std::vector<std::size_t> places_in_source(std::string_view bytes, const Decoded& decoded,
                                          const std::vector<std::size_t>& places);

/// The charset named in the first 1,024 bytes of an HTML file; empty if none.
std::string html_charset(std::string_view bytes);

} // namespace qosar
