// What the segmenter does beyond ICU's rules and the abbreviations of a language pack.
#pragma once

#include <cstddef>

namespace qosar {

/// Each pass can be switched off. Lengths are bytes.
struct SegmentOptions {
    bool glued = true;     ///< set a boundary where the blank between two sentences is lost: `in Belgrade.The prize`
    bool lowercase = true; ///< … before a sentence that begins with a small letter: `they left. the rest stayed`
    bool lists = true;     ///< … before each item of a list that was flattened into a line: `:- maps;- plans`
    bool wrapped = true;   ///< take a line end inside a sentence, as hard-wrapped text has it, for a blank
    bool headings = true;  ///< end a sentence where a line without a full stop ends; needed only if `wrapped`

    /// No sentence is longer: what has no boundary for so long is cut at its last white space.
    std::size_t longest_sentence = 1U << 20U;
};

} // namespace qosar
