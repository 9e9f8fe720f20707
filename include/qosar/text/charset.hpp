// From bytes of an unknown character set to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace qosar {

struct Decoded {
    std::string text;     ///< valid UTF-8, without a byte order mark
    std::string charset;  ///< ICU's name of the character set that was used
    bool damaged = false; ///< some bytes did not fit it and became U+FFFD
};

/// Uses, in this order: a byte order mark, UTF-8 if the bytes are that, the declared name if ICU knows it,
/// ICU's detection.
Decoded decode(std::string_view bytes, std::string_view declared = "");

/// The charset named in the first 1,024 bytes of an HTML file; empty if none.
std::string html_charset(std::string_view bytes);

} // namespace qosar
