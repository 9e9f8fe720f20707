#include "qosar/group/groups.hpp"

#include <algorithm>
#include <map>
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

/// The first articles of each exact group stand for it in the comparison.
std::vector<std::size_t> unite_exact(const std::vector<Signature>& signatures, UnionFind& sets) {
    std::map<Hash128, std::size_t> first;
    std::vector<std::size_t> distinct;
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        const auto [found, is_new] = first.try_emplace(signatures[i].exact, i);
        if (is_new) {
            distinct.push_back(i);
        } else {
            sets.unite(found->second, i);
        }
    }
    return distinct;
}

/// Numbers of articles whose signatures agree in one band, sorted by band value so that equal ones are neighbours.
std::vector<std::pair<std::uint64_t, std::size_t>> band_values(const std::vector<Signature>& signatures,
                                                               const std::vector<std::size_t>& articles,
                                                               std::size_t band, std::size_t rows) {
    std::vector<std::pair<std::uint64_t, std::size_t>> values;
    for (const std::size_t i : articles) {
        if (signatures[i].has_body) {
            std::string_view bytes(reinterpret_cast<const char*>(&signatures[i].min_hashes[band * rows]),
                                   rows * sizeof(std::uint32_t));
            values.emplace_back(hash64(bytes), i);
        }
    }
    std::sort(values.begin(), values.end());
    return values;
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
    for (std::size_t band = 0; band < options.bands; ++band) {
        const auto values = band_values(signatures, distinct, band, min_hash_count / options.bands);
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
    std::map<std::size_t, std::size_t> number_of;
    for (std::size_t i = 0; i < signatures.size(); ++i) {
        const auto [found, is_new] = number_of.try_emplace(sets.find(i), groups.size());
        if (is_new) {
            groups.push_back({i, {}});
        }
        Group& group = groups[found->second];
        group.members.push_back(i);
        group.representative = better(signatures, group.representative, i);
    }
    return groups;
}

} // namespace qosar
