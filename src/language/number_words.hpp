// Finding number words in their inflected forms.
#pragma once

#include <string_view>

#include "qosar/language/pack.hpp"

namespace qosar {

/// A number word as it stands in a text. Without a word if there is none.
struct FoundNumberWord {
    const NumberWord* word = nullptr;
    bool inflected = false; ///< carries an ending, so that no further number word can follow: `мыңнан`, `millions`
};

/// Looks a lower-case word up, or two words with a blank between: `пайыздық тармаққа`. Kazakh words may carry case
/// endings, and those that stand for things (`үшіншісі`, `пайызын`, `екеуі`, `миллионын`) possessive ones as well.
/// Small numbers may not: `алтын` is gold, `үшін` means for.
FoundNumberWord find_number_word(const LanguagePack& pack, std::string_view lower_case);

} // namespace qosar
