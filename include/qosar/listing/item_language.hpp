// Which languages an item of a listing is written in: English listings hold Russian and Kazakh items too.
#pragma once

#include <string>
#include <string_view>

#include "qosar/model/article.hpp"

namespace qosar {

/// The ISO 639 code of a text's language by its beginning; empty where nothing reliable can be said. Much of English
/// is known by its small words, all else is left to identify_language.
std::string language_of(std::string_view text);

/// Sets `language` and `title_language`.
void tell_languages(Article& article);

} // namespace qosar
