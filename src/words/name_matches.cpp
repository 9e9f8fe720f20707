#include "name_matches.hpp"

#include <algorithm>

#include "name_places.hpp"

namespace qosar {

namespace {

std::vector<std::uint64_t> index_keys(const FoldedName& name) {
    std::vector<std::uint64_t> keys;
    for (const std::string& key : name_index_keys(name)) {
        keys.push_back(key_id(key));
    }
    return keys;
}

} // namespace

NameMatches::NameMatches(const SideWords& first, const SideWords& second)
    : m_first(first), m_second(second), m_place_begins(second.names.size() + 1),
      m_by_key(name_places(second, name_keys(second, index_keys))), m_known(first.names.size()),
      m_compared(second.names.size()) {
    for (const Word& word : second.words) {
        if (word.name != no_name) {
            ++m_place_begins[word.name + 1];
        }
    }
    for (std::size_t name = 0; name < second.names.size(); ++name) {
        m_place_begins[name + 1] += m_place_begins[name];
    }
    m_places.resize(m_place_begins.back());
    std::vector<std::uint32_t> next(m_place_begins.begin(), m_place_begins.end() - 1);
    for (std::uint32_t i = 0; i < second.words.size(); ++i) {
        if (second.words[i].name != no_name) {
            m_places[next[second.words[i].name]++] = i;
        }
    }
}

void NameMatches::compare(std::uint32_t first_name, std::uint32_t second_name) {
    const double likeness = name_likeness(m_first.names[first_name], m_second.names[second_name]);
    if (likeness >= min_name_likeness) {
        m_known[first_name].like.push_back({second_name, static_cast<float>(likeness)});
    }
}

const std::vector<LikeName>& NameMatches::like(std::uint32_t first_name, std::uint32_t begin, std::uint32_t end) {
    Known& known = m_known[first_name];
    if (end <= known.until) {
        return known.like;
    }
    ++m_comparison;
    for (const LikeName& name : known.like) {
        m_compared[name.name] = m_comparison;
    }
    for (const std::uint64_t key : index_keys(m_first.names[first_name])) {
        for (const std::uint32_t place : places_within(m_by_key.of(key), std::max(begin, known.until), end)) {
            const std::uint32_t name = m_second.words[place].name;
            if (m_compared[name] != m_comparison) {
                m_compared[name] = m_comparison;
                compare(first_name, name);
            }
        }
    }
    known.until = end;
    return known.like;
}

} // namespace qosar
