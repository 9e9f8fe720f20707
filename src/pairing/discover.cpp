#include "qosar/pairing/discover.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace qosar {

namespace {

/// As much of a text as is compared, up to a whole character.
std::string_view beginning(std::string_view text, std::size_t most_bytes) {
    std::size_t end = std::min(text.size(), most_bytes);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return text.substr(0, end);
}

/// Title and text as lines, as far as they are compared. The lines lie in the strings that are given.
std::vector<std::string_view> compared_lines(std::string_view title, std::string_view text, std::size_t most_bytes) {
    std::vector<std::string_view> lines = lines_of(beginning(text, most_bytes));
    lines.insert(lines.begin(), beginning(title, most_bytes));
    return lines;
}

} // namespace

IndexedPage indexed_page(const LanguagePack& pack, const Lexicon& lexicon, const Page& page, const std::string& name,
                         const DiscoverOptions& options) {
    IndexedPage indexed{name, day_number(page.date), {}};
    if (page.status == PageStatus::good) {
        indexed.features = page_features(
            read_side_words(pack, compared_lines(page.title, page.text, options.most_bytes), lexicon, false));
    }
    return indexed;
}

std::vector<PageClaim> claims_of(const Article& article, const LanguagePack& first_pack,
                                 const LanguagePack& second_pack, const Lexicon& lexicon, const ContentIndex& index,
                                 const PageStore& store, const DiscoverOptions& options) {
    const std::vector<std::string_view> lines = compared_lines(article.title, article.body, options.most_bytes);
    const std::vector<Alternatives> words =
        article_features(read_side_words(first_pack, lines, lexicon, true), lexicon);
    std::vector<IndexHit> hits = index.find(words, day_number(article.date), options.window, options.candidates);
    std::sort(hits.begin(), hits.end(),
              [&](const IndexHit& a, const IndexHit& b) { return index.place(a.page) < index.place(b.page); });
    std::vector<PageClaim> claims;
    std::vector<std::string> seen;
    for (const IndexHit& hit : hits) {
        const Page page = store.named(index.place(hit.page), second_pack.code);
        std::string text = page.title + "\n" + page.text;
        if (std::find(seen.begin(), seen.end(), text) != seen.end()) {
            continue;
        }
        seen.push_back(std::move(text));
        const std::vector<std::string_view> other = compared_lines(page.title, page.text, options.most_bytes);
        const WordMatches matches = match_words(first_pack, lines, second_pack, other, lexicon);
        const double odds = content_odds(content_evidence(matches), options.model);
        if (odds > 0) {
            claims.push_back({hit.page, odds});
        }
    }
    std::stable_sort(claims.begin(), claims.end(),
                     [](const PageClaim& a, const PageClaim& b) { return a.odds > b.odds; });
    return claims;
}

std::vector<std::optional<DiscoveredPage>> settle_claims(const std::vector<std::vector<PageClaim>>& claims,
                                                         const ContentIndex& index, const DiscoverOptions& options) {
    std::vector<double> on_page(index.size());
    for (const std::vector<PageClaim>& of_article : claims) {
        for (const PageClaim& claim : of_article) {
            on_page[claim.page] += claim.odds;
        }
    }
    std::vector<std::optional<DiscoveredPage>> found;
    for (const std::vector<PageClaim>& of_article : claims) {
        double all = 0;
        for (const PageClaim& claim : of_article) {
            all += claim.odds;
        }
        found.emplace_back();
        if (!of_article.empty()) {
            const PageClaim& best = of_article.front();
            const double confidence = best.odds / (1 + all + on_page[best.page] - best.odds);
            if (confidence >= options.least_confidence) {
                found.back() = {index.place(best.page), confidence};
            }
        }
    }
    return found;
}

} // namespace qosar
