// What stands around a place at which a sentence may end: the one view that all rules look through.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "qosar/language/pack.hpp"

namespace qosar {

/// A run of full stops, question and exclamation marks in a paragraph. All places are bytes of it.
///
///     деді: «Алға!..»  Содан
///                ^  ^  ^
///            begin end closed, and next behind the blanks
struct Stop {
    std::size_t begin = 0;
    std::size_t end = 0;    ///< behind the run
    std::size_t closed = 0; ///< behind closing quotation marks and brackets
    std::size_t next = 0;   ///< behind white space: where the next sentence would begin
};

struct Site {
    const LanguagePack& pack;
    std::string_view text;      ///< the paragraph
    std::size_t sentence = 0;   ///< where the running sentence begins
    std::size_t first_word = 0; ///< place of the first letter or digit from there on; the text's end if there is none
    Stop stop;
    std::string_view word{}; ///< that the stop follows, see word_before
    char32_t next = U'\0';   ///< the character at stop.next; 0 at the end

    [[nodiscard]] bool is_glued() const { return stop.closed == stop.next; }
    /// The mark is a single full stop: nothing else can belong to an abbreviation.
    [[nodiscard]] bool is_full_stop() const { return stop.end - stop.begin == 1 && text[stop.begin] == '.'; }
};

/// The stop that a boundary at `place` stands behind; begin == end if it stands behind none. `last` is that of an
/// earlier boundary, so that nothing is walked over twice where boundaries have but blanks between them.
Stop stop_before(std::string_view text, std::size_t place, const Stop& last = {});

/// The stop whose run of marks ends at `end`. REQUIRES: a mark stands before `end`.
Stop stop_ending(std::string_view text, std::size_t end);

/// Whether a line ends with a mark that ends sentences, closing marks and white space aside.
bool ends_with_terminator(std::string_view line);

/// The word that a stop follows, from the last white space, opening or parting mark: `ф.-м.ғ.к` in `… ф.-м.ғ.к.`;
/// empty if it is longer than abbreviations are.
std::string_view word_before(std::string_view text, std::size_t stop);

/// The word at or behind `place`, opening marks skipped: letters with their marks, apostrophes and hyphens inside.
std::string_view word_behind(std::string_view text, std::size_t place);

/// The character at `place` or behind opening marks there; 0 at the end.
char32_t first_character(std::string_view text, std::size_t place);

/// The character before `place`, which is moved to it. REQUIRES: place > 0.
char32_t previous_character(std::string_view text, std::size_t& place);

/// The character at `place`; 0 at the end.
char32_t character_at(std::string_view text, std::size_t place);

/// Whether a number, in digits or in Roman ones, stands before `place`, blanks between them.
bool number_before(std::string_view text, std::size_t place);

/// Whether what stands at `place` is a number, in digits or Roman ones, or a number sign.
bool number_behind(std::string_view text, std::size_t place);

/// `XVIII`, also with the Cyrillic letters that look the same.
bool is_roman(std::string_view word);

/// A site with what stands there filled in.
Site site_of(const LanguagePack& pack, std::string_view text, std::size_t sentence, std::size_t first_word,
             const Stop& stop);

/// The place of the first letter or digit at or behind `place`; the text's end if there is none.
std::size_t word_at_or_behind(std::string_view text, std::size_t place);

/// Whether the next sentence would begin with a word of the pack's starters.
bool begins_with_starter(const Site& site);

} // namespace qosar
