// The page store: a folder of saved pages, found by the canonical key of the address that cites them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "qosar/model/page.hpp"
#include "qosar/page/read_page.hpp"
#include "qosar/web/url.hpp"

namespace qosar {

/// Where a page lies in a store, without language and ending: `mod/1152201` for gov.kz's
/// `…/entities/mod/press/news/details/1152201`, `example.kz/news_17` for other hosts. Characters that could lead out
/// of the store are replaced by `_`.
std::string store_name(const CanonicalUrl& url);

class PageStore {
public:
    /// Throws Error when there is no such folder.
    explicit PageStore(std::filesystem::path folder, PageOptions options = {});

    /// The page that `url` cites in `language`: the first of NAME.LANG.json, .html and .txt that exists, read.
    /// Its status says what became of it; a page that is not there or cannot be read does not throw.
    [[nodiscard]] Page find(const std::string& url, const std::string& language) const;

    /// Names, as store_name gives them, of all pages in `language`, sorted. Folders that cannot be read are passed
    /// over.
    [[nodiscard]] std::vector<std::string> names(const std::string& language) const;

    /// The page of that name in `language`, like find; without an address, since a name does not tell it.
    [[nodiscard]] Page named(const std::string& name, const std::string& language) const;

private:
    void read(Page& page, const std::string& name) const;

    std::filesystem::path m_folder;
    PageOptions m_options;
};

} // namespace qosar
