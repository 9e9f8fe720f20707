// Between survey and work: pages for the articles whose address leads to none, by content.
#pragma once

#include <cstddef>
#include <functional>
#include <map>

#include "qosar/pairing/discover.hpp"
#include "survey.hpp"

namespace qosar {

/// By group.
using Discoveries = std::map<std::size_t, DiscoveredPage>;

struct DiscoverSteps {
    std::function<void(std::size_t total)> pages; ///< begins to read the store
    std::function<void(std::size_t total)> articles;
    std::function<void()> step; ///< one of them is done
};

/// Looks among the pages of the store that no article of the input cites. Reads the store once, into an index, and the
/// cited pages, to know which articles have one. The same for any number of threads.
Discoveries discover_pages(Survey& survey, const LanguagePack& first_pack, const LanguagePack& second_pack,
                           const PageStore& store, const DiscoverOptions& options, std::size_t threads,
                           const DiscoverSteps& steps);

} // namespace qosar
