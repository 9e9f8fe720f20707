// Indexes over the words of two sides.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "places.hpp"
#include "qosar/words/lexicon.hpp"
#include "qosar/words/side_words.hpp"

namespace qosar {

/// A translation of a first side's word of which the second side has the first word.
struct Link {
    std::uint32_t slot = 0;  ///< of the second term's first word, among the second side's keys
    float strength = 1;      ///< of a match, see words/trained.hpp
    std::uint32_t terms = 0; ///< for terms_of, where it is not single
    bool is_single = false;  ///< one word for one, which stand wherever their keys do
    bool is_common = false;  ///< of single words, of which the second is common
    bool is_trained = false; ///< found by training, not given
};

struct LinkedTerms {
    Term first;
    Term second;
};

/// Where the keys and values of one side stand.
struct SideIndex {
    explicit SideIndex(const SideWords& side);

    Places keys;
    Places values; ///< by value_number
};

/// Months match months, whether named or numbered, and no other numbers.
std::uint64_t value_number(const Word& word);

/// The indexes of two sides, which must outlive it, and the translations between them.
class PairIndex {
public:
    PairIndex(const SideWords& first, const SideWords& second, const Lexicon& lexicon);

    [[nodiscard]] const SideIndex& first() const { return m_first; }
    [[nodiscard]] const SideIndex& second() const { return m_second; }

    /// The translations that begin with a key of the first side, by its slot there. Valid until the next call.
    [[nodiscard]] std::span<const Link> links_of(KeyId key, std::size_t slot);
    [[nodiscard]] std::span<const Link> links_of(KeyId key) { return links_of(key, m_first.keys.slot_of(key)); }
    [[nodiscard]] const LinkedTerms& terms_of(const Link& link) const { return m_terms[link.terms]; }

private:
    struct Links {
        bool known = false;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    void add_link(const LexiconEntry& entry, float strength);

    const Lexicon& m_lexicon;
    const SideWords& m_second_words;
    SideIndex m_first;
    SideIndex m_second;
    std::vector<Links> m_links; ///< by slot of the first side's keys
    std::vector<Link> m_all_links;
    std::vector<LinkedTerms> m_terms; ///< of links that are not single
};

} // namespace qosar
