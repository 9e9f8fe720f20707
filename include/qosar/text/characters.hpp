// What a character is: letter, digit, space, script. Unicode properties as ICU knows them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace qosar {

bool is_letter(char32_t c);
bool is_mark(char32_t c); ///< combining mark
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);      ///< decimal digit of any script
bool is_space(char32_t c);      ///< white space of any kind, no-break spaces included
int digit_value(char32_t c);    ///< 0–9. REQUIRES: is_digit(c)
bool is_dash(char32_t c);       ///< hyphens included
bool is_terminator(char32_t c); ///< may end a sentence: `.`, `?`, `!`, `…`, `。`
bool is_closing(char32_t c);    ///< quotation mark or bracket of any kind, opening ones included
bool is_opening(char32_t c);    ///< bracket or quotation mark that can only open: `(`, `«`, `“`, `„`
bool is_quotation(char32_t c);  ///< `"`, `«`, `’` …
bool is_currency(char32_t c);   ///< `$`, `₸`
bool is_bullet(char32_t c);     ///< `•` and its like; not the asterisk
bool is_invisible(char32_t c);  ///< takes no room: joiners, direction marks, soft hyphens

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
