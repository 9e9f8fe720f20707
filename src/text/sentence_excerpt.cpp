#include "sentence_excerpt.hpp"

#include <array>
#include <string>

#include <unicode/uniset.h>

#include "qosar/base/error.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

unsigned char first_byte(UChar32 c) {
    std::string bytes;
    append_code_point(bytes, static_cast<char32_t>(c));
    return static_cast<unsigned char>(bytes.front());
}

/// A set of characters that can be searched for in UTF-8. Bytes that begin none of them are passed over unread.
class CharacterSet {
public:
    explicit CharacterSet(const char16_t* pattern) {
        UErrorCode status = U_ZERO_ERROR;
        m_set.applyPattern(pattern, status).freeze();
        if (U_FAILURE(status)) {
            throw Error(std::string("ICU does not take a set of characters: ") + u_errorName(status));
        }
        for (std::int32_t range = 0; range < m_set.getRangeCount(); ++range) { // first bytes rise with the characters
            const unsigned last = first_byte(m_set.getRangeEnd(range));
            for (unsigned byte = first_byte(m_set.getRangeStart(range)); byte <= last; ++byte) {
                m_begins[byte] = true;
            }
        }
    }

    /// Where the first of them stands at or behind `from`; the text's end if there is none.
    [[nodiscard]] std::size_t find(std::string_view text, std::size_t from) const {
        for (std::size_t at = from; at < text.size(); ++at) {
            if (m_begins[static_cast<unsigned char>(text[at])]) {
                std::size_t behind = at;
                if (m_set.contains(static_cast<UChar32>(next_code_point(text, behind)))) {
                    return at;
                }
            }
        }
        return text.size();
    }

    /// Where the run of them begins that the text ends with.
    [[nodiscard]] std::size_t run_at_end(std::string_view text) const {
        const auto length = static_cast<std::int32_t>(text.size());
        return static_cast<std::size_t>(m_set.spanBackUTF8(text.data(), length, USET_SPAN_CONTAINED));
    }

private:
    icu::UnicodeSet m_set;
    std::array<bool, 256> m_begins{}; ///< whether a byte is the first of one of them
};

/// What a boundary can stand behind.
const CharacterSet& stops() {
    static const CharacterSet set(u"[\\p{Sentence_Break=STerm}\\p{Sentence_Break=ATerm}\\u2026"
                                  u"\\p{Sentence_Break=Sep}\\p{Sentence_Break=CR}]");
    return set;
}

/// What ends the search behind a stop: all that is not in $NotLettersEx, stops aside.
const CharacterSet& settling() {
    static const CharacterSet set(u"[\\p{Sentence_Break=OLetter}\\p{Sentence_Break=Upper}\\p{Sentence_Break=Lower}"
                                  u"\\p{Sentence_Break=Numeric}\\u2116\\u00A7\\u2022\\u25AA\\u25CF\\u25E6]");
    return set;
}

/// What belongs to the character before it.
const CharacterSet& attached() {
    static const CharacterSet set(u"[\\p{Sentence_Break=Extend}\\p{Sentence_Break=Format}]");
    return set;
}

} // namespace

void SentenceExcerpt::take(std::string_view text) {
    m_units.clear();
    m_places.clear();
    std::size_t end = 0;
    for (std::size_t stop = 0; (stop = stops().find(text, end)) < text.size();) {
        const std::string_view passed = text.substr(end, stop - end);
        const std::size_t base = last_code_point(passed.substr(0, attached().run_at_end(passed)));
        const std::size_t begin = end + base;
        end = settling().find(text, stop);
        if (end < text.size()) {
            next_code_point(text, end);
        }
        add(text, begin, end);
    }
}

void SentenceExcerpt::add(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
        const auto place = static_cast<std::uint32_t>(at);
        const char32_t c = next_code_point(text, at);
        if (c > 0xFFFF) {
            m_units += static_cast<char16_t>(0xD7C0U + (c >> 10U));
            m_units += static_cast<char16_t>(0xDC00U | (c & 0x3FFU));
            m_places.push_back(place);
        } else {
            m_units += c == U'\n' ? u' ' : static_cast<char16_t>(c);
        }
        m_places.push_back(place);
    }
}

} // namespace qosar
