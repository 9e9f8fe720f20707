// Sentence boundaries after ICU's own rules (UAX #29) with three edits for Kazakh news.
//
// ICU 72 keeps a boundary from standing (a) before a dialogue dash, since its SContinue holds the dashes, and
// (b) before a digit that a lower-case word follows ("болды. 2025 жылы"), and it sets one (c) between `?»` or `!"`
// and a lower-case "said" clause. The edited rules set (a) and (b) and drop (c).
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace qosar {

/// Byte offsets at which a sentence begins, without 0 and without the text's end, in order. The text is one
/// paragraph: a newline in it is a boundary too. Linear in time.
std::vector<std::size_t> sentence_breaks(std::string_view text);

} // namespace qosar
