// Which article of a duplicate group speaks for it.
#pragma once

#include <cstddef>
#include <vector>

#include "qosar/model/article.hpp"

namespace qosar {

/// The place of the best article among the members of a group, by the first of these that tells them apart:
/// 1. it cites a page;
/// 2. its body is complete: it is not cut off, thus ends as a sentence does;
/// 3. it has the fewest damaged words: letters that were read in
///    the wrong character set (`ÐšÐ°Ð·`, U+FFFD), words that another member writes with an apostrophe (`Kazakhstans`)
///    or as two words (`millionwere`), sentences glued together (`work.The`);
/// 4. it has the longest body;
/// 5. hashes of title and body, so that the order of the input does not matter; last, the place.
/// REQUIRES: there is a member.
std::size_t best_article(const std::vector<Article>& members);

} // namespace qosar
