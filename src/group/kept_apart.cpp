#include "kept_apart.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace qosar {

KeptApart::KeptApart(std::size_t articles, Conflict conflict, std::size_t most_facts)
    : m_parent(articles), m_conflict(std::move(conflict)), m_most_facts(most_facts) {
    std::iota(m_parent.begin(), m_parent.end(), std::uint32_t{0});
}

std::uint32_t KeptApart::find(std::uint32_t article) {
    while (m_parent[article] != article) {
        m_parent[article] = m_parent[m_parent[article]];
        article = m_parent[article];
    }
    return article;
}

KeptApart::Set& KeptApart::set_of(std::uint32_t speaker, const Standing& member) {
    Set& set = m_sets[speaker];
    if (set.members.empty()) {
        set.members.push_back(member);
    }
    return set;
}

bool KeptApart::conflict(const Set& a, const Set& b, const Standing& known_a, const Standing& known_b) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> questions;
    for (const Standing& x : a.members) {
        for (const Standing& y : b.members) {
            if (x.sources != 0 && y.sources != 0 && x.sources != y.sources) {
                return true;
            }
            if (x.facts != y.facts && (x.article != known_a.article || y.article != known_b.article)) {
                questions.emplace_back(x.article, y.article);
            }
        }
        if (questions.size() > m_most_facts * std::min(a.members.size(), b.members.size())) {
            return true;
        }
    }
    return std::any_of(questions.begin(), questions.end(),
                       [&](const auto& question) { return m_conflict(question.first, question.second); });
}

bool KeptApart::join(const Standing& a, const Standing& b) {
    std::uint32_t first = find(a.article);
    std::uint32_t second = find(b.article);
    if (first == second) {
        return true;
    }
    set_of(first, a);
    set_of(second, b);
    Set& set_a = m_sets.at(first);
    Set& set_b = m_sets.at(second);
    if (set_a.enemies.count(second) != 0) {
        return false;
    }
    if (conflict(set_a, set_b, a, b)) {
        set_a.enemies.insert(second);
        set_b.enemies.insert(first);
        return false;
    }
    if (second < first) {
        std::swap(first, second);
    }
    Set joined = std::move(m_sets.at(second));
    m_sets.erase(second);
    Set& into = m_sets.at(first);
    if (into.members.size() < joined.members.size()) {
        std::swap(into.members, joined.members);
    }
    into.members.insert(into.members.end(), joined.members.begin(), joined.members.end());
    for (const std::uint32_t enemy : joined.enemies) {
        into.enemies.insert(enemy);
        m_sets.at(enemy).enemies.erase(second);
        m_sets.at(enemy).enemies.insert(first);
    }
    m_parent[second] = first;
    return true;
}

} // namespace qosar
