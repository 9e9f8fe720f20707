// What a character is: letter, digit, space, script. Unicode properties as ICU knows them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace qosar {

/// Kinds of characters, as bits: all that is asked of a character is told by one look into a table.
using CharacterKinds = std::uint16_t;

namespace kind {

inline constexpr CharacterKinds letter = 1U << 0U;
inline constexpr CharacterKinds mark = 1U << 1U;
inline constexpr CharacterKinds upper = 1U << 2U;
inline constexpr CharacterKinds lower = 1U << 3U;
inline constexpr CharacterKinds digit = 1U << 4U;
inline constexpr CharacterKinds space = 1U << 5U;
inline constexpr CharacterKinds dash = 1U << 6U;
inline constexpr CharacterKinds terminator = 1U << 7U;
inline constexpr CharacterKinds closing = 1U << 8U;
inline constexpr CharacterKinds opening = 1U << 9U;
inline constexpr CharacterKinds quotation = 1U << 10U;
inline constexpr CharacterKinds currency = 1U << 11U;
inline constexpr CharacterKinds bullet = 1U << 12U;
inline constexpr CharacterKinds invisible = 1U << 13U;

} // namespace kind

/// The kinds of the characters up to the end of general punctuation; the others are looked up in ICU's tables.
struct CommonCharacters {
    CommonCharacters();
    std::array<CharacterKinds, 0x2070> kinds{};
};

bool looks_up_any(char32_t c, CharacterKinds kinds); ///< is_any without the table

/// Whether a character is of one of these kinds.
inline bool is_any(char32_t c, CharacterKinds kinds) {
    static const CommonCharacters common;
    return c < common.kinds.size() ? (common.kinds[c] & kinds) != 0 : looks_up_any(c, kinds);
}

inline bool is_letter(char32_t c) { return is_any(c, kind::letter); }
/// Combining mark.
inline bool is_mark(char32_t c) { return is_any(c, kind::mark); }
inline bool is_upper(char32_t c) { return is_any(c, kind::upper); }
inline bool is_lower(char32_t c) { return is_any(c, kind::lower); }
/// Decimal digit of any script.
inline bool is_digit(char32_t c) { return is_any(c, kind::digit); }
/// White space of any kind, no-break spaces included.
inline bool is_space(char32_t c) { return is_any(c, kind::space); }
/// Hyphens included.
inline bool is_dash(char32_t c) { return is_any(c, kind::dash); }
/// May end a sentence: `.`, `?`, `!`, `…`, `。`.
inline bool is_terminator(char32_t c) { return is_any(c, kind::terminator); }
/// Quotation mark or bracket of any kind, opening ones included.
inline bool is_closing(char32_t c) { return is_any(c, kind::closing); }
/// Bracket or quotation mark that can only open: `(`, `«`, `“`, `„`.
inline bool is_opening(char32_t c) { return is_any(c, kind::opening); }
/// `"`, `«`, `’` …
inline bool is_quotation(char32_t c) { return is_any(c, kind::quotation); }
/// `$`, `₸`.
inline bool is_currency(char32_t c) { return is_any(c, kind::currency); }
/// `•` and its like; not the asterisk.
inline bool is_bullet(char32_t c) { return is_any(c, kind::bullet); }
/// Takes no room: joiners, direction marks, soft hyphens.
inline bool is_invisible(char32_t c) { return is_any(c, kind::invisible); }

int digit_value(char32_t c); ///< 0–9. REQUIRES: is_digit(c)

/// ISO 15924 code of the character's script, such as `Latn`; `Zyyy` for what all scripts share.
std::string script_of(char32_t c);

/// Lower case of a text in a language: `İ` differs in Turkish.
std::string lower(std::string_view text, std::string_view language = "");

/// Normalisation form C.
std::string nfc(std::string_view text);

/// The script that most letters of a text are written in, and how many letters there are of each kind.
struct ScriptCount {
    std::size_t letters = 0;
    std::size_t latin = 0;
    std::size_t cyrillic = 0;
    std::size_t arabic = 0;
    std::size_t upper = 0;

    [[nodiscard]] std::string main() const; ///< `Latn`, `Cyrl`, `Arab`, `Zyyy` for another one, "" without letters
};

ScriptCount count_scripts(std::string_view text);

/// The text without white space at either end.
std::string_view trimmed(std::string_view text);

/// Lower case, NFC, white space runs as one blank, invisible characters dropped, quotes and dashes made alike:
/// two texts a reader would call the same have the same form.
std::string comparable(std::string_view text);

} // namespace qosar
