// Finding the page of an article by what both say, where no address leads to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "qosar/language/pack.hpp"
#include "qosar/model/article.hpp"
#include "qosar/model/page.hpp"
#include "qosar/page/store.hpp"
#include "qosar/pairing/content_evidence.hpp"
#include "qosar/pairing/content_index.hpp"

namespace qosar {

struct DiscoverOptions {
    double least_confidence = 0.9;       ///< of a pairing, above 0.5 so that a page has one article at most
    std::int32_t window = 7;             ///< days between article and page; those without a date fit any
    std::size_t candidates = 5;          ///< pages of the index that are read and compared
    std::size_t most_bytes = 64U << 10U; ///< of a text that are compared; title and lead tell what it is
    ContentModel model;
};

/// A page as the index takes it; without features if it is not good. Its text in `pack`'s language.
IndexedPage indexed_page(const LanguagePack& pack, const Lexicon& lexicon, const Page& page, const std::string& name,
                         const DiscoverOptions& options = {});

/// That a page may be the article's, before other articles have been asked.
struct PageClaim {
    std::uint32_t page = 0; ///< number in the index
    double odds = 0;        ///< that it is, by the two texts alone
};

/// The claims of an article on pages of the index that lie in `store`, the surest first. Of pages with equal texts
/// only the first one, by place, is claimed.
std::vector<PageClaim> claims_of(const Article& article, const LanguagePack& first_pack,
                                 const LanguagePack& second_pack, const Lexicon& lexicon, const ContentIndex& index,
                                 const PageStore& store, const DiscoverOptions& options = {});

/// A page that was found by content.
struct DiscoveredPage {
    std::string name; ///< in the store
    double confidence = 0;
};

/// Decides between all claims, one list an article: the confidence of a claim is its share among the odds of all claims
/// of that article, all other claims on that page, and 1 for there being no page. So where two pages suit an article
/// alike, or two articles a page, there is no pairing, and a page goes to one article at most.
std::vector<std::optional<DiscoveredPage>> settle_claims(const std::vector<std::vector<PageClaim>>& claims,
                                                         const ContentIndex& index,
                                                         const DiscoverOptions& options = {});

} // namespace qosar
