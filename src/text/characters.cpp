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

/// By the rules of a language, with an eye on what stands beside each character.
std::string lower_whole(std::string_view text, std::string_view language) {
    icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(piece(text));
    unicode.toLower(icu::Locale(std::string(language).c_str()));
    std::string out;
    return unicode.toUTF8String(out);
}

constexpr unsigned kind_count = 14;

constexpr std::u32string_view bullets =
    U"\u2022\u2023\u2043\u25AA\u25A0\u25CF\u25CB\u25E6\u25BA\u2666\u2756\u2713\u2714";

/// What ICU's tables say of a character and one kind.
bool is_of_kind(UChar32 c, CharacterKinds one) {
    switch (one) {
    case kind::letter: return u_isalpha(c) != 0;
    case kind::mark: return (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    case kind::upper: return u_isupper(c) != 0;
    case kind::lower: return u_islower(c) != 0;
    case kind::digit: return u_isdigit(c) != 0;
    case kind::space: return u_isUWhiteSpace(c) != 0;
    case kind::dash: return u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212;
    case kind::terminator: return u_hasBinaryProperty(c, UCHAR_S_TERM) != 0 || c == 0x2026;
    case kind::closing: return u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK) == U_SB_CLOSE;
    case kind::opening: return u_charType(c) == U_START_PUNCTUATION || u_charType(c) == U_INITIAL_PUNCTUATION;
    case kind::quotation: return u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) != 0;
    case kind::currency: return u_charType(c) == U_CURRENCY_SYMBOL;
    case kind::bullet: return bullets.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
    case kind::invisible: return u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
    default: return false;
    }
}

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

CommonCharacters::CommonCharacters() {
    for (char32_t c = 0; c < kinds.size(); ++c) {
        for (unsigned bit = 0; bit < kind_count; ++bit) {
            const auto one = static_cast<CharacterKinds>(1U << bit);
            kinds[c] = static_cast<CharacterKinds>(kinds[c] | (looks_up_any(c, one) ? one : 0U));
        }
    }
}

bool looks_up_any(char32_t c, CharacterKinds kinds) {
    for (; kinds != 0; kinds = static_cast<CharacterKinds>(kinds & (kinds - 1U))) { // the lowest bit is done with
        if (is_of_kind(code(c), static_cast<CharacterKinds>(kinds & -kinds))) {
            return true;
        }
    }
    return false;
}

int digit_value(char32_t c) { return u_charDigitValue(code(c)); }

std::string script_of(char32_t c) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getShortName(uscript_getScript(code(c), &status));
}

std::string lower(std::string_view text, std::string_view language) {
    if (language == "tr" || language == "az" || language == "lt") {
        return lower_whole(text, language);
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = next_code_point(text, i);
        if (c < 0x80) {
            out += static_cast<char>(c >= U'A' && c <= U'Z' ? c + (U'a' - U'A') : c);
        } else if (c == U'\u0130' || c == U'\u03A3') { // their lower case depends on what stands beside them
            return lower_whole(text, language);
        } else {
            append_code_point(out, static_cast<char32_t>(u_tolower(code(c))));
        }
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
    out.reserve(folded.size());
    bool gap = false;
    bool ascii = true;
    for (std::size_t i = 0; i < folded.size();) {
        const char32_t c = next_code_point(folded, i);
        if (is_space(c)) {
            gap = !out.empty();
            continue;
        }
        if (is_invisible(c)) {
            continue; // soft hyphens, joiners, direction marks, variation selectors
        }
        if (gap) {
            out += ' ';
            gap = false;
        }
        if (c < 0x80) {
            out += c == U'\'' ? '"' : static_cast<char>(c); // all that plain_punctuation does to them
        } else {
            append_code_point(out, plain_punctuation(c));
            ascii = false;
        }
    }
    return ascii ? out : nfc(out); // lower case and dropped characters let letters and marks meet anew
}

} // namespace qosar
