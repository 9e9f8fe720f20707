#include "qosar/words/paired_words.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "add_matches.hpp"
#include "name_places.hpp"
#include "name_skeleton.hpp"
#include "pair_index.hpp"

namespace qosar {

namespace {

constexpr std::size_t most_places = 8; ///< of what is rare, on either side
constexpr std::size_t most_pairs = 32; ///< of places of what is rare

/// The names of both sides by their skeletons.
struct Skeletons {
    Skeletons(const SideWords& first_side, const SideWords& second_side)
        : of_first(name_keys(first_side, name_skeletons)), first(name_places(first_side, of_first)),
          second(name_places(second_side, name_keys(second_side, name_skeletons))) {}

    NameKeys of_first;
    Places first;
    Places second;
};

/// Adds up rarities in a stretch of either side.
class RarityFinder {
public:
    RarityFinder(const WordMatches& words, PairIndex& index, const Skeletons& skeletons, Range first, Range second)
        : m_words(words), m_index(index), m_skeletons(skeletons), m_first(words.first.words_of(first)),
          m_second(words.second.words_of(second)) {}

    std::vector<SharedRarity> find() {
        for (std::size_t i = m_first.begin; i < m_first.end; ++i) {
            const Word& word = m_words.first.words[i];
            if (word.meaning != WordValue::none) {
                const std::uint64_t number = value_number(word);
                add(i, firsts(m_index.first().values.of(number)), m_index.second().values.of(number));
            }
            if (word.key != no_key && !is_common(word)) {
                add_terms(i, word.key);
            }
            if (word.name != no_name) {
                for (const std::uint64_t skeleton : m_skeletons.of_first[word.name]) {
                    add(i, firsts(m_skeletons.first.of(skeleton)), m_skeletons.second.of(skeleton));
                }
            }
        }
        return summed();
    }

private:
    /// How many of these places lie in the first stretch.
    [[nodiscard]] std::size_t firsts(std::span<const std::uint32_t> places) const {
        return places_within(places, m_first.begin, m_first.end).size();
    }

    void add_terms(std::size_t i, KeyId key) {
        const std::size_t count = firsts(m_index.first().keys.of(key));
        if (count > most_places) {
            return;
        }
        for (const Link& link : m_index.links_of(key)) {
            if (link.is_single && !link.is_common) {
                add(i, count, m_index.second().keys.in_slot(link.slot));
            }
        }
    }

    /// Counts what stands at word `i`, at so many places of the first stretch, and at these of the second side.
    void add(std::size_t i, std::size_t count, std::span<const std::uint32_t> second) {
        if (second.empty() || count > most_places) {
            return;
        }
        const auto seconds = places_within(second, m_second.begin, m_second.end);
        if (seconds.empty() || seconds.size() > most_places || count * seconds.size() > most_pairs) {
            return;
        }
        const auto weight = static_cast<std::uint32_t>(full_rarity / (count * seconds.size()));
        for (const std::uint32_t place : seconds) {
            m_found.push_back({m_words.first.words[i].sentence, m_words.second.words[place].sentence, weight});
        }
    }

    std::vector<SharedRarity> summed() {
        std::sort(m_found.begin(), m_found.end(), [](const SharedRarity& a, const SharedRarity& b) {
            return std::pair(a.first, a.second) < std::pair(b.first, b.second);
        });
        std::vector<SharedRarity> sums;
        for (const SharedRarity& found : m_found) {
            if (!sums.empty() && sums.back().first == found.first && sums.back().second == found.second) {
                sums.back().weight += found.weight;
            } else {
                sums.push_back(found);
            }
        }
        return sums;
    }

    const WordMatches& m_words;
    PairIndex& m_index;
    const Skeletons& m_skeletons;
    Range m_first;  ///< words
    Range m_second; ///< words
    std::vector<SharedRarity> m_found;
};

} // namespace

struct PairedWords::Index {
    Index(SideWords first, SideWords second, const Lexicon& lexicon)
        : words{std::move(first), std::move(second), {}, {}}, pair(words.first, words.second, lexicon) {}

    WordMatches words;
    PairIndex pair;
    std::unique_ptr<const Skeletons> skeletons; ///< made when they are needed
};

PairedWords::PairedWords(SideWords first, SideWords second, const Lexicon& lexicon)
    : m_index(std::make_unique<Index>(std::move(first), std::move(second), lexicon)) {}

PairedWords::PairedWords(PairedWords&&) noexcept = default;
PairedWords::~PairedWords() = default;

const SideWords& PairedWords::first() const { return m_index->words.first; }

const SideWords& PairedWords::second() const { return m_index->words.second; }

std::vector<SharedRarity> PairedWords::rarities(Range first, Range second) const {
    if (!m_index->skeletons) {
        m_index->skeletons = std::make_unique<Skeletons>(m_index->words.first, m_index->words.second);
    }
    return RarityFinder(m_index->words, m_index->pair, *m_index->skeletons, first, second).find();
}

WordMatches PairedWords::matches(Windows windows) && {
    m_index->words.windows = std::move(windows);
    m_index->skeletons.reset();
    add_matches(m_index->words, m_index->pair);
    return std::move(m_index->words);
}

} // namespace qosar
