// `Source : URL` on a line of its own, at the end of a line or over two lines.
#pragma once

#include <string_view>

namespace qosar {

/// An address at the beginning of a text, without the marks that end a sentence behind it; empty if there is none.
/// `https://x.kz/1.` gives `https://x.kz/1`, `[https://x.kz/1](https://x.kz/1)` and `<https://x.kz/1>` too.
std::string_view leading_address(std::string_view text);

/// Whether a line is an address and nothing else.
bool is_address(std::string_view line);

/// Whether a line ends with the label of a source alone: `Source :`, its address may stand on the next line.
bool ends_with_source_label(std::string_view line);

} // namespace qosar
