#include "qosar/text/characters.hpp"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "qosar/base/error.hpp"
#include "qosar/text/utf8.hpp"

namespace qosar {

namespace {

UChar32 code(char32_t c) { return static_cast<UChar32>(c); }

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<std::int32_t>(text.size())}; }

/// Whether each character can be lower-cased by itself: true but for the languages and letters with rules of their own.
bool lowers_by_character(std::string_view text, std::string_view language) {
    const bool special_language = language == "tr" || language == "az" || language == "lt";
    const bool special_letter =
        text.find("\u0130") != std::string_view::npos || text.find("\u03A3") != std::string_view::npos;
    return !special_language && !special_letter;
}

/// The blocks of Greek and Cyrillic, which hold no quotation marks, brackets or invisible characters.
bool has_letters_only(char32_t c) { return c >= 0x0370 && c < 0x0530; }

/// One stand-in for every quotation mark and one for every dash.
char32_t plain_punctuation(char32_t c) {
    switch (u_charType(code(c))) {
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION: return U'"';
    case U_DASH_PUNCTUATION: return U'-';
    default: return c == U'\'' || c == U'\u201E' || c == U'\u201A' ? U'"' : c;
    }
}

} // namespace

// What ICU's tables would say of ASCII, and of the blocks with Greek and Cyrillic letters, is told first where the
// segmenter asks it of every character around a full stop.
bool is_letter(char32_t c) {
    return c < 0x80 ? (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') : u_isalpha(code(c)) != 0;
}
bool is_mark(char32_t c) { return (U_GET_GC_MASK(code(c)) & U_GC_M_MASK) != 0; }
bool is_upper(char32_t c) { return u_isupper(code(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(code(c)) != 0; }
bool is_digit(char32_t c) { return u_isdigit(code(c)) != 0; }
bool is_space(char32_t c) {
    if (c < 0x1680) {
        return c == U' ' || (c >= U'\t' && c <= U'\r') || c == 0x85 || c == 0xA0;
    }
    return u_isUWhiteSpace(code(c)) != 0;
}
int digit_value(char32_t c) { return u_charDigitValue(code(c)); }

bool is_dash(char32_t c) { return c < 0x530 ? c == U'-' : u_charType(code(c)) == U_DASH_PUNCTUATION || c == U'\u2212'; }

bool is_terminator(char32_t c) {
    return c < 0x530 ? c == U'.' || c == U'!' || c == U'?'
                     : u_hasBinaryProperty(code(c), UCHAR_S_TERM) != 0 || c == U'\u2026';
}

bool is_closing(char32_t c) {
    return c < 0x80
               ? c == U'"' || c == U'\'' || c == U'(' || c == U')' || c == U'[' || c == U']' || c == U'{' || c == U'}'
               : u_getIntPropertyValue(code(c), UCHAR_SENTENCE_BREAK) == U_SB_CLOSE;
}

bool is_invisible(char32_t c) {
    return c >= 0x80 && !has_letters_only(c) && u_hasBinaryProperty(code(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_quotation(char32_t c) {
    return has_letters_only(c) ? false
           : c < 0x80          ? c == U'"' || c == U'\''
                               : u_hasBinaryProperty(code(c), UCHAR_QUOTATION_MARK) != 0;
}

bool is_currency(char32_t c) { return u_charType(code(c)) == U_CURRENCY_SYMBOL; }

bool is_opening(char32_t c) {
    if (c < 0x80 || has_letters_only(c)) {
        return c == U'(' || c == U'[' || c == U'{';
    }
    const auto type = u_charType(code(c));
    return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

bool is_bullet(char32_t c) {
    constexpr std::u32string_view bullets =
        U"\u2022\u2023\u2043\u25AA\u25A0\u25CF\u25CB\u25E6\u25BA\u2666\u2756\u2713\u2714";
    return bullets.find(c) != std::u32string_view::npos;
}

std::string script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getShortName(uscript_getScript(code(c), &status));
}

std::string lower(std::string_view text, std::string_view language) {
    if (!lowers_by_character(text, language)) {
        icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(piece(text));
        unicode.toLower(icu::Locale(std::string(language).c_str()));
        std::string out;
        return unicode.toUTF8String(out);
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        append_code_point(out, static_cast<char32_t>(u_tolower(code(c))));
    }
    return out;
}

std::string nfc(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normaliser = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) {
        throw Error("ICU cannot load its normalisation data");
    }
    if (normaliser->isNormalizedUTF8(piece(text), status)) { // nearly all text; saves two conversions
        return std::string(text);
    }
    const icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(piece(text));
    std::string out;
    return normaliser->normalize(unicode, status).toUTF8String(out);
}

std::string ScriptCount::main() const {
    if (letters == 0) {
        return "";
    }
    const std::size_t most = std::max({latin, cyrillic, arabic});
    if (2 * most < letters) {
        return "Zyyy";
    }
    return most == latin ? "Latn" : most == cyrillic ? "Cyrl" : "Arab";
}

ScriptCount count_scripts(std::string_view text) {
    ScriptCount count;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        if (!is_letter(c)) {
            continue;
        }
        ++count.letters;
        count.upper += is_upper(c) ? 1 : 0;
        UErrorCode status = U_ZERO_ERROR;
        switch (uscript_getScript(code(c), &status)) {
        case USCRIPT_LATIN: ++count.latin; break;
        case USCRIPT_CYRILLIC: ++count.cyrillic; break;
        case USCRIPT_ARABIC: ++count.arabic; break;
        default: break;
        }
    }
    return count;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty()) {
        std::size_t after = 0;
        if (!is_space(next_code_point(text, after))) {
            break;
        }
        text.remove_prefix(after);
    }
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80U) {
            --last;
        }
        std::size_t after = last;
        if (!is_space(next_code_point(text, after))) {
            break;
        }
        text = text.substr(0, last);
    }
    return text;
}

std::string comparable(std::string_view text) {
    const std::string folded = lower(nfc(text));
    std::string out;
    bool gap = false;
    for (std::size_t i = 0; i < folded.size();) {
        const char32_t c = next_code_point(folded, i);
        if (is_space(c)) {
            gap = !out.empty();
            continue;
        }
        if (u_hasBinaryProperty(code(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
            continue; // soft hyphens, joiners, direction marks, variation selectors
        }
        if (gap) {
            out += ' ';
            gap = false;
        }
        append_code_point(out, plain_punctuation(c));
    }
    return nfc(out); // lower case and dropped characters let letters and marks meet anew
}

} // namespace qosar
