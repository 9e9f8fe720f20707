// The text form of a lexicon, for people to read and correct: one term a line with its translations (docs/formats.md).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "qosar/words/translation.hpp"

namespace qosar {

/// Adds the rows of a text. Three columns are a term, its translations by commonness with `;` between them, and a part
/// of speech, which may be missing; six are one translation with its part of speech, both probabilities and its count.
/// Comments `# languages: EN KK`, `# source: NAME` and
/// `# licence: NAME` hold for the rows below them; `source` is for rows above the first. Throws Error, which names the
/// line of `name`, for anything else.
void read_lexicon_text(std::string_view text, const std::string& name, const TranslationSource& source,
                       Translations& into);

/// Gives translations from number `begin` on that nobody counted their probabilities: of those of one term and part of
/// speech that stand together, the n-th weighs 1/n.
void weigh_by_order(Translations& translations, std::size_t begin = 0);

/// A text that read_lexicon_text reads back to the same translations.
std::string lexicon_text(const Translations& translations);

/// The files `languages/FIRST-SECOND/lexicon/*.tsv`, which are the sources.
Translations written_translations(const std::string& first_language, const std::string& second_language);

} // namespace qosar
