// Where a sentence may end, and what decided whether it does.
#pragma once

#include <cstddef>

namespace qosar {

/// A place of a paragraph at which a sentence could begin: one of ICU's boundaries (text/sentence_breaks.hpp), or a
/// place that its rules pass over but one of our passes looks at. A line end inside the paragraph counts as a blank.
/// What decides, the first that has a say:
///
///   separator          behind a line or paragraph separator: stands
///   nothing yet        no letter or digit in the sentence so far
///   pause              an ellipsis with a blank on either side: the sentence goes on
///   quotation          `«Кім келді?» деп сұрады`, `“Ready?” Omarov asked`: the sentence goes on
///   address            inside a URL or an e-mail address
///   list number        `1. Өтініш беру`: the number stays with its item
///   abbreviation       by the language pack; before a word of its starters.tsv most may end a sentence
///   initial            `А. Байтұрсынұлы`, `Қ.-Ж. К. Тоқаев`
///   glued              the pass of that name; also names of files, programs and domains, where none stands
///   small letter       the pass `lowercase`
///   list item          the pass `lists`
///   ICU                nothing spoke against ICU's boundary
///
/// What a rule looks at is bounded, so that time is linear in the text.
struct Boundary {
    std::size_t place = 0; ///< byte of its first character
    bool stands = false;   ///< whether one begins there
    const char* rule = ""; ///< what decided, such as `abbreviation`; never null

    bool operator==(const Boundary&) const = default;
};

} // namespace qosar
