// Stems: what the forms of one word have in common.
#pragma once

#include <string>
#include <string_view>

#include "qosar/language/pack.hpp"

namespace qosar {

/// The stem of a word, lower case. English goes through its irregular forms and Snowball's porter2; Kazakh through
/// our own stemmer; other languages through Snowball where it has one, else the word stays as it is.
/// Examples: `meetings` → `meet`, `кітаптарымыздан` → `кітап`, `барғаннан` → `бару`.
std::string stem(const LanguagePack& pack, std::string_view word);

/// What words are compared by when looking for translations: the stem, or its first five letters in languages that
/// pile up endings and whose stemmer does not take them all off (Turkish, Kyrgyz, Finnish and so on).
std::string match_key(const LanguagePack& pack, std::string_view word);

/// Whether the part of a word behind a hyphen is nothing but endings, as `тен` of `Brexit-тен`, and so has no stem.
/// Always false for languages other than Kazakh.
bool is_ending(const LanguagePack& pack, std::string_view part);

/// The dictionary form of a lower-case Kazakh word: the bare noun, the infinitive of a verb.
///
/// The end of the word is read in all ways as a row of endings, in the order that `languages/kk/suffixes.tsv` allows,
/// each agreeing with what is before it in vowel harmony and in its first sound. Of the stems that remain, one listed
/// in `languages/kk/stems.tsv` wins, then one derived from a listed word (`derivation.tsv`), then the best guess.
/// Passives count as their verb; derivation stays (`-лық`, `-шы`, `-сыз`). Endings behind a hyphen or an apostrophe
/// go with it (`25,7%-ын` → `25,7%`). Words without a Cyrillic letter, or of more than 48 sounds, stay as they are.
std::string kazakh_stem(std::string_view word);

/// Whether a lower-case word is nothing but Kazakh endings.
bool is_kazakh_ending(std::string_view word);

} // namespace qosar
