// A sentence: a range of a text that is kept whole beside it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "qosar/model/range.hpp"

namespace qosar {

/// One sentence without the white space around it. Ranges never overlap and stand in order;
/// together with the gaps between them they rebuild the text.
struct Sentence {
    Range bytes;                 ///< of the text
    std::uint32_t paragraph = 0; ///< number of its line, from 0, counting lines that are not blank

    bool operator==(const Sentence&) const = default;
};

/// A text and its sentences: the unit that the aligner reads.
struct SegmentedText {
    std::string text;
    std::vector<Sentence> sentences;
};

} // namespace qosar
