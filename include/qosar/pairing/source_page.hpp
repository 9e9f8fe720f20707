// From an article to the page that it cites.
#pragma once

#include <string>

#include "qosar/model/article.hpp"
#include "qosar/model/page.hpp"
#include "qosar/page/store.hpp"

namespace qosar {

/// The first good page among those that the article cites, asked for in `language`; if none is good, what became of
/// the first one that was found, else of the first one cited. REQUIRES: the article cites something.
Page find_source_page(const Article& article, const PageStore& store, const std::string& language);

} // namespace qosar
