// Finding the words of dates in their inflected forms.
#pragma once

#include <string_view>

#include "qosar/language/pack.hpp"

namespace qosar {

/// A word of a date as it stands in a text. Without a word if there is none.
struct FoundDateWord {
    const DateWord* word = nullptr;
    bool inflected = false; ///< a Kazakh month with an ending: `қыркүйекте`
    bool genitive = false;  ///< with that of possession: `қыркүйектің`
};

FoundDateWord find_date_word(const LanguagePack& pack, std::string_view lower_case);

} // namespace qosar
