// Which addresses of an article are those of the pages it cites.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "qosar/model/article.hpp"

namespace qosar {

/// Moves the source lines from the body's end to the end of `source_urls`; an item may have several.
void move_sources(Article& article);

/// Whether an address is that of a news page of the state's portal, which has the same number in each language: the
/// page of such an item is what the item cites.
bool is_cited_press_page(std::string_view url);

/// Whether a text ends with the label of a source: `Source:`, `Дереккөз:`, `Источник:`. Returns where the label begins.
std::size_t source_label(std::string_view text);

void add_once(std::vector<std::string>& list, const std::string& value);

} // namespace qosar
