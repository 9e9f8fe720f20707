#include "qosar/pairing/source_page.hpp"

#include <optional>
#include <utility>

namespace qosar {

Page find_source_page(const Article& article, const PageStore& store, const std::string& language) {
    std::optional<Page> fallback;
    for (const std::string& url : article.source_urls) {
        Page page = store.find(url, language);
        if (page.status == PageStatus::good) {
            return page;
        }
        if (!fallback || (fallback->status == PageStatus::missing && page.status == PageStatus::unusable)) {
            fallback = std::move(page);
        }
    }
    return *fallback;
}

} // namespace qosar
