// How much speaks for a bead: the log-odds that its two sides translate each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "qosar/model/anchor.hpp"
#include "qosar/model/bead.hpp"
#include "qosar/model/document.hpp"
#include "qosar/words/word_matches.hpp"

namespace qosar {

/// Weights of the parts of a score. Chosen on the development ladders of English–Kazakh news (docs/results.md).
struct BeadModel {
    double p_term = 0.475;      ///< probability that a word known to the lexicon has a counterpart in a translation
    double p_name = 0.595;      ///< the same for names
    double p_number = 0.85;     ///< for numbers
    double p_unknown = 0.06;    ///< for ordinary words that the lexicon lacks
    double prior_weight = 4;    ///< how many sentences the prior chance of a match counts for
    double max_gain = 6.0;      ///< of one word
    double word_weight = 0.42;  ///< both sides say the same, so each counts half
    double length_sigma = 0.15; ///< spread of the log length ratio in translations of 100 characters
    double length_sigma_unrelated = 0.80;
    double length_weight = 1.5;
    // Log-odds of the bead types against two null beads.
    double prior_one_one = 1.5;
    double prior_one_two = -0.2;
    double prior_two_two = -2.5;
    double null_cost = 0.0; ///< of each sentence left alone
    // Probability of a bead from its log-odds: logistic(slope × log-odds + offset + logit(prior)).
    double probability_slope = 0.28;
    double probability_offset = -2.27;
    double bead_prior = 0.95; ///< share of right beads among those that the search proposes
};

/// log(second/first length) in translations of this pair: 0.12 for English–Kazakh, 0 where nothing is known.
double length_log_ratio(const std::string& first_language, const std::string& second_language);

/// Scores beads over one pair of texts. Holds what one word match adds, so that a bead costs little.
class BeadScorer {
public:
    BeadScorer(const WordMatches& words, double log_ratio, const BeadModel& model = {});

    /// Log-odds, natural logarithm, without the prior of the bead's type. REQUIRES: no empty side.
    [[nodiscard]] double log_odds(Range first, Range second) const;
    /// The same in parts: `words_first`, `words_second`, `length`.
    [[nodiscard]] std::vector<ScorePart> parts(Range first, Range second) const;
    /// Prior of a bead type and log-odds together: what the search adds up.
    [[nodiscard]] double search_score(Range first, Range second) const;
    /// Probability that the sides translate each other, where `prior` of such beads do.
    [[nodiscard]] double probability(double log_odds, double prior) const;
    [[nodiscard]] double probability(double log_odds) const { return probability(log_odds, m_model.bead_prior); }
    /// The matches inside a bead, the weightiest first; each word of the first side at most once.
    [[nodiscard]] std::vector<WordMatch> matches_in(Range first, Range second) const;
    [[nodiscard]] double weight_of(const WordMatch& match) const;
    [[nodiscard]] std::size_t first_sentences() const { return m_words.first.sentences(); }
    [[nodiscard]] std::size_t second_sentences() const { return m_words.second.sentences(); }

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
    [[nodiscard]] double length_part(Range first, Range second) const;
    template <typename Visit>
    void for_each_match(Range first, Range second, Visit&& visit) const;

    const WordMatches& m_words;
    double m_log_ratio;
    BeadModel m_model;
    Side m_first;
    Side m_second;
    std::vector<Cell> m_cells;               ///< sorted by sentences
    std::vector<std::uint32_t> m_row_begins; ///< index of each first sentence's cells; one more at the end
};

} // namespace qosar
