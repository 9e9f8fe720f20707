#include "qosar/group/groups.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <numeric>
#include <utility>

#include "candidates.hpp"
#include "kept_apart.hpp"
#include "qosar/base/error.hpp"
#include "qosar/base/external_sort.hpp"
#include "qosar/base/hash.hpp"
#include "signature_file.hpp"
#include "text_cache.hpp"

namespace qosar {

namespace {

constexpr std::size_t relation_kinds = 3;

struct ExactEntry {
    Hash128 text;
    std::uint32_t article = 0;

    auto operator<=>(const ExactEntry&) const = default;
};

/// An article cites a page.
struct Citation {
    std::uint64_t page = 0;
    std::uint64_t text = 0; ///< orders articles by what they say
    std::uint32_t article = 0;

    auto operator<=>(const Citation&) const = default;
};

/// Two articles that were compared. The most alike come first, then a hash of both decides.
struct Edge {
    std::uint32_t distance = 0;
    RelationKind kind = RelationKind::same_text; ///< what becomes of it if they do not become one group
    std::uint64_t tie = 0;
    ArticlePair pair;

    auto operator<=>(const Edge&) const = default;
};

std::uint32_t distance_of(const TextComparison& comparison) {
    constexpr double parts = 1e6;
    return static_cast<std::uint32_t>((2 - comparison.of_shorter - comparison.of_longer) * parts);
}

Standing standing_of(std::uint32_t article, const Signature& signature) {
    return {article, signature.sources, signature.facts};
}

bool other_sources(const Signature& a, const Signature& b) {
    return a.sources != 0 && b.sources != 0 && a.sources != b.sources;
}

/// Collects links between groups, only so many of each kind for a group.
class Links {
public:
    Links(std::size_t groups, std::size_t most) : m_counts(groups), m_most(most) {}

    void add(std::uint32_t a, std::uint32_t b, RelationKind kind) {
        if (a != b) {
            add_one({a, kind, b});
            add_one({b, kind, a});
        }
    }

    std::vector<GroupLink> sorted() {
        std::sort(m_links.begin(), m_links.end());
        m_links.erase(std::unique(m_links.begin(), m_links.end()), m_links.end());
        return std::move(m_links);
    }

private:
    void add_one(const GroupLink& link) {
        std::uint8_t& count = m_counts[link.group][static_cast<std::size_t>(link.kind)];
        if (count < m_most) {
            ++count;
            m_links.push_back(link);
        }
    }

    std::vector<std::array<std::uint8_t, relation_kinds>> m_counts;
    std::size_t m_most;
    std::vector<GroupLink> m_links;
};

} // namespace

Groups::Groups(const std::vector<std::uint32_t>& first) {
    std::vector<std::uint32_t> group_of(first.size());
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        if (first[i] == i) {
            group_of[i] = static_cast<std::uint32_t>(m_representatives.size());
            m_representatives.push_back(i);
            m_begins.push_back(0);
        }
        ++m_begins[group_of[first[i]] + 1];
    }
    std::partial_sum(m_begins.begin(), m_begins.end(), m_begins.begin());
    m_members.resize(first.size());
    std::vector<std::uint32_t> next(m_begins.begin(), m_begins.end() - 1);
    for (std::uint32_t i = 0; i < first.size(); ++i) {
        m_members[next[group_of[first[i]]]++] = i;
    }
}

Group Groups::operator[](std::size_t group) const {
    const std::size_t begin = m_begins[group];
    return {m_representatives[group], std::span(m_members).subspan(begin, m_begins[group + 1] - begin)};
}

void Groups::represent(std::size_t group, std::size_t member) {
    m_representatives[group] = static_cast<std::uint32_t>(member);
}

struct GroupFinder::State {
    State(std::filesystem::path folder_, const LanguagePack& pack_, const GroupOptions& options_)
        : folder(std::move(folder_)), pack(pack_), options(options_), seen(pack), signatures(folder),
          exact(folder, options.memory / 8), citations(folder, options.memory / 8), edges(folder, options.memory / 8) {}

    std::filesystem::path folder;
    const LanguagePack& pack;
    GroupOptions options;
    SeenWords seen;
    SignatureFile signatures;
    ExternalSort<ExactEntry> exact;
    ExternalSort<Citation> citations;
    ExternalSort<Edge> edges;
    std::uint32_t articles = 0;

    [[nodiscard]] ComparedText text_of(const Article& article) const {
        const bool compared = article.body.size() <= longest_compared;
        return compared ? compared_text(pack, article.title, article.body) : compared_text(pack, "", "");
    }

