// A piece of a text that fits on a line of a terminal and holds the words it is about.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/flag.hpp"

namespace qosar {

struct Excerpt {
    std::string text;          ///< one line; `…` where something was left out
    std::vector<Range> marked; ///< bytes of `text`, ascending, none empty, apart from each other
};

/// At most `width` code points of `text` and the `…` at its ends: its beginning, or where the first span stands if
/// that lies farther on. The spans are those of `side`, of its title or its text as `of_title` says; the others are
/// passed over.
Excerpt excerpt_of(std::string_view text, const std::vector<FlagSpan>& spans, std::string_view side, bool of_title,
                   std::size_t width);

/// The text with blanks in place of what a terminal would obey rather than show: control characters, line breaks,
/// marks that turn the direction of writing. It keeps its length in bytes.
std::string for_terminal(std::string text);

} // namespace qosar
