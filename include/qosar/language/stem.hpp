// Stems: what the forms of one word have in common.
#pragma once

#include <string>
#include <string_view>

#include "qosar/language/pack.hpp"

namespace qosar {

/// The stem of a word, lower case. English goes through its irregular forms and Snowball's porter2; Kazakh through
/// our own slot stemmer; other languages through Snowball where it has one, else the word stays as it is.
/// Examples: `meetings` → `meet`, `кітаптарымыздан` → `кітап`.
std::string stem(const LanguagePack& pack, std::string_view word);

/// What words are compared by when looking for translations: the stem of Kazakh and other agglutinating languages
/// is cut to its first five letters, since its end is uncertain; elsewhere it is the stem.
std::string match_key(const LanguagePack& pack, std::string_view word);

/// Kazakh stem of a lower-case Cyrillic word. Suffixes are taken off in the order of Kazakh's slots, from the end:
/// case, possessive, plural for nouns; person, tense and negation, voice for verbs. At least three letters with a
/// vowel stay. Final б, г, ғ become п, к, қ again (кітабы → кітап).
std::string kazakh_stem(std::string_view word);

} // namespace qosar
