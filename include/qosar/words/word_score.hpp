// How much the words of two stretches of text speak for one translating the other. Length plays no part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "qosar/model/range.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

/// Weights of words. Chosen on the development ladders of English–Kazakh news (docs/results.md).
struct WordModel {
    double p_term = 0.475;          ///< probability that a word known to the lexicon has a counterpart in a translation
    double p_name = 0.595;          ///< the same for names
    double p_number = 0.85;         ///< for numbers
    double p_unknown = 0.06;        ///< for ordinary words that the lexicon lacks
    double trust_in_training = 0.9; ///< share of what training expects of a word that it alone knows
    double prior_weight = 4;        ///< how many sentences the prior chance of a match counts for
    double max_gain = 6.0;          ///< of one word
    double word_weight = 0.42;      ///< both sides say the same, so each counts half
};

/// Log-odds (natural logarithm) that two stretches translate each other, by the words of each side.
struct WordEvidence {
    double first = 0;
    double second = 0;
};

/// Weighs the words of two texts. A matched word counts the more the less likely it is to be matched by chance, which
/// is learned from the two texts with the frequency tables as prior; an unmatched word counts against, by how sure its
/// kind is to have a counterpart. Holds what one word match adds, so that a stretch costs little.
class WordScorer {
public:
    /// `words` must outlive it.
    explicit WordScorer(const WordMatches& words, const WordModel& model = {});

    /// Of a range of sentences on each side.
    [[nodiscard]] WordEvidence evidence(Range first, Range second) const;
    /// The matches between two ranges, the weightiest first; each word of either side at most once.
    [[nodiscard]] std::vector<WordMatch> matches_in(Range first, Range second) const;
    [[nodiscard]] double weight_of(const WordMatch& match) const;

private:
    struct Side {
        std::vector<double> gain;    ///< of a word that is matched, against being unmatched
        std::vector<double> missing; ///< cumulated cost of unmatched words, by word
    };
    struct Cell { ///< a match by its sentences
        std::uint32_t first_sentence;
        std::uint32_t second_sentence;
        std::uint32_t match;
    };

    void weigh_side(const SideWords& side, const std::vector<std::uint32_t>& sentences_with_match,
                    std::size_t other_sentences, Side& out) const;
    template <typename Visit>
    void for_each_match(Range first, Range second, Visit&& visit) const;

    const WordMatches& m_words;
    WordModel m_model;
    Side m_first;
    Side m_second;
    std::vector<Cell> m_cells;               ///< sorted by sentences
    std::vector<std::uint32_t> m_row_begins; ///< index of each first sentence's cells; one more at the end
};

/// What the words of two single sentences or titles say, both sides together.
double word_score(const LanguagePack& first_pack, std::string_view first, const LanguagePack& second_pack,
                  std::string_view second, const Lexicon& lexicon);

} // namespace qosar
