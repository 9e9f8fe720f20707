#include "candidates.hpp"

#include <deque>
#include <utility>
#include <vector>

#include "qosar/base/external_sort.hpp"

namespace qosar {

namespace {

constexpr std::size_t band_count = 48;
constexpr std::size_t band_rows = 3;

/// An article in a band: the band's number and a hash of its minima, then by what articles of a bucket are ordered.
struct BandEntry {
    std::uint64_t bucket = 0;
    std::uint64_t order = 0; ///< 16 bits for facts, 16 of the text's hash, 32 for the article

    auto operator<=>(const BandEntry&) const = default;
};

/// Minima of the first 32 bands stand side by side, those of the others a third of the whole apart.
std::uint64_t bucket_of(const Signature& signature, std::size_t band) {
    constexpr std::size_t side_by_side = minima_count / band_rows;
    std::uint64_t rows = 0;
    for (std::size_t row = 0; row < band_rows; ++row) {
        const std::size_t i = band < side_by_side ? band * band_rows + row : band - side_by_side + row * side_by_side;
        rows = rows << 16U | signature.minima[i];
    }
    return std::uint64_t{band} << 48U | rows;
}

std::uint64_t order_of(const Signature& signature, std::size_t band, std::uint32_t article) {
    const std::uint64_t facts = signature.fact_minima[band % fact_minima_count];
    return facts << 48U | (signature.exact.low & 0xFFFFU) << 32U | article;
}

/// One article's view of another: the better the match, the smaller.
struct View {
    std::uint32_t from = 0;
    std::uint32_t rank = 0;
    std::uint32_t tie = 0; ///< by the texts, not by their numbers
    std::uint32_t to = 0;
    std::uint32_t comes_first = 0; ///< 1 if `from` has the smaller hash

    auto operator<=>(const View&) const = default;
};

std::uint32_t rank_of(const Signature& a, const Signature& b, double overlap) {
    std::size_t facts = 0;
    for (std::size_t i = 0; i < fact_minima_count; ++i) {
        facts += a.fact_minima[i] == b.fact_minima[i] ? 1 : 0;
    }
    const bool equal = a.facts == b.facts;
    return static_cast<std::uint32_t>(1000 - (equal ? 500 : 0) - 30 * static_cast<int>(facts) -
                                      static_cast<int>(200 * overlap));
}

std::uint32_t tie_of(const Signature& a, const Signature& b) {
    const std::uint64_t sum = (a.exact.high ^ b.exact.high) * 0x9FB21C651E98DF25ULL;
    return static_cast<std::uint32_t>(sum >> 32U);
}

class Candidates {
public:
    Candidates(const SignatureFile& signatures, const std::filesystem::path& folder, const GroupOptions& options)
        : m_signatures(signatures), m_folder(folder), m_options(options), m_memory(options.memory / 4) {}

    ExternalSort<ArticlePair> find(const std::vector<std::uint32_t>& stands_for) {
        ExternalSort<BandEntry> entries(m_folder, 2 * m_memory);
        m_signatures.for_each([&](std::uint32_t article, const Signature& signature) {
            if (signature.compared && stands_for[article] == article) {
                for (std::size_t band = 0; band < band_count; ++band) {
                    entries.push({bucket_of(signature, band), order_of(signature, band, article)});
                }
            }
        });
        ExternalSort<ArticlePair> meetings = meetings_in(entries);
        ExternalSort<View> views = views_of(meetings);
        return chosen(views);
    }

private:
    /// Pairs of articles that stand near each other in a bucket, some several times.
    ExternalSort<ArticlePair> meetings_in(ExternalSort<BandEntry>& entries) {
        ExternalSort<ArticlePair> meetings(m_folder, m_memory);
        std::deque<std::uint32_t> before;
        std::uint64_t bucket = 0;
        entries.drain([&](const BandEntry& entry) {
            if (entry.bucket != bucket) {
                before.clear();
                bucket = entry.bucket;
            }
            const auto article = static_cast<std::uint32_t>(entry.order);
            for (const std::uint32_t other : before) {
                meetings.push({std::min(article, other), std::max(article, other)});
            }
            before.push_back(article);
            if (before.size() > m_options.neighbours) {
                before.pop_front();
            }
        });
        return meetings;
    }

    /// Both articles' view of each pair whose signatures say that they may be alike.
    ExternalSort<View> views_of(ExternalSort<ArticlePair>& meetings) {
        ExternalSort<View> views(m_folder, m_memory);
        ArticlePair last{1, 0};
        Signature a;
        meetings.drain([&](const ArticlePair& pair) {
            if (pair == last) {
                return;
            }
            if (pair.a != last.a || last.b == 0) {
                a = m_signatures.read(pair.a);
            }
            last = pair;
            const Signature b = m_signatures.read(pair.b);
            const double overlap = estimated_overlap(a, b);
            if (overlap >= m_options.least_estimate) {
                const std::uint32_t rank = rank_of(a, b, overlap);
                const bool a_first = a.exact < b.exact;
                views.push({pair.a, rank, tie_of(a, b), pair.b, a_first ? 1U : 0U});
                views.push({pair.b, rank, tie_of(a, b), pair.a, a_first ? 0U : 1U});
            }
        });
        return views;
    }

    ExternalSort<ArticlePair> chosen(ExternalSort<View>& views) {
        ExternalSort<ArticlePair> pairs(m_folder, m_memory);
        std::vector<View> of_one;
        const auto choose = [&] {
            const std::size_t best = std::min(m_options.best, of_one.size());
            std::sort(of_one.begin() + static_cast<std::ptrdiff_t>(best), of_one.end(),
                      [](const View& x, const View& y) { return std::pair(x.tie, x.to) < std::pair(y.tie, y.to); });
            of_one.resize(std::min(of_one.size(), m_options.best + m_options.others));
            for (const View& view : of_one) {
                pairs.push(view.comes_first != 0 ? ArticlePair{view.from, view.to} : ArticlePair{view.to, view.from});
            }
            of_one.clear();
        };
        views.drain([&](const View& view) {
            if (!of_one.empty() && of_one.front().from != view.from) {
                choose();
            }
            of_one.push_back(view);
        });
        choose();
        return pairs;
    }

    const SignatureFile& m_signatures;
    const std::filesystem::path& m_folder;
    const GroupOptions& m_options;
    std::size_t m_memory;
};

} // namespace

void for_each_candidate(const SignatureFile& signatures, const std::vector<std::uint32_t>& stands_for,
                        const std::filesystem::path& folder, const GroupOptions& options,
                        const std::function<void(ArticlePair)>& use) {
    ArticlePair last;
    Candidates(signatures, folder, options).find(stands_for).drain([&](const ArticlePair& pair) {
        if (pair != last) {
            use(pair);
        }
        last = pair;
    });
}

} // namespace qosar
