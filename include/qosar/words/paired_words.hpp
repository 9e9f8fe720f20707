// The words of two sides, indexed so that what they share is found quickly.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "qosar/model/range.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/side_words.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

/// A pair of sentences that share something rare: a translated word, a name or a number.
struct SharedRarity {
    std::uint32_t first = 0;  ///< sentence of the first side
    std::uint32_t second = 0; ///< sentence of the second
    /// Sum over what they share of `full_rarity` by the number of pairs of places where it stands.
    std::uint32_t weight = 0;

    bool operator==(const SharedRarity&) const = default;
};

inline constexpr std::uint32_t full_rarity = 1024;

class PairedWords {
public:
    /// The lexicon must outlive it.
    PairedWords(SideWords first, SideWords second, const Lexicon& lexicon);
    PairedWords(PairedWords&&) noexcept;
    ~PairedWords();

    [[nodiscard]] const SideWords& first() const;
    [[nodiscard]] const SideWords& second() const;

    /// What two stretches of sentences share that is rare within them, sorted by first, then second sentence. Linear in
    /// their words. Exchanging the sides exchanges the sentences and nothing else.
    [[nodiscard]] std::vector<SharedRarity> rarities(Range first, Range second) const;

    /// The matches within windows (words/word_matches.hpp). The words move into the result.
    WordMatches matches(Windows windows) &&;

private:
    struct Index;
    std::unique_ptr<Index> m_index;
};

} // namespace qosar
