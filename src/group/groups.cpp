#include "qosar/group/groups.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <utility>

namespace qosar {

namespace {

/// Disjoint sets in which the smallest number speaks for its set.
class UnionFind {
public:
    explicit UnionFind(std::size_t size) : m_parent(size) {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }

    std::size_t find(std::size_t i) {
        while (m_parent[i] != i) {
            m_parent[i] = m_parent[m_parent[i]];
            i = m_parent[i];
        }
        return i;
    }

    void unite(std::size_t a, std::size_t b) {
        a = find(a);
        b = find(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<std::size_t> m_parent;
};

bool may_be_near(const Signature& a, const Signature& b) {
    const Hash128 none;
    const bool other_sources = a.sources != none && b.sources != none && a.sources != b.sources;
    return a.has_body && b.has_body && !other_sources;
}

/// Numbers of articles, sorted by a value so that those with equal ones are neighbours.
template <typename Value, typename ValueOf>
std::vector<std::pair<Value, std::size_t>> sorted_by(const std::vector<std::size_t>& articles,
                                                     const ValueOf& value_of) {
    std::vector<std::pair<Value, std::size_t>> values;
    values.reserve(articles.size());
    for (const std::size_t i : articles) {
        values.emplace_back(value_of(i), i);
    }
    std::sort(values.begin(), values.end());
    return values;
}

/// The first articles of each exact group that have a body stand for it in the comparison.
std::vector<std::size_t> unite_exact(const std::vector<Signature>& signatures, UnionFind& sets) {
    std::vector<std::size_t> all(signatures.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto values = sorted_by<Hash128>(all, [&](std::size_t i) { return signatures[i].exact; });
    std::vector<std::size_t> distinct;
    for (std::size_t k = 0; k < values.size(); ++k) {
        if (k > 0 && values[k].first == values[k - 1].first) {
            sets.unite(values[k - 1].second, values[k].second);
        } else if (signatures[values[k].second].has_body) {
            distinct.push_back(values[k].second);
        }
    }
    return distinct;
}

std::size_t better(const std::vector<Signature>& signatures, std::size_t a, std::size_t b) {
    const auto rank = [&](std::size_t i) {
        return std::pair(signatures[i].sources != Hash128{}, signatures[i].body_bytes);
    };
    return rank(b) > rank(a) ? b : a;
}

} // namespace

std::vector<Group> group_articles(const std::vector<Signature>& signatures,
                                  const std::function<bool(std::size_t, std::size_t)>& near,
                                  const GroupOptions& options) {
    UnionFind sets(signatures.size());
    const std::vector<std::size_t> distinct = unite_exact(signatures, sets);
    std::set<std::pair<std::size_t, std::size_t>> compared;
    for (std::size_t band = 0; band < band_count; ++band) {
        const auto values =
            sorted_by<std::uint32_t>(distinct, [&](std::size_t i) { return signatures[i].bands[band]; });
        for (std::size_t begin = 0; begin < values.size();) {
            std::size_t end = begin;
            while (end < values.size() && values[end].first == values[begin].first) {
                ++end;
            }
            for (std::size_t a = begin; a < end; ++a) {
                for (std::size_t b = a + 1; b < std::min(end, a + 1 + options.max_neighbours); ++b) {
                    const auto [i, j] = std::pair(values[a].second, values[b].second);
                    if (may_be_near(signatures[i], signatures[j]) && compared.emplace(i, j).second && near(i, j)) {
                        sets.unite(i, j);
                    }
                }
            }
            begin = end;
        }
    }
    std::vector<Group> groups;
    std::vector<std::size_t> number_of(signatures.size()); // by first member, which speaks for its set
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        const std::size_t first = sets.find(i);
        if (first == i) {
            number_of[i] = groups.size();
            groups.push_back({i, {}});
        }
        Group& group = groups[number_of[first]];
        group.members.push_back(i);
        group.representative = better(signatures, group.representative, i);
    }
    return groups;
}

} // namespace qosar