    void join_equal(KeptApart& sets) {
        ExactEntry first;
        bool any = false;
        exact.drain([&](const ExactEntry& entry) {
            if (any && entry.text == first.text) {
                sets.join_equal(first.article, entry.article);
            } else {
                first = entry;
                any = true;
            }
        });
    }

    void compare_candidates(const KeptApart& sets, TextCache& texts) {
        for_each_candidate(signatures, sets.parents(), folder, options, [&](ArticlePair pair) {
            const TextCache::Text text = texts.get(pair.a);
            const TextComparison comparison = compare_texts(*text, *texts.get(pair.b), seen, options.comparison);
            if (comparison.likeness != Likeness::other) {
                const bool near = comparison.likeness == Likeness::near;
                const std::uint64_t tie =
                    hash64("", signatures.read(pair.a).exact.low * 3 + signatures.read(pair.b).exact.low);
                edges.push(
                    {distance_of(comparison), near ? RelationKind::same_text : RelationKind::same_template, tie, pair});
            }
        });
    }

    /// Joins what may be joined; the others stay.
    void join_near(KeptApart& sets, ExternalSort<Edge>& left) {
        edges.drain([&](const Edge& edge) {
            const Signature a = signatures.read(edge.pair.a);
            const Signature b = signatures.read(edge.pair.b);
            const bool joined = edge.kind == RelationKind::same_text && !other_sources(a, b) &&
                                sets.join(standing_of(edge.pair.a, a), standing_of(edge.pair.b, b));
            if (!joined) {
                left.push(edge);
            }
        });
    }

    void link_citations(Links& links, const std::vector<std::uint32_t>& group_of) {
        std::uint64_t page = 0;
        std::deque<std::uint32_t> before; // groups that cite the page, the last ones
        citations.drain([&](const Citation& citation) {
            if (citation.page != page) {
                page = citation.page;
                before.clear();
            }
            const std::uint32_t group = group_of[citation.article];
            if (std::find(before.begin(), before.end(), group) != before.end()) {
                return;
            }
            for (const std::uint32_t other : before) {
                links.add(other, group, RelationKind::same_source);
            }
            before.push_back(group);
            if (before.size() > options.links) {
                before.pop_front();
            }
        });
    }
};

GroupFinder::GroupFinder(std::filesystem::path folder, const LanguagePack& pack, const GroupOptions& options)
    : m_state(std::make_unique<State>(std::move(folder), pack, options)) {}

GroupFinder::~GroupFinder() = default;

void GroupFinder::add(const Article& article) {
    if (m_state->articles == std::numeric_limits<std::uint32_t>::max()) {
        throw Error("there are more articles than one run can take: give them to several runs");
    }
    const ComparedText text = m_state->text_of(article);
    const Signature signature = signature_of(article, text);
    m_state->seen.add(text);
    m_state->signatures.append(signature);
    m_state->exact.push({signature.exact, m_state->articles});
    for (const std::string& key : source_keys(article)) {
        m_state->citations.push({hash64(key), signature.exact.low, m_state->articles});
    }
    ++m_state->articles;
}

GroupedInput GroupFinder::finish(const std::function<Article(std::size_t)>& read) {
    State& state = *m_state;
    state.signatures.flush();
    TextCache texts([&](std::uint32_t article) { return state.text_of(read(article)); }, state.options.memory / 8);
    const auto conflict = [&](std::uint32_t a, std::uint32_t b) {
        if (state.signatures.read(b).exact < state.signatures.read(a).exact) {
            std::swap(a, b);
        }
        const TextCache::Text text = texts.get(a);
        return compare_texts(*text, *texts.get(b), state.seen, state.options.comparison).likeness ==
               Likeness::same_template;
    };
    KeptApart sets(state.articles, conflict, state.options.most_facts);
    state.join_equal(sets);
    state.compare_candidates(sets, texts);
    ExternalSort<Edge> left(state.folder, state.options.memory / 8);
    state.join_near(sets, left);

    std::vector<std::uint32_t> first(state.articles);
    for (std::uint32_t i = 0; i < state.articles; ++i) {
        first[i] = sets.find(i);
    }
    GroupedInput out{Groups(first), {}, std::move(state.seen)};
    std::vector<std::uint32_t> group_of(std::move(first));
    for (std::uint32_t group = 0; group < out.groups.size(); ++group) {
        for (const std::uint32_t member : out.groups[group].members) {
            group_of[member] = group;
        }
    }
    Links links(out.groups.size(), state.options.links);
    left.drain([&](const Edge& edge) { links.add(group_of[edge.pair.a], group_of[edge.pair.b], edge.kind); });
    state.link_citations(links, group_of);
    out.links = links.sorted();
    return out;
}

} // namespace qosar
