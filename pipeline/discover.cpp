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

} // namespace

Discoveries discover_pages(Survey& survey, const LanguagePack& first_pack, const LanguagePack& second_pack,
                           const PageStore& store, const DiscoverOptions& options, std::size_t threads,
                           const DiscoverSteps& steps) {
    const Lexicon& lexicon = builtin_lexicon(first_pack, second_pack);
    std::vector<std::string> names = store.names(second_pack.code);
    const std::set<std::string> cited = cited_names(*survey.spool);
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
                return indexed_page(second_pack, lexicon, store.named(name, second_pack.code), name, options);
            } catch (const std::exception&) { // one bad page must not end the run
                return IndexedPage{};
            }
        },
        [&](IndexedPage& page) {
            if (!page.features.empty()) {
                pages.push_back(std::move(page));
            }
            steps.step();
        });
    const ContentIndex index(std::move(pages));

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
        [&](const Article& article) -> std::vector<PageClaim> {
            try {
                if (!article.source_urls.empty() &&
                    find_source_page(article, store, second_pack.code).status == PageStatus::good) {
                    return {};
                }
                return claims_of(article, first_pack, second_pack, lexicon, index, store, options);
            } catch (const std::exception&) {
                return {};
            }
        },
        [&](std::vector<PageClaim>& of_article) {
            claims.push_back(std::move(of_article));
            steps.step();
        });

    Discoveries discoveries;
    const std::vector<std::optional<DiscoveredPage>> found = settle_claims(claims, index, options);
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i]) {
            discoveries[i] = *found[i];
        }
    }
    return discoveries;
}

} // namespace qosar
