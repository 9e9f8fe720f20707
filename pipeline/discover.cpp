#include "discover.hpp"

#include <exception>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "qosar/base/parallel.hpp"
#include "qosar/pairing/source_page.hpp"
#include "qosar/web/url.hpp"

namespace qosar {

namespace {

/// What stays the same for all pages and articles.
struct Searched {
    const LanguagePack& first_pack;
    const LanguagePack& second_pack;
    const Lexicon& lexicon;
    const PageStore& store;
    const DiscoverOptions& options;
};

std::set<std::string> cited_names(ArticleSpool& spool) {
    std::set<std::string> names;
    for (std::size_t i = 0; i < spool.size(); ++i) {
        for (const std::string& url : spool.read(i).source_urls) {
            if (const auto canonical = canonical_url(url)) {
                names.insert(store_name(*canonical));
            }
        }
    }
    return names;
}

/// The pages of the store that nobody cites. One bad page must not end the run, so it is left out.
ContentIndex index_of(const Searched& in, const std::set<std::string>& cited, std::size_t threads,
                      const DiscoverSteps& steps) {
    std::vector<std::string> names = in.store.names(in.second_pack.code);
    std::erase_if(names, [&](const std::string& name) { return cited.contains(name); });
    steps.pages(names.size());
    std::vector<IndexedPage> pages;
    std::size_t next = 0;
    parallel_map<std::string, IndexedPage>(
        threads,
        [&](std::string& name) {
            if (next == names.size()) {
                return false;
            }
            name = names[next++];
            return true;
        },
        [&](const std::string& name) {
            try {
                return indexed_page(in.second_pack, in.lexicon, in.store.named(name, in.second_pack.code), name,
                                    in.options);
            } catch (const std::exception&) {
                return IndexedPage{};
            }
        },
        [&](IndexedPage& page) {
            if (!page.features.empty()) {
                pages.push_back(std::move(page));
            }
            steps.step();
        });
    return ContentIndex(std::move(pages));
}

/// What an article claims; nothing if one of its own addresses leads to a good page.
std::vector<PageClaim> claims_of_article(const Searched& in, const ContentIndex& index, const Article& article) {
    try {
        const bool has_page = !article.source_urls.empty() &&
                              find_source_page(article, in.store, in.second_pack.code).status == PageStatus::good;
        return has_page ? std::vector<PageClaim>{}
                        : claims_of(article, in.first_pack, in.second_pack, in.lexicon, index, in.store, in.options);
    } catch (const std::exception&) { // the work on it will tell what is wrong
        return {};
    }
}

std::vector<std::vector<PageClaim>> all_claims(const Searched& in, const ContentIndex& index, Survey& survey,
                                               std::size_t threads, const DiscoverSteps& steps) {
    steps.articles(survey.groups.size());
    std::vector<std::vector<PageClaim>> claims;
    std::size_t group = 0;
    parallel_map<Article, std::vector<PageClaim>>(
        threads,
        [&](Article& article) {
            if (group == survey.groups.size()) {
                return false;
            }
            article = read_group(survey, group++).article;
            return true;
        },
        [&](const Article& article) { return claims_of_article(in, index, article); },
        [&](std::vector<PageClaim>& of_article) {
            claims.push_back(std::move(of_article));
            steps.step();
        });
    return claims;
}

} // namespace

Discoveries discover_pages(Survey& survey, const LanguagePack& first_pack, const LanguagePack& second_pack,
                           const PageStore& store, const DiscoverOptions& options, std::size_t threads,
                           const DiscoverSteps& steps) {
    const Searched in{first_pack, second_pack, builtin_lexicon(first_pack, second_pack), store, options};
    const ContentIndex index = index_of(in, cited_names(*survey.spool), threads, steps);
    const std::vector<std::optional<DiscoveredPage>> found =
        settle_claims(all_claims(in, index, survey, threads, steps), index, options);
    Discoveries discoveries;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) {
            discoveries[i] = *found[i];
        }
    }
    return discoveries;
}

} // namespace qosar
