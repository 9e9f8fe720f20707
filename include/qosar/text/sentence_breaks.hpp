// Sentence boundaries after ICU's own rules (UAX #29) with some edits for Kazakh news.
//
// ICU 72 keeps a boundary from standing (a) before a dialogue dash, since its SContinue holds the dashes, and
// (b) before a digit, №, § or bullet that a lower-case word follows ("болды. 2025 жылы"); it sets one (c) between
// `?»` or `!"` and a lower-case "said" clause; and (d) it does not know `…` for a full stop. The edited rules set (a)
// and (b), drop (c), and let `…` end what `.` would.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace qosar {

/// ICU's rules with our edits, in its syntax (RuleBasedBreakIterator).
std::string sentence_rules();

/// Byte offsets at which a sentence begins, without 0 and without the text's end, in order, in place of what `breaks`
/// held. The text is one paragraph: a newline in it counts as a blank. Linear in time.
/// REQUIRES: valid UTF-8, less than 2 GiB.
void find_sentence_breaks(std::string_view text, std::vector<std::size_t>& breaks);

} // namespace qosar
