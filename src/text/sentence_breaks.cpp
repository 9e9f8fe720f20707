#include "qosar/text/sentence_breaks.hpp"

#include <memory>
#include <string>

#include <unicode/parseerr.h>
#include <unicode/rbbi.h>
#include <unicode/utext.h>

#include "qosar/base/error.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

void replace_once(std::string& rules, std::string_view from, std::string_view to) {
    const std::size_t place = rules.find(from);
    if (place == std::string::npos) {
        throw Error("ICU's sentence rules are not those of version 72: " + std::string(from) + " is missing");
    }
    rules.replace(place, from.size(), to);
}

std::string edited_rules() {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> stock(
        icu::BreakIterator::createSentenceInstance(icu::Locale::getRoot(), status));
    const auto* by_rules = dynamic_cast<icu::RuleBasedBreakIterator*>(stock.get());
    if (U_FAILURE(status) || by_rules == nullptr) {
        throw Error("ICU cannot load its sentence rules");
    }
    std::string rules;
    by_rules->getRules().toUTF8String(rules);

    replace_once(rules, "$SContinue=[\\p{Sentence_Break=SContinue}];",
                 "$Dash=[\\u002D\\u2013\\u2014];$SContinue=[\\p{Sentence_Break=SContinue}-$Dash];");
    replace_once(rules, "$ATerm=[\\p{Sentence_Break=ATerm}];", "$ATerm=[\\p{Sentence_Break=ATerm}\\u2026];");
    replace_once(rules, "$NotLettersEx=[^$OLetter$Upper$Lower$Sep",
                 "$NotLettersEx=[^$OLetter$Upper$Lower$Numeric\\u2116\\u00A7\\u2022\\u25AA\\u25CF\\u25E6$Sep");
    replace_once(rules, "($STermEx|$ATermEx)$CloseEx*$SpEx*($SContinueEx",
                 "($STermEx|$ATermEx)$CloseEx*$SpEx*$Dash($Extend|$Format)*$NotLettersEx*$Lower;"
                 "$STermEx$CloseEx+$SpEx*$Lower;"
                 "($STermEx|$ATermEx)$CloseEx*$SpEx*($SContinueEx");
    return rules;
}

std::unique_ptr<icu::RuleBasedBreakIterator> make_iterator() {
    static const std::string rules = edited_rules();
    UErrorCode status = U_ZERO_ERROR;
    UParseError place;
    auto iterator = std::make_unique<icu::RuleBasedBreakIterator>(icu::UnicodeString::fromUTF8(rules), place, status);
    if (U_FAILURE(status)) {
        throw Error(std::string("ICU does not take the edited sentence rules: ") + u_errorName(status));
    }
    return iterator;
}

/// The text in UTF-16, a newline as a blank.
void to_utf16(std::string_view text, std::u16string& units) {
    units.resize(text.size());
    char16_t* out = units.data();
    const char* const end = text.data() + text.size();
    for (const char* at = text.data(); at < end;) {
        const auto lead = static_cast<unsigned char>(*at);
        if (lead < 0x80) {
            *out++ = lead == '\n' ? u' ' : static_cast<char16_t>(lead);
            ++at;
        } else if (lead >= 0xC2 && lead < 0xE0 && at + 1 < end) {
            *out++ = static_cast<char16_t>((lead & 0x1FU) << 6U | (static_cast<unsigned char>(at[1]) & 0x3FU));
            at += 2;
        } else {
            auto position = static_cast<std::size_t>(at - text.data());
            const char32_t c = next_code_point(text, position);
            at = text.data() + position;
            if (c > 0xFFFF) {
                *out++ = static_cast<char16_t>(0xD7C0U + (c >> 10U));
                *out++ = static_cast<char16_t>(0xDC00U | (c & 0x3FFU));
            } else {
                *out++ = static_cast<char16_t>(c);
            }
        }
    }
    units.resize(static_cast<std::size_t>(out - units.data()));
}

/// Finds the byte that a UTF-16 unit stands for; asked in rising order.
class Utf8Place {
public:
    explicit Utf8Place(std::string_view text) : m_text(text) {}

    std::size_t of(std::size_t unit) {
        while (m_unit < unit && m_byte < m_text.size()) {
            const auto lead = static_cast<unsigned char>(m_text[m_byte]);
            const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
            m_byte += length;
            m_unit += length == 4 ? 2 : 1;
        }
        return m_byte;
    }

private:
    std::string_view m_text;
    std::size_t m_byte = 0;
    std::size_t m_unit = 0;
};

} // namespace

std::vector<std::size_t> sentence_breaks(std::string_view text) {
    // Compiling the rules takes milliseconds, so each thread keeps its own iterator. ICU reads UTF-16 about twice as
    // fast as UTF-8, conversion included.
    thread_local const std::unique_ptr<icu::RuleBasedBreakIterator> iterator = make_iterator();
    thread_local std::u16string units;
    to_utf16(text, units);
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUChars(&view, units.data(), static_cast<std::int64_t>(units.size()), &status);
    iterator->setText(&view, status);
    if (U_FAILURE(status)) {
        throw Error(std::string("ICU cannot segment this text: ") + u_errorName(status));
    }
    std::vector<std::size_t> breaks;
    Utf8Place place(text);
    iterator->first();
    for (std::int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
        if (static_cast<std::size_t>(at) < units.size()) {
            breaks.push_back(place.of(static_cast<std::size_t>(at)));
        }
    }
    utext_close(&view);
    return breaks;
}

} // namespace qosar
