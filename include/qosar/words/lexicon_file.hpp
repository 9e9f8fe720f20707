// Lexicons that lie in files, as text or as image.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "qosar/words/lexicon_image.hpp"
#include "qosar/words/translation.hpp"

namespace qosar {

/// An image of translations, made in memory.
std::shared_ptr<const LexiconImage> make_lexicon_image(const Translations& translations);

/// The lexicon in a file: an image is mapped, a text becomes an image in memory. A text that does not name its
/// languages is taken for one of these. Throws Error.
std::shared_ptr<const LexiconImage> open_lexicon(const std::filesystem::path& path, const std::string& first_language,
                                                 const std::string& second_language);

/// The translations in a file of either form. Throws Error.
Translations read_lexicon(const std::filesystem::path& path, const std::string& first_language,
                          const std::string& second_language);

/// All that an image holds.
Translations translations_of(const LexiconImage& image);

} // namespace qosar
