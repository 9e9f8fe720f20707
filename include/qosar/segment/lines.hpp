// Which line ends end a paragraph, and which were set only to make lines of one length.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "qosar/segment/boundary.hpp"
#include "qosar/segment/options.hpp"

namespace qosar {

/// A run of lines that can be judged by itself: it ends with a blank line, a line that ends a sentence, or the text.
struct Block {
    std::size_t end = 0;            ///< byte behind it; 0 if that cannot be told yet
    std::vector<Boundary> newlines; ///< at the first byte of each line but the first; those that stand end a paragraph
};

/// The block that begins at byte `begin`. Its line ends are judged by these rules, the first that has a say:
///
///   line               `wrapped` is off, or one of the lines is blank, ends with `:` or `;`, or begins a list item
///   sentence           the line ends with a full stop or the like
///   wrapped            the next line goes on with a small letter, up to a full stop, and is no list of short lines;
///                      or the lines are filled to one width, so that the next word had no room
///   heading            a line without a full stop stands alone
///
/// Unless `final`, more text may follow, and a block that reaches the text's end is not told yet. Lines longer than
/// `longest_sentence` are blocks of their own, and no block is longer than that or than 512 lines.
Block next_block(std::string_view text, std::size_t begin, const SegmentOptions& options, bool final);

} // namespace qosar
