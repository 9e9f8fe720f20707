// Disjoint sets that certain articles must not share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <unordered_map>
#include <vector>

namespace qosar {

/// What decides whether an article may stand beside another.
struct Standing {
    std::uint32_t article = 0;
    std::uint64_t sources = 0; ///< 0 goes with all
    std::uint64_t facts = 0;   ///< equal ones never conflict
};

/// Union-find in which the smallest number speaks for its set and two sets are only joined if none of their members
/// conflict. Texts are asked about only where their facts differ; beyond `most_facts` such members sets stay apart.
class KeptApart {
public:
    using Conflict = std::function<bool(std::uint32_t, std::uint32_t)>;

    KeptApart(std::size_t articles, Conflict conflict, std::size_t most_facts);

    /// Equal texts: joined without a question. REQUIRES: before all calls of `join`; `first` < `article`, and speaks
    /// for itself.
    void join_equal(std::uint32_t first, std::uint32_t article) { m_parent[article] = first; }

    /// Joins the sets of two near duplicates; false if they have to stay apart.
    bool join(const Standing& a, const Standing& b);

    std::uint32_t find(std::uint32_t article);
    [[nodiscard]] const std::vector<std::uint32_t>& parents() const { return m_parent; }

private:
    struct Set {
        std::vector<Standing> members;
        std::set<std::uint32_t> enemies; ///< speakers of sets that this one can never join
    };

    Set& set_of(std::uint32_t speaker, const Standing& member);
    bool conflict(const Set& a, const Set& b, const Standing& known_a, const Standing& known_b);

    std::vector<std::uint32_t> m_parent;
    std::unordered_map<std::uint32_t, Set> m_sets; ///< of articles that have a near duplicate, by speaker
    Conflict m_conflict;
    std::size_t m_most_facts;
};

} // namespace qosar
