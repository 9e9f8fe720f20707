#include "qosar/words/sentence_marks.hpp"

#include "qosar/text/characters.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

std::uint8_t mark_of(char32_t c) {
    switch (c) {
    case U'?': return question_mark;
    case U'!': return exclamation_mark;
    case U':': return colon_mark;
    case U'(':
    case U')': return bracket_mark;
    case U'\'':
    case U'\u2018':
    case U'\u2019': return 0;
    default: return is_quotation(c) ? quotation_mark : 0;
    }
}

SentenceEnd end_of(char32_t c) {
    switch (c) {
    case U'?': return SentenceEnd::question;
    case U'!': return SentenceEnd::exclamation;
    case U':': return SentenceEnd::colon;
    default: return is_terminator(c) ? SentenceEnd::stop : SentenceEnd::bare;
    }
}

} // namespace

SentenceMarks sentence_marks(std::string_view text) {
    SentenceMarks found;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (is_letter(c)) {
            found.end = SentenceEnd::bare;
            continue;
        }
        found.marks |= mark_of(c);
        if (!is_closing(c) && !is_space(c) && !is_invisible(c)) {
            found.end = end_of(c);
        }
    }
    return found;
}

} // namespace qosar
