#include "name_index.hpp"

#include <algorithm>

namespace qosar {

namespace {

constexpr std::size_t most_of_a_key = 1024;

} // namespace

void NameIndex::add(const FoldedName& name, std::uint32_t place) {
    const auto [found, is_new] = m_by_letters.try_emplace(name.letters, static_cast<std::uint32_t>(m_names.size()));
    if (is_new) {
        m_names.push_back({name, {}});
        for (const std::string& key : name_index_keys(name)) {
            m_by_key[key].push_back(found->second);
        }
    }
    m_names[found->second].places.push_back(place);
}

std::vector<std::uint32_t> NameIndex::candidates(const FoldedName& name) const {
    Numbers numbers;
    for (const std::string& key : name_index_keys(name)) {
        const auto found = m_by_key.find(key);
        if (found != m_by_key.end() && found->second.size() <= most_of_a_key) {
            numbers.insert(numbers.end(), found->second.begin(), found->second.end());
        }
    }
    if (const auto same = m_by_letters.find(name.letters); same != m_by_letters.end()) {
        numbers.push_back(same->second);
    }
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

} // namespace qosar
