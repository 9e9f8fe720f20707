// What the punctuation of a sentence says: translators keep questions, quotations and headings what they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace qosar {

/// Marks that stand anywhere in a sentence, as bits.
enum SentenceMark : std::uint8_t {
    question_mark = 1,
    exclamation_mark = 2,
    quotation_mark = 4, ///< a double one of any kind; single ones may be apostrophes
    colon_mark = 8,
    bracket_mark = 16
};

inline constexpr std::size_t sentence_mark_sets = 32; ///< of such bits

/// How a sentence ends, closing marks and blanks left out.
enum class SentenceEnd : std::uint8_t { bare, stop, question, exclamation, colon };

inline constexpr std::size_t sentence_ends = 5; ///< kinds of them

struct SentenceMarks {
    std::uint8_t marks = 0; ///< SentenceMark bits
    SentenceEnd end = SentenceEnd::bare;

    bool operator==(const SentenceMarks&) const = default;
};

/// `text` is valid UTF-8.
SentenceMarks sentence_marks(std::string_view text);

} // namespace qosar
