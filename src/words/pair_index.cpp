#include "pair_index.hpp"

#include <array>
#include <functional>
#include <string>
#include <utility>

#include "qosar/language/numbers.hpp"
#include "qosar/words/trained.hpp"

namespace qosar {

namespace {

std::vector<Places::Entry> keys_of(const SideWords& side) {
    std::vector<Places::Entry> entries;
    for (std::uint32_t i = 0; i < side.words.size(); ++i) {
        if (side.words[i].key != no_key) {
            entries.emplace_back(side.words[i].key, i);
        }
    }
    return entries;
}

std::vector<Places::Entry> values_of(const SideWords& side) {
    std::vector<Places::Entry> entries;
    for (std::uint32_t i = 0; i < side.words.size(); ++i) {
        if (side.words[i].meaning != WordValue::none) {
            entries.emplace_back(value_number(side.words[i]), i);
        }
    }
    return entries;
}

} // namespace

std::uint64_t value_number(const Word& word) {
    struct Known {
        double value = 0;
        WordValue meaning = WordValue::none;
        std::uint64_t number = 0;
    };
    thread_local std::array<Known, 512> remembered; // writing a value in digits takes long, and most stand often
    Known& known = remembered[std::hash<double>()(word.value) % remembered.size()];
    if (known.meaning != word.meaning || known.value != word.value) {
        std::string key = number_text(word.value);
        known = {word.value, word.meaning, key_id(word.meaning == WordValue::month ? key.append(" month") : key)};
    }
    return known.number;
}

SideIndex::SideIndex(const SideWords& side) : keys(keys_of(side)), values(values_of(side)) {}

PairIndex::PairIndex(const SideWords& first, const SideWords& second, const Lexicon& lexicon)
    : m_lexicon(lexicon), m_second_words(second), m_first(first), m_second(second), m_links(m_first.keys.slots()) {}

void PairIndex::add_link(const LexiconEntry& entry, float strength) {
    const std::size_t slot = m_second.keys.slot_of(entry.second.front());
    const bool single = entry.first.size() == 1 && entry.second.size() == 1;
    const bool common = single && is_common(m_second_words.words[m_second.keys.in_slot(slot).front()]);
    m_all_links.push_back({static_cast<std::uint32_t>(slot), strength, static_cast<std::uint32_t>(m_terms.size()),
                           single, common, entry.count > 0});
    if (!single) {
        m_terms.push_back({entry.first, entry.second});
    }
}

std::span<const Link> PairIndex::links_of(KeyId key, std::size_t slot) {
    Links& links = m_links[slot];
    if (!links.known) {
        links.known = true;
        links.begin = static_cast<std::uint32_t>(m_all_links.size());
        const auto stands_there = [&](KeyId second) {
            return !m_second.keys.in_slot(m_second.keys.slot_of(second)).empty();
        };
        m_lexicon.for_each_if(key, stands_there, [&](const LexiconEntry& entry) {
            const double strength = match_strength(entry);
            if (strength > 0) {
                add_link(entry, static_cast<float>(strength));
            }
        });
        links.end = static_cast<std::uint32_t>(m_all_links.size());
    }
    return std::span<const Link>(m_all_links).subspan(links.begin, links.end - links.begin);
}

} // namespace qosar
